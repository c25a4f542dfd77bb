import { interestOfVictim, type InterestOfVictim } from '../../domain/case/interest-of-victims.ts';
import { creditedInCaseTo } from '../../domain/case/payable.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { ReceiptId, VictimId } from '../../domain/ids.ts';
import { parseMoney, sum } from '../../domain/money.ts';
import type { TellInterest } from '../../domain/victim/commands-of-interest.ts';
import type { VictimState } from '../../domain/victim/state.ts';
import { isClosed } from '../../domain/victim/take-over.ts';
import type { Session } from '../session.ts';
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

/**
 * Where interest counts on any day, what cases had credited of it before that was asked for is told before anything else is
 * decided about the victim: once, of each of its ids. A crash may cut that short; whoever comes next tells the rest.
 */
export async function hearPastInterest(session: Session, ref: StreamRef<'Victim'>): Promise<void> {
  if (!isInterestAskedFor(session)) return;
  const known = await session.read(ref);
  if (!known.isRegistered || isClosed(known)) return;
  for (const victimId of idsIn(known, ref.id as VictimId)) await tellPastOf(session, ref, victimId);
}

async function tellPastOf(session: Session, ref: StreamRef<'Victim'>, victimId: VictimId): Promise<void> {
  const { pastInterestTold, liabilities } = await session.read(ref);
  if (pastInterestTold.has(victimId)) return;
  const own = [...liabilities.values()].filter((each) => each.victimId === victimId);
  const [on] = own.map((each) => each.imposedOn).toSorted();
  if (on === undefined) return;
  for (const caseId of new Set(own.map((each) => each.caseId))) {
    const state = await session.read({ kind: 'Case', id: caseId }, true);
    for (const each of interestOfVictim(state, victimId)) await tellPast(session, ref, { ...each, state });
  }
  const cause = (await session.origin(ref)) ?? null;
  const command = { type: 'TellPastInterest', victimId, on } as const;
  await session.step({ ref, command, name: `TellPastInterest ${victimId}`, cause });
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
  await session.step({ ref, command, name, cause });
  const { cleared } = await session.read(receipt);
  if (cleared === undefined) return;
  const { caseId, defendantId } = credit.data;
  const of = { victimId, caseId, orderId, defendantId, receiptId, on: cleared.on };
  const clearing = { type: 'ClearInterest', ...of } as const;
  await session.step({ ref, command: clearing, name: `ClearInterest ${receiptId} ${orderId}`, cause });
}
