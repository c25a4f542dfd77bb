/** How payments are divided, and who is paid: the ledger, and a second reckoning (`test/second/answers-of-payment.ts`). */
import fc from 'fast-check';
import { caseDecider } from '../../../src/domain/case/decide.ts';
import { divide as dividedAmong } from '../../../src/domain/case/division.ts';
import type { CaseCommand } from '../../../src/domain/case/commands.ts';
import { planFor, type HeldFor } from '../../../src/domain/disbursement/plan.ts';
import { termsOn } from '../../../src/domain/disbursement/terms.ts';
import { money, noMoney, parseMoney } from '../../../src/domain/money.ts';
import type { Policies } from '../../../src/domain/policy/catalogue.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import { Rejection } from '../../../src/domain/rejection.ts';
import type { Payee } from '../../../src/domain/statutes/18-usc-3664-i-several-victims.ts';
import type { DebtKind } from '../../../src/domain/statutes/obligations.ts';
import { victimDecider } from '../../../src/domain/victim/decide.ts';
import {
  assessed,
  divided,
  fees,
  heir,
  joint,
  ladder,
  paidAgain,
  payees,
  share,
  smallShare,
} from '../../second/answers-of-payment.ts';
import type { Figures } from '../../second/answers-of-recovery.ts';
import { dies, inherit } from '../../support/people-words.ts';
import {
  caseId,
  day,
  defendantId,
  enterOrder,
  imposeDebt,
  orderId,
  registerCase,
  registerDefendant,
  setOrderOfPayment,
  today,
  victimId,
} from '../../support/words.ts';
import { divide } from '../case/words.ts';
import { found } from '../statutes/worked.ts';
import { impose, registered } from '../victim/words.ts';
import { asks, few, inWords } from './asking.ts';

const fraud = { caseId: 'c-1', defendantId: 'd-1', statute: '18 U.S.C. 3663A' } as const;

/** What was credited by the last of the commands: by order and victim, or by kind of debt. */
function creditedBy(
  policies: Partial<Policies>,
  ...commands: readonly CaseCommand[]
): Record<string, bigint> {
  const state = caseDecider.empty();
  const context = { policies: { ...defaultPolicies, ...policies } };
  let credited: Record<string, bigint> = {};
  for (const command of [registerCase(), registerDefendant(), ...commands]) {
    const { happened, follows } = caseDecider.decide(command, state, context);
    credited = {};
    for (const event of [...happened, ...follows]) {
      caseDecider.evolve(state, event);
      if (event.type === 'RecoveryCredited')
        credited[`${event.data.orderId}/${event.data.victimId}`] = parseMoney(event.data.accepted);
      if (event.type === 'DebtCredited') credited[event.data.kind] = parseMoney(event.data.amount);
    }
  }
  return credited;
}

/** `taken`, or `refused`. */
function verdictOn(decide: () => unknown): string {
  try {
    decide();
    return 'taken';
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return 'refused';
  }
}

asks('P-11', {
  given: fc.record({ fee: few, care: few }),
  ledger: (answer, { fee, care }) => {
    const heads = { ATTORNEYS_FEES_AND_COSTS: inWords(fee), MEDICAL_SERVICES: inWords(care) };
    const said = found('3663A', { amount: inWords(fee + care), heads, fees: answer });
    return { found: said.startsWith('recorded ') ? parseMoney(said.slice('recorded '.length)) : undefined };
  },
  model: fees,
  worked: {
    ONLY_WHERE_NAMED: [{ fee: 4_895_10n, care: 1_112_90n }, { found: undefined }],
    ALSO_WHERE_NOT_NAMED: [{ fee: 4_895_10n, care: 1_112_90n }, { found: 6_008_00n }],
  },
});

asks('P-23', {
  given: fc.record({ own: few, other: few, paid: few }),
  ledger: (answer, { own, other, paid }) => {
    const credited = creditedBy(
      { 'P-23': answer },
      registerDefendant('d-2', { caseId: 'c-1' }),
      enterOrder('o-1', inWords(own), fraud),
      enterOrder('o-2', inWords(other), { ...fraud, defendantId: 'd-2' }),
      {
        type: 'MakeOrdersJoint',
        ...{ caseId: caseId('c-1'), orderIds: ['o-1', 'o-2'].map(orderId), crediting: null, on: today },
      },
      { ...divide('dcd.1', inWords(paid), null), defendantId: defendantId('d-2') },
      divide('dcd.2', '999.00', null),
    );
    return { taken: credited['o-1/v-1'] ?? 0n };
  },
  model: joint,
  worked: {
    OWN_AMOUNT_OR_VICTIM_WHOLE: [{ own: 350_00n, other: 720_00n, paid: 51_17n }, { taken: 350_00n }],
    PER_JUDGMENT: [{ own: 350_00n, other: 720_00n, paid: 51_17n }, { taken: 298_83n }],
    // 35/72 of 51.17 is 24.874..., cut to 24.87.
    PRO_RATA: [{ own: 350_00n, other: 720_00n, paid: 51_17n }, { taken: 325_13n }],
    // The first 370.00 are the payor's alone; of 400.00, 30.00 are not.
    NON_OVERLAP_FIRST: [{ own: 350_00n, other: 720_00n, paid: 400_00n }, { taken: 320_00n }],
  },
});

