import { formatMoney } from '../../../src/domain/money.ts';
import {
  assessedOffences,
  assessmentCeilingsOn,
  type AssessmentCeilings,
} from '../../../src/domain/statutes/18-usc-2259a-a-assessments.ts';
import { day, usd } from '../../support/words.ts';

const shown = (ceilings: AssessmentCeilings | undefined): readonly string[] | undefined =>
  ceilings && assessedOffences.map((offence) => formatMoney(ceilings[offence]));

const supplied = (from: string, most: string): AssessmentCeilings => ({
  from: day(from),
  POSSESSION: usd(most),
  OTHER_TRAFFICKING: usd(most),
  PRODUCTION: usd(most),
});

describe('the ceilings of assessments', () => {
  test('are those enacted, from the day of the Act', () => {
    expect(shown(assessmentCeilingsOn(day('2018-12-06')))).toBeUndefined();
    expect(shown(assessmentCeilingsOn(day('2018-12-07')))).toEqual(['17000.00', '35000.00', '50000.00']);
    expect(shown(assessmentCeilingsOn(day('2026-03-02')))).toEqual(['17000.00', '35000.00', '50000.00']);
  });

  test('are others only where somebody supplies them, from their day on', () => {
    const later = [supplied('2025-01-01', '60,000.00'), supplied('2024-01-01', '55,000.00')];
    expect(shown(assessmentCeilingsOn(day('2023-12-31'), later))?.[0]).toBe('17000.00');
    expect(shown(assessmentCeilingsOn(day('2024-06-01'), later))?.[0]).toBe('55000.00');
    expect(shown(assessmentCeilingsOn(day('2025-01-01'), later))?.[0]).toBe('60000.00');
    const again = [...later, supplied('2025-01-01', '61,000.00')];
    expect(shown(assessmentCeilingsOn(day('2025-01-01'), again))?.[0]).toBe('61000.00');
  });
});
