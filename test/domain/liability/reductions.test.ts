import { outstanding } from '../../../src/domain/liability/liability.ts';
import type { OrderId } from '../../../src/domain/ids.ts';
import { formatMoney } from '../../../src/domain/money.ts';
import {
  amendOrder,
  caseId,
  day,
  defendantId,
  determineLoss,
  enterOrder,
  orderId,
  registerCase,
  registerDefendant,
  registerVictim,
  text,
  today,
  tomorrow,
  yesterday,
} from '../../support/words.ts';
import { reduceLiability, reverseReduction } from '../../support/recovery-words.ts';
import { divide, spec as caseSpec, unapply } from '../case/words.ts';
import {
  amend,
  becomesFinal,
  comesBack,
  ended,
  impose,
  ref,
  spec,
  tender,
  vacate,
  reinstated,
  madeWhole,
  undone,
} from '../victim/words.ts';

const owed = spec.after(registerVictim('v-1'), impose('o-1', '9,000.00'), tender('dcd.1', '6,000.00'));
const said = { citation: '18 U.S.C. 3664(j)(2)', on: today };
const reduced = (amount: string, allowed = amount, order = 'o-1') => ({
  type: 'LiabilityReduced',
  data: {
    ...{ ...ref(order), recoveryId: 'x-1', proceeding: 'FEDERAL' },
    ...{ allowed: text(allowed), amount: text(amount), ...said },
  },
});
const reversed = (amount: string) => ({
  type: 'ReductionReversed',
  data: { ...ref('o-1'), recoveryId: 'x-1', amount: text(amount), on: today },
});
const owedIn = ({ state }: typeof owed, order = 'o-1') =>
  formatMoney(
    outstanding(state.liabilities.get({ orderId: order as OrderId, victimId: ref('o-1').victimId })!),
  );

describe('what a court credits for a civil recovery', () => {
  test('is taken off what is owed, to at most that', () => {
    owed.when(reduceLiability('x-1', '1,000.00')).then(reduced('1,000.00'));
    owed.when(reduceLiability('x-1', '5,000.00')).then(reduced('3,000.00', '5,000.00'));
    owed.when(reduceLiability('x-1', '0.00')).thenRefused('amount-not-positive', '/amount');
    expect(owedIn(owed.and(reduceLiability('x-1', '1,000.00')))).toBe('2000.00');
  });

  test('is told once for each recovery', () => {
    const one = owed.and(reduceLiability('x-1', '1,000.00'));
    one.when(reduceLiability('x-1', '1,000.00')).thenNothing();
    for (const other of [
      reduceLiability('x-1', '1,000.01'),
      reduceLiability('x-1', '1,000.00', { proceeding: 'STATE' }),
      reduceLiability('x-1', '1,000.00', { on: tomorrow }),
    ])
      one.when(other).thenRefused('reduction-recorded-differently', '/recoveryId');
    expect(owedIn(one.and(reduceLiability('x-2', '500.00')))).toBe('1500.00');
  });

  test('is reversed: it is owed again, once', () => {
    const one = owed.and(reduceLiability('x-1', '1,000.00'));
    one.when(reverseReduction('x-2')).thenRefused('reduction-not-found', '/recoveryId');
    one.when(reverseReduction('x-1', { on: yesterday })).thenRefused('reversed-before-reduced', '/on');
    one.when(reverseReduction('x-1')).then(reversed('1,000.00'));
    const back = one.and(reverseReduction('x-1'));
    back.when(reverseReduction('x-1')).thenNothing();
    back.when(reverseReduction('x-1', { on: tomorrow })).thenRefused('reduction-recorded-differently', '/on');
    back.when(reduceLiability('x-1', '1,000.00')).thenNothing();
    back.when(reduceLiability('x-1', '7.00')).thenRefused('reduction-recorded-differently', '/recoveryId');
    expect(owedIn(back)).toBe('3000.00');
  });

  test('takes effect no earlier than what the liability rests on', () => {
    const late = day('2026-05-05');
    owed
      .and(amend('o-1', '8,000.00', 1, late))
      .when(reduceLiability('x-1', '1.00'))
      .thenOn(late);
  });

  test('leaves less to be paid, and is no payment', () => {
    owed
      .and(reduceLiability('x-1', '1,000.00'))
      .when(tender('dcd.2', '3,000.00'))
      .then({
        type: 'RecoveryCredited',
        data: { ...ref('o-1'), receiptId: 'dcd.2', round: 1, offered: '3000.00', accepted: '2000.00' },
      });
    const { state } = owed.and(reduceLiability('x-1', '1,000.00'));
    expect(formatMoney(state.total.credited.TRAFFICKING)).toBe('6000.00');
  });

  test('of an order that was set aside takes nothing off', () => {
    owed.and(vacate('o-1')).when(reduceLiability('x-1', '1,000.00')).then(reduced('0.00', '1,000.00'));
  });

  test('stays where an amendment leaves less than that: it is overpaid', () => {
    const one = owed.and(reduceLiability('x-1', '1,000.00'));
    const { happened } = one.when(amend('o-1', '6,400.00')).decided();
    expect(happened[0]?.data).toMatchObject({ overpaid: '600.00', outstandingAfter: '0.00' });
    expect(owedIn(one.and(amend('o-1', '6,400.00'), reverseReduction('x-1')))).toBe('400.00');
  });
});

