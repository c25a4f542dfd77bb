import { problemTypes, type ProblemCode } from './problem-types.ts';

/** One thing that is wrong, and where: a field of the body or a parameter, never its value. */
export interface Fault {
  /** JSON Pointer into the body; for a parameter, a slash and its name. */
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** What goes with a problem beside its code. */
export interface ProblemParts {
  readonly errors?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
  /** What went wrong inside; it goes to the log, never to the sender. */
  readonly cause?: unknown;
}

/** Why a request is answered by a problem, as RFC 9457 has it. Whoever throws one names a code of the one table. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly Fault[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, { errors = [], headers = {}, cause }: ProblemParts = {}) {
    super(code, { cause });
    this.name = 'Problem';
    this.code = code;
    this.errors = errors;
    this.headers = headers;
  }

  get status(): number {
    return problemTypes[this.code].status;
  }
}
