/** Money that payors paid too much, on both kinds of store: planned, sent back, seen by a bank, returned, unclaimed. */
import fc from 'fast-check';
import { Ledger } from '../../src/application/ledger.ts';
import { ProcessRunner } from '../../src/application/process-runner.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { DisbursementId, ReceiptId } from '../../src/domain/ids.ts';
import { memoryCheckpoint } from '../../src/store/checkpoint.ts';
import { StoreUnavailable, type EventStore, type StreamWrite } from '../../src/store/event-store.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import { matchLines, openAccount, takeIn, unmatchLines } from '../support/reconciliation-words.ts';
import {
  claimRefund,
  presentsRefund,
  refundAgain,
  refundBack,
  setRefundAside,
} from '../support/refund-words.ts';
import {
  day,
  defendantId,
  disburse,
  enterOrder,
  recordPayment,
  recordRefund,
  registerCase,
  registerDefendant,
  registerVictim,
  returnDisbursement,
  returnPayment,
  victimId,
} from '../support/words.ts';
import { storeOver } from '../support/store-over.ts';
import { closeAll } from './asking.ts';
import { later, Office, on, proposal, released } from './office.ts';
import { bothKinds } from './telling.ts';

afterEach(closeAll);

const entered = day('2026-01-05');
const paidOn = day('2026-02-02');

/** Orders of 100.00 on two defendants, who each pay 30.00 or 50.00 too much. */
const overpaid: readonly Command[] = [
  registerCase('c-1'),
  ...['1', '2'].flatMap((n) => [
    registerDefendant(`d-${n}`, { caseId: 'c-1' }),
    registerVictim(`v-${n}`),
    enterOrder(
      `o-${n}`,
      { [`v-${n}`]: '100.00' },
      {
        ...{ statute: '18 U.S.C. 3663A', caseId: 'c-1', defendantId: `d-${n}`, on: entered },
      },
    ),
  ]),
  pay('dcd.1', '130.00', 'd-1'),
  pay('dcd.2', '150.00', 'd-2'),
];

function pay(id: string, amount: string, payor: string): Command {
  return recordPayment(id, amount, {
    to: null,
    ...{ caseId: 'c-1', defendantId: defendantId(payor), on: paidOn },
  });
}

