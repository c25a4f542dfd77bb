import fc from 'fast-check';
import { parseMoney } from '../../../src/domain/money.ts';
import { discretionaryHeads, heads, propertyLoss } from '../../../src/domain/statutes/18-usc-3663-b-heads.ts';
import { dollars, pays, propertyCents } from './restitution-model.ts';
import { found } from './worked.ts';

const values = (atLoss: number, atSentencing: number, returned: number) => ({
  valueAtLoss: parseMoney(dollars(atLoss)),
  valueAtSentencing: parseMoney(dollars(atSentencing)),
  valueReturned: parseMoney(dollars(returned)),
});

describe('18 U.S.C. 3663(b): what an order may require', () => {
  test('is as old as the section under its number', () => {
    expect(heads).toMatchObject({ citation: '18 U.S.C. 3663(b)', inForceFrom: '1987-11-01' });
  });

  test('has the heads that the model reads in it, and no others', () => {
    expect(discretionaryHeads).toHaveLength(7);
    expect(discretionaryHeads.filter((head) => !pays('18 U.S.C. 3663', head))).toEqual([]);
  });

  test.each([
    ['a car worth less by then, never returned', '14000.00', '9500.00', '0.00', '14000.00'],
    ['a coin worth more by then, never returned', '800.00', '1250.50', '0.00', '1250.50'],
    ['a car worth less by then, and returned', '14000.00', '9500.00', '9500.00', '4500.00'],
    ['what is returned comes off the greater value', '800.00', '1250.50', '1000.25', '250.25'],
    ['more returned than was lost leaves nothing', '10.00', '20.00', '20.01', '0.00'],
  ])('property, %s', (_, valueAtLoss, valueAtSentencing, valueReturned, amount) => {
    const PROPERTY = { amount, valueAtLoss, valueAtSentencing, valueReturned };
    expect(found('3663', { amount, heads: { PROPERTY } })).toBe(`recorded ${amount}`);
  });

  test('another amount than the values come to is refused, and the figure is named', () => {
    const property = { valueAtLoss: '14000.00', valueAtSentencing: '9500.00', valueReturned: '9500.00' };
    const given = { amount: '5000.00', heads: { PROPERTY: { amount: '5000.00', ...property } } };
    expect(found('3663', given)).toBe('refused head-amount-differs at /heads/0/amount, not 4500.00');
  });

  test('property without its values is what the court found', () => {
    expect(found('3663', { amount: '5000.00', heads: { PROPERTY: '5000.00' } })).toBe('recorded 5000.00');
  });

  test.each([
    ['a value alone', { PROPERTY: { amount: '1.00', valueAtLoss: '1.00' } }],
    ['values of property at another head', { LOST_INCOME: { amount: '1.00', valueAtLoss: '1.00' } }],
    [
      'values of labor at property',
      { PROPERTY: { amount: '1.00', valueAtLoss: '1.00', valueAtSentencing: '1.00', grossValue: '1.00' } },
    ],
  ])('%s measures nothing', (_, unfit) => {
    expect(found('3663', { amount: '1.00', heads: unfit })).toBe('refused head-values-unfit at /heads/0');
  });

  test('forty hours with banks at 25.00, a funeral of 7,431.08 and two days in court of 318.40 are 8,749.48', () => {
    const losses = {
      IDENTITY_REMEDIATION_TIME: '1000.00',
      FUNERAL_SERVICES: '7431.08',
      PARTICIPATION_COSTS: '318.40',
    };
    expect(found('3663', { amount: '8749.48', heads: losses })).toBe('recorded 8749.48');
  });

  test.each(['1593', '2248', '2259', '2264', '2327', '2429', '3663A'] as const)(
    'time spent on a stolen identity is no loss under section %s',
    (section) => {
      const losses = { IDENTITY_REMEDIATION_TIME: '1000.00' };
      expect(found(section, { amount: '1000.00', heads: losses })).toBe(
        'refused head-not-in-statute at /heads/0/head',
      );
    },
  );

  test('property is what the model makes of any three values, to the cent', () => {
    const cents = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(cents, cents, cents, (atLoss, atSentencing, returned) => {
        const expected = dollars(propertyCents(atLoss, atSentencing, returned));
        expect(propertyLoss(values(atLoss, atSentencing, returned))).toBe(parseMoney(expected));
      }),
      { numRuns: 1_000, seed: 3663 },
    );
  });
});
