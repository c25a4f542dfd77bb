/** A court's assessment under 18 U.S.C. 2259A is held to the ceiling that was published for its offence, by its day (P-41). */
import { Ledger } from '../../src/application/ledger.ts';
import type { RecordAssessmentCeiling } from '../../src/domain/reference/commands.ts';
import type { Command } from '../../src/domain/commands.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import { day, imposeDebt, registerCase, registerDefendant, setPolicy, usd } from '../support/words.ts';

const ceiling = (amount: string, on: string): RecordAssessmentCeiling => ({
  ...{ type: 'RecordAssessmentCeiling', offence: 'PRODUCTION', source: 'FEDERAL_REGISTER' },
  ...{ amount: usd(amount), on: day(on) },
});
const assessed = (id: string, amount: string, on: string): Command => ({
  ...imposeDebt(id, 'ASSESSMENT_2259A', amount, { offenceOn: day('2019-06-01') }),
  ...{ assessedOffence: 'PRODUCTION', on: day(on) },
});

function court() {
  const ledger = new Ledger(new MemoryEventStore());
  let sent = 0;
  const tell = (command: Command, commandId = `c-${String((sent += 1))}`) =>
    ledger.handle(command, { commandId, actor: 'test' });
  return { tell };
}

const refused = { code: 'above-assessment-ceiling', pointer: '/amount' };

test('a published ceiling holds from its day on, to the cent, and is put right by another', async () => {
  const { tell } = court();
  const known = [registerCase(), registerDefendant(), ceiling('58,123.45', '2025-01-01')];
  for (const command of known) await tell(command);
  await expect(tell(assessed('b-1', '50,000.01', '2024-12-31'))).rejects.toMatchObject(refused);
  await expect(tell(assessed('b-1', '58,123.46', '2025-01-01'))).rejects.toMatchObject(refused);
  const { events } = await tell(assessed('b-1', '58,123.45', '2025-01-01'), 'first');
  expect(events.map(({ event }) => event.data)).toMatchObject([{ amount: '58123.45' }]);
  await tell(ceiling('58,123.44', '2025-01-01'));
  await expect(tell(assessed('b-2', '58,123.45', '2025-01-01'))).rejects.toMatchObject(refused);
  // What was imposed by then stays, and is nothing new when it is heard again.
  expect((await tell(assessed('b-1', '58,123.45', '2025-01-01'), 'first')).events).toEqual([]);
  expect((await tell(assessed('b-1', '58,123.45', '2025-01-01'))).events).toEqual([]);
});

test('no published ceiling counts where P-41 holds to the enacted ones', async () => {
  const { tell } = court();
  const on = day('2020-01-01');
  const known = [registerCase(), registerDefendant(), ceiling('58,123.45', '2025-01-01')];
  for (const command of [...known, setPolicy('P-41', 'AS_ENACTED', { on })]) await tell(command);
  await expect(tell(assessed('b-1', '50,000.01', '2025-01-01'))).rejects.toMatchObject(refused);
  expect((await tell(assessed('b-1', '50,000.00', '2025-01-01'))).events).toHaveLength(1);
});
