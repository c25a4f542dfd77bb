import {
  clearsOn,
  goodFrom,
  longestHold,
  termsOn,
  type Hold,
} from '../../../src/domain/disbursement/terms.ts';
import type { ReceiptSource } from '../../../src/domain/ids.ts';
import { day, usd } from '../../support/words.ts';

const receivedOn = day('2026-03-02');
const asked = day('2026-06-01');
const dcd = 'dcd' as ReceiptSource;
const hold = (days: number, given: Partial<Hold> = {}): Hold => ({
  ...{ on: day('2026-01-01'), source: null, method: null, days },
  ...given,
});

describe('a hold', () => {
  test('is 30 days, and 120 for a card, until another is set', () => {
    expect(clearsOn({ source: 'dcd', method: 'CHECK', receivedOn }, [], asked)).toBe('2026-04-01');
    expect(clearsOn({ source: 'dcd', method: 'CARD', receivedOn }, [], asked)).toBe('2026-06-30');
    expect(longestHold([], asked)).toBe(120);
  });

  test('that names more of the receipt counts before one that names less', () => {
    const set = [hold(40, { source: dcd }), hold(5, { source: dcd, method: 'CASH' }), hold(60)];
    const on = (method: string, source = 'dcd') => clearsOn({ source, method, receivedOn }, set, asked);
    expect(on('CASH')).toBe('2026-03-07');
    expect(on('CHECK')).toBe('2026-04-11');
    expect(on('CHECK', 'nyn')).toBe('2026-05-01');
    // The usual hold of cards names the method, and so more than one for everything.
    expect(on('CARD', 'nyn')).toBe('2026-06-30');
  });

  test('holds from its day on, and gives way to one of a later day', () => {
    const set = [hold(10, { on: day('2026-05-01') }), hold(20, { on: day('2026-07-01') })];
    const receipt = { source: 'dcd', method: 'CHECK', receivedOn };
    expect(clearsOn(receipt, set, day('2026-04-30'))).toBe('2026-04-01');
    expect(clearsOn(receipt, set, asked)).toBe('2026-03-12');
    expect(clearsOn(receipt, set, day('2026-07-01'))).toBe('2026-03-22');
  });
});

describe('the first day on which the money of a receipt is good', () => {
  const receipt = { source: 'dcd', method: 'CHECK', receivedOn };

  test('is when its hold is over', () => {
    expect(goodFrom(receipt, [])).toBe('2026-04-01');
    expect(goodFrom({ ...receipt, method: 'CARD' }, [])).toBe('2026-06-30');
    expect(goodFrom(receipt, [hold(0)])).toBe(receivedOn);
  });

  test('is when a shorter hold came in force, where by that one it was over before', () => {
    expect(
      goodFrom({ ...receipt, method: 'CARD' }, [hold(10, { on: day('2026-05-01'), method: 'CARD' })]),
    ).toBe('2026-05-01');
  });

  test('stays what it was where another hold is set afterwards, and is later where a longer one came before', () => {
    expect(goodFrom(receipt, [hold(90, { on: day('2026-04-02') })])).toBe('2026-04-01');
    expect(goodFrom(receipt, [hold(90, { on: day('2026-04-01') })])).toBe('2026-05-31');
    expect(
      goodFrom(receipt, [hold(90, { on: day('2026-03-15') }), hold(60, { on: day('2026-05-10') })]),
    ).toBe('2026-05-10');
  });
});

test('the least payment is 25.00 and a cheque stale after 12 months, until others are set', () => {
  expect(termsOn([], asked)).toMatchObject({ minimum: usd('25.00'), staleAfterMonths: 12 });
  const set = [{ on: day('2026-05-01'), minimum: usd('10.00'), staleAfterMonths: 6 }];
  expect(termsOn(set, asked)).toMatchObject({ minimum: usd('10.00'), staleAfterMonths: 6 });
  expect(termsOn(set, day('2026-04-30'))).toMatchObject({ minimum: usd('25.00') });
});
