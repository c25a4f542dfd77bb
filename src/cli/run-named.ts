import { idPattern, type RunId } from '../domain/ids.ts';
import { Failure } from './failure.ts';
import type { Asked } from './verb.ts';

/** The run that stands behind the verb. @throws Failure where none does */
export function runNamed({ args }: Pick<Asked, 'args'>): RunId {
  const [, id = ''] = args;
  if (!new RegExp(idPattern('run')).test(id))
    throw new Failure('usage', 'This is not the id of a run.', 'Write it as n-20261130.');
  return id as RunId;
}
