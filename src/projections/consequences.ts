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
  /** The new cap, where it moved; the cap that was reached; what was received above it, where that was noted. */
  readonly amount: Money | null;
  /** The fact that brought it about, where one did: its type, where it stands, and what it is about. */
  readonly causeType: string | null;
  readonly causePosition: number | null;
  readonly causeId: string | null;
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
    causeType: 'word',
    causePosition: 'integer',
    causeId: 'term',
  },
  key: ['position'],
  indexes: [['victimId', 'type']],
});

/** Everything that followed by law, with the words it followed under; the last of a kind counts. */
export const consequences = history(table, {
  GreatestLossChanged: (event) => [ofAmount(event, event.data.greatestLoss)],
  OverRecoveryNoted: (event) => [ofAmount(event, event.data.amount)],
  OverRecoveryClaimed: (event) => [ofAmount(event, event.data.amount)],
  FullRecoveryReached: (event) => [{ ...ofEpoch(event), amount: parseMoney(event.data.greatestLoss) }],
  FullRecoveryUndone: (event) => [ofEpoch(event)],
  LiabilitiesTerminated: (event) => [ofEpoch(event)],
  LiabilitiesReinstated: (event) => [ofEpoch(event)],
});

type OfEpoch = Told<
  'FullRecoveryReached' | 'FullRecoveryUndone' | 'LiabilitiesTerminated' | 'LiabilitiesReinstated'
>;
type OfAmount = Told<'GreatestLossChanged' | 'OverRecoveryNoted' | 'OverRecoveryClaimed'>;

function ofEpoch(event: OfEpoch): ConsequenceRow {
  return { ...rowOf(event), epoch: event.data.epoch, amount: null };
}

function ofAmount(event: OfAmount, text: MoneyText | null): ConsequenceRow {
  return { ...rowOf(event), epoch: null, amount: text === null ? null : parseMoney(text) };
}

function rowOf({
  position,
  type,
  data,
  effectiveOn,
  cause,
}: OfEpoch | OfAmount): Omit<ConsequenceRow, 'epoch' | 'amount'> {
  const { victimId, citation } = data;
  const because = {
    causeType: cause?.type ?? null,
    causePosition: cause?.position ?? null,
    causeId: cause?.id ?? null,
  };
  return { position, type, victimId, effectiveOn, citation, ...because };
}
