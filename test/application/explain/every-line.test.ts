import fc from 'fast-check';
import type { Explanation } from '../../../src/application/explain/explanation.ts';
import type { Clocks } from '../../../src/application/views/ledger.ts';
import type { ReceiptId, VictimId } from '../../../src/domain/ids.ts';
import { daysToAsk, histories, ledgerOf, orders, victims } from '../../projections/random-ledger.ts';
import { orderId } from '../../support/words.ts';
import { closeAll, explainerOver } from './explaining.ts';
import { redone } from './reckoning.ts';

afterEach(closeAll);

const atomic = fc.boolean();
const clocks = fc.constantFrom<Clocks>({}, ...daysToAsk.map((asOf) => ({ asOf })));

/** That every line computes from its own text, and that none tells another figure than the ledger. */
function expectRedone({ title, steps }: Explanation): void {
  for (const { arithmetic } of steps) {
    for (const { text, note, isAsRecorded } of arithmetic) {
      const { left, right } = redone(text);
      expect({ title, text, note, left }).toEqual({ title, text, note, left: right });
      expect({ title, text, note, isAsRecorded }).not.toMatchObject({ isAsRecorded: false });
    }
  }
}

function lastOf({ steps }: Explanation): string | undefined {
  return steps.flatMap(({ arithmetic }) => arithmetic).at(-1)?.result;
}

describe('for any ledger, every line can be redone from its text, and the last figure is the one that the ledger answers', () => {
  test('of victims: the headroom', async () => {
    await fc.assert(
      fc.asyncProperty(histories, atomic, clocks, async (history, atomicStreams, when) => {
        const { log } = await ledgerOf(history, { atomicStreams });
        const { explain, queries } = explainerOver(log);
        for (const id of victims as VictimId[]) {
          const [view, why] = [await queries.victim(id, when), await explain.victim(id, when)];
          expectRedone(why!);
          if (view!.headroom !== null) expect(lastOf(why!)).toBe(view!.headroom);
          const withoutCap = why!.figure!.name === 'credited' ? view!.credited : view!.recovered;
          expect(why!.figure!.amount).toBe(view!.headroom ?? withoutCap);
        }
      }),
    );
  });

  test('of liabilities: what is owed', async () => {
    await fc.assert(
      fc.asyncProperty(histories, atomic, clocks, async (history, atomicStreams, when) => {
        const { log } = await ledgerOf(history, { atomicStreams });
        const { explain, queries } = explainerOver(log);
        for (const id of orders.map(orderId)) {
          for (const line of (await queries.order(id, when))?.liabilities ?? []) {
            const why = (await explain.liability(id, line.victimId, when)) as Explanation;
            expectRedone(why);
            expect([lastOf(why), why.figure!.amount]).toEqual([line.outstanding, line.outstanding]);
          }
        }
      }),
    );
  });

  test('of receipts: what is applied', async () => {
    await fc.assert(
      fc.asyncProperty(histories, atomic, clocks, async (history, atomicStreams, when) => {
        const { log } = await ledgerOf(history, { atomicStreams });
        const { explain, queries } = explainerOver(log);
        for (let n = 1; n <= 6; n += 1) {
          const id = `dcd.${String(n)}` as ReceiptId;
          const [view, why] = [await queries.receipt(id, when), await explain.receipt(id, when)];
          if (view === undefined) continue;
          expectRedone(why!);
          expect([lastOf(why!), why!.figure!.amount]).toEqual([view.applied, view.applied]);
        }
      }),
    );
  });

  test('of events: each of them', async () => {
    await fc.assert(
      fc.asyncProperty(histories, atomic, async (history, atomicStreams) => {
        const { log } = await ledgerOf(history, { atomicStreams });
        const { explain } = explainerOver(log);
        const { position } = await log.head();
        for (let at = 1; at <= position; at += 1) expectRedone((await explain.event(at, {}))!);
        expect(await explain.event(position + 1, {})).toBeUndefined();
      }),
      { numRuns: 15 },
    );
  });

  test('of interest: what has accrued', async () => {
    await fc.assert(
      fc.asyncProperty(histories, clocks, async (history, when) => {
        const { log } = await ledgerOf(history);
        const { explain, queries } = explainerOver(log);
        const { rows } = await queries.interest({}, when, { limit: 100 });
        for (const { orderId: order, debtId, accrued } of rows) {
          const why = await explain.interest(order === null ? { debtId: debtId! } : { orderId: order }, when);
          expectRedone(why!);
          expect(why!.figure?.amount ?? null).toBe(accrued);
        }
      }),
      { numRuns: 30 },
    );
  });
});
