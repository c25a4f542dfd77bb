import type { House } from '../../src/application/house.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { RecordPayment } from '../../src/domain/receipt/commands.ts';
import { openHouse } from '../../src/open-house.ts';
import {
  defendantId,
  enterOrder,
  imposeDebt,
  receiptId,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  usd,
} from '../support/words.ts';

/** A special assessment of 100.00, and restitution of 3,000.00. */
const known: readonly Command[] = [
  ...[registerCase('c-1'), registerDefendant('d-1'), registerVictim('v-1')],
  enterOrder('o-1', '3,000.00', { caseId: 'c-1', defendantId: 'd-1' }),
  imposeDebt('b-1', 'ASSESSMENT_3013', '100.00'),
];
const paid = (id: string, amount: string, of: Partial<RecordPayment>): RecordPayment => ({
  ...recordPayment(id, amount, { to: null, caseId: 'c-1', defendantId: defendantId('d-1') }),
  ...of,
});

async function houseTold(...commands: readonly Command[]): Promise<House> {
  const house = await openHouse('memory');
  for (const [index, command] of [...known, ...commands].entries())
    await house.ledger.handle(command, { commandId: `k-${String(index)}`, actor: 'test' });
  return house;
}

describe('where money came from', () => {
  test('stands on the receipt; money that is restored or remitted to victims pays them alone', async () => {
    const house = await houseTold(
      paid('dcd.1', '50.00', { origin: 'RESTORED_FORFEITURE' }),
      paid('dcd.2', '4,000.00', { origin: 'REMITTED_FORFEITURE' }),
      paid('dcd.3', '60.00', { origin: 'DEFENDANTS_BAIL' }),
      paid('dcd.4', '7.00', {}),
    );
    const shown = async (id: string) => {
      const found = (await house.queries.receipt(receiptId(id), {}))!;
      const sums = [found.parts, found.debts].map((parts) => parts.map(({ amount }) => amount).join(' '));
      return [found.origin, ...sums, found.excess];
    };
    expect(await shown('dcd.1')).toEqual(['RESTORED_FORFEITURE', '50.00', '', '0.00']);
    expect(await shown('dcd.2')).toEqual(['REMITTED_FORFEITURE', '2950.00', '', '1050.00']);
    expect(await shown('dcd.3')).toEqual(['DEFENDANTS_BAIL', '', '60.00', '0.00']);
    expect(await shown('dcd.4')).toEqual([null, '', '7.00', '0.00']);
    await house.close();
  });

  test('is looked at where the law does not reach it, and recorded all the same', async () => {
    const offset = { origin: 'FEDERAL_BENEFIT_OFFSET' } as const;
    const house = await houseTold(
      paid('dcd.1', '10.00', { origin: 'SURETYS_BAIL' }),
      paid('top.2', '10.00', offset),
      paid('top.3', '10.00', { ...offset, benefits: usd('9,009.99') }),
      paid('top.4', '10.00', { ...offset, benefits: usd('9,010.00') }),
    );
    const { rows } = await house.queries.reviews({}, {}, { limit: 10 });
    expect(rows.map(({ reason, citation, receiptId }) => [reason, citation, receiptId])).toEqual([
      ['BAIL_OF_SURETY', '28 U.S.C. 2044', 'dcd.1'],
      ['EXEMPTION_NOT_SHOWN', '31 U.S.C. 3716(c)(3)', 'top.2'],
      ['OFFSET_TAKES_EXEMPT', '31 U.S.C. 3716(c)(3)', 'top.3'],
    ]);
    expect((await house.queries.trialBalance({})).difference).toBe('0.00');
    await house.close();
  });

  test('is part of what a receipt says: the same with another origin is another', async () => {
    const one = paid('dcd.1', '10.00', { origin: 'FEDERAL_BENEFIT_OFFSET', benefits: usd('9,500.00') });
    const house = await houseTold(one, one);
    const again = async (of: Partial<RecordPayment>): Promise<unknown> =>
      house.ledger
        .handle({ ...one, ...of }, { commandId: 'other', actor: 'test' })
        .catch((error: unknown) => error);
    const refused = expect.objectContaining({ code: 'receipt-recorded-differently' });
    expect(await again({ origin: 'OTHER_TREASURY_OFFSET' })).toEqual(refused);
    expect(await again({ benefits: usd('9,500.01') })).toEqual(refused);
    await house.close();
  });
});
