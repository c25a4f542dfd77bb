import type { FinalityGround } from '../domain/liability/events.ts';
import type { Money } from '../domain/money.ts';
import type { Track } from '../domain/statutes/restitution-statutes.ts';
import { tableOf } from './read-model.ts';

/**
 * What one defendant owes one victim under one order, as it stands now.
 *
 * At every position: ordered + overpaid = paid + reduced + outstanding + terminated + vacated, and none is below nothing.
 */
export interface LiabilityRow {
  readonly orderId: string;
  readonly victimId: string;
  readonly caseId: string;
  readonly defendantId: string;
  readonly track: Track;
  /** Where it was imposed. */
  readonly position: number;
  readonly item: number;
  readonly imposedOn: string;
  readonly ordered: Money;
  readonly paid: Money;
  /** What courts credited for civil recoveries. */
  readonly reduced: Money;
  readonly outstanding: Money;
  readonly terminated: Money;
  readonly vacated: Money;
  readonly overpaid: Money;
  /** The last ground on which its order became final. */
  readonly ground: FinalityGround | null;
  readonly isVacated: 0 | 1;
  /** The position of the event that ended it by law, full recovery or the end of its term, where one did and it stands. */
  readonly ending: number | null;
}

/** The table of liabilities; what is asked of them by subject comes in the order in which they were imposed. */
export const liabilityTable = tableOf<LiabilityRow>({
  name: 'liabilities',
  columns: {
    orderId: 'term',
    victimId: 'term',
    caseId: 'term',
    defendantId: 'term',
    track: 'word',
    position: 'integer',
    item: 'integer',
    imposedOn: 'day',
    ordered: 'amount',
    paid: 'amount',
    reduced: 'amount',
    outstanding: 'amount',
    terminated: 'amount',
    vacated: 'amount',
    overpaid: 'amount',
    ground: 'word',
    isVacated: 'integer',
    ending: 'integer',
  },
  key: ['orderId', 'victimId'],
  indexes: [
    ['position', 'item'],
    ['victimId', 'position', 'item'],
    ['caseId', 'position', 'item'],
    ['defendantId', 'position', 'item'],
  ],
});

/** The key of a liability's row. */
export function liabilityKey({
  orderId,
  victimId,
}: Pick<LiabilityRow, 'orderId' | 'victimId'>): readonly string[] {
  return [orderId, victimId];
}
