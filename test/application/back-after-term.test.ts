/** What a liability, or a debt, comes to whose term is over, and of which a payment or a court's credit is undone then. */
import { formatMoney } from '../../src/domain/money.ts';
import type { Command } from '../../src/domain/commands.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import { reduceLiability, reportRecovery, reverseReduction } from '../support/recovery-words.ts';
import {
  amendOrder,
  day,
  enterOrder,
  expire,
  imposeDebt,
  recordNoImprisonment,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  returnPayment,
  undoExpiry,
  vacateDebt,
  vacateOrder,
} from '../support/words.ts';
import { closeAll, queriesOver } from './asking.ts';
import { bothKinds, Telling } from './telling.ts';

afterEach(closeAll);

const over = day('2046-03-02');
const after = day('2046-03-05');
const term = expire({ order: 'o-1', on: over });
const noEnd = undoExpiry({ order: 'o-1', on: after });
const back = returnPayment('dcd.1', { on: after });
const paid = (amount: string) => recordPayment('dcd.1', amount);
const known = [registerVictim('v-1'), registerCase('c-1'), registerDefendant('d-1'), recordNoImprisonment()];

describe.each(bothKinds)('$kind', ({ atomicStreams }) => {
  describe.each(['18 U.S.C. 2259', '18 U.S.C. 3663A'] as const)('an order under %s', (statute) => {
    const track = statute === '18 U.S.C. 2259' ? 'TRAFFICKING' : 'FULL_AMOUNT';
    const amended = (amount: string): Command => amendOrder('o-1', amount, { track });
    const order = enterOrder('o-1', '10,000.00', { statute });
    const credit = reduceLiability('x-1', '5,000.00', { to: 'o-1' });
    const uncredit = reverseReduction('x-1', { to: 'o-1', on: after });
    const reported = reportRecovery('x-1', '5,000.00');

    test.each<[string, readonly Command[], readonly string[]]>([
      ['paid in part', [paid('8,000.00'), term, back], ['10000.00', '0.00', '10000.00', '0.00']],
      [
        'paid, and amended below that',
        [paid('8,000.00'), amended('6,000.00'), term, back],
        ['6000.00', '0.00', '6000.00', '0.00'],
      ],
      [
        'paid, over, and vacated then',
        [paid('8,000.00'), term, vacateOrder('o-1', { on: over }), back],
        ['10000.00', '0.00', '2000.00', '8000.00'],
      ],
      [
        'paid in part, over, and vacated then, the term having been no end',
        [paid('8,000.00'), term, vacateOrder('o-1', { on: over }), noEnd],
        ['10000.00', '8000.00', '0.00', '2000.00'],
      ],
      [
        'paid in part, over, and vacated then, the term having been no end,',
        [paid('8,000.00'), term, vacateOrder('o-1', { on: over }), back, noEnd],
        ['10000.00', '0.00', '0.00', '10000.00'],
      ],
      [
        'paid, credited by a court, and amended below both',
        [paid('5,000.00'), credit, amended('7,000.00'), term, uncredit],
        ['7000.00', '5000.00', '2000.00', '0.00'],
      ],
      [
        'paid, over, and amended then below what was paid',
        [paid('4,000.00'), term, amended('3,000.00'), back],
        ['3000.00', '0.00', '3000.00', '0.00'],
      ],
    ])('that was %s, adds up when that is undone', async (_, story, expected) => {
      const store = new MemoryEventStore({ atomicStreams });
      const court = new Telling(store);
      for (const command of [...known, reported, order, ...story]) await court.tell(command);
      const { rows } = await queriesOver(store).liabilities({}, {}, { limit: 10 });
      expect(rows.map((row) => [row.ordered, row.paid, row.terminated, row.vacated])).toEqual([expected]);
      const isEnded = rows[0]?.terminated !== '0.00';
      expect(rows[0]).toMatchObject({ outstanding: '0.00', ending: isEnded ? expect.anything() : null });
    });

    test('is not told to have ended again where nothing would be owed again', async () => {
      const court = new Telling(new MemoryEventStore({ atomicStreams }));
      const story = [paid('8,000.00'), term, vacateOrder('o-1', { on: over }), back];
      for (const command of [...known, order, ...story]) await court.tell(command);
      const ended = (await court.log()).filter(({ type }) => type === 'LiabilityExpired');
      expect(ended.map(({ data }) => (data as { amount: string }).amount)).toEqual(['2000.00']);
    });
  });

  test('a debt that was paid in part and set aside is not due when the payment comes back', async () => {
    const store = new MemoryEventStore({ atomicStreams });
    const court = new Telling(store);
    const payment = recordPayment('dcd.1', '40.00', { to: null });
    const story = [imposeDebt('b-1', 'FINE', '100.00'), payment, vacateDebt('b-1'), returnPayment('dcd.1')];
    for (const command of [...known, ...story]) await court.tell(command);
    const { rows } = await queriesOver(store).debts({}, {}, { limit: 10 });
    expect(rows).toEqual([expect.objectContaining({ paid: '0.00', vacated: '100.00', outstanding: '0.00' })]);
    const { debts } = await court.state('Case', 'c-1');
    expect([...debts.values()].map(({ paid: sum }) => formatMoney(sum))).toEqual(['0.00']);
  });
});
