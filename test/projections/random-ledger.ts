/** Ledgers of any history: small worlds of few people and small amounts, so that everything meets everything. */
import fc from 'fast-check';
import { Ledger } from '../../src/application/ledger.ts';
import type { Snapshots } from '../../src/application/snapshots.ts';
import type { Command } from '../../src/domain/commands.ts';
import { creditMethods } from '../../src/domain/statutes/18-usc-3664-h-joint-and-several.ts';
import { debtKinds } from '../../src/domain/statutes/obligations.ts';
import { Rejection } from '../../src/domain/rejection.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import { livesOfFines, livesOfOrders, livesOfOverpayments, livesOfRooms } from './random-stories.ts';
import { assignInterest, revokeAssignment } from '../support/people-words.ts';
import { anyCollection } from '../support/any-collection.ts';
import { anyRecovery, anyReduction } from '../support/any-recovery.ts';
import {
  amendOrder,
  caseId,
  day,
  defendantId,
  determineLoss,
  disburse,
  enterOrder,
  imposeDebt,
  makeFinal,
  orderId,
  recordClearance,
  recordNoImprisonment,
  recordPayment,
  recordRefund,
  recordYield,
  registerCase,
  registerDefendant,
  registerVictim,
  remitDebt,
  returnDisbursement,
  returnPayment,
  review,
  setPolicy,
  vacateDebt,
  vacateOrder,
} from '../support/words.ts';
import { orderReinstatement } from '../support/reinstatement-words.ts';

/** Before the Act of 2018, so that no share is too small. */
const offenceOn = day('2015-06-01');
const entered = day('2026-01-01');
const last = day('2026-01-20');
const days = ['2026-01-01', '2026-01-05', '2026-01-10', '2026-01-15'].map(day).concat(last);
/** When interest has accrued, and what was due long ago is in default. */
const yearsOn = day('2027-03-01');
/** Days of a question: before all, between any two, and after all; the last of them when every term is over. */
export const daysToAsk = ['2025-12-31', ...days, '2026-01-12', '2027-01-01', '2046-06-01'].map(day);

export const victims = ['v-1', 'v-2'];
const cases = ['c-1', 'c-2', 'c-3'];
export const orders = ['o-1', 'o-2', 'o-3', 'o-4', 'o-5', 'o-6'];

/**
 * Orders 1 and 2 stand in cases of their own, 3 and 4 in one case, against one defendant; 4 is under another statute, and 5
 * is entered later, on any day, or never; 6 is on another defendant, and may be made joint with 4.
 */
export const beginning: readonly Command[] = [
  ...victims.map((id) => registerVictim(id, { on: entered })),
  ...cases.map((id) => registerCase(id, { on: entered })),
  ...cases.map((id) => registerDefendant(`d-${id.slice(2)}`, { on: entered })),
  enterOrder('o-1', { 'v-1': '100.00' }, { offenceOn, on: entered }),
  enterOrder('o-2', { 'v-1': '60.00', 'v-2': '40.01' }, { offenceOn, on: entered }),
  enterOrder('o-3', { 'v-1': '50.00' }, { offenceOn, on: entered, track: 'FULL_AMOUNT' }),
  enterOrder(
    'o-4',
    { 'v-1': '20.00', 'v-2': '30.03' },
    { offenceOn, on: entered, statute: '18 U.S.C. 3663A', caseId: 'c-3', defendantId: 'd-3' },
  ),
  registerDefendant('d-4', { caseId: 'c-3', on: entered }),
  enterOrder(
    'o-6',
    { 'v-1': '35.00', 'v-2': '10.01' },
    { offenceOn, on: entered, statute: '18 U.S.C. 3663A', caseId: 'c-3', defendantId: 'd-4' },
  ),
  determineLoss('c-1', '130.00', { victim: 'v-1', on: entered }),
  determineLoss('c-2', '35.00', { victim: 'v-2', on: entered }),
  ...['1', '3', '4'].map((n) => {
    return recordNoImprisonment(`d-${n}`, { inCase: n === '4' ? 'c-3' : `c-${n}`, on: entered });
  }),
  ...['2026-01-09', '2026-01-16'].map((friday) => recordYield(friday, '4.00')),
  makeFinal('o-1', { on: entered }),
  makeFinal('o-2', { on: entered }),
];

