import { outstanding, terminated } from '../../../src/domain/liability/liability.ts';
import type { CaseState } from '../../../src/domain/case/state.ts';
import {
  amendOrder,
  enterOrder,
  makeFinal,
  registerCase,
  registerDefendant,
  text,
  tomorrow,
  usd,
  vacateOrder,
} from '../../support/words.ts';
import { divide, inCase, known, notice, ref, spec } from './words.ts';

describe('a case', () => {
  test('is registered by an id, and by nothing else', () => {
    spec
      .given()
      .when(registerCase())
      .then({ type: 'CaseRegistered', data: { caseId: 'c-1' } });
  });

  test('registered again is the same case, whatever the day', () => {
    spec
      .after(registerCase())
      .when(registerCase('c-1', { on: tomorrow }))
      .thenNothing();
  });

  test.each([
    registerDefendant(),
    enterOrder('o-1', '5,000.00'),
    makeFinal('o-1'),
    amendOrder('o-1', '5,000.00'),
    vacateOrder('o-1'),
    divide('dcd.1', '100.00'),
    notice('NoteTermination', '5.00', { ending: 'e-1' }),
  ])('that nobody has registered can have nothing happen in it: $type', (command) => {
    spec.given().when(command).thenRefused('case-not-registered', '/caseId');
  });
});

describe('a defendant', () => {
  test('is registered in a case', () => {
    spec
      .after(registerCase())
      .when(registerDefendant())
      .then({ type: 'DefendantRegistered', data: { caseId: 'c-1', defendantId: 'd-1' } });
  });

  test('registered again is the same defendant, whatever the day', () => {
    known.when(registerDefendant('d-1', { on: tomorrow })).thenNothing();
  });

  test('beside another is another', () => {
    known
      .when(registerDefendant('d-2', { caseId: 'c-1' }))
      .then({ type: 'DefendantRegistered', data: { caseId: 'c-1', defendantId: 'd-2' } });
  });
});

describe('a notice that a liability ended', () => {
  const entered = known.and(enterOrder('o-1', '5,000.00', inCase));
  const ofOrder1 = ({ liabilities }: CaseState) =>
    [...liabilities.values()].map((each) => [terminated(each), outstanding(each)]);
  const noted = (type: string, amount: string, ending: string) => ({
    type,
    data: {
      ...ref('o-1', 'v-1'),
      epoch: 1,
      ending,
      amount: text(amount),
      citation: '18 U.S.C. 2259(b)(2)(C)',
    },
  });

  test('is recorded, and the case offers the order no more receipts', () => {
    entered
      .when(notice('NoteTermination', '5,000.00', { ending: 'e-1' }))
      .then(noted('LiabilityTerminated', '5,000.00', 'e-1'));
    const { state } = entered.and(notice('NoteTermination', '5,000.00', { ending: 'e-1' }));
    expect(ofOrder1(state)).toEqual([[usd('5,000.00'), usd('0.00')]]);
  });

  test('given again changes nothing, also when the liability has been reinstated since', () => {
    const end = notice('NoteTermination', '5,000.00', { ending: 'e-1' });
    const back = notice('NoteReinstatement', '5,000.00', { ending: 'e-2' });
    entered.and(end).when(end).thenNothing();
    entered.and(end, back).when(end).thenNothing();
    entered
      .and(end, back, notice('NoteTermination', '5,000.00', { ending: 'e-3', epoch: 2 }))
      .when(back)
      .thenNothing();
  });

  test('of a second ending under the same full recovery is another notice', () => {
    const twice = entered.and(
      notice('NoteTermination', '2,000.00', { ending: 'e-1' }),
      notice('NoteTermination', '2,000.00', { ending: 'e-2' }),
    );
    expect(ofOrder1(twice.state)).toEqual([[usd('4,000.00'), usd('1,000.00')]]);
  });

  test('may come in any order: the sum is the same', () => {
    const notices = [
      notice('NoteTermination', '5,000.00', { ending: 'e-1' }),
      notice('NoteReinstatement', '5,000.00', { ending: 'e-2' }),
      notice('NoteTermination', '3,000.00', { ending: 'e-3', epoch: 2 }),
    ];
    const { state } = entered.and(...notices.toReversed());
    expect(ofOrder1(state)).toEqual([[usd('3,000.00'), usd('2,000.00')]]);
  });

  test('of a reinstatement makes it owed again', () => {
    const ended = entered.and(notice('NoteTermination', '5,000.00', { ending: 'e-1' }));
    ended
      .when(notice('NoteReinstatement', '5,000.00', { ending: 'e-2' }))
      .then(noted('LiabilityReinstated', '5,000.00', 'e-2'));
    const { state } = ended.and(notice('NoteReinstatement', '5,000.00', { ending: 'e-2' }));
    expect(ofOrder1(state)).toEqual([[usd('0.00'), usd('5,000.00')]]);
  });

  test('under an order that the case does not know is refused', () => {
    entered
      .when(notice('NoteTermination', '5.00', { ending: 'e-1', order: 'o-9' }))
      .thenRefused('order-not-found', '/orderId');
  });
});
