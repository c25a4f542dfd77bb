/** What a victim received, as the events of the victim's stream tell of it. */
import type { LedgerEvent } from '../../domain/events.ts';
import type { CaseId, OrderId } from '../../domain/ids.ts';
import { liabilityKey } from '../../domain/liability/liability-index.ts';
import { noMoney, parseMoney, subtract, sum, type Money } from '../../domain/money.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import type { HistoryLine, LineOf } from '../../domain/victim/history-events.ts';
import { countsOn } from '../../domain/victim/state.ts';
import { isRecovery, paidBy } from './moved.ts';

/** Money credited under an order, or come back. */
export interface Credited {
  readonly caseId: CaseId;
  readonly orderId: OrderId;
  readonly amount: Money;
}

/** What the Reserve paid by an event: below nothing where it came back; undefined where it is about something else. */
export function assistedBy({ type, data }: LedgerEvent): Money | undefined {
  if (type === 'AssistanceReceived') return parseMoney(data.amount);
  return type === 'AssistanceReturned' ? subtract(noMoney, parseMoney(data.amount)) : undefined;
}

/** What a receipt brought by an event, as principal and, where that counts, as interest (P-10): below nothing where it came back. */
export function movedBy(event: LedgerEvent, policies: Policies): Money | undefined {
  if (isRecovery(event)) return paidBy(event);
  if (policies['P-10'] !== 'COUNTS') return undefined;
  if (event.type === 'InterestReceived') return parseMoney(event.data.accepted);
  return event.type === 'InterestReturned' ? subtract(noMoney, parseMoney(event.data.amount)) : undefined;
}

/** What another id of the person brought along, when the two were joined. */
export interface BroughtAlong {
  readonly credited: readonly Credited[];
  readonly vacated: readonly OrderId[];
  readonly assisted: readonly Money[];
  readonly hasAssignments: boolean;
}

/** The same, out of what stood under that id, of the tracks that count. */
export function broughtAlong(lines: readonly HistoryLine[], policies: Policies): BroughtAlong {
  const owed = lines.flatMap((line) =>
    line.kind === 'LIABILITY' && countsOn(line.track, policies) ? [line] : [],
  );
  const paid = owed.filter((line) => parseMoney(line.paid) !== noMoney);
  return {
    credited: [
      ...paid.map(({ caseId, orderId, paid: amount }) => ({ caseId, orderId, amount: parseMoney(amount) })),
      ...(policies['P-10'] === 'COUNTS' ? interestIn(lines, owed) : []),
    ],
    vacated: owed.filter(({ isVacated }) => isVacated).map(({ orderId }) => orderId),
    assisted: lines.flatMap((line) => {
      if (line.kind !== 'ASSISTANCE') return [];
      const kept = line.payments.filter(({ isReturned }) => isReturned !== true);
      return kept.map(() => parseMoney(line.amount));
    }),
    hasAssignments: lines.some(({ kind }) => kind === 'ASSIGNMENT'),
  };
}

/** Interest that stands, under those of the orders that count. */
function interestIn(
  lines: readonly HistoryLine[],
  owed: readonly LineOf<'LIABILITY'>[],
): readonly Credited[] {
  const caseOf = new Map(owed.map((line) => [liabilityKey(line), line.caseId]));
  return lines.flatMap((line): readonly Credited[] => {
    if (line.kind !== 'INTEREST' || line.isReversed) return [];
    const { orderId } = line;
    const caseId = caseOf.get(liabilityKey(line));
    const amount = sum(line.rounds.map((each) => parseMoney(each.amount)));
    return caseId === undefined || amount === noMoney ? [] : [{ caseId, orderId, amount }];
  });
}

/** What was recovered elsewhere, and what came of that. */
export const fromElsewhere: ReadonlySet<string> = new Set([
  ...['RecoveryReported', 'RecoveryVerified', 'RecoveryRejected', 'RecoveryWithdrawn'],
]);

/** Facts that may move the greatest loss. */
export const measures: ReadonlySet<string> = new Set([
  ...[
    'HistoriesJoined',
    'LossDetermined',
    'LiabilityImposed',
    'LiabilityBecameFinal',
    'LiabilityAmended',
    'LiabilityVacated',
  ],
]);