describe.each(bothKinds)('a run of refunds on a store of $kind', ({ atomicStreams }) => {
  const office = async () => {
    const at = new Office(new MemoryEventStore({ atomicStreams }), 'REFUNDS');
    await at.tell(...overpaid);
    return at;
  };

  test('pays back what was planned, once, and no victim’s money', async () => {
    const at = await office();
    expect(await at.planned()).toEqual({ held: '80.00', total: '80.00', kept: [] });
    await at.approve('n-1');
    expect(await at.shown('n-1')).toMatchObject({ status: 'approved', sums: ['80.00', '0.00', '0.00'] });
    await at.release('n-1');
    await at.release('n-1');
    expect(await at.shown('n-1')).toEqual({
      status: 'completed',
      sums: ['80.00', '80.00', '0.00'],
      refunds: [
        ['dcd.1', '30.00', 'paid'],
        ['dcd.2', '50.00', 'paid'],
      ],
    });
    expect(await at.planned()).toEqual({ held: '0.00', total: '0.00', kept: [] });
    expect(await at.accounts()).toMatchObject({ cash: '200.00', 'victim-payable': '-200.00' });
  });

  test('has a whole life: seen by a bank, called off, made again, unclaimed, claimed, and paid', async () => {
    const at = await office();
    await at.approve('n-1');
    await at.tell(released('n-1', '0300'), openAccount('k-1', { on: entered }));
    const [one = '', other = ''] = await at.named('n-1');
    expect(await at.cheques(later)).toEqual([
      ['dcd.1', '0300', 'outstanding', 'PAYOR'],
      ['dcd.2', '0301', 'outstanding', 'PAYOR'],
    ]);
    // The bank pays the first. The match is undone and made again.
    const match = matchLines('m-1', ['s-1', 1], [`REFUND ${one}`]);
    await at.tell(takeIn('s-1', ['-30.00'], { on: later }), match, unmatchLines('m-1', 's-1'));
    expect((await at.cheques())[0]).toEqual(['dcd.1', '0300', 'stale', 'PAYOR']);
    await at.tell({ ...match, matchId: 'm-2' as never });
    expect((await at.cheques())[0]).toEqual(['dcd.1', '0300', 'presented', 'PAYOR']);
    // The other is not cashed, is called off, and is kept until somebody says what becomes of it.
    const [stale, aside, treasury] = [day('2027-04-02'), day('2027-05-03'), day('2032-05-03')];
    await at.tell(refundBack(other, 'STALE', { on: stale }));
    expect(await at.planned(stale)).toEqual({
      ...{ held: '50.00', total: '0.00' },
      kept: [['CAME_BACK', '50.00']],
    });
    const { rows } = await at.queries.reconciliation.items({}, { asOf: stale }, { limit: 100 });
    const waiting = rows
      .filter(({ kind }) => kind.startsWith('REFUND'))
      .map(({ id, status }) => [id, status]);
    expect(waiting).toEqual([[one, 'confirmed']]);
    await at.tell(setRefundAside(other, 'REGISTRY', { on: aside }));
    expect(await at.planned(aside)).toEqual({ held: '0.00', total: '0.00', kept: [] });
    expect((await at.cheques(aside))[1]).toEqual(['dcd.2', '0301', 'unclaimed', 'PAYOR']);
    expect(await at.accounts()).toMatchObject({ unclaimed: '-50.00', 'refund-payable': '0.00' });
    const due = { status: 'due' } as const;
    const onDay = async (asOf: typeof on) => {
      const { rows: found } = await at.queries.disbursements.cheques(due, { asOf }, { limit: 9 });
      return found.map(({ amount, waited }) => [amount, waited]);
    };
    // Five years, of which two have a day more.
    expect([await onDay(day('2032-05-02')), await onDay(treasury)]).toEqual([[], [['50.00', 5 * 365 + 2]]]);
    await at.tell(setRefundAside(other, 'TREASURY', { on: treasury }));
    expect(await at.accounts()).toMatchObject({
      cash: '200.00',
      unclaimed: '-50.00',
      'at-treasury': '50.00',
    });
    const claimed = day('2033-01-03');
    await at.tell(claimRefund(other, { on: claimed }));
    const replaces = other.slice('dcd.2.'.length);
    await at.tell(refundAgain('dcd.2.f-9', '50.00', { replaces, on: claimed }));
    expect((await at.cheques(claimed)).map(([, , status]) => status)).toEqual([
      ...['presented', 'reissued', 'outstanding'],
    ]);
    expect(await at.accounts()).toMatchObject({
      cash: '200.00',
      unclaimed: '0.00',
      'refund-payable': '0.00',
    });
    const receipt = await at.queries.receipt('dcd.2' as ReceiptId, {});
    expect(receipt).toMatchObject({ applied: '100.00', refunded: '50.00', excess: '0.00' });
    expect(await at.looked()).toEqual([]);
  });

  test('tells a receipt on any day as it stood on that day, to the cent', async () => {
    const at = await office();
    const days = ['2026-04-02', '2026-05-01', '2026-06-01', '2026-07-01', '2026-08-03'].map(day);
    const [out = on, back = on, aside = on, claimed = on, again = on] = days;
    await at.tell(
      recordRefund('f-1', '50.00', { from: 'dcd.2', on: out }),
      refundBack('dcd.2.f-1', 'UNDELIVERABLE', { on: back }),
      setRefundAside('dcd.2.f-1', 'TREASURY', { on: aside }),
      claimRefund('dcd.2.f-1', { on: claimed }),
      refundAgain('dcd.2.f-2', '50.00', { replaces: 'f-1', on: again }),
    );
    const then = async (asOf: typeof on) => {
      const found = await at.queries.receipt('dcd.2' as ReceiptId, { asOf });
      return [found?.excess, found?.refunded];
    };
    expect(await Promise.all([on, ...days].map(then))).toEqual([
      ['50.00', '0.00'],
      ['0.00', '50.00'],
      ['50.00', '0.00'],
      ['0.00', '50.00'],
      ['50.00', '0.00'],
      ['0.00', '50.00'],
    ]);
    const refunds = async (asOf: typeof on) =>
      (await at.queries.receipt('dcd.2' as ReceiptId, { asOf }))?.refunds;
    const first = { refundId: 'f-1', amount: '50.00', refundedOn: out, returnedOn: null, runId: null };
    expect(await refunds(on)).toEqual([]);
    expect(await refunds(out)).toEqual([first]);
    const second = { ...first, refundId: 'f-2', refundedOn: again };
    expect(await refunds(again)).toEqual([{ ...first, returnedOn: back }, second]);
  });

  test('never pays the same money back twice, whatever two runs were planned on', async () => {
    const at = await office();
    await at.approve('n-1');
    await at.approve('n-2');
    await Promise.all([at.release('n-1'), at.release('n-2')]);
    const shown = [await at.shown('n-1'), await at.shown('n-2')];
    const paid = shown.flatMap(({ refunds = [] }) => refunds.filter(([, , status]) => status === 'paid'));
    expect(paid.map(([receipt]) => receipt).sort()).toEqual(['dcd.1', 'dcd.2']);
    expect(await at.accounts()).toMatchObject({ cash: '200.00', 'refund-payable': '0.00' });
  });

  test('withholds what has changed since, and pays the rest back', async () => {
    const at = await office();
    await at.approve('n-1');
    await at.tell(returnPayment('dcd.1', { on }));
    await at.release('n-1');
    expect(await at.shown('n-1')).toMatchObject({
      sums: ['80.00', '50.00', '30.00'],
      refunds: [
        ['dcd.1', '30.00', 'RECEIPT_RETURNED'],
        ['dcd.2', '50.00', 'paid'],
      ],
    });
  });

  test('withholds what is of a payor who died, or came to owe victims in some case, since it was planned', async () => {
    const at = await office();
    await at.tell(registerCase('c-2'), registerDefendant('d-1', { caseId: 'c-2' }));
    await at.approve('n-1');
    const elsewhere = { statute: '18 U.S.C. 3663A', caseId: 'c-2', defendantId: 'd-1', on } as const;
    await at.tell(enterOrder('o-9', { 'v-1': '10.00' }, elsewhere), {
      ...{ type: 'RecordDeath', caseId: 'c-1' as never, defendantId: defendantId('d-2'), on },
    });
    await at.release('n-1');
    await at.release('n-1');
    expect(await at.shown('n-1')).toEqual({
      ...{ status: 'completed', sums: ['80.00', '0.00', '80.00'] },
      refunds: [
        ['dcd.1', '30.00', 'PAYOR_OWES'],
        ['dcd.2', '50.00', 'PAYOR_DIED'],
      ],
    });
    expect((await at.planned()).kept).toEqual([
      ['PAYOR_OWES', '30.00'],
      ['PAYOR_DIED', '50.00'],
    ]);
    expect(await at.accounts()).toMatchObject({ cash: '280.00' });
  });

  test('is looked at where unclaimed money went out again before it was set aside, and so is that of a victim', async () => {
    const at = await office();
    await at.tell(
      recordRefund('f-1', '30.00', { on }),
      refundBack('dcd.1.f-1', 'UNDELIVERABLE', { on }),
      recordRefund('f-2', '30.00', { on }),
      disburse('p-1', '100.00', { on }),
      returnDisbursement('p-1', { on }),
      disburse('p-2', '100.00', { on }),
    );
    expect(await at.looked()).toEqual([]);
    const ofVictim = { victimId: victimId('v-1'), disbursementId: 'p-1' as DisbursementId } as const;
    const told = [
      setRefundAside('dcd.1.f-1', 'TREASURY', { on }),
      { type: 'DepositUnclaimed', ...ofVictim, place: 'TREASURY', on } as const,
    ];
    const warned = [];
    for (const [number, command] of told.entries()) {
      const sender = { commandId: `aside-${String(number)}`, actor: 'test' };
      const { warnings } = await at.ledger.handle(command, sender);
      warned.push(...warnings.map(({ code, amount }) => [code, amount]));
    }
    expect(warned).toEqual([
      ['UNCLAIMED_BEYOND_HELD', '30.00'],
      ['PAID_BEYOND_HELD', '100.00'],
    ]);
    expect((await at.looked()).sort()).toEqual(['PAID_BEYOND_HELD', 'UNCLAIMED_BEYOND_HELD']);
  });

  test('of a receipt that comes back afterwards leaves a deficit, which the refund’s own return makes good', async () => {
    const at = await office();
    await at.approve('n-1');
    await at.release('n-1');
    const [one = ''] = await at.named('n-1');
    await at.tell(returnPayment('dcd.1', { on: later }));
    expect(await at.accounts()).toMatchObject({ cash: '70.00', 'refund-payable': '30.00' });
    expect((await at.planned()).kept).toEqual([['REFUNDED_TOO_MUCH', '-30.00']]);
    await at.tell(refundBack(one, 'STOPPED', { on: later }));
    expect(await at.accounts()).toMatchObject({ cash: '100.00', 'refund-payable': '0.00' });
  });

  test('keeps back what a person must look at', async () => {
    const at = await office();
    await at.tell(
      enterOrder(
        'o-3',
        { 'v-1': '10.00' },
        { statute: '18 U.S.C. 3663A', caseId: 'c-1', defendantId: 'd-1', on: later },
      ),
      { type: 'RecordDeath', caseId: 'c-1' as never, defendantId: defendantId('d-2'), on: later },
      pay('dcd.4', '7.00', 'd-2'),
    );
    expect((await at.planned(paidOn)).kept.map(([reason]) => reason)).toContain('NOT_CLEARED');
    expect((await at.planned()).kept).toEqual(
      expect.arrayContaining([
        ['PAYOR_OWES', '30.00'],
        ['PAYOR_DIED', '50.00'],
      ]),
    );
    expect((await at.planned()).total).toBe('0.00');
  });

  test('is no run to victims, and is refused where nothing goes back', async () => {
    const at = await office();
    await at.propose('n-1');
    const other: Command = { ...(proposal('n-1', 'REFUNDS') as object), purpose: 'VICTIMS' } as Command;
    await expect(at.tell(other)).rejects.toThrow(
      expect.objectContaining({ code: 'run-proposed-differently' }),
    );
    await at.tell(recordRefund('f-1', '30.00', { on }), recordRefund('f-2', '50.00', { from: 'dcd.2', on }));
    await expect(at.propose('n-2')).rejects.toThrow(expect.objectContaining({ code: 'nothing-to-pay' }));
  });

  test('is questioned where a bank pays another amount than was sent back', async () => {
    const at = await office();
    await at.approve('n-1');
    await at.tell(released('n-1', '300'), openAccount('k-1', { on: entered }));
    const [one = ''] = await at.named('n-1');
    const shows = presentsRefund(one, ['s-1', 1], { on: later });
    await at.tell(takeIn('s-1', ['-39.00'], { on: later }), shows, shows);
    expect((await at.cheques())[0]).toContain('PRESENTED_FOR_ANOTHER_AMOUNT');
    expect(await at.looked()).toEqual(['PRESENTED_FOR_ANOTHER_AMOUNT']);
  });
});