/** The same credit, with what it takes off beside what it did. */
const again = (amount: string, allowed: string, order = 'o-1') => ({
  type: 'LiabilityReduced',
  data: { ...reduced(amount, allowed, order).data, again: true },
});

describe('what a court allowed is measured anew as more comes to be owed', () => {
  // 3,000.00 was owed, and 5,000.00 allowed.
  const short = owed.and(reduceLiability('x-1', '5,000.00'));

  test('a payment that comes back is owed less what the credit had not met', () => {
    short.when(comesBack('dcd.1')).thenByLaw(again('2000.00', '5,000.00'));
    expect(owedIn(short.and(comesBack('dcd.1')))).toBe('4000.00');
  });

  test('so is an order that is raised, to what was allowed and no further', () => {
    short.when(amend('o-1', '9,700.00')).thenByLaw(again('700.00', '5,000.00'));
    const raised = short.and(amend('o-1', '9,700.00'));
    expect(owedIn(raised)).toBe('0.00');
    raised.when(amend('o-1', '12,000.00', 2)).thenByLaw(again('1300.00', '5,000.00'));
    expect(owedIn(raised.and(amend('o-1', '12,000.00', 2)))).toBe('1000.00');
  });

  test('by the credits in the order in which courts allowed them, and none that holds no more', () => {
    const two = short.and(reduceLiability('x-2', '500.00'));
    two.when(amend('o-1', '11,200.00')).thenByLaw(again('2000.00', '5,000.00'), {
      ...again('200.00', '500.00'),
      data: { ...again('200.00', '500.00').data, recoveryId: 'x-2' },
    });
    const gone = two.and(reverseReduction('x-1'));
    expect(owedIn(gone)).toBe('2500.00');
    expect(owedIn(gone.and(amend('o-1', '11,200.00')))).toBe('4700.00');
  });

  test('where one credit is reversed, the next takes off what it left', () => {
    const two = short.and(reduceLiability('x-2', '500.00'));
    const { happened } = two.when(reverseReduction('x-1')).decided();
    expect(happened[0]?.data).toMatchObject({ amount: '3000.00' });
    two.when(reverseReduction('x-1')).thenByLaw({
      ...again('500.00', '500.00'),
      data: { ...again('500.00', '500.00').data, recoveryId: 'x-2' },
    });
  });

  test('takes effect with what made more owed, and a payment that comes in changes nothing of it', () => {
    const late = day('2026-05-05');
    const { follows } = short.when(amend('o-1', '9,700.00', 1, late)).decided();
    expect(follows.map(({ effectiveOn }) => effectiveOn)).toEqual([late]);
    short.when(tender('dcd.2', '1.00')).thenByLaw();
  });

  test('of what full recovery had ended, once that is owed again', () => {
    const whole = owed.and(
      determineLoss('c-1', '6,000.00'),
      becomesFinal('o-1'),
      reduceLiability('x-1', '1,000.00'),
    );
    expect(owedIn(whole)).toBe('0.00');
    whole
      .when(comesBack('dcd.1'))
      .thenByLaw(
        undone(1, '6,000.00', '0.00'),
        reinstated(1, { 'o-1': '3000.00' }),
        again('1000.00', '1,000.00'),
      );
    expect(owedIn(whole.and(comesBack('dcd.1')))).toBe('8000.00');
  });
});

