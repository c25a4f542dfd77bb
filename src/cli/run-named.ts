import type { RunPurpose } from '../domain/disbursement/events.ts';
import { idPattern, type RunId } from '../domain/ids.ts';
import { Failure } from './failure.ts';
import { textOf, type Asked } from './verb.ts';

/** The run that stands behind the verb. @throws Failure where none does */
export function runNamed({ args }: Pick<Asked, 'args'>): RunId {
  const [, id = ''] = args;
  if (!new RegExp(idPattern('run')).test(id))
    throw new Failure('usage', 'This is not the id of a run.', 'Write it as n-20261130.');
  return id as RunId;
}

/** Whose money is meant: that of victims, unless told. @throws Failure where the option says neither */
export function purposeIn({ options }: Pick<Asked, 'options'>): RunPurpose {
  const text = textOf(options, 'purpose') ?? 'victims';
  if (text === 'victims') return 'VICTIMS';
  if (text === 'refunds') return 'REFUNDS';
  throw new Failure('usage', '--purpose names no purpose.', 'Write victims or refunds.');
}
