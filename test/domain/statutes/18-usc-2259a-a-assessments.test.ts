import { formatMoney } from '../../../src/domain/money.ts';
import {
  assessedOffences,
  assessmentCeilingOn,
  type AssessmentCeiling,
} from '../../../src/domain/statutes/18-usc-2259a-a-assessments.ts';
import { day, usd } from '../../support/words.ts';

const ceilingsOn = (on: string, supplied: readonly AssessmentCeiling[] = []) =>
  assessedOffences.map((offence) => {
    const ceiling = assessmentCeilingOn(day(on), offence, supplied);
    return ceiling === undefined ? undefined : formatMoney(ceiling);
  });

const production = (from: string, amount: string): AssessmentCeiling => ({
  ...{ offence: 'PRODUCTION', from: day(from), amount: usd(amount) },
});

describe('the ceilings of assessments', () => {
  test('are those enacted, from the day of the Act', () => {
    expect(ceilingsOn('2018-12-06')).toEqual([undefined, undefined, undefined]);
    expect(ceilingsOn('2018-12-07')).toEqual(['17000.00', '35000.00', '50000.00']);
    expect(ceilingsOn('2026-03-02')).toEqual(['17000.00', '35000.00', '50000.00']);
  });

  test('are others only where somebody supplies them, for their offence, from their day on', () => {
    const later = [production('2025-01-01', '60,000.00'), production('2024-01-01', '55,000.00')];
    expect(ceilingsOn('2023-12-31', later)).toEqual(['17000.00', '35000.00', '50000.00']);
    expect(ceilingsOn('2024-01-01', later)).toEqual(['17000.00', '35000.00', '55000.00']);
    expect(ceilingsOn('2025-01-01', later)).toEqual(['17000.00', '35000.00', '60000.00']);
    const again = [...later, production('2025-01-01', '61,000.00')];
    expect(ceilingsOn('2025-01-01', again)).toEqual(['17000.00', '35000.00', '61000.00']);
  });
});
