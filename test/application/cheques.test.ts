/** Payments out and what a bank says of them, on both kinds of store, from the release of a run to a cheque made again. */
import type {
  Digest,
  DisbursementId,
  InstrumentNumber,
  RunId,
  SignatoryId,
  VictimId,
} from '../../src/domain/ids.ts';
import type { ChequeFilter } from '../../src/application/views/disbursements.ts';
import { prepareFrom } from '../../src/application/preparing.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import { issue, payAgain, presents } from '../support/instrument-words.ts';
import { matchLines, openAccount, takeIn, unmatchLines } from '../support/reconciliation-words.ts';
import {
  day,
  disburse,
  enterOrder,
  recordPayment,
  returnDisbursement,
  today,
  tomorrow,
} from '../support/words.ts';
import { closeAll, queriesOver } from './asking.ts';
import { bothKinds, register, Telling } from './telling.ts';

afterEach(closeAll);

describe.each(bothKinds)('a cheque on a store of $kind', ({ atomicStreams }) => {
  const court = async () => {
    const told = new Telling(new MemoryEventStore({ atomicStreams }));
    await register(told, { cases: ['c-1'] });
    await told.tell(
      enterOrder('o-1', { 'v-1': '1,000.00' }, { statute: '18 U.S.C. 3663A' }),
      openAccount(),
      recordPayment('dcd.1', '500.00', { to: 'o-1' }),
      disburse('p-1', '100.00'),
      issue('p-1', '100231'),
    );
    const queries = queriesOver(told.store);
    const { disbursements, reconciliation } = queries;
    const cheques = async (filter: ChequeFilter = {}, asOf = tomorrow) => {
      const { rows } = await disbursements.cheques(filter, { asOf }, { limit: 100 });
      return rows.map(({ disbursementId, number, status, presented, questions }) => {
        return [disbursementId, number, status, presented, ...questions];
      });
    };
    const looked = async () => {
      const { rows } = await queries.reviews({}, {}, { limit: 100 });
      return rows.map(({ reason, authority, amount }) => [reason, authority, amount]);
    };
    const items = async () => {
      const { rows } = await reconciliation.items({}, { asOf: tomorrow }, { limit: 100 });
      return rows.map(({ kind, id, status }) => [kind, id, status]);
    };
    const proof = async () => (await reconciliation.proof('RESTITUTION', { asOf: tomorrow })).difference;
    return { told, cheques, looked, items, proof, disbursements };
  };

  test('is presented by the line of a bank that is matched with it, and not once that is undone', async () => {
    const { told, cheques, looked } = await court();
    expect(await cheques()).toEqual([['p-1', '100231', 'outstanding', null]]);
    await told.tell(takeIn('s-1', ['-100.00']), matchLines('m-1', ['s-1', 1], ['DISBURSEMENT v-1.p-1']));
    expect(await cheques()).toEqual([['p-1', '100231', 'presented', '100.00']]);
    await told.tell(unmatchLines('m-1', 's-1'));
    expect(await cheques()).toEqual([['p-1', '100231', 'outstanding', null]]);
    expect(await looked()).toEqual([]);
  });

  test('for another amount is told with both, and nothing of it is booked', async () => {
    const { told, cheques, looked, proof } = await court();
    await told.tell(takeIn('s-1', ['-109.00']), presents('p-1', ['s-1', 1]));
    expect(await cheques({ status: 'questioned' })).toEqual([
      ['p-1', '100231', 'presented', '109.00', 'PRESENTED_FOR_ANOTHER_AMOUNT'],
    ]);
    expect(await looked()).toEqual([['PRESENTED_FOR_ANOTHER_AMOUNT', 'p-1', '109.00']]);
    expect(await proof()).toBe('0.00');
    const journal = await queriesOver(told.store).journal({ victimId: 'v-1' as never }, {}, { limit: 100 });
    expect(journal.rows.map(({ amount }) => amount)).not.toContain('109.00');
  });

  test('with the number of another is recorded, and listed: of that kind, and whatever zeros stand in front', async () => {
    const { told, looked } = await court();
    await told.tell(
      disburse('p-2', '20.00'),
      issue('p-2', '00100231'),
      disburse('p-3', '30.00'),
      issue('p-3', '100231', { instrument: 'ACH' }),
      disburse('p-4', '40.00'),
      issue('p-4', '1002310'),
    );
    expect(await looked()).toEqual([['NUMBER_GIVEN_TWICE', 'p-2', '20.00']]);
  });

  test('with a residual that a person answers for was presented for what the lines say', async () => {
    const { told, looked } = await court();
    const match = matchLines('m-1', ['s-1', 1], ['DISBURSEMENT v-1.p-1'], { residualReason: 'BANK_FEE' });
    await told.tell(takeIn('s-1', ['-101.00']), match);
    expect(await looked()).toEqual([['PRESENTED_FOR_ANOTHER_AMOUNT', 'p-1', '101.00']]);
  });

  test('of which one line shows several is presented for the amount of each', async () => {
    const { told, cheques, looked } = await court();
    await told.tell(
      disburse('p-2', '30.00'),
      takeIn('s-1', ['-130.00']),
      matchLines('m-1', ['s-1', 1], ['DISBURSEMENT v-1.p-1', 'DISBURSEMENT v-1.p-2']),
    );
    expect(await cheques()).toEqual([
      ['p-1', '100231', 'presented', '100.00'],
      ['p-2', null, 'presented', '30.00'],
    ]);
    expect(await looked()).toEqual([]);
  });

  test('that was called off leaves the items of the bank with its return, until a bank pays it', async () => {
    const { told, cheques, looked, items, proof } = await court();
    const before = await items();
    await told.tell(returnDisbursement('p-1', { reason: 'STOPPED' }));
    expect(before.filter(([kind]) => kind !== 'RECEIPT')).toEqual([['DISBURSEMENT', 'v-1.p-1', 'expected']]);
    expect((await items()).filter(([kind]) => kind !== 'RECEIPT')).toEqual([]);
    expect([await cheques(), await proof()]).toEqual([[['p-1', '100231', 'voided', null]], '0.00']);
    await told.tell(takeIn('s-1', ['-100.00']), matchLines('m-1', ['s-1', 1], ['DISBURSEMENT v-1.p-1']));
    expect(await looked()).toEqual([['PRESENTED_AFTER_VOID', 'p-1', '100.00']]);
    expect((await items()).filter(([kind]) => kind !== 'RECEIPT')).toEqual([
      ['DISBURSEMENT', 'v-1.p-1', 'confirmed'],
      ['DISBURSEMENT_RETURN', 'v-1.p-1', 'expected'],
    ]);
    expect(await proof()).toBe('0.00');
    expect(await told.refusalOf(payAgain('p-2', 'p-1'))).toBe('payment-presented /replaces');
  });

  test('is made again once, and each names the other', async () => {
    const { told, cheques, disbursements } = await court();
    await told.tell(returnDisbursement('p-1', { reason: 'VOIDED' }), payAgain('p-2', 'p-1'));
    expect((await cheques()).map(([id, , status]) => [id, status])).toEqual([
      ['p-1', 'reissued'],
      ['p-2', 'outstanding'],
    ]);
    const { rows } = await disbursements.cheques({}, {}, { limit: 100 });
    expect(rows.map(({ replaces, replacedBy }) => [replaces, replacedBy])).toEqual([
      [null, 'p-2'],
      ['p-1', null],
    ]);
    expect(await told.refusalOf(payAgain('p-3', 'p-1'))).toBe('payment-replaced /replaces');
  });

  test('is stale when the terms of its issue say so, and a transfer never is', async () => {
    const { told, cheques } = await court();
    await told.tell(disburse('p-2', '30.00'), issue('p-2', '7', { instrument: 'ACH' }));
    const [eve, next] = [day('2027-03-01'), day('2027-03-02')];
    expect([await cheques({ status: 'stale' }, eve), await cheques({ status: 'stale' }, next)]).toEqual([
      [],
      [['p-1', '100231', 'stale', null]],
    ]);
    expect((await cheques({ status: 'outstanding' }, next)).map(([id]) => id)).toEqual(['p-2']);
  });

  test('grows stale only as a cheque: what has no number yet does not, on whatever day it is asked', async () => {
    const { told, cheques, disbursements } = await court();
    await told.tell(disburse('p-2', '30.00'));
    const later = day('2031-01-01');
    expect(await cheques({}, later)).toEqual([
      ['p-1', '100231', 'stale', null],
      ['p-2', null, 'outstanding', null],
    ]);
    const { rows } = await disbursements.cheques({}, { asOf: later }, { limit: 100 });
    expect(rows.map(({ staleOn }) => staleOn)).toEqual(['2027-03-02', null]);
    await told.tell(issue('p-2', '100232'));
    expect((await cheques({ status: 'stale' }, later)).map(([id]) => id)).toEqual(['p-1', 'p-2']);
  });

  test('that nobody claims waits with the court, and then in the Treasury, and is the victim’s all the time', async () => {
    const { told, disbursements, proof, cheques } = await court();
    const of = { victimId: 'v-1' as VictimId, disbursementId: 'p-1' as DisbursementId };
    const where = async () => {
      const [plan, balance] = [
        await disbursements.plan({}, { asOf: day('2032-01-01') }),
        await queriesOver(told.store).trialBalance({}),
      ];
      const places = ['victim-payable', 'unclaimed', 'at-treasury', 'cash'];
      const sums = balance.accounts.flatMap(({ account, balance: sum }) =>
        places.includes(account) ? [`${account} ${sum}`] : [],
      );
      return [plan.held, ...sums.toSorted(), await proof()];
    };
    await told.tell(returnDisbursement('p-1', { reason: 'UNDELIVERABLE' }));
    const steps = [await where()];
    await told.tell({ type: 'DepositUnclaimed', ...of, place: 'REGISTRY', on: today });
    steps.push(await where());
    const [eve, due] = [day('2031-03-01'), day('2031-03-02')];
    expect([await cheques({ status: 'due' }, eve), await cheques({ status: 'due' }, due)]).toEqual([
      [],
      [['p-1', '100231', 'unclaimed', null]],
    ]);
    await told.tell({ type: 'DepositUnclaimed', ...of, place: 'TREASURY', on: today });
    steps.push(await where());
    expect(await cheques({ status: 'due' }, due)).toEqual([]);
    await told.tell({ type: 'WithdrawUnclaimed', ...of, on: today });
    steps.push(await where());
    const atCourt = [
      '500.00',
      'at-treasury 0.00',
      'cash 500.00',
      'unclaimed 0.00',
      'victim-payable -500.00',
      '0.00',
    ];
    expect(steps).toEqual([
      atCourt,
      ['400.00', 'at-treasury 0.00', 'cash 500.00', 'unclaimed -100.00', 'victim-payable -400.00', '0.00'],
      ['400.00', 'at-treasury 100.00', 'cash 400.00', 'unclaimed -100.00', 'victim-payable -400.00', '0.00'],
      atCourt,
    ]);
  });

  test('cannot be shown by a line that is not there, or on which money came in', async () => {
    const { told } = await court();
    expect(await told.refusalOf(presents('p-1', ['s-1', 1]))).toBe('statement-not-found /statementId');
    await told.tell(takeIn('s-1', ['+100.00']));
    expect(await told.refusalOf(presents('p-1', ['s-1', 1]))).toBe('line-not-paid-out /line');
    expect(await told.refusalOf(presents('p-1', ['s-1', 2]))).toBe('line-not-found /line');
  });

  test('is found by run, victim and page', async () => {
    const { told, cheques, disbursements } = await court();
    await told.tell(disburse('p-2', '30.00'), disburse('p-3', '40.00'));
    const first = await disbursements.cheques({}, {}, { limit: 2 });
    const second = await disbursements.cheques({}, {}, { limit: 2, cursor: first.next ?? '' });
    expect([...first.rows, ...second.rows].map(({ disbursementId }) => disbursementId)).toEqual([
      'p-1',
      'p-2',
      'p-3',
    ]);
    expect((await cheques({ victimId: 'v-1' as never })).length).toBe(3);
    await expect(cheques({ runId: 'n-9' as RunId })).rejects.toThrow('never heard of');
  });
});

