import type { Command } from '../../domain/commands.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { VictimId } from '../../domain/ids.ts';
import { add, formatMoney, noMoney, parseBalance, subtract, type Money } from '../../domain/money.ts';
import { Rejection } from '../../domain/rejection.ts';
import type { House } from '../house.ts';
import { victimFigures } from '../queries/comparing/figures.ts';
import { stampOf } from '../queries/stamping.ts';
import { today } from '../today.ts';
import type { AllQueries } from '../views/all-queries.ts';
import type { Clocks, LiabilityView, Page, Paged, Stamped, VictimSummary } from '../views/ledger.ts';
import type {
  FigureOtherwise,
  LiabilityOtherwise,
  LiabilityStanding,
  RefusedSupposition,
  VictimOtherwise,
  WhatIfView,
} from '../views/what-if.ts';
import type { Branch } from './branch.ts';

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
    await reviewDue(branch, label, lastDayOf(commands));
    const books: Clocks = { knownAt: `@${String(start)}` };
    const { accounts, stamp } = await accountsOtherwise(branch.queries, books);
    const base = branch.store.base.position;
    const view = {
      ...{ label, base, events: branch.store.events.length, reviewedFirst, refused, accounts },
      ...(await victimsOtherwise(branch.queries, books)),
      ...(await liabilitiesOtherwise(branch.queries, books)),
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

const page: Page = { limit: 1_000 };

/** The day of the review: one on which every answer that is supposed holds. */
function lastDayOf(commands: readonly Command[]): CalendarDate {
  const days = commands.flatMap((command) => (command.type === 'SetPolicy' ? [command.on] : []));
  return [today(), ...days].reduce((last, day) => (day > last ? day : last));
}

/** The law is asked again about everybody of whom it decided otherwise than it would; gives how many these are. */
async function reviewDue({ ledger, queries }: Branch, label: string, on: CalendarDate): Promise<number> {
  const due: VictimId[] = [];
  for await (const rows of pagesOf((next) => queries.victims({}, next)))
    due.push(...rows.filter(({ isReviewDue }) => isReviewDue).map(({ victimId }) => victimId));
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

async function accountsOtherwise(
  branch: AllQueries,
  before: Clocks,
): Promise<Pick<Stamped<WhatIfView>, 'accounts' | 'stamp'>> {
  const [was, is] = [await branch.trialBalance(before), await branch.trialBalance({})];
  const accounts = was.accounts.flatMap(({ account, balance: books }, at) => {
    const after = is.accounts[at]?.balance ?? books;
    const difference = formatMoney(subtract(parseBalance(after), parseBalance(books)));
    return books === after ? [] : [{ account, books, branch: after, difference }];
  });
  return { accounts, stamp: was.stamp };
}

/** So many liabilities are told one by one. */
const mostTold = 1_000;

/** Both lists are in the order in which liabilities were imposed; the branch may have more at its end. */
async function liabilitiesOtherwise(
  branch: AllQueries,
  clocks: Clocks,
): Promise<Pick<WhatIfView, 'liabilities' | 'liabilitiesLeftOut' | 'outstanding'>> {
  const told: LiabilityOtherwise[] = [];
  let [outstanding, leftOut]: [Money, number] = [noMoney, 0];
  const before = pagesOf((next) => branch.liabilities({}, clocks, next));
  for await (const rows of pagesOf((next) => branch.liabilities({}, {}, next))) {
    const was = await before.next();
    const known = was.done === true ? [] : was.value;
    for (const [at, row] of rows.entries()) {
      const otherwise = otherwiseThan(known[at], row);
      if (otherwise === undefined) continue;
      outstanding = add(outstanding, parseBalance(otherwise.difference));
      if (told.length < mostTold) told.push(otherwise);
      else leftOut += 1;
    }
  }
  return { liabilities: told, liabilitiesLeftOut: leftOut, outstanding: formatMoney(outstanding) };
}

function otherwiseThan(was: LiabilityView | undefined, is: LiabilityView): LiabilityOtherwise | undefined {
  const isSame = was?.status === is.status && was.outstanding === is.outstanding;
  if (isSame) return undefined;
  const { orderId, victimId, caseId, defendantId } = is;
  const more = subtract(
    parseBalance(is.outstanding),
    was === undefined ? noMoney : parseBalance(was.outstanding),
  );
  return {
    ...{ orderId, victimId, caseId, defendantId },
    books: was === undefined ? null : standing(was),
    branch: standing(is),
    difference: formatMoney(more),
  };
}

function standing({ status, outstanding }: LiabilityView): LiabilityStanding {
  return { status, outstanding };
}

/** Both lists are by id; the branch may know of more. */
async function victimsOtherwise(
  branch: AllQueries,
  clocks: Clocks,
): Promise<Pick<WhatIfView, 'victims' | 'victimsLeftOut'>> {
  const told: VictimOtherwise[] = [];
  let leftOut = 0;
  const before = rowsOf((next) => branch.victims(clocks, next));
  let was = await before.next();
  for await (const is of rowsOf((next) => branch.victims({}, next))) {
    const known = was.done !== true && was.value.victimId === is.victimId ? was.value : undefined;
    if (known !== undefined) was = await before.next();
    const figures = figuresOtherwise(known, is);
    if (figures.length === 0) continue;
    if (told.length < mostTold) told.push({ victimId: is.victimId, figures });
    else leftOut += 1;
  }
  return { victims: told, victimsLeftOut: leftOut };
}

function figuresOtherwise(was: VictimSummary | undefined, is: VictimSummary): readonly FigureOtherwise[] {
  return victimFigures.flatMap((figure) => {
    const [books, otherwise] = [was?.[figure] ?? null, is[figure]];
    return books === otherwise ? [] : [{ figure, books, branch: otherwise }];
  });
}

async function* rowsOf<Row>(ask: (page: Page) => Promise<Paged<Row>>): AsyncGenerator<Row, undefined> {
  for await (const rows of pagesOf(ask)) yield* rows;
  return undefined;
}

async function* pagesOf<Row>(
  ask: (page: Page) => Promise<Paged<Row>>,
): AsyncGenerator<readonly Row[], undefined> {
  for (let cursor: string | null = null; ;) {
    const { rows, next }: Paged<Row> = await ask(cursor === null ? page : { ...page, cursor });
    yield rows;
    if (next === null) return undefined;
    cursor = next;
  }
}
