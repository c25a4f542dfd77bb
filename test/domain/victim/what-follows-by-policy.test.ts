import type { Policies } from '../../../src/domain/policy/catalogue.ts';
import { victimDecider } from '../../../src/domain/victim/decide.ts';
import { specify } from '../../support/given.ts';
import { determineLoss, review } from '../../support/words.ts';
import {
  amend,
  becameFinal,
  becomesFinal,
  capMoved,
  claimed,
  comesBack,
  credited,
  ended,
  impose,
  imposed,
  madeWhole,
  overRecovered,
  registered,
  reinstated,
  reversed,
  tender,
  undone,
  vacate,
  vacated,
} from './words.ts';

const under = (policies: Partial<Policies>) => specify(victimDecider, policies);

/** A finding of 100,000 in a final case, fully recovered; 10,000 ended under another order. */
const wholeUnder = (policies: Partial<Policies>) =>
  under(policies).after(
    registered,
    determineLoss('c-1', '100,000.00'),
    impose('o-1', '100,000.00'),
    impose('o-2', '40,000.00'),
    becomesFinal('o-1'),
    tender('dcd.1', '70,000.00'),
    tender('dcd.2', '30,000.00', { to: 'o-2' }),
  );

describe('P-15: a later final order finds a larger loss after liability ended: does ended liability revive?', () => {
  const laterOrder = [determineLoss('c-3', '150,000.00'), impose('o-3', '90,000.00')] as const;

  test('NO_REVIVAL: what ended stays ended; the new order can be collected up to the new cap', () => {
    const whole = wholeUnder({ 'P-15': 'NO_REVIVAL' }).and(...laterOrder);
    whole.when(becomesFinal('o-3')).thenByLaw(capMoved('100,000.00', '150,000.00'));
    whole
      .and(becomesFinal('o-3'))
      .when(tender('dcd.3', '60,000.00', { to: 'o-3' }))
      .thenByLaw(madeWhole(2, '150,000.00'), ended(2, { 'o-3': '40,000.00' }));
  });

  test('REVIVE_ALL: everything that had ended is owed again', () => {
    wholeUnder({ 'P-15': 'REVIVE_ALL' })
      .and(...laterOrder)
      .when(becomesFinal('o-3'))
      .thenByLaw(
        capMoved('100,000.00', '150,000.00'),
        undone(1, '150,000.00', '100,000.00'),
        reinstated(1, { 'o-1': '30,000.00', 'o-2': '10,000.00' }),
      );
  });

  test('REVIVE_ALL: save what was vacated', () => {
    wholeUnder({ 'P-15': 'REVIVE_ALL' })
      .and(vacate('o-2'), ...laterOrder)
      .when(becomesFinal('o-3'))
      .thenByLaw(
        capMoved('100,000.00', '150,000.00'),
        undone(1, '150,000.00', '100,000.00'),
        reinstated(1, { 'o-1': '30,000.00' }),
      );
  });

  test('REVIVE_ALL: chosen later, it revives what had ended before, at a review', () => {
    wholeUnder({})
      .and(...laterOrder, becomesFinal('o-3'))
      .under({ 'P-15': 'REVIVE_ALL' })
      .when(review())
      .thenByLaw(
        undone(1, '150,000.00', '100,000.00'),
        reinstated(1, { 'o-1': '30,000.00', 'o-2': '10,000.00' }),
      );
  });
});