describe('a run of refunds on a store that is cut off in the middle of it', () => {
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

  test.each(cuts)(
    'pays each back once, numbered, and completes: at append %i, after it %s',
    async (at, isAfter) => {
      const store = new MemoryEventStore({ atomicStreams: false });
      const whole = new Office(store, 'REFUNDS');
      await whole.tell(...overpaid);
      await whole.approve('n-1');
      const sender = { commandId: 'release', actor: 'test' };
      const outcome = new Ledger(cutAt(store, at, isAfter)).handle(released('n-1', '0300'), sender);
      await expect(outcome).rejects.toThrow(StoreUnavailable);
      const next = new Office(store, 'REFUNDS');
      await next.ledger.handle(released('n-1', '0300'), sender);
      await new ProcessRunner(next.store, next.ledger, memoryCheckpoint()).run();
      expect(await next.shown('n-1')).toMatchObject({
        status: 'completed',
        sums: ['80.00', '80.00', '0.00'],
      });
      expect((await next.cheques(later)).map(([, number]) => number)).toEqual(['0300', '0301']);
      expect(await next.accounts()).toMatchObject({ cash: '200.00', 'refund-payable': '0.00' });
    },
  );
});

test('what runs send back is never more than what is held, whatever comes between', async () => {
  const steps = fc.array(fc.constantFrom('pay', 'propose', 'release', 'by hand', 'refund back', 'back'), {
    ...{ minLength: 4, maxLength: 12 },
  });
  await fc.assert(
    fc.asyncProperty(steps, async (story) => {
      const at = new Office(new MemoryEventStore(), 'REFUNDS');
      await at.tell(...overpaid);
      const [approved, byHand]: [string[], string[]] = [[], []];
      for (const [number, step] of story.entries()) {
        const id = String(number + 3);
        if (step === 'pay') await at.tell(pay(`dcd.${id}`, '60.00', 'd-1'));
        else if (step === 'by hand') {
          await at.tell(recordRefund(`f-${id}`, '20.00', { on }));
          byHand.push(`dcd.1.f-${id}`);
        } else if (step === 'refund back') {
          const last = byHand.pop();
          if (last !== undefined) await at.tell(refundBack(last, 'VOIDED', { on }));
        } else if (step === 'back') await at.tell(returnPayment('dcd.2', { on }));
        else if (step === 'propose') approved.push(...(await approvedOf(at, `n-${id}`)));
        else await releasedAndCounted(at, approved.pop());
      }
    }),
    { numRuns: 20 },
  );
});

async function approvedOf(at: Office, id: string): Promise<readonly string[]> {
  try {
    await at.approve(id);
    return [id];
  } catch (error) {
    expect(error).toMatchObject({ code: 'nothing-to-pay' });
    return [];
  }
}

async function releasedAndCounted(at: Office, id: string | undefined): Promise<void> {
  if (id === undefined) return;
  const before = await at.planned();
  await at.release(id);
  const { status, sums } = await at.shown(id);
  expect(status).toBe('completed');
  expect(cents(sums[0]) - cents(sums[1])).toBe(cents(sums[2]));
  expect(cents(before.held) - cents((await at.planned()).held)).toBe(cents(sums[1]));
}

function cents(text = '0.00'): bigint {
  return BigInt(text.replace('.', ''));
}
