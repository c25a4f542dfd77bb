import type {
  MonthPart,
  MonthSummary,
  MonthView,
  ObstacleView,
  OpenInMonth,
} from '../application/views/months.ts';
import { remedies } from '../requests/remedies.ts';
import { counted, grouped, isSome } from './amounts.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { monthOf } from './month-of.ts';
import { tableOf, type Column } from './table.ts';
import { unconfirmedInWords } from './unconfirmed-in-words.ts';
import type { Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution month`: a month as somebody signs it. It ends badly where a closed month has changed. */
export async function showMonth(asked: Asked, world: World): Promise<Exit> {
  const month = monthOf(asked);
  return atDesk(asked, world, async (desk) => {
    const { knownAt } = desk.clocks;
    const found = await desk.house.queries.months.month(month, knownAt === undefined ? {} : { knownAt });
    await desk.answer(found, () => monthInWords(found, desk));
    return found.changes.length > 0 || found.differsIn.length > 0 ? 'someBad' : 'fine';
  });
}

/** `restitution months`: those of which anything was signed. */
export async function listMonths(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const { knownAt } = desk.clocks;
    const found = await desk.house.queries.months.months(knownAt === undefined ? {} : { knownAt });
    const none =
      'No month has been signed. Look at one with `restitution month 2026-03`, then sign it with `restitution close`.\n';
    await desk.answer(found, () =>
      found.months.length === 0 ? none : tableOf(found.months, summaryColumns(desk), desk.style.dim),
    );
    return found.months.some(({ changed }) => changed > 0) ? 'someBad' : 'fine';
  });
}

function summaryColumns({ names }: Desk): readonly Column<MonthSummary>[] {
  const who = (id: string | null): string => (id === null ? '' : names.shown(id));
  return [
    { title: 'month', text: ({ month }) => month },
    { title: 'status', text: ({ status }) => status.toLowerCase() },
    { title: 'prepared by', text: ({ preparedBy }) => who(preparedBy) },
    { title: 'approved by', text: ({ approvedBy }) => who(approvedBy) },
    { title: 'closed on', text: ({ closedOn }) => closedOn ?? '' },
    {
      title: 'opened again',
      isNumber: true,
      text: ({ reopened }) => (reopened === 0 ? '' : String(reopened)),
    },
    {
      title: 'changed since',
      isNumber: true,
      text: ({ changed }) => (changed === 0 ? '' : counted(changed, 'account')),
    },
  ];
}

function monthInWords(found: MonthView, desk: Desk): string {
  const { month, status, contentHash, balances, proofs, accounts, open } = found;
  const { style, names } = desk;
  const proved = proofs.map(({ purpose, bank, book, difference }) =>
    isSome(difference)
      ? `${purpose.toLowerCase()}: bank ${grouped(bank)} and books ${grouped(book)} differ by ${grouped(difference)}\n`
      : `${purpose.toLowerCase()}: bank and books agree at ${grouped(book)}\n`,
  );
  const reach = accounts.map(({ accountId, upTo, isApproved }) => {
    const signed = isApproved ? 'signed by two' : 'not signed by two';
    return `${names.shown(accountId)}: ${upTo === null ? 'no statement' : `statements up to ${upTo}, ${signed}`}\n`;
  });
  return [
    `${style.bold(`${month} is ${status.toLowerCase()}.`)} ${signaturesInWords(found, desk)}\n`,
    ...obstaclesInWords(found.obstacles, desk),
    ...unconfirmedInWords(found.unconfirmed),
    ...changesInWords(found),
    ...reach,
    ...proved,
    `content ${contentHash}\n\n`,
    balances.length === 0 ? 'Nothing stands in any account.\n' : tableOf(balances, balanceColumns, style.dim),
    ...(open.length === 0 ? ['\nNothing is open.\n'] : ['\n', tableOf(open, openColumns, style.dim)]),
  ].join('');
}

function signaturesInWords({ signatures }: MonthView, { names }: Desk): string {
  if (signatures.length === 0) return 'Nobody has signed it.';
  const signed = signatures.map(
    ({ as, signatoryId, on }) => `${as.toLowerCase()} by ${names.shown(signatoryId)} on ${on}`,
  );
  return `It was ${signed.join(', ')}.`;
}

function obstaclesInWords(obstacles: readonly ObstacleView[], { names }: Desk): readonly string[] {
  return obstacles.map(({ code, accountId, amount }) => {
    const where = accountId === null ? '' : ` (${names.shown(accountId)})`;
    return `It cannot be closed: ${remedies[code].what}${where}${amount === null ? '' : ` ${grouped(amount)}`}\n`;
  });
}

function changesInWords({ changes, differsIn, disturbedBy }: MonthView): readonly string[] {
  if (changes.length === 0 && differsIn.length === 0) return [];
  return [
    'Since it was closed it has changed; open it again with `restitution reopen`, and sign it anew:\n',
    ...changes.map(
      ({ account, before, after }) => `  ${account}: ${grouped(before)} is ${grouped(after)} now\n`,
    ),
    ...differsIn.map((part) => `  ${partsInWords[part]} than when it was closed\n`),
    ...disturbedBy.map(
      ({ position, type, effectiveOn }) =>
        `  by ${type} at position ${String(position)}, of ${effectiveOn}\n`,
    ),
  ];
}

const partsInWords: Readonly<Record<MonthPart, string>> = {
  PROOFS: 'the proof of bank and books says something else',
  STATEMENTS: 'the statements reach elsewhere, or are signed otherwise,',
  OPEN: 'something else is open',
};

const balanceColumns: readonly Column<MonthView['balances'][number]>[] = [
  { title: 'account', text: ({ account }) => account },
  { title: 'balance', isNumber: true, text: ({ balance }) => grouped(balance) },
];

const whatIsOpen: Readonly<Record<OpenInMonth['what'], string>> = {
  IN_TRANSIT: 'in the books, not at the bank',
  OUTSTANDING: 'paid out, not by the bank',
  LINES: 'at the bank, not in the books',
};

const openColumns: readonly Column<OpenInMonth>[] = [
  { title: 'open', text: ({ what }) => whatIsOpen[what] },
  { title: 'days', text: ({ age }) => age },
  { title: 'how many', isNumber: true, text: ({ count }) => String(count) },
  { title: 'amount', isNumber: true, text: ({ amount }) => grouped(amount) },
];
