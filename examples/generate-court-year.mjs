/**
 * Makes up a year of a court that never was: `node examples/generate-court-year.mjs [FOLDER]` writes the files of
 * examples/court-year anew, byte by byte as they are.
 *
 * The year is told in the order in which it would be recorded: each quarter opens with a week of what courts and banks
 * had to say, and goes on with the payments of its other weeks. Amounts are whole cents until they are written.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, URL } from 'node:url';
import { Books } from './court-year-books.mjs';

const folder = process.argv[2] ?? fileURLToPath(new URL('./court-year', import.meta.url));

/** The victims of trafficking: the greatest loss found, in how many cases, and when one defendant pays all the rest. */
const victims = [
  { id: 'v-y01', name: 'Alder', cap: 48_250_00, cases: 30, restOn: ['2025-05-21'] },
  { id: 'v-y02', name: 'Birch', cap: 36_000_00, cases: 24, restOn: ['2025-03-18', '2025-08-12'] },
  { id: 'v-y03', name: 'Cedar', cap: 92_400_00, cases: 46, restOn: ['2025-11-19'] },
  { id: 'v-y04', name: 'Hazel', cap: 310_000_00, cases: 66, restOn: [] },
  { id: 'v-y05', name: 'Juniper', cap: 524_600_00, cases: 52, restOn: [] },
  { id: 'v-y06', name: 'Rowan', cap: 1_450_000_00, cases: 48, restOn: [] },
];

/** This cheque makes a victim whole, and comes back two weeks later. */
const bouncingRest = '2025-03-18';

const frauds = [
  { victims: 12, defendants: 2 },
  { victims: 41, defendants: 3 },
  { victims: 118, defendants: 1 },
];

const books = new Books();
const people = [];
const losses = ['victim,case,category,amount,on'];
const orders = [
  'order,case,defendant,statute,offence_on,entered_on,victim,track,amount,final_on,final_ground',
];
const paymentColumns = 'source,reference,case,defendant,order,amount,received_on,method';
const payors = [];
/** What the year has seen so far, and the next week of courts and banks must speak of. */
const news = { bounced: [], excess: [], paidOut: [] };
const count = { dockets: 0, receipts: 0, paidOut: 0, refunds: 0 };

const chance = chanceFrom(20181207);

for (const victim of victims) addVictim(victim);
for (const victim of victims) addTraffickingCases(victim);
for (const fraud of frauds) addFraud(fraud);
mkdirSync(folder, { recursive: true });
write('1-people.jsonl', asLines(people));
write('2-losses.csv', losses);
write('3-orders.csv', orders);
for (const quarter of [1, 2, 3, 4]) {
  if (quarter > 1) write(`4-q${quarter}-1-courts-and-banks.jsonl`, asLines(weekOfNews(quarter)));
  write(`4-q${quarter}-2-payments.csv`, [paymentColumns, ...paymentsOf(quarter)]);
}
write('5-year-end.jsonl', asLines([...refundsOn('2025-12-30'), ...paidOutOn('2025-12-31')]));

function write(name, lines) {
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
}

function asLines(commands) {
  return commands.map((command) => JSON.stringify(command));
}

function addVictim({ id, name, cap = Infinity }) {
  books.addVictim(id, cap);
  people.push({ command: 'RegisterVictim', victimId: id, on: '2022-01-03', label: name });
}

function addCase(year) {
  count.dockets += 1;
  const number = digits(count.dockets, 5);
  const docket = `1:${year % 100}-cr-${number}`;
  const ofCase = { id: `c-y${number}`, docket, year, defendants: 0 };
  people.push({ command: 'RegisterCase', caseId: ofCase.id, on: day(year, 1, 15), label: docket });
  return ofCase;
}

function addDefendant(ofCase) {
  ofCase.defendants += 1;
  const id = `d-${ofCase.id.slice(2)}${ofCase.defendants}`;
  const label = `${ofCase.docket}-${digits(ofCase.defendants, 2)}`;
  people.push({
    command: 'RegisterDefendant',
    caseId: ofCase.id,
    defendantId: id,
    on: day(ofCase.year, 1, 15),
    label,
  });
  return { id, label, ofCase };
}

