/** Interest, lateness, terms, two ids of one victim, and the Reserve: the ledger, and a second reckoning (`test/second/answers-of-payment.ts`). */
import fc from 'fast-check';
import { Ledger } from '../../../src/application/ledger.ts';
import { arrearsOn } from '../../../src/domain/collection/arrears.ts';
import type { Command } from '../../../src/domain/commands.ts';
import { money, parseMoney } from '../../../src/domain/money.ts';
import type { PolicyId, PolicyValue } from '../../../src/domain/policy/catalogue.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import { Rejection } from '../../../src/domain/rejection.ts';
import { reserveDecider } from '../../../src/domain/reserve/decide.ts';
import { liabilityEndsOn, type TermAnswers } from '../../../src/domain/statutes/18-usc-3613-b-termination.ts';
import { victimDecider } from '../../../src/domain/victim/decide.ts';
import { openHouse } from '../../../src/open-house.ts';
import { MemoryEventStore } from '../../../src/store/log/memory-event-store.ts';
import {
  accrued,
  accruedToEnd,
  assistanceOf,
  contribution,
  excess,
  late,
  onePerson,
  reserve,
  term,
} from '../../second/answers-of-payment.ts';
import type { Figures } from '../../second/answers-of-recovery.ts';
import { daysOn } from '../../second/days.ts';
import type { LifeOfDebt } from '../../second/terms.ts';
import { interestIn, known, told } from '../../application/interest-world.ts';
import { sameVictim } from '../../support/people-words.ts';
import {
  deposit,
  orderAssistance,
  payAssistance,
  queueAssistance,
  requestAssistance,
} from '../../support/reserve-words.ts';
import {
  caseId,
  day,
  defendantId,
  determineLoss,
  enterOrder,
  imposeDebt,
  makeFinal,
  orderId,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  setPolicy,
  today,
  tomorrow,
  victimId,
} from '../../support/words.ts';
import { asks, few, inWords } from './asking.ts';

const set = <Id extends PolicyId>(policy: Id, value: PolicyValue<Id>): Command =>
  setPolicy(policy, value, { on: day('2020-01-01') });
const fraud = { caseId: 'c-1', defendantId: 'd-1', statute: '18 U.S.C. 3663A' } as const;
const mine = { caseId: 'c-1', defendantId: defendantId('d-1') } as const;

/** Where the money of the last command went: restitution, the fine, and what is held. */
async function placed(...commands: readonly Command[]): Promise<Figures> {
  const ledger = new Ledger(new MemoryEventStore());
  const setting = [registerCase('c-1'), registerDefendant('d-1'), registerVictim('v-1'), ...commands];
  let [restitution, fine, held, awaits]: [bigint, bigint, bigint, string | undefined] = [
    0n,
    0n,
    0n,
    undefined,
  ];
  for (const [at, command] of setting.entries()) {
    const { events } = await ledger.handle(command, { commandId: `k-${String(at)}`, actor: 'test' });
    for (const { event } of events) {
      if (event.type === 'RecoveryCredited') restitution += parseMoney(event.data.accepted);
      if (event.type === 'DebtCredited') fine += parseMoney(event.data.amount);
      if (event.type === 'ExcessHeld') [held, awaits] = [parseMoney(event.data.amount), event.data.awaits];
    }
  }
  return { restitution, fine, held, awaits };
}

const receiptGiven = fc.record({ ordered: few, fine: few, offered: few.map((cents) => 2n * cents) });

asks('P-09', {
  given: receiptGiven,
  ledger: (answer, { ordered, fine, offered }) =>
    placed(
      set('P-09', answer),
      ...[enterOrder('o-1', inWords(ordered), fraud), imposeDebt('b-1', 'FINE', inWords(fine))],
      recordPayment('dcd.1', inWords(offered), { ...mine, to: 'o-1' }),
    ),
  model: excess,
  worked: {
    OTHER_DEBTS_THEN_REFUND: [
      { ordered: 60_00n, fine: 25_00n, offered: 100_00n },
      { restitution: 60_00n, fine: 25_00n, held: 15_00n, awaits: undefined },
    ],
    REFUND_AT_ONCE: [
      { ordered: 60_00n, fine: 25_00n, offered: 100_00n },
      { restitution: 60_00n, fine: 0n, held: 40_00n, awaits: undefined },
    ],
    SUSPENSE: [
      { ordered: 60_00n, fine: 25_00n, offered: 100_00n },
      { restitution: 60_00n, fine: 0n, held: 40_00n, awaits: 'COURT_ORDER' },
    ],
  },
  numRuns: 40,
});