describe('where full recovery has ended what is owed', () => {
  const capped = owed.and(
    determineLoss('c-1', '8,000.00'),
    becomesFinal('o-1'),
    reduceLiability('x-1', '500.00'),
  );

  test('only what was left after the credit ends, and comes back', () => {
    const whole = capped.when(tender('dcd.2', '2,000.00'));
    whole.thenByLaw(madeWhole(1, '8,000.00'), ended(1, { 'o-1': '500.00' }));
    capped
      .and(tender('dcd.2', '2,000.00'))
      .when(comesBack('dcd.2'))
      .thenByLaw(undone(1, '8,000.00', '6,000.00'), reinstated(1, { 'o-1': '500.00' }));
  });

  test('a credit that is reversed ends at once, as a new order would', () => {
    capped
      .and(tender('dcd.2', '2,000.00'))
      .when(reverseReduction('x-1'))
      .thenByLaw(ended(1, { 'o-1': '500.00' }));
  });
});

describe('defendants who owe one loss jointly', () => {
  const joint = spec.after(
    registerVictim('v-1'),
    impose('o-1', '7,200.00', { inCase: 'c-1' }),
    impose('o-2', '3,500.00', { inCase: 'c-1' }),
    {
      type: 'MakeLiabilitiesJoint',
      ...{ victimId: registerVictim('v-1').victimId, caseId: caseId('c-1') },
      ...{ orderIds: ['o-1', 'o-2'].map(orderId), crediting: undefined, declaration: 1, on: today },
    },
  );
  const toSecond = { to: 'o-2', inCase: 'c-1' };
  const takenOff = (command: ReturnType<typeof reduceLiability>, scene = joint) =>
    (scene.when(command).decided().happened[0]?.data as { amount: string }).amount;

  test('are relieved by what one is credited with, as by a payment', () => {
    const one = joint.and(reduceLiability('x-1', '7,000.00'));
    const { happened } = one.when(tender('dcd.1', '3,500.00', { to: 'o-2' })).decided();
    expect(happened[0]?.data).toMatchObject({ accepted: '200.00' });
  });

  test('are credited with one recovery once', () => {
    const one = joint.and(reduceLiability('x-1', '3,000.00'));
    expect(takenOff(reduceLiability('x-1', '3,000.00', toSecond), one)).toBe('0.00');
    expect(takenOff(reduceLiability('x-1', '3,100.00', toSecond), one)).toBe('100.00');
    expect(takenOff(reduceLiability('x-2', '3,000.00', toSecond), one)).toBe('3000.00');
  });
});

describe('defendants who owe one loss jointly, of whom one was paid for and credited', () => {
  const paid = spec.after(
    registerVictim('v-1'),
    impose('o-1', '7,200.00', { inCase: 'c-1' }),
    impose('o-2', '7,200.00', { inCase: 'c-1' }),
    {
      type: 'MakeLiabilitiesJoint',
      ...{ victimId: registerVictim('v-1').victimId, caseId: caseId('c-1') },
      ...{ orderIds: ['o-1', 'o-2'].map(orderId), crediting: undefined, declaration: 1, on: today },
    },
    tender('dcd.1', '7,000.00'),
    reduceLiability('x-1', '3,000.00', { to: 'o-2', inCase: 'c-1' }),
  );

  test('what comes back of the one is credited to the other, where a court had allowed more than was left', () => {
    const { follows } = paid.when(comesBack('dcd.1')).decided();
    expect(follows.map(({ type, data }) => [type, data])).toMatchObject([
      ['LiabilityReduced', { orderId: 'o-2', amount: '2800.00', allowed: '3000.00', again: true }],
    ]);
  });

  test('one recovery is still credited once', () => {
    const both = paid.and(reduceLiability('x-1', '3,000.00', { inCase: 'c-1' }));
    const { follows } = both.when(comesBack('dcd.1')).decided();
    // 200.00 stands under the second order: 2,800.00 more under either, and not under both.
    expect(follows.map(({ data }) => data)).toMatchObject([{ orderId: 'o-2', amount: '2800.00' }]);
  });
});

