/** What a victim received, as the events of the victim's stream tell of it. */
import type { LedgerEvent } from '../../domain/events.ts';
import type { CaseId, OrderId } from '../../domain/ids.ts';
import { noMoney, parseMoney, subtract, type Money } from '../../domain/money.ts';
import type { HistoryLine } from '../../domain/victim/history-events.ts';
import type { Track } from '../../domain/statutes/restitution-statutes.ts';

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

/** What another id of the person brought along, when the two were joined. */
export interface BroughtAlong {
  readonly credited: readonly Credited[];
  readonly vacated: readonly OrderId[];
  readonly assisted: readonly Money[];
  readonly hasAssignments: boolean;
}

/** The same, out of what stood under that id, of the tracks that count. */
export function broughtAlong(
  lines: readonly HistoryLine[],
  isCounted: (track: Track) => boolean,
): BroughtAlong {
  const owed = lines.flatMap((line) => (line.kind === 'LIABILITY' && isCounted(line.track) ? [line] : []));
  const paid = owed.filter((line) => parseMoney(line.paid) !== noMoney);
  return {
    credited: paid.map(({ caseId, orderId, paid: amount }) => {
      return { caseId, orderId, amount: parseMoney(amount) };
    }),
    vacated: owed.filter(({ isVacated }) => isVacated).map(({ orderId }) => orderId),
    assisted: lines.flatMap((line) => {
      if (line.kind !== 'ASSISTANCE') return [];
      const kept = line.payments.filter(({ isReturned }) => isReturned !== true);
      return kept.map(() => parseMoney(line.amount));
    }),
    hasAssignments: lines.some(({ kind }) => kind === 'ASSIGNMENT'),
  };
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
