/** What the routes that take files in, and match what lies open, say of themselves in the OpenAPI document. */
import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { ReconcileRequest } from '../../requests/reconcile-request.ts';
import { fileTypes } from '../upload.ts';
import { exampleFileTaken, exampleReconciled } from './example-intake-answers.ts';
import { prefer, problems } from './route-docs.ts';
import { ref } from './schema-words.ts';

type Decorator = ReturnType<typeof applyDecorators>;

/** The route that takes a file of a bank in. The same file is the same statement, and so it needs no Idempotency-Key. */
export function TakesFile(): Decorator {
  const summary = 'Take a file of a bank, a court or the Treasury in as a statement, where it proves.';
  const content = { 'application/json': { schema: ref('FileTaken'), example: exampleFileTaken } };
  return applyDecorators(
    ApiOperation({ summary, operationId: 'TakeInFile' }),
    ApiConsumes(...fileTypes),
    ApiBody({ schema: { type: 'string', format: 'binary', description: 'The file, at most 64 MiB.' } }),
    ApiHeader(prefer),
    ApiResponse({ status: 201, description: 'It is a statement now.', content }),
    ApiResponse({ status: 200, description: 'It was one before, or it was a dry run.', content }),
    ...problems([400, 404, 409, 410, 413, 415, 422, 503]),
  );
}

/** The route that matches what lies open. What is settled is passed over, and so it needs no Idempotency-Key. */
export function Reconciles(): Decorator {
  const summary =
    'Match what lies open: what fits is matched, what does not waits in suspense, each with its reason.';
  const content = { 'application/json': { schema: ref('Reconciled'), example: exampleReconciled } };
  return applyDecorators(
    ApiOperation({ summary, operationId: 'Reconcile' }),
    ApiBody({ type: ReconcileRequest, examples: { example: { value: { on: '2026-03-04' } } } }),
    ApiHeader(prefer),
    ApiResponse({ status: 200, description: 'What became of each line, or would become.', content }),
    ...problems([400, 410, 413, 415, 422, 503]),
  );
}
