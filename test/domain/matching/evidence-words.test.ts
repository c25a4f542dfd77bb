import { tellEvidence } from '../../../src/domain/matching/evidence-words.ts';
import { likeness, nameParts } from '../../../src/domain/matching/names.ts';
import { slipBetween } from '../../../src/domain/matching/references.ts';
import { money } from '../../../src/domain/money.ts';

describe('a finding', () => {
  test.each([
    [{ code: 'AMOUNT_EQUAL', amount: money(50_00n) }, 'The amount is the same: 50.00.'],
    [
      { code: 'AMOUNTS_SUM', amount: money(150_00n), lines: 1, items: 3 },
      '1 line and 3 items come to the same: 150.00.',
    ],
    [{ code: 'AMOUNT_DIFFERS', by: money(-25n) }, 'The line is -0.25 off what the books expect.'],
    [
      { code: 'REFERENCE_EQUAL', role: 'RECEIPT', as: 'NORMALIZED' },
      'The receipt number is the same, leading zeros and marks aside.',
    ],
    [
      { code: 'REFERENCE_SLIPPED', role: 'RECEIPT', slip: 'TRANSPOSED' },
      'The receipt number is nearly the same: two neighbouring digits changed places.',
    ],
    [{ code: 'DAY_DIFFERS', by: -1 }, 'The line is 1 day before the item.'],
    [{ code: 'LEFT_OUT', items: 2 }, 'It is what was received on the day, less 2 items.'],
    [
      { code: 'TWINS', count: 2 },
      'It is one of 2 that are alike in every way and are all confirmed together.',
    ],
  ] as const)('%j is told in a sentence', (found, sentence) => {
    expect(tellEvidence(found)).toBe(sentence);
  });
});

describe('names', () => {
  test.each([
    ['Jane Ann Roe', 'ROE, JANE ANN', 'EQUAL'],
    ['Jané Roe Jr.', 'Jane Roe', 'EQUAL'],
    ['Jane Ann Roe', 'Roe Jane', 'CONTAINED'],
    ['Jane Ann Roe', 'Jane A. Roe', 'CONTAINED'],
    ['Jane Roe', 'J Roe', 'INITIALS'],
    ['Jane Roe', 'Mary Roe', 'PARTLY'],
    ['Jane Roe', 'Roe', 'PARTLY'],
    ['Jane Roe', 'John Doe', 'DIFFERENT'],
    ["Mary O'Neil", 'ONEIL MARY', 'EQUAL'],
  ])('%s and %s are %s', (one, other, like) => {
    expect(likeness(nameParts(one), nameParts(other))).toBe(like);
    expect(likeness(nameParts(other), nameParts(one))).toBe(like);
  });
});

describe('numbers', () => {
  test.each([
    ['123456', '124356', 'TRANSPOSED'],
    ['123456', '123956', 'ONE_CHARACTER'],
    ['279', '2079', 'TRANSPOSED'],
    ['123456', '123456789', undefined],
    ['123456', '654321', undefined],
    ['12', '21', undefined],
  ])('%s and %s differ by %s', (one, other, slip) => {
    expect(slipBetween(one, other)).toBe(slip);
  });
});