asks('P-40', {
  given: receiptGiven,
  ledger: (answer, { ordered, fine, offered }) =>
    placed(
      set('P-40', answer),
      ...[enterOrder('o-1', inWords(ordered), fraud), imposeDebt('b-1', 'FINE', inWords(fine))],
      { ...recordPayment('dcd.1', inWords(offered), { ...mine, to: null }), origin: 'RESTORED_FORFEITURE' },
    ),
  model: excess,
  worked: {
    CREDIT_WHEN_VICTIM_IS_PAID: [
      { ordered: 60_00n, fine: 25_00n, offered: 100_00n },
      { restitution: 60_00n, fine: 0n, held: 40_00n, awaits: 'COURT_ORDER' },
    ],
  },
  numRuns: 40,
});

const principal = fc.bigInt({ min: 2_500_01n, max: 9_999_99n });
const judgment = day('2026-03-02');

asks('P-21', {
  given: fc.record({
    ordered: fc.bigInt({ min: 3_000_00n, max: 6_000_00n }),
    ended: fc.nat(60).map((at) => daysOn('2026-03-18', at)),
  }),
  ledger: async (answer, { ordered, ended }) => {
    const on = { caseId: 'c-1', on: judgment } as const;
    const world = await told([
      set('P-21', answer),
      ...known,
      ...[determineLoss('c-1', '6,000.00', { on: judgment }), registerDefendant('d-2', { caseId: 'c-1' })],
      enterOrder('o-1', '6,000.00', { ...on, defendantId: 'd-1' }),
      enterOrder('o-2', inWords(ordered), {
        ...on,
        defendantId: 'd-2',
      }),
      makeFinal('o-1', on),
      recordPayment('dcd.1', '6,000.00', { ...mine, on: day(ended) }),
    ]);
    const [, second] = await interestIn(world, '2026-06-01');
    return { owed: second?.accrued ?? '0.00' };
  },
  model: accruedToEnd,
  worked: {
    ENDS_WITH_PRINCIPAL: [{ ordered: 5_000_00n, ended: '2026-04-16' }, { owed: '0.00' }],
    // 5,000.00 at 4.05 percent for 30 of 365 days.
    STAYS_OWED: [{ ordered: 5_000_00n, ended: '2026-04-16' }, { owed: '16.64' }],
  },
  numRuns: 8,
});

asks('P-24', {
  given: fc.record({ own: few, other: few, paid: few }),
  ledger: async (answer, { own, other, paid }) => {
    const { queries } = await told([
      set('P-24', answer),
      ...[registerCase('c-1'), registerDefendant('d-1'), registerDefendant('d-2', { caseId: 'c-1' })],
      registerVictim('v-1'),
      enterOrder('o-1', inWords(own), fraud),
      enterOrder('o-2', inWords(other), { ...fraud, defendantId: 'd-2' }),
      {
        type: 'MakeOrdersJoint',
        ...{ caseId: caseId('c-1'), orderIds: ['o-1', 'o-2'].map(orderId), crediting: null, on: today },
      },
      recordPayment('dcd.1', inWords(paid), { to: null, caseId: 'c-1', defendantId: defendantId('d-2') }),
    ]);
    const claims = (await queries.order(orderId('o-1'), {}))!.contributions;
    return { claim: claims[0] && parseMoney(claims[0].amount) };
  },
  model: contribution,
  worked: {
    NONE: [{ own: 3_500_00n, other: 7_200_00n, paid: 5_117_92n }, { claim: undefined }],
    TRACK_CONTRIBUTION: [{ own: 3_500_00n, other: 7_200_00n, paid: 5_117_92n }, { claim: 1_674_09n }],
  },
  numRuns: 12,
});

asks('P-31', {
  given: fc.record({ one: few, other: few, paidOne: few, paidOther: few }).map((given) => ({
    ...given,
    ...{ one: given.one + 3_000_00n, other: given.other + 3_000_00n },
  })),
  ledger: async (answer, { one, other, paidOne, paidOther }) => {
    const house = await openHouse('memory');
    const commands = [
      setPolicy('P-31', answer, { on: day('2020-01-01') }),
      ...[registerCase('c-1'), registerCase('c-2'), registerDefendant('d-1'), registerDefendant('d-2')],
      ...[registerVictim('v-1'), registerVictim('v-2')],
      ...[determineLoss('c-1', inWords(one)), determineLoss('c-2', inWords(other), { victim: 'v-2' })],
      ...[enterOrder('o-1', inWords(one)), enterOrder('o-2', { 'v-2': inWords(other) })],
      ...[makeFinal('o-1'), makeFinal('o-2')],
      ...[
        recordPayment('dcd.1', inWords(paidOne)),
        recordPayment('dcd.2', inWords(paidOther), { to: 'o-2' }),
      ],
      sameVictim('v-2', { on: tomorrow }),
    ];
    for (const [at, command] of commands.entries())
      await house.ledger.handle(command, { commandId: `k-${String(at)}`, actor: 'test' });
    const { greatestLoss, recovered } = (await house.queries.victim(victimId('v-1'), {}))!;
    await house.close();
    return { cap: parseMoney(greatestLoss!), recovered: parseMoney(recovered) };
  },
  model: onePerson,
  worked: {
    PROSPECTIVE: [
      { one: 5_000_00n, other: 8_000_00n, paidOne: 3_000_00n, paidOther: 6_000_00n },
      { cap: 8_000_00n, recovered: 9_000_00n },
    ],
    RETROACTIVE: [
      { one: 5_000_00n, other: 8_000_00n, paidOne: 3_000_00n, paidOther: 6_000_00n },
      { cap: 8_000_00n, recovered: 8_000_00n },
    ],
  },
  numRuns: 8,
});

