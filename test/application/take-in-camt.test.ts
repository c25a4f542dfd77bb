/** A notification of ISO 20022 is taken in under its own name, and a statement under its. */
import { createReadStream } from 'node:fs';
import { takeIn } from '../../src/application/reconciliation/take-in.ts';
import type { AccountId } from '../../src/domain/ids.ts';
import { openHouse } from '../../src/open-house.ts';
import { openAccount } from '../support/reconciliation-words.ts';
import { day } from '../support/words.ts';

test.each([
  ['notification-8.xml', 'CAMT_054'],
  ['amounts-without-decimals.xml', 'CAMT_053'],
])('%s is taken in as %s', async (name, format) => {
  const house = await openHouse('memory');
  const account = openAccount('k-1', { on: day('1999-01-01') });
  await house.ledger.handle(account, { commandId: 'open', actor: 'test' });
  const open = () => createReadStream(new URL(`../formats/ok/camt/${name}`, import.meta.url));
  const intake = {
    ...{ accountId: 'k-1' as AccountId, open, reading: {}, isRehearsal: false, actor: 'test' },
  };
  const taken = await takeIn(house, intake);
  expect(taken).toMatchObject({ isTaken: true, isNew: true });
  const id = taken.isTaken ? taken.statementId : undefined;
  const found = id && (await house.queries.reconciliation.statement(id, {}));
  expect(found?.format).toBe(format);
  expect(await takeIn(house, intake)).toMatchObject({ isTaken: true, isNew: false });
  await house.close();
});
