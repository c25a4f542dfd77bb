/** Months are closed one after the other, by two people, for what the books had; and opened again with what changed. */
import type { MonthFound, Obstacle, ReopenMonth, SignMonth } from '../../../src/domain/period/commands.ts';
import { closedFrom, periodDecider } from '../../../src/domain/period/decide.ts';
import { firstDayOf, isMonth, lastDayOf, monthBefore, type Month } from '../../../src/domain/period/month.ts';
import type { Digest, SignatoryId } from '../../../src/domain/ids.ts';
import { specify } from '../../support/given.ts';
import { day, text } from '../../support/words.ts';

const spec = specify(periodDecider);
const [maker, checker] = ['w-1', 'w-2'] as [SignatoryId, SignatoryId];
const digest = (letter: string): Digest => letter.repeat(64) as Digest;
const found: MonthFound = {
  contentHash: digest('a'),
  position: 7,
  balances: [{ account: 'cash', balance: text('5.00') }],
  obstacles: [],
};

function sign(month: string, given: Partial<SignMonth> = {}): SignMonth {
  const who = { as: 'PREPARED', signatoryId: maker, contentHash: digest('a') } as const;
  return { type: 'SignMonth', month: month as Month, ...who, on: day('2027-01-04'), found, ...given };
}
const approve = (month: string, given: Partial<SignMonth> = {}): SignMonth =>
  sign(month, { as: 'APPROVED', signatoryId: checker, ...given });
const reopen = (month: string): ReopenMonth => ({
  ...({ type: 'ReopenMonth', reason: 'LATE_FACT', signatoryId: checker } as const),
  ...{ month: month as Month, on: day('2027-02-01'), changes: [] },
});
const closed = (...months: readonly string[]) => months.flatMap((month) => [sign(month), approve(month)]);

describe('a month', () => {
  test('is closed by the second signature, with what stood in it', () => {
    spec
      .after(sign('2026-03'))
      .when(approve('2026-03'))
      .then({
        type: 'MonthSigned',
        data: {
          ...{ month: '2026-03', as: 'APPROVED', signatoryId: checker, contentHash: digest('a') },
          ...{ position: 7, balances: found.balances },
        },
      });
    const { state } = spec.after(...closed('2026-03'));
    expect(closedFrom(state, day('2026-03-31'))).toEqual(['2026-03']);
    expect(closedFrom(state, day('2026-04-01'))).toEqual([]);
  });

  test('is not signed before it is over', () => {
    spec
      .after()
      .when(sign('2026-03', { on: day('2026-03-31') }))
      .thenRefused('month-not-over', '/on');
    spec
      .after()
      .when(sign('2026-03', { on: day('2026-04-01') }))
      .decided();
  });

  test('is not signed before it is over by the clock, on whatever day the signature is dated', () => {
    const by = (recordedOn: string) => specify(periodDecider, {}, { recordedOn: day(recordedOn) }).after();
    by('2026-03-31').when(sign('2026-03')).thenRefused('month-not-over', '/on');
    by('2026-04-01')
      .when(sign('2026-03', { on: day('2026-03-31') }))
      .thenRefused('month-not-over', '/on');
    expect(by('2026-04-01').when(sign('2026-03')).decided().happened).toHaveLength(1);
  });

  test.each<Obstacle>(['books-do-not-balance', 'proof-differs', 'statement-not-signed'])(
    'is not signed against what the books say: %s',
    (obstacle) => {
      spec
        .after()
        .when(sign('2026-03', { found: { ...found, obstacles: [obstacle] } }))
        .thenRefused(obstacle, '/month');
    },
  );

  test('is signed for what is there, by two, the second for the same as the first', () => {
    spec
      .after()
      .when(sign('2026-03', { contentHash: digest('b') }))
      .thenRefused('content-changed', '/contentHash');
    spec.after().when(approve('2026-03')).thenRefused('not-prepared', '/as');
    spec
      .after(sign('2026-03'))
      .when(approve('2026-03', { signatoryId: maker }))
      .thenRefused('maker-is-checker', '/signatoryId');
    const other = { contentHash: digest('b'), found: { ...found, contentHash: digest('b') } };
    spec
      .after(sign('2026-03'))
      .when(approve('2026-03', other))
      .thenRefused('content-changed', '/contentHash');
    spec.after(sign('2026-03'), sign('2026-03', other)).when(approve('2026-03', other)).decided();
  });

  test('is signed again for nothing, and no more once it is closed', () => {
    spec.after(sign('2026-03')).when(sign('2026-03')).thenNothing();
    spec
      .after(...closed('2026-03'))
      .when(approve('2026-03'))
      .thenNothing();
    spec
      .after(...closed('2026-03'))
      .when(sign('2026-03', { signatoryId: checker }))
      .thenRefused('month-closed', '/month');
  });

  test('follows on the one before it; the first may be any', () => {
    spec
      .after(...closed('2026-03'))
      .when(sign('2026-05'))
      .thenRefused('month-before-open', '/month');
    spec
      .after(...closed('2026-03'))
      .when(sign('2026-02'))
      .thenRefused('month-before-open', '/month');
    spec
      .after(...closed('2025-12'))
      .when(sign('2026-01'))
      .decided();
  });

  test('is opened again where it is closed, and closed again in its place', () => {
    spec.after(sign('2026-03')).when(reopen('2026-03')).thenRefused('month-not-closed', '/month');
    const year = closed('2026-01', '2026-02', '2026-03', '2026-04');
    const opened = spec.after(...year, reopen('2026-02'));
    expect(closedFrom(opened.state, day('2026-01-15'))).toEqual(['2026-01', '2026-03', '2026-04']);
    // The first of all is so, too, though no month before it was ever closed; an earlier one is not.
    const first = spec.after(...year, reopen('2026-01'), reopen('2026-02'));
    first.when(sign('2026-02')).thenRefused('month-before-open', '/month');
    first.when(sign('2025-12')).thenRefused('month-before-open', '/month');
    first.and(sign('2026-01')).when(approve('2026-01')).decided();
    const again = opened.and(...closed('2026-02'));
    expect(closedFrom(again.state, day('2026-01-15'))).toHaveLength(4);
  });
});

test('a month has its days', () => {
  const february = '2024-02' as Month;
  expect([firstDayOf(february), lastDayOf(february), monthBefore('2024-01' as Month)]).toEqual([
    '2024-02-01',
    '2024-02-29',
    '2023-12',
  ]);
  expect(['2024-02', '2024-13', '2024-2', '1899-12'].map(isMonth)).toEqual([true, false, false, false]);
});
