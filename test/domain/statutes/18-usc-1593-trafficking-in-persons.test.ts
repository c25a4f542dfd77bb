import { parseMoney } from '../../../src/domain/money.ts';
import {
  traffickingInPersons,
  valueOfLabor,
} from '../../../src/domain/statutes/18-usc-1593-trafficking-in-persons.ts';
import { dollars, laborCents } from './restitution-model.ts';
import { found } from './worked.ts';

describe('18 U.S.C. 1593: forced labor and trafficking in persons', () => {
  test('binds for offences from the day of the Act of 2000', () => {
    expect(traffickingInPersons).toMatchObject({ citation: '18 U.S.C. 1593', inForceFrom: '2000-10-28' });
  });

  test.each([
    ['what the defendant made of it', 9_450_017, 6_120_044],
    ['what minimum wage and overtime would have paid', 6_120_044, 9_450_017],
    ['either, where they are the same', 500, 500],
    ['the other, where one is nothing', 0, 1],
  ])('pays for the labor the greater value: %s', (_, gross, wages) => {
    const values = {
      grossValue: parseMoney(dollars(gross)),
      minimumWageValue: parseMoney(dollars(wages)),
    };
    expect(valueOfLabor(values)).toBe(parseMoney(dollars(laborCents(gross, wages))));
  });

  test('a domestic worker of three years: care of 4,210.50, and labor worth 94,500.17, are 98,710.67', () => {
    const labor = { amount: '94500.17', grossValue: '94500.17', minimumWageValue: '61200.44' };
    const heads = { MEDICAL_SERVICES: '4210.50', VALUE_OF_LABOR_OR_SERVICES: labor };
    expect(found('1593', { amount: '98710.67', heads })).toBe('recorded 98710.67');
  });

  test('the lesser of the two values is refused, and the greater is named', () => {
    const labor = { amount: '61200.44', grossValue: '94500.17', minimumWageValue: '61200.44' };
    const heads = { VALUE_OF_LABOR_OR_SERVICES: labor };
    expect(found('1593', { amount: '61200.44', heads })).toBe(
      'refused head-amount-differs at /heads/0/amount, not 94500.17',
    );
  });

  test('one value alone measures nothing', () => {
    const heads = { VALUE_OF_LABOR_OR_SERVICES: { amount: '5.00', grossValue: '5.00' } };
    expect(found('1593', { amount: '5.00', heads })).toBe('refused head-values-unfit at /heads/0');
  });

  test('attorneys’ fees, and care still to come, are losses here', () => {
    const heads = { ATTORNEYS_FEES_AND_COSTS: '12000.00', THERAPY_AND_REHABILITATION: '30000.00' };
    expect(found('1593', { amount: '42000.00', projected: '30000.00', heads })).toBe('recorded 42000.00');
  });

  test.each(['2259', '3663A'] as const)('the value of labor is no loss under section %s', (section) => {
    const heads = { VALUE_OF_LABOR_OR_SERVICES: '1.00' };
    expect(found(section, { amount: '1.00', heads })).toBe('refused head-not-in-statute at /heads/0/head');
  });
});
