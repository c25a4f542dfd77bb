import { determineLoss, usd } from '../../support/words.ts';
import {
  amend,
  becomesFinal,
  capMoved,
  comesBack,
  ended,
  impose,
  madeWhole,
  overRecovered,
  registered,
  reinstated,
  reversed,
  spec,
  tender,
  undone,
  vacate,
} from './words.ts';

/** One order for 100,000 in full, and another defendant who owes 40,000. */
const oneCap = spec.after(
  registered,
  determineLoss('c-1', '100,000.00'),
  impose('o-1', '100,000.00'),
  impose('o-2', '40,000.00'),
  becomesFinal('o-1'),
);

describe('a payment that had brought full recovery comes back', () => {
  const whole = oneCap.and(tender('dcd.1', '70,000.00'), tender('dcd.2', '30,000.00', { to: 'o-2' }));

  test('what it had ended is owed again, and the payment too', () => {
    whole
      .when(comesBack('dcd.2', { to: 'o-2' }))
      .then(
        reversed('dcd.2', '30,000.00', { to: 'o-2' }),
        undone(1, '100,000.00', '70,000.00'),
        reinstated(1, { 'o-1': '30,000.00', 'o-2': '10,000.00' }),
      );
  });

  test('the cap reached again is a second full recovery', () => {
    whole
      .and(comesBack('dcd.2', { to: 'o-2' }))
      .when(tender('dcd.3', '30,000.00'))
      .thenByLaw(madeWhole(2, '100,000.00'), ended(2, { 'o-2': '40,000.00' }));
  });

  test('a payment that had not brought it, too, for without it there is less than the cap', () => {
    whole
      .when(comesBack('dcd.1'))
      .thenByLaw(
        undone(1, '100,000.00', '30,000.00'),
        reinstated(1, { 'o-1': '30,000.00', 'o-2': '10,000.00' }),
      );
  });

  test('an order that was set aside in between is not owed again', () => {
    whole
      .and(vacate('o-2'))
      .when(comesBack('dcd.1'))
      .thenByLaw(undone(1, '100,000.00', '30,000.00'), reinstated(1, { 'o-1': '30,000.00' }));
  });

  test('above the cap it undoes nothing, and what it had paid ends as well', () => {
    spec
      .after(
        registered,
        determineLoss('c-1', '60,000.00'),
        determineLoss('c-2', '40,000.00'),
        impose('o-1', '50,000.00'),
        impose('o-2', '40,000.00'),
        tender('dcd.1', '45,000.00'),
        tender('dcd.2', '10,000.00', { to: 'o-2' }),
        tender('dcd.3', '20,000.00', { to: 'o-2' }),
        becomesFinal('o-1'),
      )
      .when(comesBack('dcd.2', { to: 'o-2' }))
      .then(
        reversed('dcd.2', '10,000.00', { to: 'o-2' }),
        ended(1, { 'o-2': '10,000.00' }),
        overRecovered('5,000.00'),
      );
  });

  test('with the last of the excess over the cap, that is noted; and so is the same excess, come again', () => {
    const over = spec.after(
      registered,
      determineLoss('c-1', '60,000.00'),
      impose('o-1', '80,000.00'),
      tender('dcd.1', '50,000.00'),
      tender('dcd.2', '20,000.00'),
      becomesFinal('o-1'),
    );
    const back = over.and(comesBack('dcd.2'));
    over
      .when(comesBack('dcd.2'))
      .thenByLaw(
        undone(1, '60,000.00', '50,000.00'),
        reinstated(1, { 'o-1': '10,000.00' }),
        overRecovered('0.00'),
      );
    back
      .when(determineLoss('c-1', '40,000.00'))
      .thenByLaw(
        capMoved('60,000.00', '40,000.00'),
        madeWhole(2, '40,000.00', '50,000.00'),
        ended(2, { 'o-1': '30,000.00' }),
        overRecovered('10,000.00'),
      );
  });
});

describe('full recovery at a cap that has risen', () => {
  /** Whole at 100,000; then another case finds 150,000, and its order, entered since, is paid up to that. */
  const twice = oneCap.and(
    tender('dcd.1', '100,000.00'),
    determineLoss('c-3', '150,000.00'),
    impose('o-3', '90,000.00'),
    becomesFinal('o-3'),
    impose('o-4', '20,000.00'),
    tender('dcd.3', '50,000.00', { to: 'o-3' }),
  );

  test('is a second one, and ends what was open since the first', () => {
    expect([...twice.state.liabilities.values()].map((each) => each.ended)).toEqual([
      [],
      [{ epoch: 1, amount: usd('40,000.00') }],
      [{ epoch: 2, amount: usd('40,000.00') }],
      [{ epoch: 2, amount: usd('20,000.00') }],
    ]);
  });

  test('undone by a return leaves the first as it is, while there is enough for that', () => {
    twice
      .when(comesBack('dcd.3', { to: 'o-3' }))
      .thenByLaw(
        undone(2, '150,000.00', '100,000.00'),
        reinstated(2, { 'o-3': '40,000.00', 'o-4': '20,000.00' }),
      );
  });

  test('falls with the first where a return leaves less than that', () => {
    twice
      .when(comesBack('dcd.1'))
      .thenByLaw(
        undone(1, '150,000.00', '50,000.00'),
        undone(2, '150,000.00', '50,000.00'),
        reinstated(1, { 'o-2': '40,000.00' }),
        reinstated(2, { 'o-3': '40,000.00', 'o-4': '20,000.00' }),
      );
  });

  test('the first falls later, when a second return leaves less than that, too', () => {
    twice
      .and(comesBack('dcd.3', { to: 'o-3' }))
      .when(comesBack('dcd.1'))
      .thenByLaw(undone(1, '150,000.00', '0.00'), reinstated(1, { 'o-2': '40,000.00' }));
  });

  test('gives back only what the second had ended of an order that both had ended', () => {
    oneCap
      .and(
        tender('dcd.1', '100,000.00'),
        determineLoss('c-3', '150,000.00'),
        impose('o-3', '90,000.00'),
        becomesFinal('o-3'),
        amend('o-2', '55,000.00'),
        tender('dcd.3', '50,000.00', { to: 'o-3' }),
      )
      .when(comesBack('dcd.3', { to: 'o-3' }))
      .thenByLaw(
        undone(2, '150,000.00', '100,000.00'),
        reinstated(2, { 'o-2': '15,000.00', 'o-3': '40,000.00' }, { 'o-2': 1 }),
      );
  });
});
