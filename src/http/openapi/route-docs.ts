/** What the routes say of themselves in the OpenAPI document: one decorator a route. */
import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { CommandType } from '../../domain/commands.ts';
import { requestTypes } from '../../requests/request-types.ts';
import { RelabelRequest } from '../../requests/relabel-request.ts';
import { AnyCommand } from '../any-command.ts';
import { problemCodes, problemTypes } from '../problem-types.ts';
import type { Answer } from './answer.ts';
import { answers, type AnswerName } from './answers.ts';
import { tableFormats } from '../../formats/tables/table-formats.ts';
import { exampleBodies } from '../../requests/example-bodies.ts';
import { ref, type Schema } from './schema-words.ts';

type Decorator = ReturnType<typeof applyDecorators>;

/** A route that takes a command. */
export function Takes(name: CommandType): Decorator {
  const type = requestTypes.find((each) => each.name === name);
  if (type === undefined) throw new TypeError(`there is no request for ${name}`);
  const { summary, requestClass } = type;
  return takes({ summary, requestClass, example: exampleBodies[name] });
}

/** The route that takes any command. */
export function TakesAny(): Decorator {
  const example = { command: 'RegisterVictim', ...exampleBodies.RegisterVictim };
  const summary = 'Send any command: its name, and beside it the fields of its request.';
  return takes({ summary, requestClass: AnyCommand, example });
}

/** The route that tells the directory, and not the ledger, and so needs no Idempotency-Key: it may be sent again. */
export function TakesLabel(): Decorator {
  const summary = 'Call a victim, case, defendant or order by another label from now on.';
  const content = { 'application/json': { schema: ref('Relabelled') } };
  return applyDecorators(
    ApiOperation({ summary, operationId: 'relabel' }),
    ApiBody({
      type: RelabelRequest,
      examples: { example: { value: { label: 'Series 7, second victim' } } },
    }),
    ApiResponse({ status: 200, description: 'It is called so.', content }),
    ...problems([400, 404, 409, 413, 415, 422, 503]),
  );
}

/** A route that answers a question. */
export function Gives(name: AnswerName): Decorator {
  const { summary, isList, schema, example }: Answer = answers[name];
  const content = isList ? listContent(schema, example) : { 'application/json': { schema, example } };
  return applyDecorators(
    ApiOperation({ summary, operationId: name }),
    ApiResponse({ status: 200, description: 'The answer.', content } as ResponseOptions),
    ...(isTagged.has(name)
      ? [ApiHeader(ifNoneMatch), refusedWith(304, 'Nothing has changed since the tag.')]
      : []),
    ...problems(name === 'ready' ? [503] : [400, 404, 406, 503]),
  );
}

type ResponseOptions = Parameters<typeof ApiResponse>[0];

interface Taken {
  readonly summary: string;
  readonly requestClass: new () => object;
  readonly example: object;
}

function takes({ summary, requestClass, example }: Taken): Decorator {
  const content = { 'application/json': { schema: ref('CommandAnswer') } };
  const described = { 201: 'It was recorded.', 200: 'The ledger knew it already, or it was a dry run.' };
  return applyDecorators(
    ApiOperation({ summary, operationId: requestClass.name.replace(/Request$/, '') }),
    ApiBody({ type: requestClass, examples: { example: { value: example } } }),
    ...commandHeaders.map((header) => ApiHeader(header)),
    ...Object.entries(described).map(([status, description]) =>
      ApiResponse({ status: Number(status), description, content }),
    ),
    ...problems([400, 404, 409, 410, 412, 413, 415, 422, 503]),
  );
}

const isTagged: ReadonlySet<AnswerName> = new Set<AnswerName>(['victim', 'order', 'receipt', 'policies']);

const ifNoneMatch = {
  name: 'If-None-Match',
  description: 'The ETag of what you have; where nothing has changed, the answer is 304.',
  required: false,
};

/** The header by which a request says how it is to be carried out. */
export const prefer = {
  name: 'Prefer',
  description:
    'With handling=dry-run, the answer is what would be recorded, and nothing is. With closed-months=reach, what reaches ' +
    'months that are closed is recorded, too.',
  required: false,
  schema: { type: 'string', example: 'handling=dry-run' },
};

const commandHeaders = [
  {
    name: 'Idempotency-Key',
    description:
      'The id of the command: sent again under the same key, it is done once. 1 to 64 of A-Z a-z 0-9 . _ : -',
    required: true,
    schema: { type: 'string', example: '0b8f7c9e-2f0d-4d0e-9d6b-5a1f7c3e9a10' },
  },
  {
    name: 'If-Match',
    description: 'The ETag of what the command is about; where it has changed since, nothing is recorded.',
    required: false,
    schema: { type: 'string', example: '"r3"' },
  },
  prefer,
];

/** A page as JSON; all of it row by row in the other forms. */
function listContent(row: Schema, example: unknown): Schema {
  const properties = {
    items: { type: 'array', items: row },
    nextCursor: {
      type: ['string', 'null'],
      description: 'Where the next page begins; null where there is none.',
    },
  };
  return {
    'application/json': {
      schema: { type: 'object', required: ['items', 'nextCursor'], properties },
      example,
    },
    ...Object.fromEntries(
      Object.values(tableFormats).map(({ mediaType, saysItself }) => [
        mediaType,
        { schema: saysItself ? { type: 'string', format: 'binary' } : { type: 'string' } },
      ]),
    ),
  };
}

/** What a route may answer instead. */
export function problems(statuses: readonly number[]): readonly Decorator[] {
  return statuses.map((status) =>
    refusedWith(status, `Refused. Codes: ${codesOf(status).join(', ')}.`, {
      'application/problem+json': { schema: ref('Problem') },
    }),
  );
}

function refusedWith(status: number, description: string, content: Schema = {}): Decorator {
  return ApiResponse({ status, description, content } as ResponseOptions);
}

function codesOf(status: number): readonly string[] {
  return problemCodes.filter((code) => problemTypes[code].status === status);
}
