import type {
  AccountOtherwise,
  ChargesOtherwise,
  FigureOtherwise,
  LiabilityOtherwise,
  LiabilityStanding,
  VictimOtherwise,
  WhatIfView,
} from '../application/views/what-if.ts';
import type { MoneyText } from '../domain/money.ts';
import { counted, grouped, signed } from './amounts.ts';
import type { Desk } from './desk.ts';
import type { Names } from './names.ts';
import { tableOf, type Column } from './table.ts';

/** A branch held against the books, for people. */
export function whatIfInWords(view: WhatIfView, desk: Desk): string {
  const { label, base, events, accounts, liabilities, victims, charges } = view;
  const head = `${label}: ${counted(events, 'event')} beyond position ${String(base)}. Nothing of it is in the books.\n`;
  const isNothing = accounts.length + liabilities.length + victims.length + charges.length === 0;
  return [
    desk.style.bold(head),
    ...beforeIt(view, desk),
    ...(isNothing ? ['Nothing would stand otherwise.\n'] : []),
    ...liabilitiesInWords(view, desk),
    ...victimsInWords(view, desk),
    ...chargesInWords(view, desk),
    ...(accounts.length === 0
      ? []
      : [
          'Accounts in which something else would stand:\n',
          tableOf(accounts, accountColumns, desk.style.dim),
        ]),
  ].join('\n');
}

/** What was done before anything was supposed, and what of it was refused. */
function beforeIt({ reviewedFirst, refused }: WhatIfView, { style }: Desk): readonly string[] {
  const reviewed = `${counted(reviewedFirst, 'victim')} whom the books are to decide anew already (isReviewDue): that was done first, and the books are told as they stand after it.\n`;
  return [
    ...(reviewedFirst === 0 ? [] : [reviewed]),
    ...refused.map(
      ({ number, command, code, pointer }) =>
        `${style.red('refused')}  ${String(number)}  ${command}: ${code} ${pointer}\n`,
    ),
  ];
}

function liabilitiesInWords(
  { liabilities, liabilitiesLeftOut, outstanding }: WhatIfView,
  { names, style }: Desk,
): readonly string[] {
  if (liabilities.length === 0) return [];
  const count = counted(liabilities.length + liabilitiesLeftOut, 'liability', 'liabilities');
  const owed =
    outstanding === '0.00' ? 'as much would be owed in all' : `${signed(outstanding)} would be owed`;
  const more =
    liabilitiesLeftOut === 0 ? '' : `and ${String(liabilitiesLeftOut)} more, which are in the sum\n`;
  return [
    `${count} would stand otherwise; ${owed}:\n`,
    `${tableOf(liabilities, liabilityColumns(names), style.dim)}${more}`,
  ];
}

function liabilityColumns(names: Names): readonly Column<LiabilityOtherwise>[] {
  return [
    { title: 'defendant', text: ({ defendantId }) => names.shown(defendantId) },
    { title: 'order', text: ({ orderId }) => names.shown(orderId) },
    { title: 'victim', text: ({ victimId }) => names.shown(victimId) },
    { title: 'in the books', text: ({ books }) => (books === null ? 'none' : standingInWords(books)) },
    { title: 'in the branch', text: ({ branch }) => standingInWords(branch) },
    { title: 'difference', isNumber: true, text: ({ difference }) => signed(difference) },
  ];
}

function standingInWords({ status, outstanding }: LiabilityStanding): string {
  return `${status}, ${grouped(outstanding)} owed`;
}

function victimsInWords({ victims, victimsLeftOut }: WhatIfView, { names, style }: Desk): readonly string[] {
  if (victims.length === 0) return [];
  return [
    `Figures of ${counted(victims.length + victimsLeftOut, 'victim')} would be others:\n`,
    tableOf(victims.flatMap(withVictim), victimColumns(names), style.dim),
  ];
}

type FigureOfVictim = FigureOtherwise & Pick<VictimOtherwise, 'victimId'>;

function withVictim({ victimId, figures }: VictimOtherwise): readonly FigureOfVictim[] {
  return figures.map((figure) => ({ ...figure, victimId }));
}

function victimColumns(names: Names): readonly Column<FigureOfVictim>[] {
  return [{ title: 'victim', text: ({ victimId }) => names.shown(victimId) }, ...figureColumns];
}

function chargesInWords(view: WhatIfView, { names, style }: Desk): readonly string[] {
  const { charges, chargesLeftOut, chargesOn, interest, penalties } = view;
  if (charges.length === 0) return [];
  const count = counted(charges.length + chargesLeftOut, 'obligation');
  const more = chargesLeftOut === 0 ? '' : `and ${String(chargesLeftOut)} more, which are in the sums\n`;
  return [
    `On ${count} other interest or penalties would be owed on ${chargesOn}: interest ${signed(interest)}, penalties ${signed(penalties)}:\n`,
    `${tableOf(charges.flatMap(withObligation), chargeColumns(names), style.dim)}${more}`,
  ];
}

type FigureOfObligation = FigureOtherwise & Omit<ChargesOtherwise, 'figures'>;

function withObligation({ figures, ...obligation }: ChargesOtherwise): readonly FigureOfObligation[] {
  return figures.map((figure) => ({ ...figure, ...obligation }));
}

function chargeColumns(names: Names): readonly Column<FigureOfObligation>[] {
  return [
    { title: 'defendant', text: ({ defendantId }) => names.shown(defendantId) },
    { title: 'of', text: ({ orderId, debtId }) => names.shown(orderId ?? debtId ?? '') },
    { title: 'obligation', text: ({ obligation }) => obligation },
    ...figureColumns,
  ];
}

const figureColumns: readonly Column<FigureOtherwise>[] = [
  { title: 'figure', text: ({ figure }) => figure },
  { title: 'in the books', isNumber: true, text: ({ books }) => amountOrNone(books) },
  { title: 'in the branch', isNumber: true, text: ({ branch }) => amountOrNone(branch) },
];

function amountOrNone(text: MoneyText | null): string {
  return text === null ? 'none' : grouped(text);
}

const accountColumns: readonly Column<AccountOtherwise>[] = [
  { title: 'account', text: ({ account }) => account },
  { title: 'in the books', isNumber: true, text: ({ books }) => grouped(books) },
  { title: 'in the branch', isNumber: true, text: ({ branch }) => grouped(branch) },
  { title: 'difference', isNumber: true, text: ({ difference }) => signed(difference) },
];