describe('in the case', () => {
  const mvra = caseSpec.after(
    ...[registerCase('c-1'), registerDefendant('d-1')],
    enterOrder('o-1', { 'v-1': '100.00', 'v-2': '50.00' }, { caseId: 'c-1', statute: '18 U.S.C. 3663A' }),
    enterOrder('o-2', { 'v-1': '8,000.00' }, { caseId: 'c-1', defendantId: 'd-1' }),
  );
  const line = { ...ref('o-1'), defendantId: defendantId('d-1') };
  const note = (amount: string) => {
    const {
      type: _,
      proceeding: __,
      ...heard
    } = reduceLiability('x-1', amount, { to: 'o-2', inCase: 'c-1' });
    return { type: 'NoteReduction', ...heard } as const;
  };

  test('the case decides what no victim’s stream does', () => {
    mvra.when(reduceLiability('x-1', '150.00')).then({
      ...reduced('100.00', '150.00'),
      data: { ...reduced('100.00', '150.00').data, ...line },
    });
    mvra
      .and(reduceLiability('x-1', '30.00'))
      .when(reverseReduction('x-1'))
      .then({ ...reversed('30.00'), data: { ...reversed('30.00').data, ...line } });
    mvra.when(reduceLiability('x-1', '1.00', { victim: 'v-9' })).thenRefused('order-not-found', '/orderId');
  });

  test('and measures it anew where a payment comes back, or the order is raised', () => {
    const short = mvra.and(
      ...[divide('dcd.1', '100.00', 'o-1'), reduceLiability('x-1', '60.00')],
      reduceLiability('x-1', '10.00', { victim: 'v-2' }),
    );
    // 66.67 of 100.00 was paid to v-1, and 33.33 of 50.00 to v-2.
    const { follows } = short.when(unapply('dcd.1')).decided();
    expect(follows.map(({ data }) => data)).toMatchObject([
      { victimId: 'v-1', amount: '26.67', allowed: '60.00', again: true },
    ]);
    const amended = amendOrder('o-1', { 'v-1': '120.00' }, { caseId: 'c-1', track: 'FULL_AMOUNT' });
    expect(
      short
        .when(amended)
        .decided()
        .follows.map(({ data }) => data),
    ).toMatchObject([{ victimId: 'v-1', amount: '20.00', again: true }]);
    expect(short.when(divide('dcd.2', '1.00', 'o-1')).decided().follows).toEqual([]);
  });

  test('of what a victim’s stream decided, the case notes what stands', () => {
    const second = { ...ref('o-2'), caseId: caseId('c-1'), defendantId: defendantId('d-1') };
    const noted = (amount: string) => ({
      type: 'ReductionNoted',
      data: { ...second, recoveryId: 'x-1', amount: text(amount) },
    });
    mvra.when(note('30.00')).then(noted('30.00'));
    mvra.and(note('30.00')).when(note('30.00')).thenNothing();
    mvra.and(note('30.00')).when(note('0.00')).then(noted('0.00'));
    mvra.when(note('0.00')).then(noted('0.00'));
    const { state } = mvra.and(note('30.00'));
    const copy = state.liabilities.get({ orderId: orderId('o-2'), victimId: second.victimId })!;
    expect(formatMoney(outstanding(copy))).toBe('7970.00');
  });
});