describe('P-16: what of an order entered or enlarged after full recovery?', () => {
  const whole = wholeUnder({ 'P-16': 'TERMINATED_AT_ONCE' });

  test('TERMINATED_AT_ONCE: an order of a case that found no more is recorded, and ends in the same moment', () => {
    whole
      .and(determineLoss('c-3', '100,000.00'))
      .when(impose('o-3', '3,000.00'))
      .then(imposed('o-3', '3,000.00'), ended(1, { 'o-3': '3,000.00' }));
  });

  test('TERMINATED_AT_ONCE: what an amendment adds ends in the same moment', () => {
    whole
      .and(determineLoss('c-2', '90,000.00'))
      .when(amend('o-2', '45,000.00'))
      .thenByLaw(ended(1, { 'o-2': '5,000.00' }, { 'o-2': 1 }));
  });

  test('TERMINATED_AT_ONCE: what an amendment takes away ends nothing', () => {
    whole.and(determineLoss('c-2', '90,000.00')).when(amend('o-2', '38,000.00')).thenByLaw();
  });

  describe.each([
    ['a larger loss', [determineLoss('c-3', '100,000.01')]],
    ['a loss not found yet', []],
  ])('TERMINATED_AT_ONCE: a pending order with %s behind it', (_, findings) => {
    const pending = whole.and(...findings);

    test('stays open', () => {
      pending.when(impose('o-3', '3,000.00')).then(imposed('o-3', '3,000.00'));
    });

    test('and nothing can be collected under it', () => {
      pending
        .and(impose('o-3', '3,000.00'))
        .when(tender('dcd.3', '3,000.00', { to: 'o-3' }))
        .then(credited('dcd.3', '0.00', { to: 'o-3', offered: '3,000.00' }));
    });
  });

  test('TERMINATED_AT_ONCE: final, with a larger loss, it lives up to the new cap', () => {
    const live = whole.and(determineLoss('c-3', '101,000.00'), impose('o-3', '3,000.00'));
    live.when(becomesFinal('o-3')).then(becameFinal('o-3'), capMoved('100,000.00', '101,000.00'));
    live
      .and(becomesFinal('o-3'))
      .when(tender('dcd.3', '3,000.00', { to: 'o-3' }))
      .then(
        credited('dcd.3', '1,000.00', { to: 'o-3', offered: '3,000.00' }),
        madeWhole(2, '101,000.00'),
        ended(2, { 'o-3': '2,000.00' }),
      );
  });

  test('TERMINATED_AT_ONCE: final, without a larger loss, it ends', () => {
    whole
      .and(impose('o-3', '3,000.00'))
      .when(becomesFinal('o-3'))
      .then(becameFinal('o-3'), ended(1, { 'o-3': '3,000.00' }));
  });

  test('TERMINATED_AT_ONCE: the loss, once found, and not larger, ends it', () => {
    whole
      .and(impose('o-3', '3,000.00'))
      .when(determineLoss('c-3', '50,000.00'))
      .thenByLaw(ended(1, { 'o-3': '3,000.00' }));
  });

  test('OPEN_UNTIL_COURT_ACTS: it stays open, and nothing can be collected under it', () => {
    const open = wholeUnder({ 'P-16': 'OPEN_UNTIL_COURT_ACTS' }).and(determineLoss('c-3', '50,000.00'));
    open.when(impose('o-3', '3,000.00')).then(imposed('o-3', '3,000.00'));
    open
      .and(impose('o-3', '3,000.00'))
      .when(tender('dcd.3', '3,000.00', { to: 'o-3' }))
      .then(credited('dcd.3', '0.00', { to: 'o-3', offered: '3,000.00' }));
  });

  test('OPEN_UNTIL_COURT_ACTS: what an amendment adds stays open too', () => {
    wholeUnder({ 'P-16': 'OPEN_UNTIL_COURT_ACTS' })
      .and(determineLoss('c-2', '90,000.00'))
      .when(amend('o-2', '45,000.00'))
      .thenByLaw();
  });
});

