/** What a victim's stream let in of a tender (2259(b)(2)(C), P-06, P-07), by the state that it was decided on. */
import type { RecoveryCredited } from '../../domain/liability/events.ts';
import { withLessEnded } from '../../domain/liability/liability.ts';
import { noMoney, parseMoney, type Money } from '../../domain/money.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import { headroom } from '../../domain/statutes/18-usc-2259-b-2-c-full-recovery.ts';
import { countedSoFar } from '../../domain/victim/counted-credits.ts';
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
  const found = victim.liabilities.get(data);
  if (found === undefined) return { lines: [], why: undefined, isJoint: false };
  const hadEnded = parseMoney(data.hadEnded ?? '0.00');
  const liability = withLessEnded(found, hadEnded);
  const { owed, lines, isJoint } = owedShown(liability, {
    group: victim.joint.get(data.orderId),
    policies,
    under: (orderId) => victim.liabilities.get({ orderId, victimId: data.victimId }),
  });
  const offered = parseMoney(data.offered);
  const room = counts(liability, policies) ? roomOf(victim, policies) : undefined;
  const met: Met = { data, offered, owed, room, answer: policies['P-07'] };
  return {
    lines: [...gaveWay(met, hadEnded), ...lines, ...(room ? [room.line] : []), resultLine(met)],
    ...{ why: whyLess(met), isJoint },
  };
}

/** What had ended of it, and is counted as owed for a payment that comes before those that brought the end. */
function gaveWay({ data }: Met, hadEnded: Money): readonly Line[] {
  if (hadEnded === noMoney) return [];
  const note = `${data.victimId} under ${data.orderId}: had ended by full recovery, and gives way to it (P-08, P-45)`;
  return [line(amount(hadEnded), { note, recorded: hadEnded })];
}

/** A tender as it met the liability and the headroom. */
interface Met {
  readonly data: RecoveryCredited['data'];
  readonly offered: Money;
  readonly owed: Money;
  readonly room: Room | undefined;
  readonly answer: Policies['P-07'];
}

/** Whether the tender crosses the greatest loss, so that P-07 is asked. */
function isCrossing({ offered, owed, room }: Met): boolean {
  return room !== undefined && offered > room.left && owed > room.left;
}

function resultLine(met: Met): Line {
  const { data, offered, owed, room, answer } = met;
  const recorded = parseMoney(data.accepted);
  const name = `${data.victimId} under ${data.orderId}`;
  if (isCrossing(met) && (answer === 'REJECT_WHOLE' || (answer === 'ACCEPT_WHOLE' && room?.left === noMoney)))
    return line(amount(noMoney), { note: `${name}: not taken at all (P-07)`, recorded });
  const isSplit = room !== undefined && answer === 'SPLIT';
  const term = least(amount(offered), amount(owed), ...(isSplit ? [amount(room.left)] : []));
  return line(term, {
    note: `${name}: the least of what was offered, owed${isSplit ? ', and let in' : ''}`,
    recorded,
  });
}

interface Room {
  readonly left: Money;
  readonly line: Line;
}

/** The headroom as the tender met it (P-06). */
function roomOf(victim: VictimState, policies: Policies): Room | undefined {
  const { greatestLoss: cap } = victim;
  const sofar = countedSoFar(victim, policies);
  const left = headroom(cap, sofar);
  if (cap === undefined || left === undefined) return undefined;
  const note = 'headroom: the greatest loss, less what had been received';
  return { left, line: line(orNothing(minus(amount(cap), amount(sofar))), { note, recorded: left }) };
}

function whyLess(met: Met): string | undefined {
  const { data, answer } = met;
  if (data.accepted === data.offered) return undefined;
  const name = `${data.victimId} under ${data.orderId}`;
  if (!isCrossing(met) || answer === 'ACCEPT_WHOLE') return `To ${name}, no more was owed.`;
  return `To ${name}, no more was let in: the victim may not recover more than the greatest loss (P-07: ${answer}).`;
}
