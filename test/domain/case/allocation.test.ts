import { caseDecider } from '../../../src/domain/case/decide.ts';
import { InvariantBroken } from '../../../src/domain/rejection.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import { outstanding } from '../../../src/domain/liability/liability.ts';
import {
  amendOrder,
  enterOrder,
  receiptId,
  registerDefendant,
  today,
  tomorrow,
  usd,
  vacateOrder,
  yesterday,
} from '../../support/words.ts';
import {
  answer,
  applied,
  credited,
  divide,
  divided,
  inCase,
  known,
  notice,
  reversed,
  unapplied,
  unapply,
} from './words.ts';

const mvra = { ...inCase, statute: '18 U.S.C. 3663A' } as const;

/** One order under section 2259, for two victims. */
const trafficking = known.and(enterOrder('o-1', { 'v-1': '6,000.00', 'v-2': '3,000.00' }, inCase));
/** One order under section 3663A, which no victim's stream has a say in. */
const fraud = known.and(enterOrder('o-1', { 'v-1': '600.00', 'v-2': '300.00', 'v-3': '100.00' }, mvra));
/** Two orders on one defendant under section 2259, and a third under section 3663A. */
const three = known.and(
  enterOrder('o-1', '6,000.00', inCase),
  enterOrder('o-2', '4,000.00', inCase),
  enterOrder('o-3', '1,000.00', mvra),
);

describe('a receipt under section 2259', () => {
  test('is offered to the victims by what they are owed, and waits for their streams', () => {
    trafficking
      .when(divide('dcd.1', '1,500.00'))
      .then(divided('dcd.1', 1, { 'o-1/v-1': '1,000.00', 'o-1/v-2': '500.00' }));
  });

  test('divided again is divided once', () => {
    trafficking.and(divide('dcd.1', '1,500.00')).when(divide('dcd.1', '1,500.00')).thenNothing();
  });

  test('the odd cent goes to the greater remainder, and of two equals to the earlier in the judgment', () => {
    known
      .and(enterOrder('o-1', { 'v-1': '3,000.00', 'v-2': '3,000.00', 'v-3': '3,000.00' }, inCase))
      .when(divide('dcd.1', '100.00'))
      .then(divided('dcd.1', 1, { 'o-1/v-1': '33.34', 'o-1/v-2': '33.33', 'o-1/v-3': '33.33' }));
  });

  test('whoever would get less than half a cent gets nothing, and is not asked', () => {
    trafficking.when(divide('dcd.1', '0.01')).then(divided('dcd.1', 1, { 'o-1/v-1': '0.01' }));
  });

  test('is applied as the victims’ streams have accepted it', () => {
    trafficking
      .and(divide('dcd.1', '1,500.00'))
      .when(answer('dcd.1', 1, { 'o-1/v-1': '1,000.00', 'o-1/v-2': '500.00' }))
      .then(applied('dcd.1', 1, { 'o-1/v-1': '1,000.00', 'o-1/v-2': '500.00' }));
  });

  test('answered again is applied once', () => {
    const settle = answer('dcd.1', 1, { 'o-1/v-1': '1,000.00', 'o-1/v-2': '500.00' });
    trafficking.and(divide('dcd.1', '1,500.00'), settle).when(settle).thenNothing();
  });

  test('above all that is owed leaves the rest over', () => {
    trafficking
      .when(divide('dcd.1', '10,000.00'))
      .then(divided('dcd.1', 1, { 'o-1/v-1': '6,000.00', 'o-1/v-2': '3,000.00' }, '1,000.00'));
    trafficking
      .and(divide('dcd.1', '10,000.00'))
      .when(answer('dcd.1', 1, { 'o-1/v-1': '6,000.00', 'o-1/v-2': '3,000.00' }))
      .then(applied('dcd.1', 1, { 'o-1/v-1': '6,000.00', 'o-1/v-2': '3,000.00' }, '1,000.00'));
  });

  test('with nothing owed is all left over', () => {
    known
      .when(divide('dcd.1', '70.00', null))
      .then(divided('dcd.1', 1, {}, '70.00'), applied('dcd.1', 1, {}, '70.00'));
    trafficking
      .and(vacateOrder('o-1'))
      .when(divide('dcd.1', '70.00'))
      .then(divided('dcd.1', 1, {}, '70.00'), applied('dcd.1', 1, {}, '70.00'));
  });

  test('from somebody who is no defendant of the case is refused', () => {
    const command = { ...divide('dcd.1', '70.00'), defendantId: registerDefendant('d-9').defendantId };
    trafficking.when(command).thenRefused('defendant-not-registered', '/defendantId');
  });
});