test.each(bothKinds)(
  'a run gives its payments their numbers as they go out: $kind',
  async ({ atomicStreams }) => {
    const store = new MemoryEventStore({ atomicStreams });
    const queries = queriesOver(store);
    const told = new Telling(store, 'command', prepareFrom(queries));
    await register(told, { cases: ['c-1'], victims: ['v-1', 'v-2', 'v-3'] });
    const runId = 'n-1' as RunId;
    const on = day('2026-06-01');
    await told.tell(
      enterOrder(
        'o-1',
        { 'v-1': '100.00', 'v-2': '100.00', 'v-3': '100.00' },
        { statute: '18 U.S.C. 3663A' },
      ),
      recordPayment('dcd.1', '300.00', { to: 'o-1', on: today }),
      { type: 'ProposeDisbursementRun', runId, caseId: null, proposedBy: 'w-1' as SignatoryId, on },
    );
    const { contentHash = '' } = (await queries.disbursements.run(runId, {})) ?? {};
    const numbered = { instrument: 'CHEQUE', firstNumber: '0099' as InstrumentNumber } as const;
    await told.tell(
      {
        type: 'ApproveDisbursementRun',
        runId,
        contentHash: contentHash as Digest,
        approvedBy: 'w-2' as SignatoryId,
        on,
      },
      disburse('p-9', '100.00', { victim: 'v-2' }),
      { type: 'ReleaseDisbursementRun', runId, on, numbered },
    );
    const { rows } = await queries.disbursements.cheques({ runId }, {}, { limit: 10 });
    expect(rows.map(({ victimId, number, issuedOn }) => [victimId, number, issuedOn])).toEqual([
      ['v-1', '0099', on],
      ['v-3', '0101', on],
    ]);
  },
);
