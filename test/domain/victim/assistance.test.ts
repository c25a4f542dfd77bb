import { victimDecider } from '../../../src/domain/victim/decide.ts';
import type { VictimCommand } from '../../../src/domain/victim/commands.ts';
import { specify } from '../../support/given.ts';
import {
  amountOf2025,
  disbursementId,
  orderAssistance,
  requestId,
  start,
} from '../../support/reserve-words.ts';
import {
  caseId,
  day,
  determineLoss,
  disburse,
  registerVictim,
  text,
  usd,
  victimId,
} from '../../support/words.ts';
import { becomesFinal, comesBack, impose, ref, tender } from './words.ts';

const spec = specify(victimDecider);
const registered = registerVictim('v-1');
const v1 = victimId('v-1');
const order = (amount = amountOf2025, given: Parameters<typeof orderAssistance>[2] = {}) =>
  orderAssistance('q-1', amount, { victim: 'v-1', ...given });
const fromReserve = { victimId: v1, requestId: requestId('q-1'), on: start } as const;
const payment = { ...fromReserve, disbursementId: disbursementId('p-1') };
const receive: VictimCommand = { type: 'ReceiveAssistance', ...payment };
const giveBack: VictimCommand = { type: 'ReturnAssistance', ...payment };
const vacate: VictimCommand = { type: 'VacateAssistance', ...fromReserve };
const ordered = (amount: string, news: object = {}) => ({
  type: 'AssistanceOrdered',
  data: {
    ...{ victimId: v1, requestId: 'q-1', caseId: caseId('c-1'), amount: text(amount) },
    ...{ formulaAmount: text(amountOf2025), priceIndex: '313.689', baseIndex: '245.120' },
    ...{ collected: text('0.00'), policyVersion: 0 },
    ...news,
  },
});

describe('an order for assistance', () => {
  const victim = spec.after(registered);

  test('is recorded with what the words come to, and prevails over it', () => {
    victim.when(order()).then(ordered(amountOf2025));
    victim.when(order('50,000.00')).then(ordered('50,000.00'));
    victim.when(order('1.00')).then(ordered('1.00'));
    victim.when(order('0.00')).thenRefused('amount-not-positive', '/amount');
  });

  test('is one, ever', () => {
    const one = victim.and(order());
    one.when(order()).thenNothing();
    one.when(order('50,000.00')).thenRefused('assistance-ordered-differently', '/requestId');
    one
      .when(orderAssistance('q-2', amountOf2025, { victim: 'v-1' }))
      .thenRefused('assistance-once', '/victimId');
    one
      .and(receive)
      .when(orderAssistance('q-2', amountOf2025, { victim: 'v-1' }))
      .thenRefused('assistance-once', '/victimId');
  });

  test('that was set aside leaves room for another', () => {
    const setAside = victim.and(order(), vacate);
    setAside.when(vacate).thenNothing();
    setAside
      .when(orderAssistance('q-2', amountOf2025, { victim: 'v-1' }))
      .then(ordered(amountOf2025, { requestId: 'q-2' }));
  });

  test('of a year whose price index is not known is refused, and of one before 2019', () => {
    victim.when(order(amountOf2025, { on: day('2026-03-02') })).thenRefused('price-index-not-known', '/on');
    const indexes = () => '320.000' as never;
    victim.when({ ...order('45,691.91', { on: day('2026-03-02') }), indexes }).then(
      ordered('45,691.91', {
        formulaAmount: text('35,000.00'),
        priceIndex: '320.000',
        baseIndex: '320.000',
      }),
    );
    victim
      .when(order('35,000.00', { on: day('2018-12-31') }))
      .thenRefused('before-first-assistance-year', '/on');
    victim
      .when(order('35,000.00', { on: day('2019-12-31') }))
      .then(ordered('35,000.00', { formulaAmount: text('35,000.00'), priceIndex: null, baseIndex: null }));
  });

  test('is reckoned as P-36 says', () => {
    const other = (policy: 'ANNUAL_AVERAGE_TO_DOLLAR' | 'DECEMBER_INDEX_TO_CENT') =>
      specify(victimDecider, { 'P-36': policy }).after(registered);
    other('ANNUAL_AVERAGE_TO_DOLLAR')
      .when(order())
      .then(ordered(amountOf2025, { formulaAmount: text('44,790.00') }));
    other('DECEMBER_INDEX_TO_CENT')
      .when(order())
      .then(
        ordered(amountOf2025, {
          formulaAmount: text('44,807.71'),
          priceIndex: '315.605',
          baseIndex: '246.524',
        }),
      );
  });
});