/** The first case finds the greatest loss, and its defendant is one who can pay. */
function addTraffickingCases(victim) {
  for (let index = 0; index < victim.cases; index += 1) {
    const isFirst = index === 0;
    const ofCase = addCase(2022 + upTo(3));
    const defendant = addDefendant(ofCase);
    const shared = !isFirst && isLucky(0.12) ? [oneOf(victims.slice(3))] : [];
    const isOld = !isFirst && isLucky(0.1);
    const concerned = [victim, ...shared.filter(({ id }) => id !== victim.id)];
    const lines = concerned.map((each) => {
      const found = isFirst ? each.cap : tens(each.cap * (0.55 + 0.4 * chance()));
      losses.push([each.name, ofCase.docket, 'TRAFFICKING', money(found), day(ofCase.year, 3, 1)].join());
      return { ...each, amount: isFirst ? tens(each.cap * 0.9) : share(isOld, each.cap) };
    });
    const offenceOn = isOld ? day(2016 + upTo(2), 6, 1) : day(2019 + upTo(3), 1 + upTo(12), 1 + upTo(28));
    enterOrder(defendant, { statute: '18 U.S.C. 2259', track: 'TRAFFICKING', offenceOn, lines });
    payors.push({
      ...defendant,
      ...(isFirst && victim.restOn.length > 0 ? restOf(victim) : habit()),
      victims: concerned,
    });
  }
}

/** Mostly the floor; where the losses are great, now and then far more. Older offences know no floor. */
function share(isOld, cap) {
  if (isOld) return 50_000 + 10_000 * upTo(20);
  if (cap > 1_000_000_00 && isLucky(0.3)) return 2_500_000 + 500_000 * upTo(20);
  return isLucky(0.6) ? 3_000_00 : 3_500_00 + 50_000 * upTo(14);
}

function addFraud(fraud) {
  const ofCase = addCase(2023);
  const defrauded = Array.from({ length: fraud.victims }, (_, index) => ({
    id: `v-${ofCase.id.slice(2)}${digits(index + 1, 3)}`,
    name: `${ofCase.docket} victim ${digits(index + 1, 3)}`,
    lost: 250_00 + upTo(4_000_000),
  }));
  for (const each of defrauded) addVictim(each);
  for (const { name, lost } of defrauded) {
    losses.push([name, ofCase.docket, 'OTHER', money(lost), '2023-04-03'].join());
  }
  for (let index = 0; index < fraud.defendants; index += 1) {
    const lines = defrauded.map((each) => ({ ...each, amount: Math.ceil(each.lost / (index + 1)) }));
    const defendant = addDefendant(ofCase);
    enterOrder(defendant, {
      statute: '18 U.S.C. 3663A',
      track: 'FULL_AMOUNT',
      offenceOn: '2021-02-10',
      lines,
    });
    payors.push({ ...defendant, every: 'fortnight', amount: 40_000 + 10_000 * upTo(20), victims: defrauded });
  }
}

function enterOrder({ id, label, ofCase }, { statute, track, offenceOn, lines }) {
  const order = `o-${id.slice(2)}`;
  const month = 3 + upTo(8);
  const date = 1 + upTo(28);
  const days = [offenceOn, day(ofCase.year, month, date)];
  const finalOn = isLucky(0.97) || track === 'FULL_AMOUNT' ? day(ofCase.year, month + 1, date) : '';
  for (const { name, amount } of lines) {
    orders.push(
      [order, ofCase.docket, label, statute, ...days, name, track, money(amount), finalOn, ''].join(),
    );
  }
  const owed = lines.map(({ id: victim, amount }) => ({ victim, amount }));
  books.addOrder({ order, ofCase: ofCase.id, defendant: id, lines: owed });
}

function habit() {
  const every = oneOf(['fortnight', 'fortnight', 'month', 'month', 'month', 'quarter']);
  return { every, amount: oneOf([25, 40, 50, 60, 75, 100, 125, 150, 200, 250, 300, 450]) * 100 };
}

function restOf({ restOn }) {
  return { every: 'never', amount: 0, restOn };
}

