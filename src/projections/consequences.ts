import { parseMoney, type Money, type MoneyText } from '../domain/money.ts';
import { history, tableOf } from './read-model.ts';
import type { Told } from './told.ts';

/** What 18 U.S.C. 2259(b)(2)(C) made of the facts about a victim. */
export interface ConsequenceRow {
  readonly position: number;
  readonly type: string;
  readonly victimId: string;
  readonly effectiveOn: string;
  readonly citation: string;
  /** Which full recovery is meant, where one is. */
  readonly epoch: number | null;
  /** The new cap, where it moved; what was received above it, where that was noted. */
  readonly amount: Money | null;
  /** The receipt whose credit brought it about, where one did. */
  readonly receiptId: string | null;
}

const table = tableOf<ConsequenceRow>({
  name: 'consequences',
  columns: {
    position: 'integer',
    type: 'word',
    victimId: 'term',
    effectiveOn: 'day',
    citation: 'word',
    epoch: 'integer',
    amount: 'amount',
    receiptId: 'term',
  },
  key: ['position'],
  indexes: [['victimId', 'type']],
});

/** Everything that followed by law, with the words it followed under; the last of a kind counts. */
export const consequences = history(table, {
  GreatestLossChanged: (event) => [ofAmount(event, event.data.greatestLoss)],
  OverRecoveryNoted: (event) => [ofAmount(event, event.data.amount)],
  OverRecoveryClaimed: (event) => [ofAmount(event, event.data.amount)],
  FullRecoveryReached: (event) => [ofEpoch(event)],
  FullRecoveryUndone: (event) => [ofEpoch(event)],
  LiabilitiesTerminated: (event) => [ofEpoch(event)],
  LiabilitiesReinstated: (event) => [ofEpoch(event)],
});

type OfEpoch = Told<
  'FullRecoveryReached' | 'FullRecoveryUndone' | 'LiabilitiesTerminated' | 'LiabilitiesReinstated'
>;
type OfAmount = Told<'GreatestLossChanged' | 'OverRecoveryNoted' | 'OverRecoveryClaimed'>;

function ofEpoch({ position, type, data, effectiveOn, behind }: OfEpoch): ConsequenceRow {
  const { victimId, citation, epoch } = data;
  return { position, type, victimId, effectiveOn, citation, epoch, amount: null, receiptId: behind };
}

function ofAmount(
  { position, type, data, effectiveOn, behind }: OfAmount,
  text: MoneyText | null,
): ConsequenceRow {
  const { victimId, citation } = data;
  const amount = text === null ? null : parseMoney(text);
  return { position, type, victimId, effectiveOn, citation, epoch: null, amount, receiptId: behind };
}