describe('a victim who has collected more than the amount', () => {
  const owed = [registered, impose('o-1', '90,000.00'), tender('dcd.1', '60,000.00')];
  const noted = (collected: string) => ({
    type: 'AssistanceIneligibilityNoted',
    data: {
      ...{ citation: '18 U.S.C. 2259(d)(3)', policyVersion: 0, victimId: v1, requestId: 'q-1' },
      ...{ collected: text(collected), formulaAmount: text(amountOf2025) },
    },
  });

  test('is ordered assistance all the same, and that is noted', () => {
    const paidOut = (amount: string) => spec.after(...owed, disburse('p-9', amount));
    paidOut('44,790.79')
      .when(order())
      .then(ordered(amountOf2025, { collected: text('44,790.79') }), noted('44,790.79'));
    paidOut(amountOf2025)
      .when(order())
      .then(ordered(amountOf2025, { collected: text(amountOf2025) }));
  });

  test('has collected what was paid out, unless P-37 says that credited is enough', () => {
    spec
      .after(...owed)
      .when(order())
      .then(ordered(amountOf2025));
    specify(victimDecider, { 'P-37': 'WHEN_CREDITED' })
      .after(...owed)
      .when(order())
      .thenByLaw(noted('60,000.00'));
    const more = spec.after(...owed, disburse('p-9', '90,000.00'));
    more.when(order()).thenByLaw(noted('60,000.00'));
  });
});

describe('assistance that is received', () => {
  const received = { type: 'AssistanceReceived', data: { ...payment, amount: text(amountOf2025) } };
  const { on: _, ...data } = received.data;
  const capped = spec.after(
    registered,
    impose('o-1', '90,000.00'),
    determineLoss('c-1', '50,000.00', { on: start }),
    becomesFinal('o-1', 'DIRECT_REVIEW_DONE', start),
    order(),
  );
  const law = { citation: '18 U.S.C. 2259(b)(2)(C)', policyVersion: 0 };
  const reached = {
    type: 'FullRecoveryReached',
    data: {
      ...{ ...law, victimId: v1, epoch: 1 },
      ...{ greatestLoss: text('50,000.00'), recovered: text('50,000.00') },
    },
  };

  const terminated = (amount: string) => ({
    type: 'LiabilitiesTerminated',
    data: {
      ...{ ...law, victimId: v1, epoch: 1 },
      liabilities: [{ ...withoutVictim('o-1'), amount: text(amount) }],
    },
  });

  test('is recorded once, with its return', () => {
    const one = spec.after(registered, order());
    one.when(receive).then({ type: 'AssistanceReceived', data });
    one.and(receive).when(giveBack).then({ type: 'AssistanceReturned', data });
    one.and(receive, giveBack).when(giveBack).thenNothing();
    one.and(receive, giveBack).when(receive).thenNothing();
    one.when(giveBack).thenNothing();
    one.and(receive).when(vacate).then({ type: 'AssistanceOrderVacated', data: vacated });
  });
  const vacated = { victimId: v1, requestId: 'q-1', amount: text(amountOf2025) };

  test('takes headroom: the payment after it is taken to the cap, and no further', () => {
    const assisted = capped.and(receive);
    const credited = { ...ref('o-1'), receiptId: 'dcd.1', round: 1 };
    assisted.when(tender('dcd.1', '6,000.00')).then(
      {
        type: 'RecoveryCredited',
        data: { ...credited, offered: text('6,000.00'), accepted: text('5,209.22') },
      },
      reached,
      {
        type: 'LiabilitiesTerminated',
        data: {
          ...{ ...law, victimId: v1, epoch: 1 },
          liabilities: [{ ...withoutVictim('o-1'), amount: text('84,790.78') }],
        },
      },
    );
  });

  test('ends the liabilities itself, where it reaches the cap, and its return brings them back', () => {
    const nearly = capped.and(tender('dcd.1', '5,209.22'));
    const owed = [{ ...withoutVictim('o-1'), amount: text('84,790.78') }];
    nearly.when(receive).thenByLaw(reached, {
      type: 'LiabilitiesTerminated',
      data: { ...law, victimId: v1, epoch: 1, liabilities: owed },
    });
    nearly
      .and(receive)
      .when(giveBack)
      .thenByLaw(
        {
          type: 'FullRecoveryUndone',
          data: {
            ...{ ...law, victimId: v1, epoch: 1 },
            ...{ greatestLoss: text('50,000.00'), recovered: text('5,209.22') },
          },
        },
        {
          type: 'LiabilitiesReinstated',
          data: { ...law, victimId: v1, epoch: 1, liabilities: owed },
        },
      );
  });

  test('above the cap is noted, and nothing of it is taken back', () => {
    capped
      .and(tender('dcd.1', '6,000.00'))
      .when(receive)
      .thenByLaw(
        { ...reached, data: { ...reached.data, recovered: text('50,790.78') } },
        terminated('84,000.00'),
        {
          type: 'OverRecoveryNoted',
          data: { ...law, victimId: v1, amount: text('790.78') },
        },
      );
  });

  test.each(['NET_FINDINGS_ONLY', 'IGNORE'] as const)('counts for nothing under %s', (answer) => {
    const other = capped.under({ 'P-12': answer }).when(receive);
    other.thenByLaw();
  });

  test('counts where received means paid out, too', () => {
    const under = { 'P-05': 'DISBURSED' } as const;
    const paidOut = capped.and(tender('dcd.1', '5,209.22'), disburse('p-9', '5,209.22')).under(under);
    paidOut.when(receive).thenByLaw(reached, terminated('84,790.78'));
  });
});

