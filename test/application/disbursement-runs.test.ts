import fc from 'fast-check';
import { prepareFrom } from '../../src/application/preparing.ts';
import { Ledger } from '../../src/application/ledger.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { RunId } from '../../src/domain/ids.ts';
import { Rejection } from '../../src/domain/rejection.ts';
import { StoreUnavailable, type EventStore, type StreamWrite } from '../../src/store/event-store.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import { dies } from '../support/people-words.ts';
import {
  caseId,
  day,
  defendantId,
  disburse,
  enterOrder,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  returnPayment,
} from '../support/words.ts';
import { storeOver } from '../support/store-over.ts';
import { closeAll } from './asking.ts';
import { later, maker, Office, on } from './office.ts';
import { bothKinds } from './telling.ts';

afterEach(closeAll);

const entered = day('2026-01-05');
const paidOn = day('2026-02-02');
const run = (id: string): RunId => id as RunId;

/** Some victims of a fraud, of whom each is owed ten dollars times its number, and a payment that covers a tenth of all. */
function fraudOf(
  victims: number,
  amount: string,
  statute: '18 U.S.C. 3663A' | '18 U.S.C. 2259' = '18 U.S.C. 3663A',
): readonly Command[] {
  const ids = Array.from({ length: victims }, (_, at) => `v-${String(at + 1)}`);
  const share = statute === '18 U.S.C. 2259' ? '10000.00' : '1000.00';
  return [
    registerCase('c-1'),
    registerDefendant('d-1'),
    ...ids.map((id) => registerVictim(id)),
    enterOrder('o-1', Object.fromEntries(ids.map((id) => [id, share])), {
      statute,
      caseId: 'c-1',
      defendantId: 'd-1',
      on: entered,
    }),
    pay('dcd.1', amount),
  ];
}

function pay(id: string, amount: string): Command {
  return recordPayment(id, amount, { to: null, caseId: 'c-1', defendantId: defendantId('d-1'), on: paidOn });
}

describe.each(bothKinds)('a run on a store of $kind', ({ atomicStreams }) => {
  const office = () => new Office(new MemoryEventStore({ atomicStreams }));

  test.each(['18 U.S.C. 3663A', '18 U.S.C. 2259'] as const)(
    'pays what was planned, once: %s',
    async (statute) => {
      const at = office();
      await at.tell(...fraudOf(2, '300.00', statute));
      const hash = await at.propose('n-1');
      expect(await at.shown('n-1')).toMatchObject({ status: 'proposed', sums: ['300.00', '0.00', '0.00'] });
      await at.approve('n-1', hash);
      await at.release('n-1');
      expect(await at.shown('n-1')).toEqual({
        status: 'completed',
        sums: ['300.00', '300.00', '0.00'],
        payments: [
          ['v-1', '150.00', 'paid'],
          ['v-2', '150.00', 'paid'],
        ],
      });
      expect(await at.held()).toBe('0.00');
      await at.release('n-1');
      await at.catchUp();
      expect(await at.held()).toBe('0.00');
    },
  );

  test('never pays the same money twice, whatever two runs were planned on', async () => {
    const at = office();
    await at.tell(...fraudOf(2, '300.00'));
    const [one, other] = [await at.propose('n-1'), await at.propose('n-2')];
    await at.approve('n-1', one);
    await at.approve('n-2', other);
    await Promise.all([at.release('n-1'), at.release('n-2')]);
    const shown = [await at.shown('n-1'), await at.shown('n-2')];
    const paid = shown.flatMap(({ payments = [] }) => payments.filter(([, , status]) => status === 'paid'));
    expect(paid.map(([victim]) => victim).sort()).toEqual(['v-1', 'v-2']);
    expect(await at.held()).toBe('0.00');
  });

  test('withholds what has changed since, and pays the rest', async () => {
    const at = office();
    await at.tell(...fraudOf(3, '300.00'));
    await at.approve('n-1', await at.propose('n-1'));
    await at.tell(disburse('p-9', '60.00', { on }), dies({ victim: 'v-2', on }));
    await at.release('n-1');
    expect(await at.shown('n-1')).toEqual({
      status: 'completed',
      sums: ['300.00', '100.00', '200.00'],
      payments: [
        ['v-1', '100.00', 'NOT_PAYABLE'],
        ['v-2', '100.00', 'SUCCESSION_UNKNOWN'],
        ['v-3', '100.00', 'paid'],
      ],
    });
  });

  test('withholds what a check brought that came back', async () => {
    const at = office();
    await at.tell(...fraudOf(2, '300.00'));
    await at.approve('n-1', await at.propose('n-1'));
    await at.tell(returnPayment('dcd.1', { on }));
    await at.release('n-1');
    expect((await at.shown('n-1')).sums).toEqual(['300.00', '0.00', '300.00']);
  });

  test('of more payments than one command has room for is finished by whoever follows the log', async () => {
    const at = office();
    await at.tell(...fraudOf(600, '18,000.00'));
    await at.approve('n-1', await at.propose('n-1'));
    await at.release('n-1');
    expect(await at.shown('n-1')).toMatchObject({ status: 'released' });
    await at.catchUp();
    expect(await at.shown('n-1')).toMatchObject({
      status: 'completed',
      sums: ['18000.00', '18000.00', '0.00'],
    });
    expect(await at.held()).toBe('0.00');
  });

  test('is refused to whoever proposed it, and where nothing can be paid', async () => {
    const at = office();
    await at.tell(...fraudOf(1, '300.00'));
    const contentHash = await at.propose('n-1');
    const own: Command = {
      type: 'ApproveDisbursementRun',
      runId: run('n-1'),
      contentHash,
      approvedBy: maker,
      on,
    };
    await expect(at.tell(own)).rejects.toThrow(Rejection);
    const early = {
      type: 'ProposeDisbursementRun',
      runId: run('n-2'),
      caseId: caseId('c-1'),
      proposedBy: maker,
      on: paidOn,
    } as const;
    await expect(at.tell(early)).rejects.toThrow(expect.objectContaining({ code: 'nothing-to-pay' }));
    const elsewhere = { ...early, caseId: caseId('c-9') };
    await expect(at.tell(elsewhere)).rejects.toThrow(
      expect.objectContaining({ code: 'case-not-registered', pointer: '/caseId' }),
    );
  });
});

