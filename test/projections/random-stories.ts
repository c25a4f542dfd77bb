/** Commands that go together, in cases of one defendant each: chance alone seldom brings them about, one after the other. */
import fc from 'fast-check';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { Command } from '../../src/domain/commands.ts';
import { afterAllTerms } from '../support/any-collection.ts';
import { reduceLiability, reverseReduction } from '../support/recovery-words.ts';
import {
  amendOrder,
  caseId,
  determineLoss,
  disburse,
  expire,
  imposeDebt,
  recordDeath,
  recordPayment,
  returnPayment,
  setPaymentSchedule,
  setPolicy,
  undoExpiry,
  vacateDebt,
  vacateOrder,
} from '../support/words.ts';

type Story = fc.Arbitrary<readonly Command[]>;

interface Orders {
  readonly order: fc.Arbitrary<string>;
  /** Of a receipt. */
  readonly number: fc.Arbitrary<number>;
  readonly on: fc.Arbitrary<CalendarDate>;
  readonly last: CalendarDate;
  readonly caseOfOrder: Readonly<Record<string, string>>;
  readonly victimsOf: Readonly<Record<string, readonly string[]>>;
}

/** One order over its life: what was paid on it, what a court makes of it, its term, and what is undone at last. */
export function livesOfOrders({ order, number, on, last, caseOfOrder, victimsOf }: Orders): Story {
  const sum = fc.constantFrom('20.00', '45.00', '80.00');
  return fc.tuple(order, number, sum, on, fc.nat(7), fc.nat(2)).map(([id, n, amount, when, how, end]) => {
    const inCase = caseId(caseOfOrder[id]!);
    const of = { on: when, caseId: inCase };
    const victim = victimsOf[id]![n % victimsOf[id]!.length]!;
    const track = ['o-3', 'o-4', 'o-6'].includes(id) ? 'FULL_AMOUNT' : 'TRAFFICKING';
    const payor = id === 'o-6' ? 'd-4' : `d-${inCase.slice(2)}`;
    const receipt = `dcd.${String(n)}`;
    const credit = { ...reduceLiability('x-1', '30.00', { to: id, victim, on: when }), caseId: inCase };
    const uncredit = { ...reverseReduction('x-1', { to: id, victim, on: last }), caseId: inCase };
    const less = amendOrder(id, { [victim]: '17.00' }, { ...of, track });
    const term = { ...expire({ order: id, on: afterAllTerms }), caseId: inCase };
    const back = returnPayment(receipt, { on: last });
    const error = { ...undoExpiry({ order: id, on: afterAllTerms }), caseId: inCase };
    // For every victim, also for those of whom the order said nothing before.
    const added = amendOrder(id, { 'v-1': '19.00', 'v-2': '18.00' }, { ...of, track });
    const changes = [
      ...[[less, term], [term, less], [term, vacateOrder(id, of)], [term], [term, less, error]],
      ...[
        [term, added],
        [term, error, added],
        [term, added, error],
      ],
    ];
    const ends = [[back], [uncredit], [back, uncredit]];
    const payment = recordPayment(receipt, amount, { ...of, to: id, defendantId: payor });
    return [payment, credit, ...changes[how]!, ...ends[end]!];
  });
}

/** What was paid on an order that is lowered is excess; some of it was paid out, some comes back, and some is paid anew. */
export function livesOfOverpayments({ order, number, on, last, caseOfOrder, victimsOf }: Orders): Story {
  const sum = fc.constantFrom('20.00', '45.00', '80.00');
  return fc.tuple(order, number, sum, on, fc.nat(6)).map(([id, n, amount, when, how]) => {
    const inCase = caseId(caseOfOrder[id]!);
    const of = { on: when, caseId: inCase };
    const victim = victimsOf[id]![n % victimsOf[id]!.length]!;
    const track = ['o-3', 'o-4', 'o-6'].includes(id) ? 'FULL_AMOUNT' : 'TRAFFICKING';
    const payor = id === 'o-6' ? 'd-4' : `d-${inCase.slice(2)}`;
    const [receipt, other] = [`dcd.${String(n)}`, `dcd.${String((n % 6) + 1)}`];
    const pay = (receipt: string) => recordPayment(receipt, amount, { ...of, to: id, defendantId: payor });
    const amend = (share: string) => amendOrder(id, { [victim]: share }, { ...of, track });
    const out = disburse(`p-${String(n)}`, '9.00', { ...of, victim });
    const back = returnPayment(receipt, { on: last });
    const lives = [
      ...[[], [back], [amend('55.00'), pay(other), amend('3.00')], [amend('3.00'), back]],
      ...[[vacateOrder(id, of)], [amend('60.00'), back], [returnPayment(other, { on: last }), amend('1.00')]],
    ];
    const paid = how % 2 === 0 ? [pay(receipt), pay(other)] : [pay(receipt), out, pay(other)];
    return [setPolicy('P-46', 'EXCESS', { on: when }), ...paid, amend('7.00'), ...lives[how]!];
  });
}

