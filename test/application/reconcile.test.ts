/** What a bank says held against what the books say, on both kinds of store. */
import type { AccountPurpose } from '../../src/domain/account/events.ts';
import type { ThreeWayProof } from '../../src/application/views/statements.ts';
import type { AllQueries } from '../../src/application/views/all-queries.ts';
import { contentHashOf, contentOf } from '../../src/application/reconciliation/statement-content.ts';
import { plusDays } from '../../src/domain/calendar-arithmetic.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import {
  digest,
  matchLines,
  openAccount,
  reopenStatement,
  signStatement,
  statementId,
  suspendLine,
  takeIn,
  unmatchLines,
  writeOffLine,
} from '../support/reconciliation-words.ts';
import {
  disburse,
  enterOrder,
  recordPayment,
  recordRefund,
  returnPayment,
  today,
  tomorrow,
  yesterday,
} from '../support/words.ts';
import { closeAll, queriesOver } from './asking.ts';
import { bothKinds, register, Telling } from './telling.ts';

afterEach(closeAll);

const page = { limit: 100 };

/** A court with one order of 1,000.00, and its empty bank account. */
async function court(atomicStreams: boolean): Promise<Telling> {
  const told = new Telling(new MemoryEventStore({ atomicStreams }));
  await register(told, { cases: ['c-1'] });
  await told.tell(enterOrder('o-1', { 'v-1': '1,000.00' }, { statute: '18 U.S.C. 3663A' }), openAccount());
  return told;
}

const paid = (id: string, amount: string, on = today) => recordPayment(id, amount, { to: 'o-1', on });

async function proofOf(
  queries: AllQueries,
  asOf = today,
  purpose: AccountPurpose = 'RESTITUTION',
): Promise<Pick<ThreeWayProof, 'bank' | 'book' | 'inTransit' | 'outstanding' | 'notBooked' | 'difference'>> {
  const found = await queries.reconciliation.proof(purpose, { asOf });
  const { bank, book, inTransit, outstanding, notBooked, difference } = found;
  return { bank, book, inTransit, outstanding, notBooked, difference };
}

