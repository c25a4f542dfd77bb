/** What unwinding a receipt says is what recording its return then does; and until then nothing is recorded. */
import fc from 'fast-check';
import { unwindingOf } from '../../src/application/unwind.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { ReceiptId } from '../../src/domain/ids.ts';
import { openHouse } from '../../src/open-house.ts';
import {
  caseId,
  day,
  determineLoss,
  disburse,
  enterOrder,
  makeFinal,
  recordPayment,
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
