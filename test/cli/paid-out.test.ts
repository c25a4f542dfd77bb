/** What is said of money that was paid out: what is held, what was paid beyond it, and what counts as received. */
import type { VictimView } from '../../src/application/views/ledger.ts';
import type { ReceiptView } from '../../src/application/views/receipts.ts';
import type { ReviewView } from '../../src/application/views/law.ts';
import { formatMoney, parseMoney, sum } from '../../src/domain/money.ts';
import { opening, payment, smallWorld, type SmallWorld } from './small-world.ts';

describe('what is held for a victim', () => {
  let world: SmallWorld;

  beforeEach(async () => {
    world = await smallWorld();
    await world.apply([...opening, payment('1', '5000.00')]);
  });

  afterEach(() => world.close());

  const victim = async (clocks: readonly string[] = []): Promise<VictimView> =>
    JSON.parse((await world.restitution(['victim', 'v-1', '--json', ...clocks])).stdout) as VictimView;
  const words = async (): Promise<string> => (await world.restitution('victim v-1')).stdout;
  const reviews = async (): Promise<readonly ReviewView[]> =>
    (JSON.parse((await world.restitution('reviews --json')).stdout) as { rows: ReviewView[] }).rows;

  test('and is paid out is no warning, and nothing to look at', async () => {
    const { stdout } = await world.apply([disbursed('p-1', '5000.00')]);
    expect(stdout).not.toContain('warning');
    expect(await reviews()).toEqual([]);
    expect(await victim()).toMatchObject({ disbursed: '5000.00', held: '0.00', paidBeyondHeld: '0.00' });
  });

  test('what is paid beyond it is recorded, with a warning at once, also in a rehearsal', async () => {
    for (const option of [['--dry-run'], []]) {
      const { stdout, exitCode } = await world.apply([disbursed('p-1', '1000999.00')], option);
      expect(stdout).toContain('recorded  RestitutionDisbursed');
      expect(stdout).toContain(
        'warning  PAID_BEYOND_HELD: 995999.00 more has been paid out of the case than is held',
      );
      expect(stdout).toContain('1 warning: what it was about is recorded.');
      expect(exitCode).toBe(0);
    }
  });

  test('programs are told of it in the answer', async () => {
    const { stdout } = await world.apply([disbursed('p-1', '5000.01')], ['--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      result: 'recorded',
      warnings: [{ code: 'PAID_BEYOND_HELD', amount: '0.01', day: null }],
    });
  });

  test('it stands among the reviews, and the victim is not told that less than nothing is held', async () => {
    await world.apply([disbursed('p-1', '1000999.00')]);
    expect(await reviews()).toEqual([
      {
        ...{ position: 16, effectiveOn: '2024-04-01', reason: 'PAID_BEYOND_HELD' },
        ...{ citation: '18 U.S.C. 3612(c)', authority: null, amount: '995999.00' },
        ...{ caseId: 'c-1', orderId: null, debtId: null, receiptId: null, victimId: 'v-1' },
        ...{ defendantId: null, representativeId: null },
      },
    ]);
    expect(await words()).toContain(
      '1,000,999.00 was paid out and 0.00 is held. 995,999.00 more was paid out than was held',
    );
    expect(await victim()).toMatchObject({ held: '0.00', paidBeyondHeld: '995999.00' });
    await world.apply([{ command: 'RegisterCase', caseId: 'c-2', on: '2024-01-02' }]);
    expect((await world.restitution('reviews --case c-2 --json')).stdout).not.toContain('PAID_BEYOND_HELD');
  });

  test('is asked on both clocks, and a return or a later payment settles it', async () => {
    await world.apply([disbursed('p-1', '6000.00'), disbursed('p-2', '1.00', '2024-05-01')]);
    expect(await victim(['--as-of', '2024-04-15'])).toMatchObject({ paidBeyondHeld: '1000.00' });
    expect(await victim(['--as-of', '2024-05-01'])).toMatchObject({ paidBeyondHeld: '1001.00' });
    const then = await world.restitution('reviews --json --as-of 2024-04-15');
    expect(JSON.parse(then.stdout)).toMatchObject({
      rows: [{ reason: 'PAID_BEYOND_HELD', amount: '1000.00', effectiveOn: '2024-04-01' }],
    });
    await world.apply([
      {
        ...{ command: 'RecordDisbursementReturn', victimId: 'v-1', disbursementId: 'p-1' },
        ...{ reason: 'STALE', on: '2024-06-01' },
      },
    ]);
    expect(await reviews()).toEqual([]);
    expect(await victim()).toMatchObject({ held: '4999.00', paidBeyondHeld: '0.00' });
  });

  test('a refund beyond what was held is warned of and listed too', async () => {
    const refund = { command: 'RecordRefund', source: 'dcd', reference: '1', refundId: 'f-1' };
    const { stdout } = await world.apply([{ ...refund, amount: '70.00', on: '2024-04-02' }]);
    expect(stdout).toContain('REFUNDED_BEYOND_HELD: 70.00 more was refunded than was held');
    expect(await reviews()).toMatchObject([
      {
        reason: 'REFUNDED_BEYOND_HELD',
        authority: null,
        receiptId: 'dcd.1',
        amount: '70.00',
        defendantId: 'd-1',
      },
    ]);
  });

  test('interest paid for the victim is held too, and paying it out leaves nothing', async () => {
    await world.apply([
      { command: 'RegisterDefendant', caseId: 'c-1', defendantId: 'd-2', on: '2021-01-04' },
      { command: 'RecordTreasuryYield', weekEndingOn: '2022-03-11', rate: '1.18', source: 'H15' },
      {
        ...{ command: 'EnterOrder', orderId: 'o-2', caseId: 'c-1', defendantId: 'd-2' },
        ...{ statute: '18 U.S.C. 3663A', offenceOn: '2018-11-30', on: '2022-03-01' },
        lines: [{ victimId: 'v-1', track: 'FULL_AMOUNT', amount: '8000.00' }],
      },
      {
        ...{ command: 'RecordPayment', source: 'dcd', reference: '2', caseId: 'c-1', defendantId: 'd-2' },
        ...{ amount: '8200.00', on: '2023-06-10', method: 'CHECK' },
      },
      disbursed('p-1', '13116.64'),
    ]);
    expect(await victim()).toMatchObject({
      ...{ credited: '13000.00', interest: '116.64', disbursed: '13116.64' },
      ...{ held: '0.00', paidBeyondHeld: '0.00' },
    });
    expect(await words()).toContain(
      'Of 13,000.00 credited under all orders and 116.64 paid as interest, 13,116.64 was paid out and 0.00 is held.',
    );
    expect(await reviews()).toEqual([]);
    const { stdout } = await world.restitution('receipt dcd.2 --json');
    const receipt = JSON.parse(stdout) as ReceiptView;
    expect(receipt.accessories).toEqual([
      { kind: 'INTEREST', orderId: 'o-2', debtId: null, victimId: 'v-1', amount: '116.64' },
    ]);
    // The tables add to the headline.
    const parts = [...receipt.parts, ...receipt.accessories, ...receipt.debts];
    expect(formatMoney(sum(parts.map(({ amount }) => parseMoney(amount))))).toBe(receipt.applied);
    expect((await world.restitution('receipt dcd.2')).stdout).toMatch(
      /o-2\s+interest\s+v-1 \(Doe 1\)\s+116.64/,
    );
    expect(await victim(['--as-of', '2023-12-31'])).toMatchObject({ interest: '116.64', held: '8116.64' });
  });
});