describe('P-17: the order that set the cap is vacated, or its finding reduced: is full recovery measured anew?', () => {
  const capOf150 = (policies: Partial<Policies>) =>
    under(policies).after(
      registered,
      determineLoss('c-1', '150,000.00'),
      determineLoss('c-2', '100,000.00'),
      impose('o-1', '60,000.00'),
      impose('o-2', '120,000.00'),
      becomesFinal('o-1'),
      becomesFinal('o-2'),
      tender('dcd.2', '100,000.00', { to: 'o-2' }),
    );

  test.each([
    ['vacated', vacate('o-1'), ended(1, { 'o-2': '20,000.00' })],
    ['reduced', determineLoss('c-1', '90,000.00'), ended(1, { 'o-1': '60,000.00', 'o-2': '20,000.00' })],
  ])('RECOMPUTE_FORWARD: %s, the cap falls, and may be reached by that', (_, command, ending) => {
    capOf150({ 'P-17': 'RECOMPUTE_FORWARD' })
      .when(command)
      .thenByLaw(capMoved('150,000.00', '100,000.00'), madeWhole(1, '100,000.00'), ending);
  });

  test.each([
    ['vacated', vacate('o-1')],
    ['reduced', determineLoss('c-1', '90,000.00')],
  ])('KEEP_UNTIL_COURT_ACTS: %s, the cap stays where it was', (_, command) => {
    capOf150({ 'P-17': 'KEEP_UNTIL_COURT_ACTS' }).when(command).thenByLaw();
  });

  test('KEEP_UNTIL_COURT_ACTS: it may still rise', () => {
    capOf150({ 'P-17': 'KEEP_UNTIL_COURT_ACTS' })
      .and(vacate('o-1'))
      .when(determineLoss('c-2', '160,000.00'))
      .thenByLaw(capMoved('150,000.00', '160,000.00'));
  });
});

describe('P-18: do payments under a vacated order still count as received?', () => {
  const twoOrders = [
    registered,
    determineLoss('c-1', '100,000.00'),
    determineLoss('c-2', '100,000.00'),
    impose('o-1', '60,000.00'),
    impose('o-2', '90,000.00'),
    becomesFinal('o-1'),
    becomesFinal('o-2'),
    tender('dcd.1', '40,000.00'),
  ] as const;

  test('COUNT: they do, and leave the others less to pay', () => {
    under({ 'P-18': 'COUNT' })
      .after(...twoOrders, vacate('o-1'))
      .when(tender('dcd.2', '70,000.00', { to: 'o-2' }))
      .thenByLaw(madeWhole(1, '100,000.00'), ended(1, { 'o-2': '30,000.00' }));
  });

  test('DO_NOT_COUNT: they do not, from the day of the vacatur', () => {
    under({ 'P-18': 'DO_NOT_COUNT' })
      .after(...twoOrders, vacate('o-1'))
      .when(tender('dcd.2', '70,000.00', { to: 'o-2' }))
      .then(credited('dcd.2', '70,000.00', { to: 'o-2' }));
  });

  test('DO_NOT_COUNT: full recovery that stood on them is undone', () => {
    under({ 'P-18': 'DO_NOT_COUNT' })
      .after(...twoOrders, tender('dcd.2', '60,000.00', { to: 'o-2' }))
      .when(vacate('o-1'))
      .then(
        vacated('o-1', '0.00'),
        undone(1, '100,000.00', '60,000.00'),
        reinstated(1, { 'o-2': '30,000.00' }),
      );
  });

  test('DO_NOT_COUNT: one that comes back after the vacatur is taken off once, not twice', () => {
    const { state } = under({ 'P-18': 'DO_NOT_COUNT' }).after(
      ...twoOrders,
      vacate('o-1'),
      comesBack('dcd.1'),
    );
    expect(state.total).toMatchObject({ credited: { TRAFFICKING: 0n }, underVacated: { TRAFFICKING: 0n } });
  });
});

