import type { Context } from '../../../src/domain/decider.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import { victimDecider } from '../../../src/domain/victim/decide.ts';
import { terminated } from '../../../src/domain/liability/liability.ts';
import { sum } from '../../../src/domain/money.ts';
import { caseOf, day, determineLoss, today, tomorrow, usd } from '../../support/words.ts';
import {
  amend,
  becameFinal,
  becomesFinal,
  capMoved,
  comesBack,
  credited,
  ended,
  impose,
  imposed,
  madeWhole,
  overRecovered,
  registered,
  spec,
  tender,
  vacate,
  vacated,
} from './words.ts';

/** Three cases: 120,000, 150,000 and 100,000 found; 50,000, 80,000 and 60,000 ordered; all final. */
const threeCases = spec.after(
  registered,
  determineLoss('c-1', '120,000.00'),
  determineLoss('c-2', '150,000.00'),
  determineLoss('c-3', '100,000.00'),
  impose('o-1', '50,000.00'),
  impose('o-2', '80,000.00'),
  impose('o-3', '60,000.00'),
  becomesFinal('o-1'),
  becomesFinal('o-2'),
  becomesFinal('o-3'),
);

/** One order for 100,000 in full, and another defendant who owes 40,000. */
const oneCap = spec.after(
  registered,
  determineLoss('c-1', '100,000.00'),
  impose('o-1', '100,000.00'),
  impose('o-2', '40,000.00'),
  becomesFinal('o-1'),
);

describe('the greatest loss found in any case with a final order is the cap', () => {
  test('there is none before an order is final', () => {
    const open = spec.after(registered, determineLoss('c-1', '120,000.00'), impose('o-1', '50,000.00'));
    expect(open.state.greatestLoss).toBeUndefined();
    open.when(becomesFinal('o-1')).then(becameFinal('o-1'), capMoved(null, '120,000.00'));
  });

  test('there is none while no final case has found a loss', () => {
    spec.after(registered, impose('o-1', '50,000.00')).when(becomesFinal('o-1')).then(becameFinal('o-1'));
  });

  test('a finding that comes after the order was final sets it then', () => {
    spec
      .after(registered, impose('o-1', '50,000.00'), becomesFinal('o-1'))
      .when(determineLoss('c-1', '120,000.00'))
      .thenByLaw(capMoved(null, '120,000.00'));
  });

  test('it rises with each final case that found more, on the day that case became final', () => {
    const pending = spec.after(
      registered,
      determineLoss('c-1', '120,000.00', { on: day('2026-01-05') }),
      determineLoss('c-2', '150,000.00', { on: day('2026-01-05') }),
      determineLoss('c-3', '100,000.00', { on: day('2026-01-05') }),
      impose('o-1', '50,000.00'),
      impose('o-2', '80,000.00'),
      impose('o-3', '60,000.00'),
    );
    const first = pending.and(becomesFinal('o-3', 'DIRECT_REVIEW_DONE', day('2026-01-10')));
    expect(first.state.greatestLoss).toBe(usd('100,000.00'));
    first.when(becomesFinal('o-1')).thenByLaw(capMoved('100,000.00', '120,000.00'));
    first.when(becomesFinal('o-2', 'DIRECT_REVIEW_DONE', day('2026-02-20'))).thenOn('2026-02-20');
    first.and(becomesFinal('o-2')).when(becomesFinal('o-1')).thenByLaw();
  });

  test('a finding in a case that is not final never moves it', () => {
    oneCap.when(determineLoss('c-2', '900,000.00')).thenByLaw();
  });

  test('an order entered, paid or amended does not move it', () => {
    oneCap.when(impose('o-3', '999,999.00')).thenByLaw();
    oneCap.when(tender('dcd.1', '5,000.00')).thenByLaw();
    oneCap.when(amend('o-2', '999,999.00')).thenByLaw();
  });

  test('a later finding in a final case replaces the one before, be it lower', () => {
    oneCap.when(determineLoss('c-1', '90,000.00')).thenByLaw(capMoved('100,000.00', '90,000.00'));
  });

  test('several defendants of one case share one finding', () => {
    spec
      .after(
        registered,
        determineLoss('c-1', '100,000.00'),
        impose('o-1', '10,000.00'),
        impose('o-2', '20,000.00', { inCase: 'c-1' }),
        becomesFinal('o-1'),
      )
      .when(vacate('o-1'))
      .thenByLaw(capMoved('100,000.00', null));
  });
});