const caseOfOrder: Readonly<Record<string, string>> = {
  'o-1': 'c-1',
  'o-2': 'c-2',
  'o-3': 'c-3',
  'o-4': 'c-3',
  'o-5': 'c-3',
  'o-6': 'c-3',
};
const victimsOf: Readonly<Record<string, readonly string[]>> = {
  'o-1': ['v-1'],
  'o-2': ['v-1', 'v-2'],
  'o-3': ['v-1'],
  'o-4': ['v-1', 'v-2'],
  'o-5': ['v-1', 'v-2'],
  'o-6': ['v-1', 'v-2'],
};

const on = fc.constantFrom(...days);
const victim = fc.constantFrom(...victims);
const inCase = fc.constantFrom(...cases);
const order = fc.constantFrom(...orders);
const number = fc.integer({ min: 1, max: 6 });
const amount = fc
  .oneof(fc.constantFrom(1_00, 50_00, 100_00), fc.integer({ min: 1, max: 150_00 }))
  .map((cents) => `${String(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`);

const payments = fc.tuple(number, order, amount, on, fc.boolean()).map(([n, id, sum, when, isNamed]) =>
  recordPayment(`dcd.${String(n)}`, sum, {
    to: isNamed ? id : null,
    caseId: caseOfOrder[id]!,
    defendantId: defendantId(id === 'o-6' ? 'd-4' : `d-${caseOfOrder[id]!.slice(2)}`),
    on: when,
  }),
);

/** Payments that reach what is owed beside principal: all that is owed, and more, when time has passed. */
const greatPayments = fc
  .tuple(number, fc.constantFrom('d-1', 'd-2', 'd-3', 'd-3', 'd-4'), fc.constantFrom('190.00', '5400.00'))
  .map(([n, payor, sum]) =>
    recordPayment(`dcd.${String(n)}`, sum, {
      to: null,
      caseId: payor === 'd-4' ? 'c-3' : `c-${payor.slice(2)}`,
      defendantId: defendantId(payor),
      on: yearsOn,
    }),
  );

const orderChanges = fc.oneof(
  fc
    .tuple(order, on, fc.constantFrom('ENTRY_OF_JUDGMENT', 'DIRECT_REVIEW_DONE', 'CERT_EXHAUSTED'))
    .map(([id, when, ground]) =>
      makeFinal(id, { on: when, ground: ground as 'CERT_EXHAUSTED', caseId: caseOfOrder[id]! }),
    ),
  fc.tuple(order, amount, on, fc.nat(1)).map(([id, sum, when, which]) => {
    const amended = victimsOf[id]![which % victimsOf[id]!.length]!;
    const track = ['o-3', 'o-4', 'o-6'].includes(id) ? 'FULL_AMOUNT' : 'TRAFFICKING';
    return amendOrder(id, { [amended]: sum }, { on: when, track, caseId: caseOfOrder[id]! });
  }),
  fc.tuple(order, on).map(([id, when]) => vacateOrder(id, { on: when, caseId: caseOfOrder[id]! })),
  fc.tuple(on, fc.constantFrom(...creditMethods, null)).map(([when, crediting]): Command => ({
    type: 'MakeOrdersJoint',
    ...{ caseId: caseId('c-3'), orderIds: ['o-4', 'o-6'].map(orderId), crediting, on: when },
  })),
  on.map((when) =>
    enterOrder('o-5', { 'v-1': '70.00' }, { offenceOn, on: when, caseId: 'c-3', defendantId: 'd-3' }),
  ),
);

const kind = fc.constantFrom(...debtKinds);
const debt = fc.constantFrom('b-1', 'b-2', 'b-3');
const ofDefendant = { inCase: 'c-3', by: 'd-3', offenceOn } as const;

const debtChanges = fc.oneof(
  fc
    .tuple(debt, kind, fc.constantFrom('5.00', '35.00', '80.00', '5000.00'), on)
    .map(([id, what, sum, when]) => imposeDebt(id, what, sum, { ...ofDefendant, on: when })),
  fc.tuple(debt, amount, on).map(([id, sum, when]) => remitDebt(id, sum, { inCase: 'c-3', on: when })),
  fc.tuple(debt, on).map(([id, when]) => vacateDebt(id, { inCase: 'c-3', on: when })),
);

const obligations = [
  ...orders.map((id) => ({ order: id, inCase: caseOfOrder[id]! })),
  ...['b-1', 'b-2', 'b-3'].map((id) => ({ debt: id, inCase: 'c-3' })),
];
const people = [
  ...cases.map((id) => ({ defendant: `d-${id.slice(2)}`, inCase: id })),
  { defendant: 'd-4', inCase: 'c-3' },
];

