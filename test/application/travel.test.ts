/** A payor with three cases: where each cent of a receipt goes, on both kinds of store, to the cent. */
import type { Command } from '../../src/domain/commands.ts';
import {
  day,
  defendantId,
  enterOrder,
  imposeDebt,
  receiptId,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  returnPayment,
  setPolicy,
  tomorrow,
} from '../support/words.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import { closeAll, queriesOver } from './asking.ts';
import { bothKinds, Telling } from './telling.ts';

const by = { defendantId: 'd-1' } as const;

/** d-1 owes 100.00 of fraud and a fine of 50.00 in c-1, 30.00 of fraud in c-2, and 20.00 as a fine and 60.00 of fraud in c-3. */
const three: readonly Command[] = [
  ...['c-1', 'c-2', 'c-3'].flatMap((id) => [registerCase(id), registerDefendant('d-1', { caseId: id })]),
  ...[registerVictim('v-1'), registerVictim('v-2')],
  enterOrder('o-1', '100.00', { ...by, caseId: 'c-1', statute: '18 U.S.C. 3663A' }),
  imposeDebt('b-1', 'FINE', '50.00', { inCase: 'c-1' }),
  enterOrder('o-2', { 'v-2': '30.00' }, { ...by, caseId: 'c-2', statute: '18 U.S.C. 3663A' }),
  imposeDebt('b-3', 'FINE', '20.00', { inCase: 'c-3' }),
  enterOrder('o-3', '60.00', { ...by, caseId: 'c-3', statute: '18 U.S.C. 3663A' }),
];
/** The same, with an assessment of 40.00 under 2259A in c-1, and victims of such offences in c-2 and c-3. */
const assessed: readonly Command[] = [
  ...three,
  setPolicy('P-42', 'RECORD'),
  imposeDebt('b-9', 'ASSESSMENT_2259A', '40.00', { inCase: 'c-1', offenceOn: day('2019-06-01') }),
  enterOrder('o-8', '70.00', { ...by, caseId: 'c-2' }),
  enterOrder('o-9', { 'v-2': '10.00' }, { ...by, caseId: 'c-3' }),
];
const pay = (amount: string, inCase = 'c-1'): Command =>
  recordPayment('dcd.1', amount, { to: null, caseId: inCase, defendantId: defendantId('d-1') });

afterEach(closeAll);

describe.each(bothKinds)('a receipt of a payor with three cases, $kind', ({ atomicStreams }) => {
  async function whereItWent(before: readonly Command[], ...commands: readonly Command[]) {
    const court = new Telling(new MemoryEventStore({ atomicStreams }));
    for (const command of [...before, ...commands]) await court.tell(command);
    const queries = queriesOver(court.store);
    const { difference, accounts } = await queries.trialBalance({});
    const between = accounts.find(({ account }) => account === 'between-cases')?.balance;
    expect([difference, between]).toEqual(['0.00', '0.00']);
    const receipt = await queries.receipt(receiptId('dcd.1'), {});
    if (receipt === undefined) throw new Error('the receipt is not known');
    const { parts, debts, otherCases, excess } = receipt;
    const paid = [
      ...parts.map(({ orderId, amount }) => [orderId, amount] as const),
      ...debts.map(({ debtId, amount }) => [debtId, amount] as const),
    ];
    return {
      paid: Object.fromEntries(paid),
      elsewhere: Object.fromEntries(otherCases.map(({ caseId, amount }) => [caseId, amount])),
      excess,
    };
  }

  test('is placed at home first, then on restitution and then on the fine of the others', async () => {
    expect(await whereItWent(three, pay('245.00'))).toEqual({
      paid: { 'o-1': '100.00', 'b-1': '50.00', 'o-2': '30.00', 'o-3': '60.00', 'b-3': '5.00' },
      elsewhere: { 'c-2': '30.00', 'c-3': '65.00' },
      excess: '0.00',
    });
  });

  test('comes home with what nobody could take, and is held there', async () => {
    expect(await whereItWent(three, pay('300.00'))).toEqual({
      paid: { 'o-1': '100.00', 'b-1': '50.00', 'o-2': '30.00', 'o-3': '60.00', 'b-3': '20.00' },
      elsewhere: { 'c-2': '30.00', 'c-3': '80.00' },
      excess: '40.00',
    });
  });

  test('pays victims of all cases before the assessment, as 2259A(d)(2)(B) has it', async () => {
    expect(await whereItWent(assessed, pay('95.00'))).toEqual({
      paid: { 'o-8': '70.00', 'o-9': '10.00', 'b-9': '15.00' },
      elsewhere: { 'c-2': '70.00', 'c-3': '10.00' },
      excess: '0.00',
    });
    expect(await whereItWent(assessed, pay('75.00'))).toEqual({
      paid: { 'o-8': '70.00', 'o-9': '5.00' },
      elsewhere: { 'c-2': '70.00', 'c-3': '5.00' },
      excess: '0.00',
    });
  });

  test('does so also where it comes in for another case, and pays the assessment before what is below it there', async () => {
    expect(await whereItWent(assessed, pay('100.00', 'c-3'))).toEqual({
      paid: { 'o-9': '10.00', 'o-8': '70.00', 'b-9': '20.00' },
      elsewhere: { 'c-2': '70.00', 'c-1': '20.00' },
      excess: '0.00',
    });
  });

  test('is held at home where excess goes to no other debts (P-09)', async () => {
    expect(await whereItWent(three, setPolicy('P-09', 'SUSPENSE'), pay('160.00'))).toEqual({
      paid: { 'o-1': '100.00', 'b-1': '50.00' },
      elsewhere: {},
      excess: '10.00',
    });
  });

  test('comes back from every case where the bank takes it back', async () => {
    const gone = await whereItWent(three, pay('300.00'), returnPayment('dcd.1', { on: tomorrow }));
    expect(gone).toEqual({ paid: {}, elsewhere: {}, excess: '0.00' });
    const again = recordPayment('dcd.2', '240.00', {
      to: null,
      caseId: 'c-1',
      defendantId: defendantId('d-1'),
    });
    const court = new Telling(new MemoryEventStore({ atomicStreams }));
    for (const each of [...three, pay('300.00'), returnPayment('dcd.1'), again]) await court.tell(each);
    const { rows } = await queriesOver(court.store).liabilities({}, {}, { limit: 9 });
    expect(rows.map(({ orderId, outstanding }) => [orderId, outstanding])).toEqual([
      ['o-1', '0.00'],
      ['o-2', '0.00'],
      ['o-3', '0.00'],
    ]);
  });
});
