/** What unwinding a receipt says is what recording its return then does; and until then nothing is recorded. */
import fc from 'fast-check';
import { unwindingOf } from '../../src/application/unwind.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { ReceiptId } from '../../src/domain/ids.ts';
import { openHouse } from '../../src/open-house.ts';
import {
  caseId,
  day,
  defendantId,
  determineLoss,
  disburse,
  enterOrder,
  imposeDebt,
  makeFinal,
  recordPayment,
  recordYield,
  registerCase,
  registerDefendant,
  registerVictim,
  returnPayment,
} from '../support/words.ts';
import { toldByLog } from '../support/ledger-event.ts';

const on = day('2026-03-09');
const receiptId = 'dcd.2' as ReceiptId;

test('what is said is what then happens, whatever was paid and paid out before', async () => {
  const cents = fc
    .integer({ min: 1, max: 900_000 })
    .map((n) => `${String(Math.floor(n / 100))}.${String(n % 100).padStart(2, '0')}`);
  const statutes = fc.constantFrom('18 U.S.C. 2259' as const, '18 U.S.C. 3663A' as const);
  await fc.assert(
    fc.asyncProperty(cents, cents, cents, statutes, async (first, second, out, statute) => {
      const house = await openHouse('memory');
      let told = 0;
      const tell = async (...commands: readonly Command[]) => {
        for (const command of commands) {
          await house.ledger.handle(command, { commandId: `c-${String((told += 1))}`, actor: 'test' });
        }
        await house.catchUp();
      };
      await tell(
        ...[registerVictim('v-1'), registerVictim('v-2'), registerCase('c-1'), registerDefendant('d-1')],
        determineLoss('c-1', '6,000.00'),
        enterOrder(
          'o-1',
          { 'v-1': '6,000.00', 'v-2': '3,000.00' },
          { statute, caseId: 'c-1', defendantId: 'd-1' },
        ),
        ...[makeFinal('o-1', { caseId: 'c-1' }), registerDefendant('d-2', { caseId: caseId('c-1') })],
        enterOrder('o-2', { 'v-1': '3,000.00' }, { statute, caseId: 'c-1', defendantId: 'd-2' }),
        makeFinal('o-2', { caseId: 'c-1' }),
        recordPayment('dcd.1', first, { to: 'o-1' }),
        recordPayment('dcd.2', second, { to: 'o-1' }),
        disburse('p-1', out),
      );
      const { position } = await house.store.head();
      const said = await unwindingOf(house, { receiptId, on });
      expect((await house.store.head()).position).toBe(position);
      await tell(returnPayment('dcd.2', { on }));
      const events = (await toldByLog(house.store)).map(({ event }) => event);
      const since = events.slice(events.findIndex(({ type }) => type === 'PaymentReturned'));
      const reversed = since.flatMap((event) => (event.type === 'RecoveryReversed' ? [event.data] : []));
      const back = since.flatMap((event) =>
        event.type === 'LiabilitiesReinstated' ? event.data.liabilities : [],
      );
      expect(said).toMatchObject({ position, amount: second });
      expect(said?.reversed.map(({ victimId, amount }) => [victimId, amount])).toEqual(
        reversed.map(({ victimId, amount }) => [victimId, amount]),
      );
      expect(said?.reinstated.map(({ orderId, amount }) => [orderId, amount])).toEqual(
        back.map(({ orderId, amount }) => [orderId, amount]),
      );
      await house.close();
    }),
    { numRuns: 25 },
  );
});

test('of a receipt that nobody knows nothing is said', async () => {
  const house = await openHouse('memory');
  expect(await unwindingOf(house, { receiptId, on })).toBeUndefined();
  await house.close();
});

test('debts, interest and penalties that it paid are said, as they are then reversed', async () => {
  const house = await openHouse('memory');
  let told = 0;
  const tell = async (...commands: readonly Command[]) => {
    for (const command of commands) {
      await house.ledger.handle(command, { commandId: `c-${String((told += 1))}`, actor: 'test' });
    }
    await house.catchUp();
  };
  const judgment = day('2021-03-08');
  const offenceOn = day('2020-01-02');
  const fraud = { statute: '18 U.S.C. 3663A', caseId: 'c-1', defendantId: 'd-1', on: judgment } as const;
  await tell(
    ...[registerVictim('v-1'), registerCase('c-1'), registerDefendant('d-1')],
    recordYield('2021-03-19', '0.07'),
    enterOrder('o-1', { 'v-1': '3,000.00' }, { ...fraud, offenceOn }),
    imposeDebt('b-1', 'ASSESSMENT_3013', '100.00', { on: judgment, offenceOn }),
    recordPayment('dcd.2', '5,000.00', {
      to: null,
      caseId: 'c-1',
      defendantId: defendantId('d-1'),
      on: day('2021-12-31'),
    }),
    disburse('p-1', '3,001.00', { on: day('2022-02-01') }),
  );
  const said = await unwindingOf(house, { receiptId, on: day('2022-03-01') });
  // 3,000.00 at 0.07 percent a year, from 23 March to 31 December 2021: 283 days of 365.
  const ofOrder = { caseId: 'c-1', orderId: 'o-1', debtId: null };
  expect(said?.beside).toEqual(
    expect.arrayContaining([
      { of: 'DEBT', caseId: 'c-1', orderId: null, debtId: 'b-1', victimId: null, amount: '100.00' },
      { of: 'INTEREST', ...ofOrder, victimId: 'v-1', amount: '1.63' },
    ]),
  );
  expect(said?.victims).toEqual([
    { caseId: 'c-1', victimId: 'v-1', reversed: '3001.63', held: '0.63', paidOut: '3001.00' },
  ]);
  await tell(returnPayment('dcd.2', { on: day('2022-03-01') }));
  const back = (await toldByLog(house.store)).flatMap(({ event: { type, data } }) =>
    /^(Debt|Interest|Penalty)Reversed$/u.test(type) ? [(data as { readonly amount: string }).amount] : [],
  );
  expect(said?.beside.map(({ amount }) => amount)).toEqual(back);
  await house.close();
});
