/**
 * What must hold of money at banks after every command of a thousand ledgers of any history: bank = book = what it is owed to for,
 * nothing claimed twice, and a month that was signed is as it was signed, or says what changed it.
 */
import type { MonthView, ObstacleView } from '../../src/application/views/months.ts';
import type { SignatureView, ThreeWayProof } from '../../src/application/views/statements.ts';
import type { AtBanks } from './bank-picture.ts';
import { bankRuns, bankWorlds, type BankMoment, type BankWorld } from './bank-worlds.ts';
import { cents } from './picture.ts';

let worlds: readonly BankWorld[];

/** Declares the tests over the worlds of one seed: half of a thousand each, so that no suite takes long. */
export function holdsAtBanks(seed: number): void {
  beforeAll(async () => {
    worlds = await bankWorlds(seed);
  }, 600_000);
  for (const [what, holds] of Object.entries(invariants)) test(what, holds);
}

const invariants: Readonly<Record<string, () => void>> = {
  'what the banks hold, with what explains the rest, is what the books hold and whom they owe it to':
    bankIsBook,
  'what waits of lines is what the books hold in suspense, and what was given up stands by itself':
    suspenseIsWhatWaits,
  'a line and an item are each claimed once, which is tried by claiming them again': claimedOnce,
  'a month that is closed is as it was signed, or says what changed it and which event did': closedIsAsSigned,
  'nobody signs for a month that anything stands in the way of': nobodySignsInTheWay,
};

type Mark = (what: string) => void;

/** Looks at every moment of every world; `mark` counts what was tried, and nothing may be left untried. */
function always(
  tried: readonly string[],
  holds: (moment: BankMoment, mark: Mark, before: BankMoment | undefined) => string | undefined,
): void {
  const seen = new Set<string>();
  for (const { number, moments } of worlds) {
    for (const [at, moment] of moments.entries()) {
      const wrong = holds(moment, (what) => seen.add(what), moments[at - 1]);
      const types = moment.events.map(({ type }) => type).join(', ');
      if (wrong !== undefined)
        throw new Error(`world ${String(number)}, moment ${String(at)} (${types}): ${wrong}`);
    }
  }
  expect(worlds).toHaveLength(bankRuns);
  expect(tried.filter((what) => !seen.has(what))).toEqual([]);
}

const amountOf = (text: string): bigint => (text.startsWith('-') ? -cents(text.slice(1)) : cents(text));

function bankIsBook(): void {
  const tried = [
    'in transit',
    'outstanding',
    'not booked',
    'before',
    'without a bank',
    'waiting',
    'given up',
  ];
  always(tried, ({ proof, told }, mark) => {
    const [inTransit, outstanding, notBooked, before] = between(proof);
    const isAlone = proof.accounts.length === 0;
    const seen = {
      ...{ 'in transit': inTransit !== 0n, outstanding: outstanding !== 0n, 'not booked': notBooked !== 0n },
      ...{ before: before !== 0n, 'without a bank': isAlone && told.cash !== 0n },
      ...{ waiting: told.suspended !== 0n, 'given up': told.givenUp !== 0n },
    };
    for (const [what, isSeen] of Object.entries(seen)) if (isSeen) mark(what);
    return wrongOfFigures(proof, told) ?? wrongOfProof(proof);
  });
}

/** What explains the way from the bank to the books. */
function between(proof: ThreeWayProof): readonly [bigint, bigint, bigint, bigint] {
  const { inTransit, outstanding, notBooked, before } = proof;
  return [amountOf(inTransit), amountOf(outstanding), amountOf(notBooked), amountOf(before)];
}

function wrongOfFigures({ book, bank, notBooked }: ThreeWayProof, told: AtBanks): string | undefined {
  const figures = [
    ['the books', amountOf(book), told.cash],
    ['the banks', amountOf(bank), told.atBank],
    ['what is not booked', amountOf(notBooked), told.open],
  ] as const;
  const wrong = figures.find(([, answered, events]) => answered !== events);
  return wrong && `${wrong[0]}: ${String(wrong[1])} is answered, and the events say ${String(wrong[2])}`;
}

function wrongOfProof(proof: ThreeWayProof): string | undefined {
  const book = amountOf(proof.book);
  const owed = proof.owedTo.reduce((sum, { amount }) => sum + amountOf(amount), 0n);
  if (owed !== book) return `${String(owed)} is owed of ${proof.book}`;
  const [inTransit, outstanding, notBooked, before] = between(proof);
  const explained = amountOf(proof.bank) + inTransit - outstanding - notBooked + before;
  if (amountOf(proof.difference) !== book - explained) return `it differs by ${proof.difference}, as it says`;
  // Without any bank, nothing confirms what the books have.
  const unexplained = proof.accounts.length === 0 ? book : 0n;
  return book - explained === unexplained ? undefined : `nothing explains ${String(book - explained)}`;
}