describe.each(bothKinds)('a statement of a bank: $kind', ({ atomicStreams }) => {
  test('is matched with what the books expect; bank and books agree at every step', async () => {
    const told = await court(atomicStreams);
    const queries = queriesOver(told.store);
    await told.tell(
      paid('dcd.1', '300.00'),
      paid('dcd.2', '200.00'),
      disburse('p-1', '150.00', { caseId: 'c-1' }),
    );
    const steps = [await proofOf(queries)];
    await told.tell(takeIn('s-1', ['+500.00', '-150.00', '+7.00'], { opening: '0.00', closing: '357.00' }));
    steps.push(await proofOf(queries));
    await told.tell(
      matchLines('m-1', ['s-1', 1], ['RECEIPT dcd.1', 'RECEIPT dcd.2']),
      matchLines('m-2', ['s-1', 2], ['DISBURSEMENT v-1.p-1']),
      suspendLine('s-1', 3),
    );
    steps.push(await proofOf(queries));
    expect(steps).toEqual([
      {
        bank: '0.00',
        book: '350.00',
        inTransit: '500.00',
        outstanding: '150.00',
        notBooked: '0.00',
        difference: '0.00',
      },
      {
        bank: '357.00',
        book: '350.00',
        inTransit: '500.00',
        outstanding: '150.00',
        notBooked: '357.00',
        difference: '0.00',
      },
      {
        bank: '357.00',
        book: '357.00',
        inTransit: '0.00',
        outstanding: '0.00',
        notBooked: '0.00',
        difference: '0.00',
      },
    ]);
    const { owedTo } = await queries.reconciliation.proof('RESTITUTION', { asOf: today });
    expect(owedTo).toEqual([
      { account: 'victim-payable', amount: '350.00' },
      { account: 'suspense', amount: '7.00' },
    ]);
  });

  test('of days before its account is refused: they are in what it was opened with', async () => {
    const told = await court(atomicStreams);
    const early = takeIn('s-1', ['+1.00'], { on: plusDays(yesterday, -1) });
    expect(await told.refusalOf(early)).toBe('statement-before-opening /from');
    await told.tell(takeIn('s-2', ['+1.00'], { on: yesterday }));
    expect((await told.state('Statement', 's-2')).isProved).toBe(true);
  });

  test('a deposit that was on its way when the account was opened leaves no difference once the bank shows it', async () => {
    const told = await court(atomicStreams);
    await told.tell(paid('dcd.1', '300.00', plusDays(yesterday, -1)), takeIn('s-1', ['+300.00']));
    const proof = async () => await queriesOver(told.store).reconciliation.proof('RESTITUTION', {});
    const waits = { before: '300.00', notBooked: '300.00', book: '300.00', difference: '0.00' };
    expect(await proof()).toMatchObject(waits);
    await told.tell(matchLines('m-1', ['s-1', 1], ['RECEIPT dcd.1']));
    expect(await proof()).toMatchObject({ ...waits, before: '0.00', notBooked: '0.00' });
  });

  test('what came in confirms nothing that went out, though the difference might be given up', async () => {
    const told = await court(atomicStreams);
    await told.tell(paid('dcd.1', '300.00'), disburse('p-1', '0.50', { on: today }));
    await told.tell(takeIn('s-1', ['+2.00', '-2.00', '-0.50', '-1.50']));
    const match = (id: string, ...lines: readonly number[]) =>
      matchLines(id, ['s-1', ...lines], ['DISBURSEMENT v-1.p-1'], { residualReason: 'BANK_FEE' });
    for (const lines of [[1], [1, 2], [1, 3]])
      expect(await told.refusalOf(match('m-1', ...lines))).toBe('match-does-not-balance /items');
    await told.tell(match('m-2', 4));
    const { matches } = await told.state('Statement', 's-1');
    expect([...matches.values()].map(({ residual }) => residual)).toEqual([-1_00n]);
  });

  test('an item is confirmed once, whatever is said of it later, until its match is undone', async () => {
    const told = await court(atomicStreams);
    await told.tell(paid('dcd.1', '300.00'), takeIn('s-1', ['+300.00', '+300.00']));
    await told.tell(matchLines('m-1', ['s-1', 1], ['RECEIPT dcd.1']));
    const again = matchLines('m-2', ['s-1', 2], ['RECEIPT dcd.1']);
    expect(await told.refusalOf(again)).toBe('item-claimed /items/0');
    expect(await told.refusalOf(matchLines('m-3', ['s-1', 1], ['RECEIPT dcd.1']))).toBe(
      'item-claimed /items/0',
    );
    await told.tell(unmatchLines('m-1', 's-1'), again);
    const { matches, undone } = await told.state('Statement', 's-1');
    expect([[...matches.keys()], [...undone.keys()]]).toEqual([['m-2'], ['m-1']]);
    expect(await told.state('Claim', 'BANK.RECEIPT.dcd.1')).toMatchObject({ claimedBy: 'm-2' });
  });

  test('the same file again is the same statement, and nothing happens', async () => {
    const told = await court(atomicStreams);
    await told.tell(takeIn('s-1', ['+1.00']));
    const { position } = await told.store.head();
    await told.tell(takeIn('s-1', ['+1.00']));
    expect((await told.store.head()).position).toBe(position);
    expect(await told.refusalOf(takeIn('s-1', ['+1.00'], { fileHash: digest('b') }))).toBe(
      'statement-read-differently /fileHash',
    );
  });

  test('the same file with more lines, or others, is refused, so that nothing is added to what was proved', async () => {
    const told = await court(atomicStreams);
    await told.tell(takeIn('s-1', ['+1.00']));
    for (const lines of [['+1.00', '+2.00'], ['+2.00'], ['-1.00'], ['+1.00', '+0.01', '-0.01']])
      expect(await told.refusalOf(takeIn('s-1', lines))).toBe('statement-read-differently /fileHash');
    expect((await told.state('Statement', 's-1')).lines).toHaveLength(1);
  });

  test('of an account that was overdrawn is taken in with balances below nothing', async () => {
    const told = await court(atomicStreams);
    await told.tell(takeIn('s-1', ['-25.00'], { opening: '-5.00', closing: '-30.00' }));
    const { read } = await told.state('Statement', 's-1');
    expect([read?.opening, read?.closing]).toEqual([-5_00n, -30_00n]);
  });

  test('what does not prove is refused, and nothing of it counts', async () => {
    const told = await court(atomicStreams);
    const wrong = takeIn('s-1', ['+10.00'], { opening: '5.00', closing: '16.00' });
    expect(await told.refusalOf(wrong)).toBe('statement-does-not-prove /closing');
    const queries = queriesOver(told.store);
    expect(await queries.reconciliation.statement(statementId('s-1'), {})).toBeUndefined();
    expect((await queries.reconciliation.lines({}, {}, page)).rows).toEqual([]);
  });

  test('a return, a refund and its receipt are three items, each with a line of its own', async () => {
    const told = await court(atomicStreams);
    await told.tell(paid('dcd.1', '1,040.00'), recordRefund('f-1', '40.00'), returnPayment('dcd.1'));
    await told.tell(takeIn('s-1', ['+1040.00', '-40.00', '-1040.00']));
    await told.tell(
      matchLines('m-1', ['s-1', 1], ['RECEIPT dcd.1']),
      matchLines('m-2', ['s-1', 2], ['REFUND dcd.1.f-1']),
      matchLines('m-3', ['s-1', 3], ['RECEIPT_RETURN dcd.1']),
    );
    const queries = queriesOver(told.store);
    expect(await proofOf(queries)).toMatchObject({ bank: '-40.00', book: '-40.00', difference: '0.00' });
    const { rows } = await queries.reconciliation.items({}, { asOf: today }, page);
    expect(rows.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'RECEIPT confirmed',
      'REFUND confirmed',
      'RECEIPT_RETURN confirmed',
    ]);
  });

  test('a line that waited waits no more on any day once its receipt is known, and did before that was known', async () => {
    const told = await court(atomicStreams);
    await told.tell(takeIn('s-1', ['+80.00'], { on: yesterday }), suspendLine('s-1', 1, 'PAYOR_UNKNOWN'));
    const { position } = await told.store.head();
    await told.tell(paid('dcd.9', '80.00', yesterday), matchLines('m-1', ['s-1', 1], ['RECEIPT dcd.9']));
    const suspense = await told.log().then((log) => log.filter(({ position: at }) => at > position));
    expect(suspense.map(({ type, effectiveOn }) => `${type} ${effectiveOn}`)).toContain(
      `LineReleased ${yesterday}`,
    );
    const queries = queriesOver(told.store);
    expect(await proofOf(queries, yesterday)).toMatchObject({
      book: '80.00',
      bank: '80.00',
      difference: '0.00',
    });
  });

  test('a difference within the limit is given up with a reason, and comes back when the match is undone', async () => {
    const told = await court(atomicStreams);
    await told.tell(paid('dcd.1', '100.00'), takeIn('s-1', ['+98.00', '+50.00']));
    const short = matchLines('m-1', ['s-1', 1], ['RECEIPT dcd.1']);
    expect(await told.refusalOf(short)).toBe('match-does-not-balance /items');
    const far = matchLines('m-2', ['s-1', 2], ['RECEIPT dcd.1'], { residualReason: 'BANK_FEE' });
    expect(await told.refusalOf(far)).toBe('above-write-off-limit /residualReason');
    await told.tell({ ...short, residualReason: 'BANK_FEE' }, suspendLine('s-1', 2));
    const queries = queriesOver(told.store);
    expect(await proofOf(queries)).toMatchObject({ bank: '148.00', book: '148.00', difference: '0.00' });
    await told.tell(unmatchLines('m-1', 's-1'));
    expect(await proofOf(queries)).toMatchObject({ book: '150.00', notBooked: '98.00', difference: '0.00' });
  });

  test('two people sign the same content; what is changed afterwards takes the signatures away', async () => {
    const told = await court(atomicStreams);
    await told.tell(paid('dcd.1', '10.00'), takeIn('s-1', ['+10.00', '-3.00']), suspendLine('s-1', 2));
    expect(await told.refusalOf(signStatement('s-1', 'w-1'))).toBe('content-changed /contentHash');
    const looked = async () => ({
      contentHash: contentHashOf(contentOf(await told.state('Statement', 's-1'))),
    });
    expect(await told.refusalOf(signStatement('s-1', 'w-1', await looked()))).toBe('line-open /statementId');
    await told.tell(matchLines('m-1', ['s-1', 1], ['RECEIPT dcd.1']), writeOffLine('s-1', 2));
    const content = await looked();
    const approve = { as: 'APPROVED', ...content } as const;
    expect(await told.refusalOf(signStatement('s-1', 'w-2', approve))).toBe('not-prepared /as');
    await told.tell(signStatement('s-1', 'w-1', content));
    expect(await told.refusalOf(signStatement('s-1', 'w-1', approve))).toBe('maker-is-checker /signatoryId');
    await told.tell(signStatement('s-1', 'w-2', approve));
    expect(await told.refusalOf(unmatchLines('m-1', 's-1'))).toBe('statement-signed /statementId');
    const queries = queriesOver(told.store);
    const shown = await queries.reconciliation.statement(statementId('s-1'), {});
    expect(shown).toMatchObject({
      ...content,
      signatures: [{ as: 'PREPARED' }, { as: 'APPROVED' }],
      disturbedBy: [],
    });
    await told.tell(paid('dcd.2', '4.00', yesterday));
    const disturbed = await queries.reconciliation.statement(statementId('s-1'), {});
    expect(disturbed?.disturbedBy).toMatchObject([{ type: 'PaymentReceived', amount: '4.00' }]);
    await told.tell(reopenStatement('s-1'), unmatchLines('m-1', 's-1'));
    expect((await queries.reconciliation.statement(statementId('s-1'), {}))?.signatures).toEqual([]);
  });
});