/**
 * Two payments to one victim that cross the cap together, of which the later was recorded first, or both are of one day; and a
 * cap that falls below what was paid. Some of it was paid out, and some comes back.
 */
export function livesOfRooms({ number, on, last }: Pick<Orders, 'number' | 'on' | 'last'>): Story {
  return fc.tuple(number, on, on, fc.nat(7)).map(([n, one, other, how]) => {
    const [first, second] = one < other ? [one, other] : [other, one];
    const [late, early] = [`dcd.${String(n)}`, `dcd.${String((n % 6) + 1)}`];
    const ofLater = recordPayment(late, '95.00', { to: 'o-1', on: second });
    const ofEarlier = recordPayment(early, '90.00', { to: 'o-2', on: first });
    const out = disburse(`p-${String(n)}`, '60.00', { on: second });
    const back = (receipt: string) => returnPayment(receipt, { on: last });
    const earlier = [setPolicy('P-45', 'STRICT_EFFECTIVE_DATE', { on: first }), ofLater];
    const sameDay = [setPolicy('P-08', 'PRO_RATA', { on: second }), ofLater, { ...ofEarlier, on: second }];
    const fallen = [setPolicy('P-17', 'RECOMPUTE_RETROACTIVELY', { on: first }), ofLater, ofEarlier];
    const lives: readonly (readonly Command[])[] = [
      ...[
        [...earlier, ofEarlier],
        [...earlier, out, ofEarlier],
      ],
      ...[
        [...earlier, ofEarlier, back(late)],
        [...earlier, ofEarlier, back(early)],
      ],
      ...[sameDay, [...sameDay, back(early)]],
      ...[
        [...fallen, determineLoss('c-1', '50.00', { on: second })],
        [...fallen, out, vacateOrder('o-1', { on: last })],
      ],
    ];
    return lives[how]!;
  });
}

interface OfFines {
  readonly entered: CalendarDate;
  readonly offenceOn: CalendarDate;
  /** When it has borne interest, and is late. */
  readonly late: CalendarDate;
}

/** A fine of defendant `d-3`, paid with its interest and its penalty; brought back, and at its end or set aside before that. */
export function livesOfFines(number: fc.Arbitrary<number>, { entered, offenceOn, late }: OfFines): Story {
  const debt = fc.constantFrom('b-1', 'b-2', 'b-3');
  return fc.tuple(debt, number, fc.nat(4)).map(([id, n, how]) => {
    const receipt = `dcd.${String(n)}`;
    const inCase = { inCase: 'c-3', on: late };
    const back = returnPayment(receipt, { on: late });
    const term = { ...expire({ debt: id, on: late }), caseId: caseId('c-3') };
    const error = { ...undoExpiry({ debt: id, on: late }), caseId: caseId('c-3') };
    const ends = [
      [],
      [back],
      [recordDeath('d-3', inCase), term, back],
      [recordDeath('d-3', inCase), term, error, back],
      [vacateDebt(id, inCase), back],
    ];
    return [
      imposeDebt(id, 'FINE', '5000.00', { inCase: 'c-3', by: 'd-3', offenceOn, on: entered }),
      { ...setPaymentSchedule(entered, { debt: id, on: entered }), caseId: caseId('c-3') },
      recordPayment(receipt, '5400.00', { to: null, caseId: 'c-3', defendantId: 'd-3', on: late }),
      ...ends[how]!,
    ];
  });
}
