import type { Said } from '../../support/given.ts';
import { amendOrder, day, enterOrder, text, tomorrow, usd } from '../../support/words.ts';
import { inCase, known } from './words.ts';

const entered = known.and(enterOrder('o-1', { 'v-1': '5,000.00', 'v-2': '3,000.00' }, inCase));
const mvra = enterOrder(
  'o-1',
  { 'v-1': '700.00', 'v-2': '300.00' },
  { ...inCase, statute: '18 U.S.C. 3663A' },
);

function amended(shares: Readonly<Record<string, string>>): Said {
  const lines = Object.entries(shares).map(([victim, amount]) => ({
    victimId: victim,
    track: 'TRAFFICKING',
    amount: text(amount),
  }));
  const order = { caseId: 'c-1', orderId: 'o-1', authority: '3664(o)(1)(A)' };
  return { type: 'OrderAmended', data: { ...order, lines, policyVersion: 0 } };
}

describe('an order is amended by the day of the court, whenever that came to be known:', () => {
  const later = amendOrder('o-1', { 'v-1': '4,000.00' }, { on: day('2026-06-01') });
  const late = amendOrder('o-1', { 'v-1': '8,000.00', 'v-2': '3,500.00' }, { on: tomorrow });
  const ordered = ({ state }: typeof entered) =>
    [...state.liabilities.values()].map(({ ordered: amount }) => amount);

  test('an earlier one is recorded, and leaves the shares that a later one named', () => {
    entered
      .and(later)
      .when(late)
      .then(amended({ 'v-1': '8,000.00', 'v-2': '3,500.00' }));
    expect(ordered(entered.and(later, late))).toEqual([usd('4,000.00'), usd('3,500.00')]);
    expect(ordered(entered.and(late, later))).toEqual(ordered(entered.and(later, late)));
  });

  test('one that was heard is no news, though another has come after it', () => {
    entered.and(late, later).when(late).thenNothing();
    entered.and(later, late).when(late).thenNothing();
  });

  test('one that leaves a share as it is on a later day is recorded: it says what is owed from there on', () => {
    const restated = amendOrder('o-1', { 'v-1': '5,000.00' }, { on: day('2026-05-01') });
    entered.when(restated).then(amended({ 'v-1': '5,000.00' }));
    expect(ordered(entered.and(restated, late))).toEqual([usd('5,000.00'), usd('3,500.00')]);
  });

  test('where the case decides the liabilities, only those change whose share does', () => {
    const given = { ...inCase, track: 'FULL_AMOUNT' } as const;
    const types = known
      .and(mvra, amendOrder('o-1', { 'v-1': '900.00' }, { ...given, on: day('2026-06-01') }))
      .when(amendOrder('o-1', { 'v-1': '800.00', 'v-2': '350.00' }, { ...given, on: tomorrow }))
      .decided()
      .happened.map(({ type, data }) => ('victimId' in data ? `${type} ${data.victimId}` : type));
    expect(types).toEqual(['OrderAmended', 'LiabilityAmended v-2']);
  });
});
