import { interestOfVictim, type InterestOfVictim } from '../../domain/case/interest-of-victims.ts';
import { creditedInCaseTo } from '../../domain/case/payable.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { CaseId, ReceiptId, VictimId } from '../../domain/ids.ts';
import { parseMoney, sum } from '../../domain/money.ts';
import type { VictimCommand } from '../../domain/victim/commands.ts';
import type { TellInterest } from '../../domain/victim/commands-of-interest.ts';
import type { VictimState } from '../../domain/victim/state.ts';
import { isClosed } from '../../domain/victim/take-over.ts';
import type { Session } from '../session.ts';
import { expectOpenMonths } from './closed-months.ts';
import type { StreamRef } from '../streams.ts';

/** Whether the ledger was ever told that interest counts (P-10), from whichever day on. */
export function isInterestAskedFor({ policies }: Pick<Session, 'policies'>): boolean {
  return policies.some((each) => each.policies['P-10'] === 'COUNTS');
}

/** One credit of interest, as the victim's stream is told of it. */
export async function toldOf(
  session: Session,
  { orderId, victimId, credit, receiptId, state }: InterestOfVictim & InState,
): Promise<{ readonly command: TellInterest; readonly name: string }> {
  const { caseId, defendantId, round, amount } = credit.data;
  const ids = idsIn(await session.read({ kind: 'Victim', id: victimId }), victimId);
  const of = { victimId, caseId, orderId, defendantId, receiptId, round };
  const besideInCase = sum(ids.map((id) => creditedInCaseTo(state, id)));
  const command = {
    type: 'TellInterest',
    ...of,
    amount: parseMoney(amount),
    besideInCase,
    on: credit.effectiveOn,
  } as const;
  return { command, name: `TellInterest ${receiptId} ${orderId} ${String(round)}` };
}

interface InState {
  readonly receiptId: ReceiptId;
  readonly state: CaseState;
}

function idsIn({ id, joined }: VictimState, victimId: VictimId): readonly VictimId[] {
  return joined.length === 0 ? [victimId] : [id ?? victimId, ...joined];
}

/** What is about to be decided about a victim. */
interface Deciding {
  readonly command: VictimCommand;
  /** Whether it has just come through a door; else it follows from something, and may have been decided before. */
  readonly isNew: boolean;
}

/**
 * Where interest counts on any day, what cases had credited of it before that was asked for is told before anything else is
 * decided about the victim: once, of each of its ids. A crash may cut that short; whoever comes next tells the rest. Nothing
 * is told for a command that is refused, nor for a step that is taken again: whoever reads the log once more adds nothing.
 *
 * @throws Rejection where the command is refused
 */
export async function hearPastInterest(
  session: Session,
  ref: StreamRef<'Victim'>,
  { command, isNew }: Deciding,
): Promise<void> {
  if (!isInterestAskedFor(session)) return;
  const known = await session.read(ref);
  if (!known.isRegistered || isClosed(known)) return;
  const untold = idsIn(known, ref.id as VictimId).filter((id) => !known.pastInterestTold.has(id));
  if (untold.length === 0) return;
  if (isNew) await expectOpenMonths(session, command);
  const isDecided = await session.foresee(ref, command);
  const isHeard = (await session.heard(ref)) !== undefined;
  if (!isDecided && (!isNew || isHeard)) return;
  for (const victimId of untold) await tellPastOf(session, ref, victimId);
}

async function tellPastOf(session: Session, ref: StreamRef<'Victim'>, victimId: VictimId): Promise<void> {
  const { liabilities } = await session.read(ref);
  const own = [...liabilities.values()].filter((each) => each.victimId === victimId);
  const [on] = own.map((each) => each.imposedOn).toSorted();
  if (on === undefined) return;
  const caseIds = new Set(own.map((each) => each.caseId));
  await tellAllOf(session, ref, { victimId, caseIds });
  const cause = (await session.origin(ref)) ?? null;
  const command = { type: 'TellPastInterest', victimId, on } as const;
  await session.step({ ref, command, name: `TellPastInterest ${victimId}`, cause });
  // Whoever credits meanwhile, and does not see yet that the past is told, leaves it to that.
  await tellAllOf(session, ref, { victimId, caseIds });
}

interface InCases {
  readonly victimId: VictimId;
  readonly caseIds: ReadonlySet<CaseId>;
}

async function tellAllOf(
  session: Session,
  ref: StreamRef<'Victim'>,
  { victimId, caseIds }: InCases,
): Promise<void> {
  for (const caseId of caseIds) {
    const state = await session.read({ kind: 'Case', id: caseId }, true);
    for (const each of interestOfVictim(state, victimId)) await tellPast(session, ref, { ...each, state });
  }
}

/** A receipt may have cleared since, and is told to have. */
async function tellPast(
  session: Session,
  ref: StreamRef<'Victim'>,
  past: InterestOfVictim & InState,
): Promise<void> {
  const { orderId, victimId, receiptId, credit } = past;
  const receipt = { kind: 'Receipt', id: receiptId } as const;
  const cause = (await session.origin(receipt)) ?? null;
  const { command, name } = await toldOf(session, past);
  // One order may name a person under two ids, and then says the same of each in one stream.
  const under = ref.id === victimId ? '' : ` ${victimId}`;
  await session.step({ ref, command, name: `${name}${under}`, cause });
  const { cleared } = await session.read(receipt);
  if (cleared === undefined) return;
  const { caseId, defendantId } = credit.data;
  const of = { victimId, caseId, orderId, defendantId, receiptId, on: cleared.on };
  const clearing = { type: 'ClearInterest', ...of } as const;
  await session.step({
    ref,
    command: clearing,
    name: `ClearInterest ${receiptId} ${orderId}${under}`,
    cause,
  });
}
