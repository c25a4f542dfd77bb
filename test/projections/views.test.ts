import { Ledger } from '../../src/application/ledger.ts';
import { Projector } from '../../src/application/projector.ts';
import { readModels } from '../../src/projections/read-models.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import type { Row } from '../../src/store/read-model-store.ts';
import { SqliteReadModelStore } from '../../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import {
  enterOrder,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
} from '../support/words.ts';

async function ask(sql: string): Promise<readonly Row[]> {
  const log = new MemoryEventStore();
  const ledger = new Ledger(log);
  const commands = [
    ...[registerVictim(), registerCase(), registerDefendant()],
    ...[enterOrder('o-1', '5,000.00'), recordPayment('dcd.1', '7.33')],
  ];
  for (const command of commands) await ledger.handle(command, { commandId: command.type, actor: 'test' });
  const readModel = SqliteReadModelStore.inMemory(readModels);
  await new Projector({ log, readModel }).catchUp();
  const rows = readModel.read((snapshot) => snapshot.all(sql));
  readModel.close();
  return rows;
}

describe('whoever opens the file with a tool of their own', () => {
  test('reads the journal in words', async () => {
    const [entry] = await ask(`SELECT * FROM entry WHERE debit = 'satisfied'`);
    expect(entry).toMatchObject({
      ...{ effectiveOn: '2026-03-02', debit: 'satisfied', credit: 'receivable', amount: 7_33n },
      ...{ caseId: 'c-1', victimId: 'v-1', defendantId: 'd-1', orderId: 'o-1', receiptId: 'dcd.1' },
    });
  });

  test('sees each entry posted to two accounts, which add up to nothing', async () => {
    const postings = await ask(
      'SELECT account, sum(amount) AS balance FROM posting GROUP BY account ORDER BY account',
    );
    expect(postings).toEqual([
      { account: 'cash', balance: 7_33n },
      { account: 'ordered', balance: -5_000_00n },
      { account: 'receivable', balance: 4_992_67n },
      { account: 'satisfied', balance: 7_33n },
      { account: 'unapplied', balance: 0n },
      { account: 'victim-payable', balance: -7_33n },
    ]);
    expect(await ask('SELECT sum(amount) AS total FROM posting')).toEqual([{ total: 0n }]);
  });
});