asks('P-32', {
  given: fc.record({ ordered: principal, until: fc.nat(1_300).map((at) => daysOn('2026-03-18', at)) }),
  ledger: async (answer, { ordered, until }) => {
    const order = enterOrder('o-1', inWords(ordered), { ...fraud, on: judgment });
    const [row] = await interestIn(await told([set('P-32', answer), ...known, order]), until);
    return { owed: row!.accrued! };
  },
  model: accrued,
  worked: {
    ACTUAL_365: [{ ordered: 10_000_00n, until: '2029-01-01' }, { owed: '1132.89' }],
    ACTUAL_366_IN_LEAP_YEARS: [{ ordered: 10_000_00n, until: '2029-01-01' }, { owed: '1131.78' }],
  },
  numRuns: 8,
});

const set2026 = { paidOn: '2026-01-01', set: '2026-09-01' } as const;

asks('P-33', {
  given: fc
    .record({ each: few, whole: few.map((cents) => 20n * cents), paid: fc.bigInt({ min: 0n, max: 400n }) })
    .chain((sums) =>
      fc.record({
        ...{ each: fc.constant(sums.each), whole: fc.constant(sums.whole) },
        paid: fc.constant(sums.paid < sums.whole ? sums.paid : sums.whole - 1n),
        on: fc.nat(500).map((at) => daysOn('2026-01-01', at)),
        notice: fc.option(fc.nat(400).map((at) => daysOn('2026-01-01', at))),
        paidOn: fc.constantFrom('2025-12-15', '2025-12-31', '2026-01-01', '2026-02-15'),
        set: fc.constantFrom('2025-12-01', '2025-12-31', '2026-01-15', '2026-09-01'),
      }),
    ),
  ledger: (answer, { each, whole, paid, paidOn, set: since, on, notice }) => {
    const firstOn = day('2026-01-01');
    const schedule = { manner: 'INSTALMENTS', firstOn, amount: money(each), every: 'MONTH' } as const;
    const payments = paid === 0n ? [] : [{ on: day(paidOn), amount: money(paid) }];
    const notices = { DELINQUENCY: [], DEFAULT: notice === null ? [] : [day(notice)] };
    const awaited = {
      schedule,
      since: day(since),
      outstanding: money(whole - paid),
      payments,
      notices,
    };
    const arrears = arrearsOn(awaited, day(on), answer);
    return { delinquency: arrears?.delinquencyPenalty ?? 0n, inDefault: arrears?.defaultPenalty ?? 0n };
  },
  model: late,
  worked: {
    OVERDUE_THEN_BALANCE: [
      { each: 100_00n, whole: 5_000_00n, paid: 0n, ...set2026, on: '2026-05-02', notice: null },
      { delinquency: 40_00n, inDefault: 15_00n },
    ],
    WHOLE_BALANCE: [
      { each: 100_00n, whole: 5_000_00n, paid: 0n, ...set2026, on: '2026-05-02', notice: null },
      { delinquency: 500_00n, inDefault: 750_00n },
    ],
  },
});

const perhaps = fc.option(
  fc.nat(9_000).map((at) => daysOn('1998-01-01', at)),
  { nil: undefined },
);
const life = fc.record({
  kind: fc.constantFrom('restitution' as const, 'fine' as const),
  ...{ release: perhaps, death: perhaps, final: perhaps },
  offence: fc.nat(200).map((at) => daysOn('1996-01-01', at)),
  judgment: fc.nat(500).map((at) => daysOn('1996-08-01', at)),
});
type Life = typeof life extends fc.Arbitrary<infer Given> ? Given : never;

function endOf(
  { kind, release, death, final, offence, judgment: entered }: Life,
  answers: Partial<TermAnswers>,
): Figures {
  const dayOf = (text: string | undefined) => (text === undefined ? undefined : day(text));
  const of = {
    obligation: kind === 'fine' ? ('FINE' as const) : ('RESTITUTION' as const),
    ...{ offenceOn: day(offence), judgmentOn: day(entered), wasImprisoned: true },
    ...{ releasedOn: dayOf(release), diedOn: dayOf(death), finalOn: dayOf(final) },
  };
  return { ends: liabilityEndsOn(of, { term: 'BY_OFFENCE_DATE', death: 'ESTATE_LIABLE', ...answers }) };
}
const again = (given: Life, answers: Partial<LifeOfDebt>): Figures =>
  term({ ...given, byJudgment: false, abates: false, ...answers });