asks('P-25', {
  given: fc.record({ victim: few, provider: few, state: few, offered: few }),
  ledger: (answer, { victim, provider, state, offered }) => {
    const order = enterOrder(
      'o-1',
      { 'v-1': inWords(victim), 'v-2': inWords(provider), 'v-3': inWords(state) },
      fraud,
    );
    const as: readonly Payee[] = ['VICTIM', 'PROVIDER', 'UNITED_STATES'];
    const lines = order.lines.map((line, at) => ({ ...line, payee: as[at]! }));
    const paid = creditedBy({ 'P-25': answer }, { ...order, lines }, divide('dcd.1', inWords(offered), null));
    const [one = 0n, two = 0n, three = 0n] = ['v-1', 'v-2', 'v-3'].map((id) => paid[`o-1/${id}`] ?? 0n);
    return { victim: one, provider: two, state: three };
  },
  model: payees,
  worked: {
    VICTIMS_PROVIDERS_UNITED_STATES: [
      { victim: 50_00n, provider: 30_00n, state: 40_00n, offered: 100_00n },
      { victim: 50_00n, provider: 30_00n, state: 20_00n },
    ],
    VICTIMS_UNITED_STATES_PROVIDERS: [
      { victim: 50_00n, provider: 30_00n, state: 40_00n, offered: 100_00n },
      { victim: 50_00n, provider: 10_00n, state: 40_00n },
    ],
  },
});

const sharer = fc.record({ owed: few, more: few }).map(({ owed, more }) => ({ owed, ordered: owed + more }));
const three = [
  { owed: 6_00n, ordered: 50_00n },
  { owed: 40_00n, ordered: 30_00n },
  { owed: 20_00n, ordered: 20_00n },
];

asks('P-26', {
  given: fc.record({
    amount: few.map((cents) => 3n * cents),
    among: fc.array(sharer, { minLength: 1, maxLength: 6 }),
  }),
  ledger: (answer, { amount, among }) => {
    const sharing = among.map(({ owed, ordered }) => ({ owed: money(owed), ordered: money(ordered) }));
    return { shares: dividedAmong(money(amount), sharing, answer).join(' ') };
  },
  model: divided,
  worked: {
    // 60.00 by 6, 40 and 20 of 66: 5.4545..., 36.3636... and 18.1818...: the odd cent goes to the first.
    OUTSTANDING: [{ amount: 60_00n, among: three }, { shares: '546 3636 1818' }],
    // By 50, 30 and 20: the first takes 6.00; of 54.00 the third would have 21.60 and takes 20.00; the second the rest.
    ORDERED: [{ amount: 60_00n, among: three }, { shares: '600 3400 2000' }],
    OUTSTANDING_CUT: [
      { amount: 5n, among: [...three.slice(1, 2), ...three.slice(2)] },
      // Of 5 cents 3.333... and 1.666...: three and one, and the cent over to the first.
      { shares: '4 1' },
    ],
  },
});

const plan = (policies: Partial<Policies>, of: Partial<HeldFor>): Figures => {
  const nothing = { onHold: noMoney, onAppeal: noMoney, cameBack: noMoney, forFund: noMoney, isMixed: false };
  const who = { victimId: victimId('v-1'), caseId: caseId('c-1'), payee: { representativeId: undefined } };
  const { payments } = planFor(
    { ...who, ...nothing, held: noMoney, isLast: () => false, ...of },
    { terms: termsOn([], today), policies: { ...defaultPolicies, ...policies } },
  );
  return { paid: payments.reduce((sum, { amount }) => sum + amount, 0n) };
};

asks('P-27', {
  given: fc.record({ held: few.map((cents) => cents + 24_80n), isLast: fc.boolean() }),
  ledger: (answer, { held, isLast }) => plan({ 'P-27': answer }, { held: money(held), isLast: () => isLast }),
  model: smallShare,
  worked: {
    MINIMUM_WITH_EARMARK: [{ held: 24_99n, isLast: false }, { paid: 0n }],
    NO_MINIMUM: [{ held: 24_99n, isLast: false }, { paid: 24_99n }],
  },
});

asks('P-28', {
  given: fc.record({ held: few, back: few }),
  ledger: (answer, { held, back }) =>
    plan({ 'P-27': 'NO_MINIMUM', 'P-28': answer }, { held: money(held), cameBack: money(back) }),
  model: paidAgain,
  worked: {
    EARMARK: [{ held: 150_00n, back: 100_00n }, { paid: 50_00n }],
    PAY_AGAIN: [{ held: 150_00n, back: 100_00n }, { paid: 150_00n }],
  },
});

