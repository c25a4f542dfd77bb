import { defendantDecider } from '../../../src/domain/defendant/decide.ts';
import { specify } from '../../support/given.ts';
import { caseId, defendantId, today } from '../../support/words.ts';

const spec = specify(defendantDecider);
const join = (inCase: string) =>
  ({ type: 'JoinCase', defendantId: defendantId('d-1'), caseId: caseId(inCase), on: today }) as const;

describe('the stream of a defendant', () => {
  test('notes each case once, in the order in which it comes to be known', () => {
    spec
      .after(join('c-2'))
      .when(join('c-1'))
      .then({ type: 'DefendantJoinedCase', data: { defendantId: 'd-1', caseId: 'c-1' } });
    const joined = spec.after(join('c-2'), join('c-1'));
    joined.when(join('c-2')).thenNothing();
    expect(joined.state.cases).toEqual(['c-2', 'c-1']);
  });
});