const restitution = { kind: 'restitution', final: undefined, judgment: '1997-02-03' } as const;

asks('P-34', {
  given: life,
  ledger: (answer, given) => endOf(given, { term: answer }),
  model: (answer, given) => again(given, { byJudgment: answer === 'BY_JUDGMENT_DATE' }),
  worked: {
    BY_OFFENCE_DATE: [
      { ...restitution, offence: '1996-04-23', release: '2010-01-31', death: undefined },
      { ends: '2017-02-03' },
    ],
    BY_JUDGMENT_DATE: [
      { ...restitution, offence: '1996-04-23', release: '2010-01-31', death: undefined },
      { ends: '2030-01-31' },
    ],
  },
});

asks('P-35', {
  given: life,
  ledger: (answer, given) => endOf(given, { death: answer }),
  model: (answer, given) => again(given, { abates: answer === 'ABATES_BEFORE_FINALITY' }),
  worked: {
    ESTATE_LIABLE: [
      { ...restitution, offence: '1996-05-01', release: undefined, death: '1999-08-08' },
      { ends: '2017-02-03' },
    ],
    ABATES_BEFORE_FINALITY: [
      { ...restitution, offence: '1996-05-01', release: undefined, death: '1999-08-08' },
      { ends: '1999-08-08' },
    ],
  },
});

asks('P-36', {
  given: fc.record({ year: fc.integer({ min: 2020, max: 2025 }) }),
  ledger: (answer, { year }) => {
    const state = victimDecider.empty();
    const context = { policies: { ...defaultPolicies, 'P-36': answer } };
    const on = day(`${String(year)}-06-30`);
    const [registered] = victimDecider.decide(registerVictim('v-1'), state, context).happened;
    victimDecider.evolve(state, registered!);
    const order = orderAssistance('q-1', '1.00', { victim: 'v-1', on });
    const [ordered] = victimDecider.decide(order, state, context).happened;
    return { amount: ordered?.type === 'AssistanceOrdered' ? ordered.data.formulaAmount : undefined };
  },
  model: assistanceOf,
  worked: {
    ANNUAL_AVERAGE_TO_CENT: [{ year: 2025 }, { amount: '44790.78' }],
    ANNUAL_AVERAGE_TO_DOLLAR: [{ year: 2025 }, { amount: '44790.00' }],
    DECEMBER_INDEX_TO_CENT: [{ year: 2025 }, { amount: '44807.71' }],
  },
  numRuns: 30,
});

/** About ten million dollars, in cents. */
const ceiling = few.map((cents) => 9_999_999_80n + cents);

asks('P-38', {
  given: fc.record({ held: ceiling, more: few, first: ceiling, second: few }),
  ledger: (answer, { held, more, first, second }) => {
    const state = reserveDecider.empty();
    const tell = (command: Parameters<typeof reserveDecider.decide>[0]): void => {
      const context = { policies: { ...defaultPolicies, 'P-38': answer } };
      const { happened, follows } = reserveDecider.decide(command, state, context);
      for (const event of [...happened, ...follows]) reserveDecider.evolve(state, event);
    };
    for (const [at, amount] of [held, more].entries()) tell(deposit(`r-${String(at)}`, inWords(amount)));
    tell(requestAssistance('q-1'));
    tell(requestAssistance('q-2'));
    for (const [at, amount] of [first, second].entries())
      tell(queueAssistance(`q-${String(at + 1)}`, inWords(amount)));
    const { balance, outside } = state;
    try {
      tell(payAssistance('q-2'));
      return { balance, outside, second: 'paid' };
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      return { balance, outside, second: 'waits' };
    }
  },
  model: reserve,
  worked: {
    STRICT_ORDER: [
      { held: 9_999_999_00n, more: 5_00n, first: 10_000_004_00n, second: 1_00n },
      { balance: 10_000_000_00n, outside: 4_00n, second: 'waits' },
    ],
    SKIP_AHEAD: [
      { held: 9_999_999_00n, more: 5_00n, first: 10_000_004_00n, second: 1_00n },
      { balance: 10_000_000_00n, outside: 4_00n, second: 'paid' },
    ],
    ABOVE_CEILING: [
      { held: 9_999_999_00n, more: 5_00n, first: 10_000_004_00n, second: 1_00n },
      { balance: 10_000_004_00n, outside: 0n, second: 'waits' },
    ],
  },
});