describe('a finding from which assistance was deducted', () => {
  const deducting = {
    ...determineLoss('c-2', '55,209.22', { on: start }),
    assistanceDeducted: usd(amountOf2025),
  };
  const final = [registered, impose('o-2', '3,000.00'), becomesFinal('o-2')];
  const capOf = (greatestLoss: string) => ({
    type: 'GreatestLossChanged',
    data: {
      ...{ citation: '18 U.S.C. 2259(b)(2)(C)', policyVersion: 0, victimId: v1 },
      ...{ greatestLoss: text(greatestLoss), previous: null },
    },
  });

  test('says what it found, and what it had deducted', () => {
    spec
      .after(registered)
      .when(deducting)
      .then({
        type: 'LossDetermined',
        data: {
          ...{ victimId: v1, caseId: caseId('c-2'), category: 'TRAFFICKING', heads: [] },
          ...{ amount: text('55,209.22'), assistanceDeducted: text(amountOf2025) },
        },
      });
    spec
      .after(registered, deducting)
      .when(determineLoss('c-2', '55,209.22', { on: start }))
      .then({
        type: 'LossDetermined',
        data: {
          ...{ victimId: v1, caseId: caseId('c-2'), category: 'TRAFFICKING', heads: [] },
          amount: text('55,209.22'),
        },
      });
  });

  test('has heads that add up before the deduction', () => {
    const heads = [{ head: 'LOST_INCOME', amount: usd('100,000.00') }] as const;
    expect(() => spec.after(registered, { ...deducting, heads })).not.toThrow();
    const net = [{ head: 'LOST_INCOME', amount: usd('55,209.22') }] as const;
    spec
      .after(registered)
      .when({ ...deducting, heads: net })
      .thenRefused('heads-do-not-add-up', '/heads');
  });

  test.each([
    ['COUNT_AGAINST_GROSS', '100,000.00'],
    ['NET_FINDINGS_ONLY', '55,209.22'],
    ['IGNORE', '100,000.00'],
  ] as const)('sets the cap as P-12 says: %s', (answer, cap) => {
    spec
      .after(...final)
      .under({ 'P-12': answer })
      .when(deducting)
      .thenByLaw(capOf(cap));
  });

  test('comes back in the same measure, when a payment is returned', () => {
    const paid = spec.after(...final, deducting, tender('dcd.1', '3,000.00', { to: 'o-2' }));
    paid.when(comesBack('dcd.1', { to: 'o-2' })).thenByLaw();
  });
});

function withoutVictim(id: string): object {
  const { victimId: _, ...rest } = ref(id);
  return rest;
}
