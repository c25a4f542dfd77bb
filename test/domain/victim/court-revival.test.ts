import type { Policies } from '../../../src/domain/policy/catalogue.ts';
import { victimDecider } from '../../../src/domain/victim/decide.ts';
import { specify, type Said } from '../../support/given.ts';
import { orderReinstatement } from '../../support/reinstatement-words.ts';
import { determineLoss, review, today, tomorrow } from '../../support/words.ts';
import {
  becomesFinal,
  capMoved,
  comesBack,
  ended,
  impose,
  madeWhole,
  registered,
  reinstated,
  reversed,
  tender,
  undone,
  vacate,
} from './words.ts';

const under = (policies: Partial<Policies>) => specify(victimDecider, policies);

/** 100,000 found and recovered: 30,000 ended under the first order, and 10,000 under the second. */
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

/** A later final order finds 50,000 more. */
const larger = [determineLoss('c-3', '150,000.00'), impose('o-3', '90,000.00'), becomesFinal('o-3')] as const;

const authority = '3664(o)(1)(B)';
const revive = (...orders: readonly string[]) => orderReinstatement(orders);
const ordered = (...orders: readonly string[]): Said => ({
  type: 'ReinstatementOrdered',
  data: { victimId: 'v-1', orderIds: orders, authority },
});

const byCourt = ({ type, data }: ReturnType<typeof undone>): Said => ({
  type,
  data: { ...data, byCourt: true },
});

describe('P-15 COURT_ONLY: a later final order finds a larger loss after liability ended', () => {
  test('of itself it revives nothing', () => {
    wholeUnder({ 'P-15': 'COURT_ONLY' })
      .and(...larger.slice(0, 2))
      .when(larger[2])
      .thenByLaw(capMoved('100,000.00', '150,000.00'));
  });

  test('what a court names is owed again, to the cent that had ended; what it does not name stays ended', () => {
    wholeUnder({ 'P-15': 'COURT_ONLY' })
      .and(...larger)
      .when(revive('o-2'))
      .then(
        ordered('o-2'),
        byCourt(undone(1, '150,000.00', '100,000.00')),
        reinstated(1, { 'o-2': '10,000.00' }),
      );
  });

  test('what was owed again is collected, and ends with the next full recovery', () => {
    const revived = wholeUnder({ 'P-15': 'COURT_ONLY' }).and(...larger, revive('o-2'));
    revived
      .and(tender('dcd.3', '45,000.00', { to: 'o-3' }))
      .when(tender('dcd.4', '8,000.00', { to: 'o-2' }))
      // 150,000 less 145,000 is 5,000: 3,000 of the tender is not taken, and 5,000 of what was revived ends again.
      .thenByLaw(madeWhole(2, '150,000.00'), ended(2, { 'o-2': '5,000.00', 'o-3': '45,000.00' }));
  });

  test('a second order of the court names another', () => {
    wholeUnder({ 'P-15': 'COURT_ONLY' })
      .and(...larger, revive('o-2'))
      .under({ 'P-15': 'COURT_ONLY', 'P-19': 'COURT_ONLY' })
      .when(revive('o-1'))
      .then(ordered('o-1'), reinstated(1, { 'o-1': '30,000.00' }));
  });

  test('while nothing is left to recover, the order of the court is recorded, and brings nothing about', () => {
    wholeUnder({ 'P-15': 'COURT_ONLY' }).when(revive('o-2')).then(ordered('o-2'));
  });

  test('where more is found later, it takes effect at a review, and not by itself', () => {
    const waiting = wholeUnder({ 'P-15': 'COURT_ONLY' }).and(revive('o-2'), ...larger.slice(0, 2));
    waiting.when(larger[2]).thenByLaw(capMoved('100,000.00', '150,000.00'));
    waiting
      .and(larger[2])
      .when(review())
      .thenByLaw(byCourt(undone(1, '150,000.00', '100,000.00')), reinstated(1, { 'o-2': '10,000.00' }));
  });

  test('NO_REVIVAL: the order of the court is recorded, and brings nothing about before another answer is given', () => {
    const recorded = wholeUnder({ 'P-15': 'NO_REVIVAL' }).and(...larger);
    recorded.when(revive('o-2')).then(ordered('o-2'));
    recorded
      .and(revive('o-2'))
      .under({ 'P-15': 'COURT_ONLY' })
      .when(review())
      .thenByLaw(byCourt(undone(1, '150,000.00', '100,000.00')), reinstated(1, { 'o-2': '10,000.00' }));
  });

  test('what was set aside does not come back', () => {
    wholeUnder({ 'P-15': 'COURT_ONLY' })
      .and(...larger, vacate('o-2'))
      .when(revive('o-1', 'o-2'))
      .then(
        ordered('o-1', 'o-2'),
        byCourt(undone(1, '150,000.00', '100,000.00')),
        reinstated(1, { 'o-1': '30,000.00' }),
      );
  });
});

describe('P-19 COURT_ONLY: a payment that brought full recovery is returned', () => {
  const back = comesBack('dcd.2', { to: 'o-2' });

  test('of itself it revives nothing; that it is undone is recorded', () => {
    wholeUnder({ 'P-19': 'COURT_ONLY' })
      .when(back)
      .then(reversed('dcd.2', '30,000.00', { to: 'o-2' }), undone(1, '100,000.00', '70,000.00'));
  });

  test('what a court names is owed again', () => {
    wholeUnder({ 'P-19': 'COURT_ONLY' })
      .and(back)
      .when(revive('o-1'))
      .then(ordered('o-1'), reinstated(1, { 'o-1': '30,000.00' }));
  });

  test('NO_REINSTATEMENT: the order of the court is recorded, and brings nothing about', () => {
    wholeUnder({ 'P-19': 'NO_REINSTATEMENT' }).and(back).when(revive('o-1')).then(ordered('o-1'));
  });

  test('P-15 is not asked: the recovery does not stand', () => {
    wholeUnder({ 'P-19': 'COURT_ONLY', 'P-15': 'NO_REVIVAL' })
      .and(back)
      .when(revive('o-1'))
      .then(ordered('o-1'), reinstated(1, { 'o-1': '30,000.00' }));
  });
});

describe('a court’s order of reinstatement', () => {
  const open = wholeUnder({ 'P-15': 'COURT_ONLY' }).and(...larger);

  test('is refused of an order that is not known', () => {
    open.when(revive('o-2', 'o-9')).thenRefused('order-not-found', '/orders/1/orderId');
  });

  test('is refused of an order under which nothing has ended', () => {
    open.when(revive('o-3')).thenRefused('liability-not-ended', '/orders/0/orderId');
  });

  test('names each order once', () => {
    open
      .when(revive('o-2', 'o-2'))
      .then(
        ordered('o-2'),
        byCourt(undone(1, '150,000.00', '100,000.00')),
        reinstated(1, { 'o-2': '10,000.00' }),
      );
  });

  test('of another day is another order', () => {
    const revived = open.and(revive('o-2'));
    revived.when({ ...revive('o-2'), on: tomorrow }).thenRefused('liability-not-ended', '/orders/0/orderId');
  });

  test('takes effect on no day before the facts that it rests on', () => {
    wholeUnder({ 'P-15': 'COURT_ONLY' })
      .and(
        determineLoss('c-3', '150,000.00', { on: tomorrow }),
        impose('o-3', '90,000.00'),
        becomesFinal('o-3'),
      )
      .when(revive('o-2'))
      .thenOn(today, tomorrow);
  });
});