function paymentsOf(quarter) {
  const due = payors.flatMap((payor) => duesOf(payor, quarter));
  due.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  return due.flatMap((each) => receive(each));
}

/** The days on which somebody means to pay; the first week of a quarter is left to courts and banks. */
function duesOf(payor, quarter) {
  const months = [1, 2, 3].map((month) => 3 * (quarter - 1) + month);
  const times = { fortnight: 2, month: 1, quarter: 1, never: 0 }[payor.every];
  const dues = (payor.every === 'quarter' ? months.slice(1, 2) : months)
    .flatMap((month) => Array.from({ length: times }, () => day(2025, month, 8 + upTo(21))))
    .filter(() => isLucky(0.95))
    .map((on) => ({ payor, on, amount: payor.amount, method: methodOf(payor) }));
  if (quarter < 3 && isLucky(0.15)) {
    const on = day(2025, months[1], 8 + upTo(21));
    dues.push({ payor, on, amount: 20_000 + upTo(180_000), method: 'TREASURY_OFFSET' });
  }
  const rests = (payor.restOn ?? []).filter((on) => months.includes(Number(on.slice(5, 7))));
  return [
    ...dues,
    ...rests.map((on) => ({ payor, on, isRest: true, method: on === bouncingRest ? 'CHECK' : 'ELECTRONIC' })),
  ];
}

function methodOf({ every }) {
  if (every === 'quarter') return 'INMATE_PROGRAM';
  return oneOf(['CHECK', 'CHECK', 'CHECK', 'MONEY_ORDER', 'ELECTRONIC', 'CARD']);
}

/**
 * Whoever has paid in full stops. Whose liability ended by law stops too, but not before the news has arrived: what is paid
 * until then is held.
 */
function receive({ payor, on, amount, method, isRest = false }) {
  const owed = books.owedBy(payor.id);
  if (owed > 0) payor.freeSince = undefined;
  else payor.freeSince ??= on;
  if (owed === 0 && (!books.isFreed(payor.id) || on > addDays(payor.freeSince, 12))) return [];
  const paid = isRest ? restAmount(payor, owed) : Math.min(amount, owed || amount);
  return paid === 0 ? [] : [record({ payor, on, paid, method, isRest })];
}

/** What is left to recover, made round upwards. */
function restAmount({ victims: [victim] }, owed) {
  return Math.min(owed, Math.ceil(books.headroom(victim.id) / 100_00) * 100_00);
}

function record({ payor, on, paid, method, isRest }) {
  count.receipts += 1;
  const isOffset = method === 'TREASURY_OFFSET';
  const [source, reference] = [isOffset ? 'top' : 'dcd', `2025-${digits(count.receipts, 5)}`];
  const receipt = `${source}.${reference}`;
  const excess = books.pay({ receipt, defendant: payor.id, amount: paid });
  if (excess > 0) news.excess.push({ source, reference, amount: excess });
  if (isRest ? on === bouncingRest : bounces({ payor, method, excess }))
    news.bounced.push({ source, reference, receipt });
  return [source, reference, payor.ofCase.docket, payor.label, '', money(paid), on, method].join();
}

/** A cheque for a victim who is, or will be, made whole does not bounce, save the one of which the story tells. */
function bounces({ payor, method, excess }) {
  const isPlain =
    method === 'CHECK' && excess === 0 && payor.victims.every(({ restOn }) => restOn?.length === 0);
  return isPlain && isLucky(0.02);
}

function weekOfNews(quarter) {
  const month = 3 * (quarter - 1) + 1;
  return [
    ...bouncedOn(day(2025, month, 2)),
    ...(quarter === 3 ? changesOn(day(2025, month, 3)) : []),
    ...(quarter === 4 ? lateOrderOn(day(2025, month, 3)) : []),
    ...refundsOn(day(2025, month, 6)),
    ...(quarter === 3 ? staleOn(day(2025, month, 6)) : []),
    ...paidOutOn(day(2025, month, 7)),
  ];
}