function suspenseIsWhatWaits(): void {
  always(['waits', 'waits no more', 'more is given up'], ({ proof, told }, mark, before) => {
    const owedTo = (name: string): bigint =>
      amountOf(proof.owedTo.find(({ account }) => account === name)?.amount ?? '0.00');
    if (told.suspended !== 0n) mark('waits');
    if (before !== undefined && before.told.suspended !== 0n && told.suspended === 0n) mark('waits no more');
    if (before !== undefined && before.told.givenUp !== told.givenUp) mark('more is given up');
    if (owedTo('suspense') !== told.suspended) return `suspense is ${String(owedTo('suspense'))}`;
    return owedTo('written-off') === told.givenUp
      ? undefined
      : `written off is ${String(owedTo('written-off'))}`;
  });
}

function claimedOnce(): void {
  const refused = new Set(worlds.flatMap((world) => [...world.refused]));
  const tried = [
    'line-matched',
    'item-claimed',
    'match-does-not-balance',
    'line-written-off',
    'statement-signed',
  ];
  expect(tried.filter((code) => !refused.has(code))).toEqual([]);
  always(['matched', 'with something left over', 'undone', 'by a run'], ({ events }, mark) => {
    for (const { type, data } of events) {
      if (type === 'LinesMatched') mark('residual' in data ? 'with something left over' : 'matched');
      if (type === 'LinesUnmatched') mark('undone');
      if (type === 'RestitutionDisbursed' && 'runId' in data) mark('by a run');
    }
    return undefined;
  });
}

function closedIsAsSigned(): void {
  const refused = new Set(worlds.flatMap((world) => [...world.refused]));
  const codes = ['month-closed', 'statement-not-signed', 'month-not-closed'];
  expect(codes.filter((code) => !refused.has(code))).toEqual([]);
  const tried = [
    ...['as it was signed', 'changed', 'closed again', 'with a bank', 'without one'],
    ...['PROOFS', 'STATEMENTS', 'OPEN', 'no balance has changed'],
  ];
  always(tried, ({ months, events, position }, mark, before) => {
    const isSigned = events.some(({ type }) => type === 'MonthSigned');
    for (const month of months.filter(({ status }) => status === 'CLOSED')) {
      markClosed(month, mark);
      const isAgain = before?.months.some((each) => each.month === month.month && each.status === 'PREPARED');
      if (isAgain === true && isSigned) mark('closed again');
      const wrong = wrongOfSignatures(month) ?? wrongOfContent(month, position);
      if (wrong !== undefined) return `${month.month} ${wrong}`;
    }
    return undefined;
  });
}

function markClosed({ accounts, changes, differsIn }: MonthView, mark: Mark): void {
  mark(accounts.length > 0 ? 'with a bank' : 'without one');
  mark(changes.length + differsIn.length > 0 ? 'changed' : 'as it was signed');
  differsIn.forEach(mark);
  if (changes.length === 0 && differsIn.length > 0) mark('no balance has changed');
}

const signatureIn = ({ signatures }: MonthView, role: string): SignatureView | undefined =>
  signatures.find(({ as }) => as === role);

function wrongOfSignatures(month: MonthView): string | undefined {
  const [prepared, approved] = [signatureIn(month, 'PREPARED'), signatureIn(month, 'APPROVED')];
  if (approved === undefined || prepared?.contentHash !== approved.contentHash) return 'is not signed by two';
  return approved.signatoryId === prepared.signatoryId ? 'is signed by one person twice' : undefined;
}

function wrongOfContent(month: MonthView, position: number): string | undefined {
  const { contentHash, changes, differsIn, disturbedBy } = month;
  const approved = signatureIn(month, 'APPROVED');
  const isSaid = changes.length > 0 || differsIn.length > 0;
  if (contentHash === approved?.contentHash) return isSaid ? 'has changed, and its hash has not' : undefined;
  if (!isSaid) return 'has another hash, and nothing says why';
  if (disturbedBy.length === 0) return 'has changed, and no event is named';
  const since = approved?.position ?? 0;
  const isLater = disturbedBy.every((each) => each.position > since && each.position <= position);
  return isLater ? undefined : 'is said to be disturbed by what was there before';
}

function nobodySignsInTheWay(): void {
  always(['stood in the way', 'signed'], ({ months, events }, mark, before) => {
    const known: readonly MonthView[] = before?.months ?? [];
    if (known.some(({ obstacles }) => obstacles.length > 0)) mark('stood in the way');
    for (const event of events) {
      if (event.type !== 'MonthSigned') continue;
      mark('signed');
      const obstacles: readonly ObstacleView[] =
        months.find(({ month }) => month === event.data.month)?.obstacles ?? [];
      if (obstacles.length > 0) return `${event.data.month} was signed for all that ${obstacles[0]!.code}`;
    }
    return undefined;
  });
}