describe('a run on a store that is cut off in the middle of it', () => {
  /** Nothing gets through from the k-th append on; with `after`, that one is stored, and its answer lost. */
  const cutAt = (store: EventStore, at: number, isAfter: boolean): EventStore => {
    let appends = 0;
    return storeOver(store, {
      append: async (writes: readonly StreamWrite[]) => {
        appends += 1;
        if (appends > at || (appends === at && !isAfter)) throw new StoreUnavailable('cut off');
        const appended = await store.append(writes);
        if (appends === at) throw new StoreUnavailable('cut off');
        return appended;
      },
    });
  };
  const cuts = Array.from({ length: 7 }, (_, at) => [
    [at + 1, false],
    [at + 1, true],
  ]).flat() as [number, boolean][];

  test.each(cuts)('pays each once, and completes: at append %i, after it %s', async (at, isAfter) => {
    const store = new MemoryEventStore({ atomicStreams: false });
    const whole = new Office(store);
    await whole.tell(...fraudOf(3, '300.00'));
    await whole.approve('n-1', await whole.propose('n-1'));
    const release = { type: 'ReleaseDisbursementRun', runId: run('n-1'), on: later } as const;
    const sender = { commandId: 'release', actor: 'test' };
    const outcome = new Ledger(cutAt(store, at, isAfter)).handle(release, sender);
    if (at <= 6) await expect(outcome).rejects.toThrow(StoreUnavailable);
    else await outcome;
    const next = new Office(store);
    await next.ledger.handle(release, sender);
    await next.catchUp();
    expect(await next.shown('n-1')).toMatchObject({
      status: 'completed',
      sums: ['300.00', '300.00', '0.00'],
    });
    expect(await next.held()).toBe('0.00');
  });

  test.each([
    [1, false],
    [1, true],
    [2, false],
    [2, true],
  ])('is proposed whole, or not at all: at append %i, after it %s', async (at, isAfter) => {
    const store = new MemoryEventStore({ atomicStreams: false });
    const whole = new Office(store);
    await whole.tell(...fraudOf(2, '300.00'));
    const prepare = prepareFrom(whole.queries);
    const propose = {
      type: 'ProposeDisbursementRun',
      runId: run('n-1'),
      caseId: null,
      proposedBy: maker,
      on,
    } as const;
    const sender = { commandId: 'propose', actor: 'test' };
    const cut = new Ledger(cutAt(store, at, isAfter), { prepare });
    await expect(cut.handle(propose, sender)).rejects.toThrow(StoreUnavailable);
    const isThere = at === 2 && isAfter;
    expect((await whole.shown('n-1')).status).toBe(isThere ? 'proposed' : undefined);
    await whole.tell(pay('dcd.2', '100.00'));
    await new Ledger(store, { prepare }).handle(propose, sender);
    expect((await whole.shown('n-1')).sums[0]).toBe(isThere ? '300.00' : '400.00');
  });
});

test('what runs pay is never more than what is held, whatever comes between', async () => {
  const steps = fc.array(fc.constantFrom('pay', 'propose', 'release', 'by hand', 'back'), {
    minLength: 4,
    maxLength: 14,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (story) => {
      const at = new Office(new MemoryEventStore());
      await at.tell(...fraudOf(2, '100.00'));
      const approved: string[] = [];
      for (const [number, step] of story.entries()) {
        const id = String(number + 2);
        if (step === 'pay') await at.tell(pay(`dcd.${id}`, '60.00'));
        else if (step === 'by hand') await at.tell(disburse(`p-${id}`, '20.00', { on }));
        else if (step === 'back') await at.tell(returnPayment('dcd.1', { on }));
        else if (step === 'propose') approved.push(...(await proposedAndApproved(at, `n-${id}`)));
        else await releasedAndCounted(at, approved.pop());
      }
    }),
    { numRuns: 25 },
  );
});

async function proposedAndApproved(at: Office, id: string): Promise<readonly string[]> {
  try {
    await at.approve(id, await at.propose(id));
    return [id];
  } catch (error) {
    expect(error).toMatchObject({ code: 'nothing-to-pay' });
    return [];
  }
}

async function releasedAndCounted(at: Office, id: string | undefined): Promise<void> {
  if (id === undefined) return;
  const [before, heldBefore] = [await at.held(), await at.heldForEach()];
  await at.release(id);
  const { status, sums, payments = [] } = await at.shown(id);
  expect(status).toBe('completed');
  expect(cents(sums[0]) - cents(sums[1])).toBe(cents(sums[2]));
  expect(cents(before) - cents(await at.held())).toBe(cents(sums[1]));
  // Each victim's money is its own: what went beyond it to another by hand takes nothing from it.
  for (const [victimId = '', amount, status] of payments)
    if (status === 'paid') expect(cents(heldBefore.get(victimId))).toBeGreaterThanOrEqual(cents(amount));
}

function cents(text = '0.00'): bigint {
  return BigInt(text.replace('.', ''));
}