describe('P-19: a payment that brought full recovery is returned: are the liabilities it ended owed again?', () => {
  const back = comesBack('dcd.2', { to: 'o-2' });
  const facts = reversed('dcd.2', '30,000.00', { to: 'o-2' });

  test('REINSTATE: they are', () => {
    wholeUnder({ 'P-19': 'REINSTATE' })
      .when(back)
      .then(
        facts,
        undone(1, '100,000.00', '70,000.00'),
        reinstated(1, { 'o-1': '30,000.00', 'o-2': '10,000.00' }),
      );
  });

  test('NO_REINSTATEMENT: they stay ended; that it is undone is recorded', () => {
    wholeUnder({ 'P-19': 'NO_REINSTATEMENT' })
      .when(back)
      .then(facts, undone(1, '100,000.00', '70,000.00'));
  });

  test('NO_REINSTATEMENT: the cap can be reached again', () => {
    wholeUnder({ 'P-19': 'NO_REINSTATEMENT' })
      .and(back)
      .when(tender('dcd.3', '30,000.00', { to: 'o-2' }))
      .thenByLaw(madeWhole(2, '100,000.00'));
  });
});

describe('P-20: the victim has received more than the cap: what follows?', () => {
  const above = (policies: Partial<Policies>) =>
    under(policies).after(
      registered,
      determineLoss('c-1', '10,000.00'),
      impose('o-1', '15,000.00'),
      tender('dcd.1', '9,000.00'),
      tender('dcd.2', '4,000.00'),
    );

  test('NOTE_ONLY: it is noted, each time it changes, and nothing is taken back', () => {
    const over = above({ 'P-20': 'NOTE_ONLY' });
    over
      .when(becomesFinal('o-1'))
      .thenByLaw(
        capMoved(null, '10,000.00'),
        madeWhole(1, '10,000.00', '13,000.00'),
        ended(1, { 'o-1': '2,000.00' }),
        overRecovered('3,000.00'),
      );
    over
      .and(becomesFinal('o-1'))
      .when(determineLoss('c-1', '12,000.00'))
      .thenByLaw(
        capMoved('10,000.00', '12,000.00'),
        madeWhole(2, '12,000.00', '13,000.00'),
        overRecovered('1,000.00'),
      );
  });

  test('CREATE_RECEIVABLE: it is claimed from the victim, to the cent, and follows what was received', () => {
    const over = above({ 'P-20': 'CREATE_RECEIVABLE' });
    over
      .when(becomesFinal('o-1'))
      .thenByLaw(
        capMoved(null, '10,000.00'),
        madeWhole(1, '10,000.00', '13,000.00'),
        ended(1, { 'o-1': '2,000.00' }),
        overRecovered('3,000.00'),
        claimed('3,000.00', '0.00'),
      );
    over
      .and(becomesFinal('o-1'))
      .when(determineLoss('c-1', '12,000.01'))
      .thenByLaw(
        capMoved('10,000.00', '12,000.01'),
        madeWhole(2, '12,000.01', '13,000.00'),
        overRecovered('999.99'),
        claimed('999.99', '3,000.00'),
      );
  });

  test('CREATE_RECEIVABLE: nothing is taken back for it, and a payment that comes back ends it', () => {
    above({ 'P-20': 'CREATE_RECEIVABLE' })
      .and(becomesFinal('o-1'))
      .when(comesBack('dcd.2'))
      .then(
        reversed('dcd.2', '4,000.00'),
        undone(1, '10,000.00', '9,000.00'),
        reinstated(1, { 'o-1': '2,000.00' }),
        overRecovered('0.00'),
        claimed('0.00', '3,000.00'),
      );
  });

  test('chosen later, a review claims it; chosen otherwise again, a review gives it up', () => {
    const noted = above({}).and(becomesFinal('o-1'));
    noted.under({ 'P-20': 'CREATE_RECEIVABLE' }).when(review()).thenByLaw(claimed('3,000.00', '0.00'));
    noted
      .under({ 'P-20': 'CREATE_RECEIVABLE' })
      .and(review())
      .under({ 'P-20': 'NOTE_ONLY' })
      .when(review())
      .thenByLaw(claimed('0.00', '3,000.00'));
  });
});