describe.each(bothKinds)('a report of who paid: $kind', ({ atomicStreams }) => {
  test('a line whose owner is unknown is in the deposit that the bank saw, and its receipt is not expected again', async () => {
    const told = await court(atomicStreams);
    await told.tell(openAccount('k-2', { kind: 'REPORT', source: 'dcd' as never }), paid('dcd.1', '60.00'));
    await told.tell(takeIn('s-2', ['+60.00', '+40.00'], { accountId: 'k-2' as never, format: 'CSV' }));
    await told.tell(matchLines('m-1', ['s-2', 1], ['RECEIPT dcd.1']), suspendLine('s-2', 2, 'PAYOR_UNKNOWN'));
    await told.tell(takeIn('s-1', ['+100.00']));
    await told.tell(matchLines('m-2', ['s-1', 1], ['RECEIPT dcd.1', 'REPORTED_LINE s-2.2']));
    const queries = queriesOver(told.store);
    const steps = [await proofOf(queries)];
    await told.tell(paid('dcd.2', '40.00'), matchLines('m-3', ['s-2', 2], ['RECEIPT dcd.2']));
    steps.push(await proofOf(queries));
    const settled = {
      bank: '100.00',
      book: '100.00',
      inTransit: '0.00',
      notBooked: '0.00',
      difference: '0.00',
    };
    expect(steps).toEqual([expect.objectContaining(settled), expect.objectContaining(settled)]);
    await told.tell(unmatchLines('m-2', 's-1'));
    expect(await proofOf(queries)).toMatchObject({
      inTransit: '100.00',
      notBooked: '100.00',
      difference: '0.00',
    });
  });
});

test('a deposit that is late is expected, and then missing', async () => {
  const told = await court(true);
  await told.tell(paid('dcd.1', '10.00'));
  const queries = queriesOver(told.store);
  const statusOn = async (asOf: typeof today) =>
    (await queries.reconciliation.items({}, { asOf }, page)).rows.map(({ status }) => status);
  expect([
    await statusOn(tomorrow),
    await statusOn('2026-03-12' as never),
    await statusOn('2026-03-13' as never),
  ]).toEqual([['expected'], ['expected'], ['missing']]);
  const missing = await queries.reconciliation.items(
    { status: 'missing' },
    { asOf: '2026-03-13' as never },
    page,
  );
  expect(missing.rows).toHaveLength(1);
});