describe('full recovery', () => {
  const nearly = threeCases.and(
    tender('dcd.1', '50,000.00'),
    tender('dcd.2', '40,000.00', { to: 'o-2' }),
    tender('dcd.3', '30,000.00', { to: 'o-3' }),
  );

  test('ends every liability that is still open, each with what was owed; what was paid in full stays so', () => {
    nearly
      .when(tender('dcd.4', '30,000.00', { to: 'o-2' }))
      .then(
        credited('dcd.4', '30,000.00', { to: 'o-2' }),
        madeWhole(1, '150,000.00'),
        ended(1, { 'o-2': '10,000.00', 'o-3': '30,000.00' }),
      );
  });

  test('one cent short ends nothing', () => {
    nearly
      .when(tender('dcd.4', '29,999.99', { to: 'o-2' }))
      .then(credited('dcd.4', '29,999.99', { to: 'o-2' }));
  });

  test('the missing cent ends all', () => {
    nearly
      .and(tender('dcd.4', '29,999.99', { to: 'o-2' }))
      .when(tender('dcd.5', '0.01', { to: 'o-3' }))
      .thenByLaw(madeWhole(1, '150,000.00'), ended(1, { 'o-2': '10,000.01', 'o-3': '29,999.99' }));
  });

  test('a payment that crosses the cap is credited up to it, and ends all', () => {
    nearly
      .when(tender('dcd.4', '40,000.00', { to: 'o-2' }))
      .then(
        credited('dcd.4', '30,000.00', { to: 'o-2', offered: '40,000.00' }),
        madeWhole(1, '150,000.00'),
        ended(1, { 'o-2': '10,000.00', 'o-3': '30,000.00' }),
      );
  });

  test('takes effect on the day of the payment', () => {
    nearly.when(tender('dcd.4', '30,000.00', { to: 'o-2', on: day('2026-07-01') })).thenOn('2026-07-01');
  });

  test('takes nothing that comes afterwards', () => {
    nearly
      .and(tender('dcd.4', '30,000.00', { to: 'o-2' }))
      .when(tender('dcd.5', '10,000.00', { to: 'o-3' }))
      .then(credited('dcd.5', '0.00', { to: 'o-3', offered: '10,000.00' }));
  });

  test('with all liabilities paid in full ends none', () => {
    spec
      .after(registered, determineLoss('c-1', '5,000.00'), impose('o-1', '5,000.00'), becomesFinal('o-1'))
      .when(tender('dcd.1', '5,000.00'))
      .then(credited('dcd.1', '5,000.00'), madeWhole(1, '5,000.00'));
  });

  test('without a cap is never reached, whatever is paid', () => {
    spec
      .after(registered, impose('o-1', '5,000.00'), becomesFinal('o-1'))
      .when(tender('dcd.1', '5,000.00'))
      .thenByLaw();
  });

  test('comes late where finality comes late; what came in above the cap stays, and is noted', () => {
    spec
      .after(
        registered,
        determineLoss('c-1', '60,000.00'),
        impose('o-1', '50,000.00'),
        impose('o-2', '40,000.00'),
        tender('dcd.1', '45,000.00'),
        tender('dcd.2', '30,000.00', { to: 'o-2' }),
      )
      .when(becomesFinal('o-1'))
      .then(
        becameFinal('o-1'),
        capMoved(null, '60,000.00'),
        madeWhole(1, '60,000.00', '75,000.00'),
        ended(1, { 'o-1': '5,000.00', 'o-2': '10,000.00' }),
        overRecovered('15,000.00'),
      );
  });

  test('ends 1,500 liabilities in listings of at most a thousand', () => {
    const orders = Array.from({ length: 1_500 }, (_, index) => `o-${String(index + 2)}`);
    const listed = (some: readonly string[]) => Object.fromEntries(some.map((order) => [order, '3,000.00']));
    spec
      .given(
        {
          type: 'VictimRegistered',
          effectiveOn: day('2026-01-01'),
          data: { victimId: imposed('o-1', '3,000.00').data.victimId },
        },
        imposed('o-1', '3,000.00'),
        ...orders.map((order) => imposed(order, '3,000.00')),
      )
      .and(determineLoss('c-1', '3,000.00'), becomesFinal('o-1'))
      .when(tender('dcd.1', '3,000.00'))
      .thenByLaw(
        madeWhole(1, '3,000.00'),
        ended(1, listed(orders.slice(0, 1_000))),
        ended(1, listed(orders.slice(1_000))),
      );
  });
});

