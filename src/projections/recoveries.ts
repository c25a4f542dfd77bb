import type { LossCategory } from '../domain/statutes/18-usc-2259-c-2-losses.ts';
import type { RecoverySource } from '../domain/statutes/18-usc-2259-b-2-c-last-sentence-other-cases.ts';
import { changeOf } from '../domain/elsewhere/recovery.ts';
import { parseMoney, type Money } from '../domain/money.ts';
import { history, tableOf } from './read-model.ts';
import type { Told } from './told.ts';

/** What became of one recovery elsewhere: it was reported, verified, rejected or withdrawn. */
export interface RecoveryRow {
  readonly position: number;
  readonly type: string;
  readonly recoveryId: string;
  readonly victimId: string;
  readonly source: RecoverySource;
  readonly category: LossCategory;
  readonly effectiveOn: string;
  /** The day on which the victim is said to have been paid; null save where it was reported. */
  readonly receivedOn: string | null;
  /** As the event has it. */
  readonly amount: Money;
  /** By how much what is claimed, and what is verified, changed. */
  readonly claimed: Money;
  readonly verified: Money;
}

const table = tableOf<RecoveryRow>({
  name: 'recoveries',
  columns: {
    position: 'integer',
    type: 'word',
    recoveryId: 'term',
    victimId: 'term',
    source: 'word',
    category: 'word',
    effectiveOn: 'day',
    receivedOn: 'day',
    amount: 'amount',
    claimed: 'amount',
    verified: 'amount',
  },
  key: ['position'],
  indexes: [['victimId'], ['recoveryId']],
});

/** Everything that became of what victims recovered outside of the receipts of this ledger. */
export const recoveries = history(table, {
  RecoveryReported: (event) => [{ ...rowOf(event), receivedOn: event.data.receivedOn }],
  RecoveryVerified: (event) => [rowOf(event)],
  RecoveryRejected: (event) => [rowOf(event)],
  RecoveryWithdrawn: (event) => [rowOf(event)],
});

function rowOf(
  event: Told<'RecoveryReported' | 'RecoveryVerified' | 'RecoveryRejected' | 'RecoveryWithdrawn'>,
): RecoveryRow {
  const { position, type, effectiveOn } = event;
  const { recoveryId, victimId, source, category } = event.data;
  const amount = parseMoney(event.data.amount);
  const ids = { recoveryId, victimId, source, category };
  return { position, type, ...ids, effectiveOn, receivedOn: null, amount, ...changeOf(event) };
}