describe('what a victim’s stream did not accept', () => {
  const declined = trafficking.and(divide('dcd.1', '1,500.00'));

  test('goes to the other victims of the payor, round by round', () => {
    declined
      .when(answer('dcd.1', 1, { 'o-1/v-1': '400.00', 'o-1/v-2': '500.00' }))
      .then(
        applied('dcd.1', 1, { 'o-1/v-1': '400.00', 'o-1/v-2': '500.00' }, '600.00'),
        divided('dcd.1', 2, { 'o-1/v-2': '600.00' }),
      );
    declined
      .and(answer('dcd.1', 1, { 'o-1/v-1': '400.00', 'o-1/v-2': '500.00' }))
      .when(answer('dcd.1', 2, { 'o-1/v-2': '600.00' }))
      .then(applied('dcd.1', 2, { 'o-1/v-2': '600.00' }));
  });

  test('is left over where nobody is left to take it', () => {
    declined
      .when(answer('dcd.1', 1, { 'o-1/v-1': '0.00', 'o-1/v-2': '0.00' }))
      .then(applied('dcd.1', 1, {}, '1,500.00'));
  });

  test('goes to the payor’s other orders, of any statute, though the payor named one', () => {
    three
      .and(divide('dcd.1', '500.00', 'o-1'))
      .when(answer('dcd.1', 1, { 'o-1/v-1': '0.00' }))
      .then(
        applied('dcd.1', 1, {}, '500.00'),
        divided('dcd.1', 2, { 'o-2/v-1': '400.00', 'o-3/v-1': '100.00' }),
        credited('dcd.1', 2, ['o-3/v-1', '100.00']),
      );
  });

  test('an answer to an earlier round, heard late, changes nothing', () => {
    const first = answer('dcd.1', 1, { 'o-1/v-1': '0.00' });
    three
      .and(divide('dcd.1', '500.00', 'o-1'), first)
      .when(first)
      .thenNothing();
  });

  test('is never offered to the debts of another defendant', () => {
    known
      .and(
        registerDefendant('d-2', { caseId: 'c-1' }),
        enterOrder('o-1', '6,000.00', inCase),
        enterOrder('o-2', '4,000.00', { caseId: 'c-1', defendantId: 'd-2' }),
        divide('dcd.1', '7,000.00', null),
      )
      .when(answer('dcd.1', 1, { 'o-1/v-1': '6,000.00' }))
      .then(applied('dcd.1', 1, { 'o-1/v-1': '6,000.00' }, '1,000.00'));
  });

  test('must have been asked for, and cannot be more than was offered', () => {
    const { state } = declined;
    const settle = (accepted: Readonly<Record<string, string>>) => () =>
      caseDecider.decide(answer('dcd.1', 1, accepted), state, { policies: defaultPolicies });
    expect(settle({ 'o-1/v-1': '1,000.00' })).toThrow(InvariantBroken);
    expect(settle({ 'o-1/v-1': '1,000.01', 'o-1/v-2': '500.00' })).toThrow(InvariantBroken);
  });
});

describe('a receipt under a statute that does not look across cases', () => {
  test('is credited by the case itself, at once and once', () => {
    fraud
      .when(divide('dcd.1', '100.00'))
      .then(
        divided('dcd.1', 1, { 'o-1/v-1': '60.00', 'o-1/v-2': '30.00', 'o-1/v-3': '10.00' }),
        credited('dcd.1', 1, ['o-1/v-1', '60.00']),
        credited('dcd.1', 1, ['o-1/v-2', '30.00']),
        credited('dcd.1', 1, ['o-1/v-3', '10.00']),
        applied('dcd.1', 1, { 'o-1/v-1': '60.00', 'o-1/v-2': '30.00', 'o-1/v-3': '10.00' }),
      );
    const { state } = fraud.and(divide('dcd.1', '100.00'));
    expect([...state.liabilities.values()].map(outstanding)).toEqual(['540.00', '270.00', '90.00'].map(usd));
  });

  test('beside one that does waits for that, and is credited meanwhile', () => {
    three
      .when(divide('dcd.1', '1,100.00', null))
      .then(
        divided('dcd.1', 1, { 'o-1/v-1': '600.00', 'o-2/v-1': '400.00', 'o-3/v-1': '100.00' }),
        credited('dcd.1', 1, ['o-3/v-1', '100.00']),
      );
    three
      .and(divide('dcd.1', '1,100.00', null))
      .when(answer('dcd.1', 1, { 'o-1/v-1': '600.00', 'o-2/v-1': '400.00' }))
      .then(applied('dcd.1', 1, { 'o-1/v-1': '600.00', 'o-2/v-1': '400.00', 'o-3/v-1': '100.00' }));
  });

  test('above what is owed under the order named goes to the payor’s other orders, then is left over', () => {
    known
      .and(enterOrder('o-1', '600.00', mvra), enterOrder('o-2', '50.00', mvra))
      .when(divide('dcd.1', '700.00', 'o-1'))
      .then(
        divided('dcd.1', 1, { 'o-1/v-1': '600.00', 'o-2/v-1': '50.00' }, '50.00'),
        credited('dcd.1', 1, ['o-1/v-1', '600.00']),
        credited('dcd.1', 1, ['o-2/v-1', '50.00']),
        applied('dcd.1', 1, { 'o-1/v-1': '600.00', 'o-2/v-1': '50.00' }, '50.00'),
      );
  });
});

