/** The books out of the log alone: what no read model was asked for is what the read models say. */
import fc from 'fast-check';
import { booksFromLog, trialBalanceFromLog } from '../../src/application/books-from-log.ts';
import { Documents } from '../../src/application/documents/documents.ts';
import { trialBalanceFrom } from '../../src/application/queries/trial-balance.ts';
import { daysToAsk, histories, ledgerOf } from '../projections/random-ledger.ts';
import { closeAll, queriesOver } from './asking.ts';

afterEach(closeAll);

const days = daysToAsk.toSorted();

test('are those of the read models, on every day and as known at any position', async () => {
  let moved = 0;
  await fc.assert(
    fc.asyncProperty(histories, fc.nat(), fc.constantFrom(1, 1_000), async (history, pick, mostRows) => {
      const { log } = await ledgerOf(history, { mostRows });
      const { position: head } = await log.head();
      const [parts, queries] = [{ log, documents: new Documents(log) }, queriesOver(log)];
      for (const upTo of [head, pick % (head + 1)]) {
        const knownAt = `@${String(upTo)}`;
        const books = await booksFromLog(parts, { days, upTo });
        expect(books).toHaveLength(days.length);
        for (const [at, asOf] of days.entries()) {
          const { stamp: _, ...told } = await queries.trialBalance({ asOf, knownAt });
          expect(trialBalanceFrom(books[at] ?? [])).toEqual(told);
        }
        const { stamp, ...told } = await queries.trialBalance({ knownAt });
        expect(await trialBalanceFromLog(parts, stamp)).toEqual(told);
        moved += told.accounts.filter(({ balance }) => balance !== '0.00').length;
      }
      closeAll();
    }),
    { numRuns: 100 },
  );
  expect(moved).toBeGreaterThan(500);
}, 120_000);