const choices = fc.oneof(
  fc.constantFrom('PAID_THROUGH_COURT', 'DISBURSED', 'CLEARED').map((value) => ['P-05', value] as const),
  fc.constantFrom('FREEZE', 'KEEP_COLLECTING').map((value) => ['P-06', value] as const),
  fc.constantFrom('TRAFFICKING', 'ANY_2259').map((value) => ['P-03', value] as const),
  fc.constantFrom('SPLIT', 'ACCEPT_WHOLE', 'REJECT_WHOLE').map((value) => ['P-07', value] as const),
  fc
    .constantFrom('OTHER_DEBTS_THEN_REFUND', 'REFUND_AT_ONCE', 'SUSPENSE')
    .map((value) => ['P-09', value] as const),
  fc.constantFrom('OUTSTANDING', 'ORDERED', 'OUTSTANDING_CUT').map((value) => ['P-26', value] as const),
  fc.constantFrom('STATUTE', 'AO_245B', 'COURT_SPECIFIED').map((value) => ['P-39', value] as const),
  fc.constantFrom('NOT_IN_TOTAL', 'COUNT').map((value) => ['P-13', value] as const),
  fc.constantFrom('VERIFIED_ONLY', 'ALL_REPORTED').map((value) => ['P-43', value] as const),
  fc.constantFrom('RECORD_ONLY', 'COUNT').map((value) => ['P-44', value] as const),
  fc.constantFrom('NO_REVIVAL', 'REVIVE_ALL', 'COURT_ONLY').map((value) => ['P-15', value] as const),
  fc.constantFrom('COUNT', 'DO_NOT_COUNT').map((value) => ['P-18', value] as const),
  fc.constantFrom('REINSTATE', 'NO_REINSTATEMENT', 'COURT_ONLY').map((value) => ['P-19', value] as const),
  fc.constantFrom('NOTE_ONLY', 'CREATE_RECEIVABLE').map((value) => ['P-20', value] as const),
  fc.constantFrom('EFFECTIVE_DATE', 'RECORDED_TIME').map((value) => ['P-22', value] as const),
  fc
    .constantFrom('ASSIGNED_COUNTS_AS_RECEIVED', 'ASSIGNED_DOES_NOT_COUNT')
    .map((value) => ['P-29', value] as const),
  fc.constantFrom('BY_OFFENCE_DATE', 'BY_JUDGMENT_DATE').map((value) => ['P-34', value] as const),
  fc.constantFrom('ESTATE_LIABLE', 'ABATES_BEFORE_FINALITY').map((value) => ['P-35', value] as const),
  fc.constantFrom('OVERDUE_THEN_BALANCE', 'WHOLE_BALANCE').map((value) => ['P-33', value] as const),
  fc.constantFrom('ACTUAL_365', 'ACTUAL_366_IN_LEAP_YEARS').map((value) => ['P-32', value] as const),
  fc.constantFrom('ENDS_WITH_PRINCIPAL', 'STAYS_OWED').map((value) => ['P-21', value] as const),
  fc
    .constantFrom('RECOMPUTE_FORWARD', 'KEEP_UNTIL_COURT_ACTS', 'RECOMPUTE_RETROACTIVELY')
    .map((value) => ['P-17', value] as const),
  fc.constantFrom('KEEP', 'EXCESS').map((value) => ['P-46', value] as const),
  fc.constantFrom('SEQUENCE', 'PRO_RATA').map((value) => ['P-08', value] as const),
  fc.constantFrom('EXCESS_FOLLOWS_CASH', 'STRICT_EFFECTIVE_DATE').map((value) => ['P-45', value] as const),
  fc.constantFrom('PROSPECTIVE', 'RETROACTIVE').map((value) => ['P-31', value] as const),
  fc.constantFrom('DOES_NOT_COUNT', 'COUNTS').map((value) => ['P-10', value] as const),
);

/** What is assigned to the Crime Victims Fund, and taken back: of all payments, of a case or of an order. */
const interests = fc.constantFrom({}, { inCase: 'c-1' }, { inCase: 'c-2' }, { inCase: 'c-3', under: 'o-3' });
const assignments = fc
  .tuple(interests, victim, on, fc.nat(2))
  .map(([interest, whose, when, which]): Command => {
    const given = { ...interest, victim: whose, on: when };
    return which === 0 ? revokeAssignment(given) : assignInterest(given);
  });

