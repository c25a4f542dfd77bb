import type {
  AssistanceAmountView,
  QueuePlaceView,
  ReserveMoveView,
  ReserveQueueView,
  ReserveStatementView,
} from '../application/views/reserve.ts';
import { counted, grouped, isSome } from './amounts.ts';
import { dayOf } from './clocks.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { tableOf, type Column } from './table.ts';
import { textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution reserve`: what moved in the Reserve between two days, and what it holds. */
export async function showReserve(asked: Asked, world: World): Promise<Exit> {
  const between = betweenOf(asked);
  return atDesk(asked, world, async (desk) => {
    const found = await desk.house.queries.reserve.statement(between, desk.clocks);
    await desk.answer(found, () => statementInWords(found, desk));
    if (found.moves.length === 0) await remarkNoMoves(desk, found);
    return 'fine';
  });
}

/** @throws Failure where one of the two is no day, or they are the wrong way round */
function betweenOf({ options }: Asked): { from?: ReturnType<typeof dayOf>; to?: ReturnType<typeof dayOf> } {
  const [from, to] = [textOf(options, 'from'), textOf(options, 'to')];
  const between = {
    ...(from !== undefined && { from: dayOf('--from', from) }),
    ...(to !== undefined && { to: dayOf('--to', to) }),
  };
  if (between.from !== undefined && between.to !== undefined && between.from > between.to)
    throw new Failure('usage', '--from is a later day than --to.', 'Write the earlier day after --from.');
  return between;
}

async function remarkNoMoves(desk: Desk, { opening }: ReserveStatementView): Promise<void> {
  if (isSome(opening)) return desk.remark('Nothing moved between these days.');
  await desk.remark(
    'Nothing has come into the Reserve. Record what does with RecordReserveDeposit: `restitution commands RecordReserveDeposit`.',
  );
}

function statementInWords(statement: ReserveStatementView, { names, style }: Desk): string {
  const { opening, deposits, paid, returned, closing, outside, moves } = statement;
  const lines = [
    { what: 'opening', amount: grouped(opening) },
    ...deposits.map(({ source, amount }) => ({ what: sourceInWords(source), amount: grouped(amount) })),
    { what: 'payments that came back', amount: isSome(returned) ? grouped(returned) : '' },
    { what: 'paid to victims', amount: isSome(paid) ? `-${grouped(paid)}` : '' },
    { what: 'closing', amount: grouped(closing) },
  ].filter(({ amount }) => amount !== '');
  const above = isSome(outside)
    ? ` ${grouped(outside)} is above its ceiling and kept outside; as there is room, deposit it with the source OVERFLOW.`
    : '';
  return [
    `${style.bold(`The Reserve holds ${grouped(closing)}.${above}`)}\n`,
    tableOf(lines, lineColumns, style.dim),
    ...(moves.length === 0 ? [] : [tableOf(moves, moveColumns(names), style.dim)]),
  ].join('\n');
}

function sourceInWords(source: string): string {
  return source === 'OVERFLOW' ? 'from outside, as there was room' : source.toLowerCase().replace('_', ' ');
}

const lineColumns: readonly Column<{ readonly what: string; readonly amount: string }>[] = [
  { title: 'statement', text: ({ what }) => what },
  { title: 'amount', isNumber: true, text: ({ amount }) => amount },
];

function moveColumns(names: Desk['names']): readonly Column<ReserveMoveView>[] {
  return [
    { title: 'on', text: ({ effectiveOn }) => effectiveOn },
    { title: 'what', text: ({ type, source }) => (source === null ? type : `${type} ${source}`) },
    { title: 'reference', text: ({ reference }) => reference },
    { title: 'victim', text: ({ victimId }) => (victimId === null ? '' : names.shown(victimId)) },
    { title: 'amount', isNumber: true, text: ({ amount }) => grouped(amount) },
    { title: 'outside', isNumber: true, text: ({ outside }) => (isSome(outside) ? grouped(outside) : '') },
    { title: 'balance', isNumber: true, text: ({ balance }) => grouped(balance) },
  ];
}

/** `restitution reserve-queue`: whom the Reserve owes, in which order, and why each waits who waits. */
export async function showQueue(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const found = await desk.house.queries.reserve.queue(desk.clocks);
    await desk.answer(found, () => queueInWords(found, desk));
    return 'fine';
  });
}

function queueInWords({ balance, owed, payable, waiting }: ReserveQueueView, { names, style }: Desk): string {
  if (waiting.length === 0)
    return `${style.bold(`Nobody waits for the Reserve, which holds ${grouped(balance)}.`)}\n`;
  const sentence = `The Reserve holds ${grouped(balance)} and owes ${grouped(owed)} to ${counted(waiting.length, 'victim')}; ${grouped(payable)} can be paid now.`;
  return `${style.bold(sentence)}\n\n${tableOf(waiting, queueColumns(names), style.dim)}`;
}

function queueColumns(names: Desk['names']): readonly Column<QueuePlaceView>[] {
  return [
    { title: 'place', isNumber: true, text: ({ place }) => String(place) },
    { title: 'ordered on', text: ({ orderedOn }) => orderedOn },
    { title: 'request', text: ({ requestId }) => requestId },
    { title: 'victim', text: ({ victimId }) => names.shown(victimId) },
    { title: 'case', text: ({ caseId }) => names.shown(caseId) },
    { title: 'amount', isNumber: true, text: ({ amount }) => grouped(amount) },
    { title: 'why', text: whyWaiting },
  ];
}

/** Why somebody waits, and for how much. */
function whyWaiting({ status, missing }: QueuePlaceView): string {
  if (status === 'payable') return 'can be paid now, with PayAssistance';
  const needed = `${grouped(missing)} must come in first`;
  return status === 'short of funds'
    ? `the Reserve cannot pay it in full: ${needed}`
    : `one that was ordered earlier waits: ${needed}`;
}

/** `restitution assistance-amount`: what assistance is in each year, and which figure is missing for the next. */
export async function showAmounts(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const found = await desk.house.queries.reserve.amounts(desk.clocks);
    await desk.answer(found, () => amountsInWords(found.years, desk));
    return 'fine';
  });
}

function amountsInWords(years: readonly AssistanceAmountView[], { style }: Desk): string {
  const last = years.findLast(({ amount }) => amount !== null);
  const known = last?.amount ? `In ${last.year} assistance is ${grouped(last.amount)}.` : '';
  const needs = years.at(-1)?.needs;
  const missing = needs
    ? ` For ${needs.year + 1} the ${seriesInWords[needs.series]} of the Consumer Price Index of ${needs.year} is not known: record it with RecordConsumerPriceIndex.`
    : '';
  const table = tableOf(
    years.filter(({ amount }) => amount !== null),
    amountColumns,
    style.dim,
  );
  return `${style.bold(`${known}${missing}`.trim())}\n\n${table}`;
}

const seriesInWords = { ANNUAL_AVERAGE: 'annual average', DECEMBER: 'December figure' } as const;

const amountColumns: readonly Column<AssistanceAmountView>[] = [
  { title: 'year', text: ({ year }) => String(year) },
  { title: 'amount', isNumber: true, text: ({ amount }) => (amount === null ? '' : grouped(amount)) },
  {
    title: 'fees at most',
    isNumber: true,
    text: ({ feeCeiling }) => (feeCeiling === null ? '' : grouped(feeCeiling)),
  },
  { title: 'for the victim', isNumber: true, text: ({ net }) => (net === null ? '' : grouped(net)) },
  { title: 'price index', isNumber: true, text: ({ priceIndex }) => priceIndex ?? '' },
  { title: 'base', isNumber: true, text: ({ baseIndex }) => baseIndex ?? '' },
];