describe('losses from production', () => {
  test('are others: they set no cap, and liabilities for them do not end', () => {
    spec
      .after(
        registered,
        determineLoss('c-1', '10,000.00'),
        determineLoss('c-2', '900,000.00', { category: 'PRODUCTION' }),
        impose('o-1', '10,000.00'),
        impose('o-2', '900,000.00', { track: 'FULL_AMOUNT' }),
        becomesFinal('o-1'),
        becomesFinal('o-2'),
      )
      .when(tender('dcd.1', '10,000.00'))
      .then(credited('dcd.1', '10,000.00'), madeWhole(1, '10,000.00'));
  });

  test('are recovered beside the cap: payments for them neither fill it nor are stopped by it', () => {
    const both = spec.after(
      registered,
      determineLoss('c-1', '10,000.00'),
      impose('o-1', '10,000.00'),
      impose('o-2', '900,000.00', { track: 'FULL_AMOUNT' }),
      becomesFinal('o-1'),
    );
    both
      .when(tender('dcd.1', '500,000.00', { to: 'o-2' }))
      .then(credited('dcd.1', '500,000.00', { to: 'o-2' }));
    both
      .and(tender('dcd.1', '10,000.00'))
      .when(tender('dcd.2', '500,000.00', { to: 'o-2' }))
      .then(credited('dcd.2', '500,000.00', { to: 'o-2' }));
  });
});

describe('the order that set the cap is vacated', () => {
  const two = spec.after(
    registered,
    determineLoss('c-1', '150,000.00'),
    determineLoss('c-2', '100,000.00'),
    impose('o-1', '60,000.00'),
    impose('o-2', '90,000.00'),
    becomesFinal('o-1'),
    becomesFinal('o-2'),
    tender('dcd.1', '30,000.00'),
    tender('dcd.2', '70,000.00', { to: 'o-2' }),
  );

  test('the cap falls to the next finding; what was paid under it still counts, and may be enough', () => {
    two
      .when(vacate('o-1'))
      .then(
        vacated('o-1', '30,000.00'),
        capMoved('150,000.00', '100,000.00'),
        madeWhole(1, '100,000.00'),
        ended(1, { 'o-2': '20,000.00' }),
      );
  });

  test('what had been received above the new cap is noted, and nothing is taken back', () => {
    two
      .and(tender('dcd.3', '20,000.00', { to: 'o-2' }))
      .when(vacate('o-1'))
      .thenByLaw(
        capMoved('150,000.00', '100,000.00'),
        madeWhole(1, '100,000.00', '120,000.00'),
        overRecovered('20,000.00'),
      );
  });

  test('without another finding there is no cap any more, and what ended before stays ended', () => {
    const whole = oneCap.and(tender('dcd.1', '60,000.00'), tender('dcd.2', '40,000.00', { to: 'o-2' }));
    whole.when(vacate('o-1')).then(vacated('o-1', '0.00'), capMoved('100,000.00', null));
    const { state } = whole.and(vacate('o-1'));
    expect(sum([...state.liabilities.values()].map((each) => terminated(each)))).toBe(usd('40,000.00'));
  });
});

test('a victim who was paid under orders of ten cases is whole when their sum reaches the cap', () => {
  const orders = Array.from({ length: 10 }, (_, index) => `o-${String(index + 1)}`);
  const paid = orders
    .slice(0, 9)
    .map((order, index) => tender(`dcd.${String(index)}`, '3,000.00', { to: order }));
  const { state } = spec.after(
    registered,
    ...orders.flatMap((order) => [
      determineLoss(caseOf(order), '30,000.00'),
      impose(order, '3,000.00'),
      becomesFinal(order),
    ]),
    ...paid,
  );
  expect([state.epoch, state.total.credited.TRAFFICKING]).toEqual([0, usd('27,000.00')]);
  spec
    .from(state)
    .when(tender('dcd.9', '3,000.00', { to: 'o-10' }))
    .thenByLaw(madeWhole(1, '30,000.00'));
});

