import { firstDay } from '../calendar-date.ts';
import type { Context } from '../decider.ts';
import { formatMoney, parseMoney, type Money } from '../money.ts';
import { invariant } from '../rejection.ts';
import type { JoinHistories, TakeOverHistory } from './commands.ts';
import type { VictimEvent } from './events.ts';
import type { VictimState } from './state.ts';

/** Whether nothing more is decided in this stream: the victim is known under another id, with one cap over both (P-31). */
export function isClosed({ people: { absorbedBy } }: Pick<VictimState, 'people'>): boolean {
  return absorbedBy?.isClosed ?? false;
}

/** The cap of an id that was joined, as it had moved last; undefined where none was joined, or it had none. */
export function capBroughtAlong(happened: readonly VictimEvent[]): Money | undefined {
  const joined = happened.find((event) => event.type === 'HistoriesJoined');
  const cap = joined?.data.greatestLoss ?? null;
  return cap === null ? undefined : parseMoney(cap);
}

/** A part is heard once; what was joined before is handed over no more. */
export function takeOverHistory(
  { victimId, absorbedId, part, lines, on }: TakeOverHistory,
  { joined, incoming }: VictimState,
): readonly VictimEvent[] {
  const heard = incoming.get(absorbedId)?.length ?? 0;
  if (joined.includes(absorbedId) || part <= heard) return [];
  invariant(part === heard + 1, 'a part of a history is handed over before the one that it follows on');
  return [{ type: 'HistoryTakenOver', effectiveOn: on, data: { victimId, absorbedId, part, lines } }];
}

/** From here on, what was handed over counts; what follows is the one measure of the cap over both ids. */
export function joinHistories(
  { victimId, absorbedId, of, parts, on }: JoinHistories,
  { joined, incoming }: VictimState,
  { policies }: Context,
): readonly VictimEvent[] {
  if (joined.includes(absorbedId)) return [];
  invariant(
    (incoming.get(absorbedId)?.length ?? 0) === parts,
    'a history is joined of which a part is missing',
  );
  const { joined: joinedBefore, greatestLoss, epoch: epochs } = of;
  const standing = of.standing.map(({ epoch, at }) => ({ epoch, greatestLoss: formatMoney(at) }));
  const { cleared, ...others } = of.frontier;
  const days = { ...others, ...(cleared !== firstDay && { cleared }) };
  const data = {
    ...{ victimId, absorbedId, ...(joinedBefore.length > 0 && { joinedBefore }), parts },
    greatestLoss: greatestLoss === undefined ? null : formatMoney(greatestLoss),
    ...{ epochs, standing, days, policyVersion: policies.version },
  };
  return [{ type: 'HistoriesJoined', effectiveOn: on, data }];
}