function bouncedOn(on) {
  return news.bounced.splice(0).map(({ source, reference, receipt }) => {
    books.unwind(receipt);
    // What the bank took back is not held for anybody any more.
    news.excess = news.excess.filter((each) => each.reference !== reference);
    return {
      command: 'RecordPaymentReturn',
      source,
      reference,
      reason: oneOf(['NSF', 'NSF', 'STOP_PAYMENT', 'CLOSED_ACCOUNT']),
      on,
    };
  });
}

function refundsOn(on) {
  return news.excess.splice(0).map(({ source, reference, amount }) => {
    count.refunds += 1;
    return {
      command: 'RecordRefund',
      source,
      reference,
      refundId: `f-y${digits(count.refunds, 4)}`,
      amount: money(amount),
      on,
    };
  });
}

function paidOutOn(on) {
  return books.takeOut(25_00).map(({ victim, ofCase, amount }) => payOut({ victim, ofCase, amount, on }));
}

function payOut({ victim, ofCase, amount, on }) {
  count.paidOut += 1;
  const disbursementId = `p-y${digits(count.paidOut, 5)}`;
  news.paidOut.push({ victim, ofCase, amount, disbursementId });
  return {
    command: 'RecordDisbursement',
    victimId: victim,
    disbursementId,
    caseId: ofCase,
    amount: money(amount),
    on,
  };
}

/** A payment to a victim was not cashed in time, and is sent again. */
function staleOn(on) {
  const [{ disbursementId, ...again }] = news.paidOut;
  const stale = {
    command: 'RecordDisbursementReturn',
    victimId: again.victim,
    disbursementId,
    reason: 'STALE',
    on,
  };
  return [stale, payOut({ ...again, on })];
}

/** One order is set aside, and one is lowered on resentencing. */
function changesOn(on) {
  const ordersOf = (victim) => [...books.orders.values()].filter(({ lines }) => lines[0].victim === victim);
  const [, vacated] = ordersOf('v-y04');
  const amended = ordersOf('v-y05').find(
    ({ lines: [{ amount, paid }, other] }) => !other && amount > 5_000_00 && paid < 4_000_00,
  );
  books.vacate(vacated.order);
  books.amend(amended.order, 4_000_00);
  const lines = [{ victimId: 'v-y05', track: 'TRAFFICKING', amount: money(4_000_00) }];
  return [
    { command: 'VacateOrder', orderId: vacated.order, caseId: vacated.ofCase, on },
    {
      command: 'AmendOrder',
      orderId: amended.order,
      caseId: amended.ofCase,
      on,
      lines,
      authority: '3664(o)(2)',
    },
  ];
}

/** A court must order its 3,000.00 even where the victim has been made whole; the order ends as it is entered. */
function lateOrderOn(on) {
  people.length = 0;
  const ofCase = addCase(2025);
  const { id: defendantId } = addDefendant(ofCase);
  const [alder] = victims;
  const order = { orderId: `o-${defendantId.slice(2)}`, caseId: ofCase.id };
  const lines = [{ victimId: alder.id, track: 'TRAFFICKING', amount: money(3_000_00) }];
  const entered = { ...order, defendantId, statute: '18 U.S.C. 2259', offenceOn: '2023-11-04', on, lines };
  const amount = money(41_300_00);
  return [
    ...people.splice(0),
    { command: 'DetermineLoss', victimId: alder.id, caseId: ofCase.id, category: 'TRAFFICKING', amount, on },
    { command: 'EnterOrder', ...entered, label: `${ofCase.docket} ECF 31` },
    { command: 'MakeOrderFinal', ...order, on: day(2025, 10, 6) },
  ];
}

/** Numbers that look like chance and are the same every time (mulberry32). */
function chanceFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function upTo(most) {
  return Math.floor(chance() * most);
}

function oneOf(choices) {
  return choices[upTo(choices.length)];
}

function isLucky(part) {
  return chance() < part;
}

function digits(number, width) {
  return String(number).padStart(width, '0');
}

function day(year, month, date) {
  return `${year}-${digits(month, 2)}-${digits(date, 2)}`;
}

function addDays(on, days) {
  return new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10);
}

function tens(cents) {
  return Math.round(cents / 10_00) * 10_00;
}

function money(cents) {
  return `${Math.floor(cents / 100)}.${digits(cents % 100, 2)}`;
}
