import { history, tableOf } from './read-model.ts';
import type { Told } from './told.ts';

/** One thing that became known of the people beside a victim. */
export interface PeopleRow {
  readonly position: number;
  /** Of several heirs in one event, from 0. */
  readonly line: number;
  readonly item: number;
  readonly type: string;
  readonly victimId: string;
  readonly representativeId: string | null;
  readonly defendantId: string | null;
  readonly caseId: string | null;
  readonly orderId: string | null;
  /** The other id of the same person. */
  readonly otherId: string | null;
  /** In which capacity, why it ended, or on whose word. */
  readonly word: string | null;
  /** Of an end, the day on which what ended had begun. */
  readonly beganOn: string | null;
  /** The day from which it is over, as it was given at the beginning. */
  readonly untilOn: string | null;
  readonly effectiveOn: string;
}

const table = tableOf<PeopleRow>({
  name: 'people',
  columns: {
    position: 'integer',
    line: 'integer',
    item: 'integer',
    type: 'word',
    victimId: 'term',
    representativeId: 'term',
    defendantId: 'term',
    caseId: 'term',
    orderId: 'term',
    otherId: 'term',
    word: 'word',
    beganOn: 'day',
    untilOn: 'day',
    effectiveOn: 'day',
  },
  key: ['position', 'line'],
  indexes: [['victimId'], ['otherId'], ['type']],
});

/** All that is known of the people beside victims. */
export const people = history(table, {
  RightsAssumed: (event) => {
    const { representativeId, defendantId, capacity: word, until } = event.data;
    const untilOn = until ?? null;
    return [rowOf(event, { representativeId, defendantId: defendantId ?? null, word, untilOn })];
  },
  RepresentationEnded: (event) => {
    const { representativeId, reason: word, assumedOn: beganOn } = event.data;
    return [rowOf(event, { representativeId, word, beganOn })];
  },
  RepresentativeConvicted: (event) => [rowOf(event, { representativeId: event.data.representativeId })],
  VictimDied: (event) => [rowOf(event, {})],
  SuccessionRecorded: (event) =>
    event.data.heirs.map(({ representativeId, defendantId = null }, line) => {
      return rowOf(event, { representativeId, defendantId, word: event.data.source, line });
    }),
  PayoutHeld: (event) => [rowOf(event, { representativeId: event.data.representativeId })],
  PayoutReleased: (event) => [rowOf(event, { representativeId: event.data.representativeId })],
  InterestAssigned: (event) => [rowOf(event, interestOf(event))],
  AssignmentRevoked: (event) => [rowOf(event, interestOf(event))],
  IdentityAbsorbed: (event) => [rowOf(event, { otherId: event.data.survivorId })],
  IdentityTakenOver: (event) => [rowOf(event, { otherId: event.data.absorbedId })],
  HistoriesJoined: (event) => [rowOf(event, { otherId: event.data.absorbedId })],
});

type OfPeople =
  | 'RightsAssumed'
  | 'RepresentationEnded'
  | 'RepresentativeConvicted'
  | 'VictimDied'
  | 'SuccessionRecorded'
  | 'PayoutHeld'
  | 'PayoutReleased'
  | 'InterestAssigned'
  | 'AssignmentRevoked'
  | 'IdentityAbsorbed'
  | 'IdentityTakenOver'
  | 'HistoriesJoined';

function rowOf(
  { position, item, type, data: { victimId }, effectiveOn }: Told<OfPeople>,
  news: Partial<PeopleRow>,
): PeopleRow {
  const blank = { representativeId: null, defendantId: null, caseId: null, orderId: null, otherId: null };
  const days = { beganOn: null, untilOn: null, effectiveOn };
  return { position, line: 0, item, type, victimId, ...blank, word: null, ...days, ...news };
}

function interestOf({
  data: { caseId, orderId },
}: Told<'InterestAssigned' | 'AssignmentRevoked'>): Pick<PeopleRow, 'caseId' | 'orderId'> {
  return { caseId: caseId ?? null, orderId: orderId ?? null };
}