describe('what follows takes effect', () => {
  const later = day('2026-06-01');
  const order = spec.after(
    registered,
    impose('o-1', '1,000.00'),
    determineLoss('c-1', '1,000.00'),
    becomesFinal('o-1'),
  );

  test('not before an order that it ends', () => {
    order
      .and(impose('o-2', '500.00', { on: later }))
      .when(tender('dcd.1', '1,000.00'))
      .thenOn(today, later);
  });

  test('not before any of the credits that make the sum', () => {
    order
      .and(tender('dcd.1', '600.00', { on: later }))
      .when(tender('dcd.2', '400.00'))
      .thenOn(today, later);
  });

  test('but the cap moves whenever money came in, and whoever else was ordered to pay', () => {
    order
      .and(tender('dcd.1', '600.00', { on: later }), impose('o-2', '500.00', { on: later }))
      .when(determineLoss('c-1', '9,000.00', { on: tomorrow }))
      .thenOn(tomorrow);
  });

  test('not before it followed the last time: what was ended comes back no earlier', () => {
    const whole = order.and(impose('o-2', '500.00'), tender('dcd.1', '1,000.00', { on: later }));
    whole.when(comesBack('dcd.1', { on: tomorrow })).thenOn(later);
  });
});

test('what follows is judged by the answers of the day on which it takes effect', () => {
  const whole = spec.after(
    registered,
    determineLoss('c-1', '1,000.00'),
    impose('o-1', '1,000.00'),
    impose('o-2', '500.00'),
    becomesFinal('o-1'),
    tender('dcd.1', '1,000.00', { on: day('2026-06-01') }),
  );
  const context = (changedOn: string): Context => ({
    policies: defaultPolicies,
    policiesOn: (on) =>
      on < changedOn ? defaultPolicies : { ...defaultPolicies, 'P-19': 'NO_REINSTATEMENT', version: 1 },
  });
  const follows = (changedOn: string) =>
    victimDecider
      .decide(comesBack('dcd.1', { on: tomorrow }), whole.state, context(changedOn))
      .follows.map((event) => [event.type, 'policyVersion' in event.data && event.data.policyVersion]);
  expect(follows('2026-06-02')).toEqual([
    ['FullRecoveryUndone', 0],
    ['LiabilitiesReinstated', 0],
  ]);
  expect(follows('2026-06-01')).toEqual([['FullRecoveryUndone', 1]]);
});

describe('a finding of nothing', () => {
  const remanded = (paid: string) =>
    oneCap.and(tender('dcd.1', paid), determineLoss('c-1', '0.00', { on: tomorrow }));

  test('lowers the cap: what was received is the whole of it, and more', () => {
    oneCap
      .and(tender('dcd.1', '60,000.00'))
      .when(determineLoss('c-1', '0.00'))
      .thenByLaw(
        capMoved('100,000.00', '0.00'),
        madeWhole(1, '0.00', '60,000.00'),
        ended(1, { 'o-1': '40,000.00', 'o-2': '40,000.00' }),
        overRecovered('60,000.00'),
      );
  });

  test('leaves nothing to be collected; but nobody is made whole by receiving nothing, and nothing ends', () => {
    oneCap.when(determineLoss('c-1', '0.00')).thenByLaw(capMoved('100,000.00', '0.00'));
    oneCap
      .and(determineLoss('c-1', '0.00'))
      .when(tender('dcd.1', '100.00'))
      .then(credited('dcd.1', '0.00', { offered: '100.00' }));
  });

  test('is replaced by a later one like any other', () => {
    remanded('10.00')
      .when(determineLoss('c-1', '500.00', { on: day('2026-06-01') }))
      .thenByLaw(capMoved('0.00', '500.00'), overRecovered('0.00'));
  });
});