describe('what a victim has received', () => {
  let world: SmallWorld;

  beforeEach(async () => {
    world = await smallWorld();
  });

  afterEach(() => world.close());

  const headline = async (clocks: readonly string[] = []): Promise<string> =>
    (await world.restitution(['victim', 'v-1', ...clocks])).stdout.split('\n')[0] ?? '';
  const answered = (policy: string, value: string, on = '2024-01-01'): object => ({
    ...{ command: 'SetPolicy', policy, value, on },
  });

  test('is what was paid out where P-05 says so, with what is credited beside it', async () => {
    await world.apply([answered('P-05', 'DISBURSED'), ...opening, payment('1', '5000.00')]);
    expect(await headline()).toBe(
      'Received 0.00 of 8,000.00, by the answer to P-05; 5,000.00 is credited. That is 0 %; 3,000.00 may still be recovered.',
    );
    await world.apply([disbursed('p-1', '4000.00')]);
    expect(await headline()).toBe(
      'Received 4,000.00 of 8,000.00, by the answer to P-05; 5,000.00 is credited. That is 50 %; 3,000.00 may still be recovered.',
    );
    expect(await headline(['--as-of', '2024-03-31'])).toMatch(/^Received 0.00 of 8,000.00/);
  });

  test('and whether it was decided otherwise is said: a review is due until the ledger has been asked anew', async () => {
    const elsewhere = [
      {
        ...{ command: 'ReportRecovery', victimId: 'v-1', recoveryId: 'x-1', source: 'CIVIL_JUDGMENT_2255' },
        ...{ category: 'TRAFFICKING', amount: '7000.00', receivedOn: '2024-03-03', on: '2024-03-04' },
      },
      { command: 'VerifyRecovery', victimId: 'v-1', recoveryId: 'x-1', amount: '7000.00', on: '2024-03-05' },
    ];
    const review = (on: string): object => ({ command: 'ReviewLiabilities', victimId: 'v-1', on });
    await world.apply([...opening, payment('1', '4000.00'), ...elsewhere]);
    expect(await headline()).toMatch(/^Received 4,000.00 of 8,000.00. That is 50 %/);
    await world.apply([answered('P-13', 'COUNT', '2024-04-01')]);
    expect(await headline()).toBe(
      'Received 11,000.00 of 8,000.00. A policy was answered anew since this was decided, and the victim was not decided to be made whole: a review is due (ReviewLiabilities).',
    );
    await world.apply([review('2024-04-02')]);
    expect(await headline()).toMatch(/^Received 11,000.00 of 8,000.00. Made whole on 2024-04-02/);
    await world.apply([answered('P-13', 'NOT_IN_TOTAL', '2024-04-03')]);
    expect(await headline()).toBe(
      'Received 4,000.00 of 8,000.00. A policy was answered anew since this was decided, and the victim was made whole on 2024-04-02, by the answers of then: a review is due (ReviewLiabilities).',
    );
    await world.apply([review('2024-04-04')]);
    expect(await headline()).toMatch(/^Received 4,000.00 of 8,000.00. That is 50 %/);
  });
});

function disbursed(disbursementId: string, amount: string, on = '2024-04-01'): object {
  return { command: 'RecordDisbursement', victimId: 'v-1', disbursementId, caseId: 'c-1', amount, on };
}