describe('a receipt that comes back', () => {
  test('is unapplied, once, over all rounds', () => {
    const back = trafficking.and(
      divide('dcd.1', '1,500.00'),
      answer('dcd.1', 1, { 'o-1/v-1': '400.00', 'o-1/v-2': '500.00' }),
      answer('dcd.1', 2, { 'o-1/v-2': '600.00' }),
    );
    back.when(unapply('dcd.1')).then(unapplied('dcd.1', { 'o-1/v-1': '400.00', 'o-1/v-2': '1,100.00' }));
    back.and(unapply('dcd.1')).when(unapply('dcd.1')).thenNothing();
    const { state } = back.and(unapply('dcd.1'));
    expect([...state.liabilities.values()].map(outstanding)).toEqual(['6,000.00', '3,000.00'].map(usd));
  });

  test('is reversed by the case itself, where no victim’s stream decides', () => {
    three
      .and(
        divide('dcd.1', '1,100.00', null),
        answer('dcd.1', 1, { 'o-1/v-1': '600.00', 'o-2/v-1': '0.00' }),
        answer('dcd.1', 2, { 'o-1/v-1': '0.00' }),
      )
      .when(unapply('dcd.1'))
      .then(
        unapplied('dcd.1', { 'o-1/v-1': '600.00', 'o-3/v-1': '500.00' }),
        reversed('dcd.1', ['o-3/v-1', '500.00']),
      );
  });

  test('cannot be unapplied while a part of it is on its way, or before it was divided', () => {
    const decide = (state: typeof known.state) => () =>
      caseDecider.decide(unapply('dcd.1'), state, { policies: defaultPolicies });
    expect(decide(trafficking.and(divide('dcd.1', '1,500.00')).state)).toThrow(InvariantBroken);
    expect(decide(trafficking.state)).toThrow(InvariantBroken);
  });
});

test('a liability that ended is offered nothing, and one that is owed again is', () => {
  const ended = trafficking.and(notice('NoteTermination', '6,000.00', { ending: 'e-1' }));
  ended.when(divide('dcd.1', '90.00')).then(divided('dcd.1', 1, { 'o-1/v-2': '90.00' }));
  ended
    .and(notice('NoteReinstatement', '6,000.00', { ending: 'e-2' }))
    .when(divide('dcd.1', '90.00'))
    .then(divided('dcd.1', 1, { 'o-1/v-1': '60.00', 'o-1/v-2': '30.00' }));
});

test('the case knows of every receipt how it was divided', () => {
  const { state } = fraud.and(divide('dcd.1', '1,100.00'));
  expect(state.receipts.get(receiptId('dcd.1'))).toMatchObject({
    round: 1,
    excess: usd('100.00'),
    pending: undefined,
  });
});

test('a receipt is credited where nothing crosses cases on no day before what the liability rests on', () => {
  const order = enterOrder('o-1', '900.00', { ...inCase, statute: '18 U.S.C. 3663A', on: yesterday });
  const raised = amendOrder('o-1', '1,000.00', { caseId: 'c-1', track: 'FULL_AMOUNT', on: tomorrow });
  const creditDays = ({ happened }: ReturnType<ReturnType<typeof known.when>['decided']>) =>
    happened.filter(({ type }) => type.startsWith('Recovery')).map(({ effectiveOn }) => effectiveOn);
  const [before, after] = [known.and(order), known.and(order, raised)];
  expect(creditDays(before.when(divide('dcd.1', '100.00')).decided())).toEqual([today]);
  expect(creditDays(after.when(divide('dcd.1', '100.00')).decided())).toEqual([tomorrow]);
  expect(creditDays(after.and(divide('dcd.1', '100.00')).when(unapply('dcd.1')).decided())).toEqual([
    tomorrow,
  ]);
  before
    .and(divide('dcd.1', '100.00'))
    .when(vacateOrder('o-1', { caseId: 'c-1', on: yesterday }))
    .thenOn(yesterday, today);
});
