/** What a victim's stream let in of a tender (2259(b)(2)(C), P-06, P-07), by the state that it was decided on. */
import type { RecoveryCredited } from '../../domain/liability/events.ts';
import { noMoney, parseMoney, type Money } from '../../domain/money.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import { headroom } from '../../domain/statutes/18-usc-2259-b-2-c-full-recovery.ts';
import { received, recoveredInAll } from '../../domain/victim/recovery.ts';
import { counts, type VictimState } from '../../domain/victim/state.ts';
import { amount, least, line, minus, orNothing, type Line } from './arithmetic.ts';
import { owedShown } from './joint-shown.ts';

/** What was let in, in lines; the last says what was accepted. */
export interface CreditShown {
  readonly lines: readonly Line[];
  /** Why less was let in than was offered, or nothing; undefined where all of it was. */
  readonly why: string | undefined;
  readonly isJoint: boolean;
}

/** How what was accepted of a tender came about. */
export function creditShown(
  { data }: RecoveryCredited,
  victim: VictimState,
  policies: Policies,
): CreditShown {
  const [offered, accepted] = [parseMoney(data.offered), parseMoney(data.accepted)];
  const liability = victim.liabilities.get(data.orderId);
  const name = `${data.victimId} under ${data.orderId}`;
  if (liability === undefined) return { lines: [], why: undefined, isJoint: false };
  const group = victim.joint.get(data.orderId);
  const { owed, lines, isJoint } = owedShown(liability, {
    ...{ group, policies },
    under: (orderId) => victim.liabilities.get(orderId),
  });
  const room = counts(liability, policies) ? roomOf(victim, policies) : undefined;
  const wanted = owed < offered ? owed : offered;
  const taken = room === undefined || wanted <= room.left ? undefined : policies['P-07'];
  const limits = [amount(offered), amount(owed), ...(taken === 'SPLIT' && room ? [amount(room.left)] : [])];
  const [first = amount(noMoney), ...others] = limits;
  const isRefused = taken === 'REJECT_WHOLE' || (taken === 'ACCEPT_WHOLE' && room?.left === noMoney);
  const result = isRefused
    ? line(amount(noMoney), { note: `${name}: not taken at all`, recorded: accepted })
    : line(least(first, ...others), {
        note: `${name}: the least of what was offered, owed, and let in`,
        recorded: accepted,
      });
  return {
    lines: [...lines, ...(room === undefined ? [] : [room.line]), result],
    why: accepted === offered ? undefined : whyLess(name, { isOwed: wanted === accepted, taken }),
    isJoint,
  };
}

interface Room {
  readonly left: Money;
  readonly line: Line;
}

/** The headroom as the tender met it (P-06). */
function roomOf(victim: VictimState, policies: Policies): Room | undefined {
  const { greatestLoss: cap } = victim;
  const sofar = policies['P-06'] === 'FREEZE' ? recoveredInAll(victim, policies) : received(victim, policies);
  const left = headroom(cap, sofar);
  if (cap === undefined || left === undefined) return undefined;
  const note = 'headroom: the greatest loss, less what had been received';
  return { left, line: line(orNothing(minus(amount(cap), amount(sofar))), { note, recorded: left }) };
}

function whyLess(
  name: string,
  { isOwed, taken }: { isOwed: boolean; taken: Policies['P-07'] | undefined },
): string {
  if (isOwed && taken !== 'ACCEPT_WHOLE') return `To ${name}, no more was owed.`;
  return `To ${name}, no more was let in: the victim may not recover more than the greatest loss (P-07: ${taken ?? 'SPLIT'}).`;
}
