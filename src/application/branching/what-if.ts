import type { Command } from '../../domain/commands.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { VictimId } from '../../domain/ids.ts';
import { Rejection } from '../../domain/rejection.ts';
import type { House } from '../house.ts';
import { stampOf } from '../queries/stamping.ts';
import { today } from '../today.ts';
import type { Stamped } from '../views/ledger.ts';
import type { RefusedSupposition, WhatIfView } from '../views/what-if.ts';
import type { Branch } from './branch.ts';
import { accountsOtherwise, chargesOtherwise, liabilitiesOtherwise, victimsOtherwise } from './otherwise.ts';
import { rowsOf } from './pages.ts';

/** What is supposed. */
export interface Hypothesis {
  readonly label: string;
  /** In the order in which they would have come. */
  readonly commands: readonly Command[];
  /** Where it leaves the books; where they end, unless told. */
  readonly position?: number;
}

/**
 * Tells a branch of the ledger what is supposed, lets the law decide about every victim whose figures it no more agrees with, and
 * holds what comes of it against the books as they were where the branch left them. The books are only read; the branch is
 * given to `look` before it is thrown away.
 */
export async function whatIf(
  house: Pick<House, 'branch'>,
  { label, commands, position }: Hypothesis,
  look: (branch: Branch) => Promise<void> = () => Promise.resolve(),
): Promise<Stamped<WhatIfView>> {
  const branch = await house.branch(position);
  try {
    // What the books were to decide anew already is no doing of the hypothesis.
    const reviewedFirst = await reviewDue(branch, `${label} before`, today());
    const { position: start } = await branch.store.head();
    const refused = await suppose(branch, label, commands);
    const on = lastDayOf(commands);
    await reviewDue(branch, label, on);
    const books = { knownAt: `@${String(start)}` };
    const { accounts, stamp } = await accountsOtherwise(branch.queries, books);
    const base = branch.store.base.position;
    const view = {
      ...{ label, base, events: branch.store.events.length, reviewedFirst, refused, accounts },
      ...(await victimsOtherwise(branch.queries, books)),
      ...(await liabilitiesOtherwise(branch.queries, books)),
      ...(await chargesOtherwise(branch.queries, { ...books, on })),
    };
    await look(branch);
    return { ...view, stamp: stampOf({ ...stamp, position: base, knownAt: `@${String(base)}` }, view) };
  } finally {
    branch.close();
  }
}

/** What is refused is told; the rest is supposed all the same. */
async function suppose(
  { ledger }: Branch,
  label: string,
  commands: readonly Command[],
): Promise<readonly RefusedSupposition[]> {
  const refused: RefusedSupposition[] = [];
  for (const [at, command] of commands.entries()) {
    const sender = {
      commandId: `what-if ${label} ${String(at + 1)}`,
      actor: 'what-if',
      mayReachClosedMonths: true,
    };
    try {
      await ledger.handle(command, sender);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      const { code, pointer } = error;
      refused.push({ number: at + 1, command: command.type, code, pointer });
    }
  }
  return refused;
}

/** The day of the review: one on which every answer that is supposed holds. */
function lastDayOf(commands: readonly Command[]): CalendarDate {
  const days = commands.flatMap((command) => (command.type === 'SetPolicy' ? [command.on] : []));
  return [today(), ...days].reduce((last, day) => (day > last ? day : last));
}

/** The law is asked again about everybody of whom it decided otherwise than it would; gives how many these are. */
async function reviewDue({ ledger, queries }: Branch, label: string, on: CalendarDate): Promise<number> {
  const due: VictimId[] = [];
  for await (const { victimId, isReviewDue } of rowsOf((next) => queries.victims({}, next)))
    if (isReviewDue) due.push(victimId);
  for (const victimId of due) {
    const sender = {
      commandId: `what-if ${label} ${victimId}`,
      actor: 'what-if',
      mayReachClosedMonths: true,
    };
    await ledger.handle({ type: 'ReviewLiabilities', victimId, on }, sender);
  }
  return due.length;
}
