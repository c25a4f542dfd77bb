import {
  otherCases,
  recoveryKindOf,
  recoverySources,
} from '../../../src/domain/statutes/18-usc-2259-b-2-c-last-sentence-other-cases.ts';

describe('18 U.S.C. 2259(b)(2)(C), last sentence: what was paid in other cases', () => {
  test('in the words of the law', () => {
    expect(otherCases.words).toMatch(/paid in other cases for the same losses\.$/);
  });

  test('restitution pursuant to the section, other restitution, and what is none', () => {
    const kinds = [...new Set(recoverySources.map(recoveryKindOf))];
    const byKind = kinds.map((kind) => [
      kind,
      recoverySources.filter((each) => recoveryKindOf(each) === kind),
    ]);
    expect(Object.fromEntries(byKind)).toEqual({
      UNDER_THIS_SECTION: ['RESTITUTION_2259'],
      OTHER_RESTITUTION: ['STATE_RESTITUTION', 'FOREIGN_RESTITUTION', 'MILITARY_RESTITUTION'],
      NO_RESTITUTION: ['CIVIL_JUDGMENT_2255', 'OTHER_CIVIL_DAMAGES', 'COMPENSATION_PROGRAM', 'INSURANCE'],
    });
  });
});