asks('P-30', {
  given: fc.record({ isDefendant: fc.boolean(), byCourt: fc.boolean() }),
  ledger: (answer, { isDefendant, byCourt }) => {
    const state = victimDecider.empty();
    const context = { policies: { ...defaultPolicies, 'P-30': answer } };
    const succession = inherit(
      { 'h-1': isDefendant ? 'd-1' : null },
      { source: byCourt ? 'DIRECTED_BY_COURT' : 'REPORTED' },
    );
    const all = [registered, impose('o-1', '3,000.00'), dies(), succession].flatMap((command) => {
      const { happened, follows } = victimDecider.decide(command, state, context);
      for (const event of [...happened, ...follows]) victimDecider.evolve(state, event);
      return follows;
    });
    return { isHeld: all.some(({ type }) => type === 'PayoutHeld') ? 'held' : 'paid' };
  },
  model: heir,
  worked: {
    BLOCK_AND_ASK_COURT: [{ isDefendant: true, byCourt: false }, { isHeld: 'held' }],
    PAY_ESTATE: [{ isDefendant: true, byCourt: false }, { isHeld: 'paid' }],
  },
});

/** Debts that the case itself divides among: an amount of each kind, or nothing of it. */
const debts = fc.record({
  ASSESSMENT_3013: fc.nat(3).map((counts) => BigInt(counts) * 5_00n),
  ASSESSMENT_2259A: fc.constantFrom<bigint[]>(0n, 0n, 3_00n),
  ...{ RESTITUTION: few, FINE: few, COSTS: few, COMMUNITY_RESTITUTION: few },
  ASSESSMENT_3014: fc.constantFrom<bigint[]>(0n, 5_000_00n),
});
const owing = {
  ...{ ASSESSMENT_3013: 100_00n, ASSESSMENT_2259A: 0n, RESTITUTION: 300_00n, FINE: 90_00n, COSTS: 10_00n },
  ...{ COMMUNITY_RESTITUTION: 0n, ASSESSMENT_3014: 0n },
};

asks('P-39', {
  given: fc.record({ debts, offered: few.map((cents) => 40n * cents) }),
  ledger: (answer, { debts: given, offered }) => {
    const imposed = Object.entries(given).flatMap(([kind, cents]) =>
      kind === 'RESTITUTION' || cents === 0n
        ? []
        : [imposeDebt(`b-${kind}`, kind as DebtKind, inWords(cents))],
    );
    const { 'o-1/v-1': restitution, ...beside } = creditedBy(
      { 'P-39': answer },
      enterOrder('o-1', inWords(given.RESTITUTION), fraud),
      ...imposed,
      setOrderOfPayment(['COSTS']),
      divide('dcd.1', inWords(offered), null),
    );
    return { ...beside, ...(restitution !== undefined && { RESTITUTION: restitution }) };
  },
  model: ladder,
  worked: {
    // Of 450.00: 100.00, 300.00, and 50.00 by nine to one.
    STATUTE: [
      { debts: owing, offered: 450_00n },
      { ASSESSMENT_3013: 100_00n, RESTITUTION: 300_00n, FINE: 45_00n, COSTS: 5_00n },
    ],
    AO_245B: [
      { debts: owing, offered: 450_00n },
      { ASSESSMENT_3013: 100_00n, RESTITUTION: 300_00n, FINE: 50_00n },
    ],
    COURT_SPECIFIED: [
      { debts: owing, offered: 450_00n },
      { COSTS: 10_00n, ASSESSMENT_3013: 100_00n, RESTITUTION: 300_00n, FINE: 40_00n },
    ],
  },
});

asks('P-41', {
  given: fc.record({
    published: few.map((cents) => 16_999_80n + cents),
    amount: few.map((cents) => 16_999_80n + cents),
  }),
  ledger: (answer, { published, amount }) => {
    const table = [{ offence: 'POSSESSION', from: day('2020-01-01'), amount: money(published) }] as const;
    const assess = {
      ...imposeDebt('b-1', 'ASSESSMENT_2259A', inWords(amount), { assessedOffence: 'POSSESSION' }),
      published: table,
    };
    return { assessment: verdictOn(() => creditedBy({ 'P-41': answer }, assess)) };
  },
  model: assessed,
  worked: {
    TABLE_AS_DATA: [{ published: 18_250_37n, amount: 18_250_37n }, { assessment: 'taken' }],
    AS_ENACTED: [{ published: 18_250_37n, amount: 18_250_37n }, { assessment: 'refused' }],
  },
});

asks('P-42', {
  given: fc.record({
    ordered: few.map((cents) => 2_999_80n + cents),
    losses: few.map((cents) => 2_999_80n + cents),
  }),
  ledger: (answer, { ordered, losses }) => {
    const order = enterOrder('o-1', inWords(ordered), { lossesFound: [money(losses)] });
    return { order: verdictOn(() => creditedBy({ 'P-42': answer }, order)) };
  },
  model: share,
  worked: {
    REFUSE: [{ ordered: 2_999_99n, losses: 50_000_00n }, { order: 'refused' }],
    RECORD: [{ ordered: 2_999_99n, losses: 50_000_00n }, { order: 'taken' }],
  },
});