/** Any command of the world, by itself. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: payments },
  { weight: 2, arbitrary: greatPayments },
  { weight: 5, arbitrary: anyCollection(obligations, people, on) },
  {
    weight: 3,
    arbitrary: fc.tuple(number, on).map(([n, when]) => returnPayment(`dcd.${String(n)}`, { on: when })),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(number, on, fc.boolean())
      .map(([n, when, hold]) => recordClearance(`dcd.${String(n)}`, { on: hold ? yearsOn : when, hold })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(number, number, amount)
      .map(([n, m, sum]) => recordRefund(`f-${String(m)}`, sum, { from: `dcd.${String(n)}`, on: last })),
  },
  { weight: 4, arbitrary: orderChanges },
  { weight: 2, arbitrary: debtChanges },
  { weight: 2, arbitrary: assignments },
  {
    weight: 4,
    arbitrary: fc
      .tuple(inCase, amount, victim, fc.constantFrom('TRAFFICKING', 'PRODUCTION'), on)
      .map(([id, sum, whose, category, when]) =>
        determineLoss(id, sum, { victim: whose, category: category as 'TRAFFICKING', on: when }),
      ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(number, amount, victim, inCase, on)
      .map(([n, sum, whose, id, when]) =>
        disburse(`p-${String(n)}`, sum, { victim: whose, caseId: id, on: when }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(number, victim)
      .map(([n, whose]) => returnDisbursement(`p-${String(n)}`, { victim: whose, on: last })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(choices, on)
      .map(([[policy, value], when]) => setPolicy(policy, value as never, { on: when })),
  },
  {
    weight: 3,
    arbitrary: anyReduction(order, amount, on, victim).map((each) => ({
      ...each,
      caseId: caseId(caseOfOrder[each.orderId]!),
    })),
  },
  { weight: 3, arbitrary: anyRecovery(fc.constantFrom('x-1', 'x-2'), amount, on, victim) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(order, victim, on)
      .map(([id, whose, when]) => orderReinstatement([id], { victim: whose, on: when })),
  },
  { weight: 1, arbitrary: fc.tuple(victim, on).map(([whose, when]) => review(whose, { on: when })) },
);

/** What a ledger of any history was told; refused commands are part of it. */
export const histories = fc
  .array(
    fc.oneof(
      { weight: 20, arbitrary: anyCommand.map((each) => [each]) },
      { weight: 2, arbitrary: livesOfOrders({ order, number, on, last, caseOfOrder, victimsOf }) },
      { weight: 1, arbitrary: livesOfOverpayments({ order, number, on, last, caseOfOrder, victimsOf }) },
      { weight: 2, arbitrary: livesOfRooms({ number, on, last }) },
      { weight: 1, arbitrary: livesOfFines(number, { entered, offenceOn, late: yearsOn }) },
    ),
    { minLength: 8, maxLength: 40 },
  )
  .map((parts) => parts.flat());

/** The same, without money that leaves: that is recorded whether or not it was there. */
export const historiesOfMoneyThatStays = histories.map((history) =>
  history.filter(({ type }) => type !== 'RecordDisbursement' && type !== 'RecordRefund'),
);

interface HowToTell {
  readonly atomicStreams?: boolean;
  readonly mostRows?: number;
  /** With these, each command is told to a ledger that was just opened, and knows what was kept alone. */
  readonly snapshots?: () => Snapshots;
}

/** A ledger that was told this history, on a store whose clock goes on by a minute with each command. */
export async function ledgerOf(
  history: readonly Command[],
  { atomicStreams = true, mostRows = 1_000, snapshots }: HowToTell = {},
): Promise<{ ledger: Ledger; log: MemoryEventStore }> {
  let minutes = 0;
  const clock = (): Date => new Date(Date.UTC(2026, 5, 1, 0, minutes));
  const log = new MemoryEventStore({ clock, atomicStreams });
  const opened = (): Ledger =>
    new Ledger(log, { mostRows, clock, ...(snapshots && { snapshots: snapshots() }) });
  let ledger = opened();
  for (const [index, each] of [...beginning, ...history].entries()) {
    minutes += 1;
    if (snapshots) ledger = opened();
    await tell(ledger, each, `command-${String(index)}`);
  }
  return { ledger, log };
}

async function tell(ledger: Ledger, each: Command, commandId: string): Promise<void> {
  try {
    await ledger.handle(each, { commandId, actor: 'test' });
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
  }
}
