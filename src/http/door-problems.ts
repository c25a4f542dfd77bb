import { labelRefusals } from '../requests/label-refusals.ts';

/** A kind of problem: the same words each time, so that nothing of a request can slip into an answer. */
export interface ProblemType {
  readonly status: number;
  /** What is the matter. */
  readonly title: string;
  /** What to do about it. */
  readonly detail: string;
}

/** What only this door refuses. The codes are part of its contract: add, never rename (docs/http.md). */
export const doorProblems = {
  'body-missing': {
    status: 400,
    title: 'The request has no body.',
    detail: 'Send one JSON object; the page of the route shows an example.',
  },
  'body-unreadable': {
    status: 400,
    title: 'The body is not JSON as this API reads it.',
    detail: 'Send one JSON object in UTF-8; `errors` says where it cannot be read, and why.',
  },
  'idempotency-key-missing': {
    status: 400,
    title: 'The request has no Idempotency-Key.',
    detail:
      'Choose a new key for each command, such as a UUID, and send the same one when you send it again.',
  },
  'idempotency-key-malformed': {
    status: 400,
    title: 'The Idempotency-Key cannot be used.',
    detail: 'Write 1 to 64 letters, digits, points, underscores, colons or dashes, bare or in double quotes.',
  },
  'if-match-malformed': {
    status: 400,
    title: 'If-Match is no tag of this API.',
    detail: 'Send the ETag of the resource as it was given, or an asterisk for any that exists.',
  },
  'parameter-invalid': {
    status: 400,
    title: 'A query parameter is unknown, or does not hold what it must.',
    detail: 'Correct or remove the parameters that `errors` names.',
  },
  'request-malformed': {
    status: 400,
    title: 'The request cannot be read.',
    detail: 'Check its path, its headers and its length.',
  },
  'route-not-found': {
    status: 404,
    title: 'There is no such route, or it does not know this method.',
    detail: 'The page at /api/docs lists every route.',
  },
  'subject-not-known': {
    status: 404,
    title: 'The ledger knows no such thing, or did not at the time that was asked for.',
    detail: 'Correct the id, or ask without `asOf` and `knownAt`.',
  },
  'not-acceptable': {
    status: 406,
    title: 'There is no answer in a format that Accept names.',
    detail:
      'Accept application/json; lists are also given as CSV, NDJSON, Parquet and XLSX, by their media types.',
  },
  'label-taken': labelProblemType('label-taken'),
  'label-differs': labelProblemType('label-differs'),
  'label-forgotten': labelProblemType('label-forgotten'),
  'ledger-moved': {
    status: 410,
    title: 'The ledger takes nothing any more here: it moved, or is on its way.',
    detail:
      'Send it, with the same Idempotency-Key, to where the ledger is now; whoever keeps it knows. Questions are answered here as before.',
  },
  'revision-differs': {
    status: 412,
    title: 'Something has changed since you looked: the tag in If-Match is not the present one.',
    detail:
      'Read the resource again, see what has changed, and send the command with the new tag; it stands in the header ETag.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is larger than 1 MiB.',
    detail: 'Send less at once.',
  },
  'file-too-large': {
    status: 413,
    title: 'The file is larger than 64 MiB.',
    detail:
      'Take it in with `restitution take-in`, which reads a file of any length, or ask for it in parts.',
  },
  'not-json': {
    status: 415,
    title: 'The body is of another type than application/json, or is compressed.',
    detail: 'Send it as application/json, without Content-Encoding.',
  },
  'not-a-file': {
    status: 415,
    title: 'The body does not come as a file, or is compressed.',
    detail:
      'Send the bytes of the file, as application/octet-stream, application/xml or text/csv, without Content-Encoding.',
  },
  'host-unknown': {
    status: 421,
    title: 'The server does not answer under the name that was asked for.',
    detail: 'It listens on this machine only; ask for localhost or 127.0.0.1.',
  },
  'command-invalid': {
    status: 422,
    title: 'Some fields of the command do not hold what they must.',
    detail: 'Correct the fields that `errors` names. Nothing was recorded.',
  },
  'file-refused': {
    status: 422,
    title: 'The file cannot be taken in.',
    detail:
      'Nothing of it was taken in. `errors` names each line and rule; ask whoever made the file for a whole one.',
  },
  unexpected: {
    status: 500,
    title: 'Something unexpected happened: a fault of this program.',
    detail:
      'Report it with the requestId. To know whether a command was recorded, send it again with its key.',
  },
  busy: {
    status: 503,
    title: 'Others kept writing first.',
    detail: 'Send it again with the same Idempotency-Key; nothing was recorded.',
  },
  'uploads-full': {
    status: 503,
    title: 'More files are on their way than the server holds at once.',
    detail: 'Send it again in a while. Nothing was recorded.',
  },
  'store-unavailable': {
    status: 503,
    title: 'The store does not answer.',
    detail: 'Send it again with the same Idempotency-Key: what was recorded is not recorded twice.',
  },
  'read-models-damaged': {
    status: 503,
    title: 'The read models are damaged; what is recorded stands.',
    detail:
      'Whoever keeps the ledger runs `restitution rebuild`, also while the server runs. Then send it again, a command with the same Idempotency-Key.',
  },
  'projections-stopped': {
    status: 503,
    title: 'The read models stand still at an event that they cannot tell; what is recorded stands.',
    detail:
      'Nothing is answered that would leave it out. `GET /api/v1/projections` names the event and says why; whoever keeps the ledger takes a version of the program that can tell it.',
  },
  'not-ready': {
    status: 503,
    title: 'The ledger is not ready yet.',
    detail: 'The store does not answer, or the read models are behind the log. Ask again.',
  },
} as const satisfies Readonly<Record<string, ProblemType>>;

function labelProblemType(rule: keyof typeof labelRefusals): ProblemType {
  const { what, advice } = labelRefusals[rule];
  return { status: 409, title: what, detail: advice };
}
