/** What a refusal points to is a field that the sender wrote, or could have written. */
import { Ledger } from '../../src/application/ledger.ts';
import type { CommandType } from '../../src/domain/commands.ts';
import type { RunPlan } from '../../src/domain/disbursement/commands.ts';
import type { MonthFound } from '../../src/domain/period/commands.ts';
import type { Digest } from '../../src/domain/ids.ts';
import type { MoneyText } from '../../src/domain/money.ts';
import { Rejection } from '../../src/domain/rejection.ts';
import { exampleBodies } from '../../src/requests/example-bodies.ts';
import { neededBefore } from '../../src/requests/example-story.ts';
import { fieldsOf } from '../../src/requests/field.ts';
import { readRequest } from '../../src/requests/read-request.ts';
import { requestTypes } from '../../src/requests/request-types.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import { disbursementId } from '../support/reserve-words.ts';
import { caseId, victimId } from '../support/words.ts';
import { filesUnder, textOf } from '../house/source.ts';
import { valid } from './reading.ts';

const fieldsByCommand = new Map(
  requestTypes.map(({ name, requestClass }) => [name, new Set(fieldsOf(requestClass).keys())]),
);
const firstOf = (pointer: string): string => pointer.split('/')[1] ?? '';

test('no refusal in the source points to what is a field of no command', () => {
  const known = new Set([...fieldsByCommand.values()].flatMap((fields) => [...fields]));
  // What is taken in is no command: its sender wrote the file, and how far it reaches.
  known.add('file').add('through');
  const pointed = [...filesUnder('src/domain', /\.ts$/), ...filesUnder('src/application', /\.ts$/)].flatMap(
    (file) =>
      [...textOf(file).matchAll(/reject\(\s*'[a-z-]+',\s*['`]\/(\w+)/g)].map(([, field]) => field ?? ''),
  );
  expect(pointed.length).toBeGreaterThan(100);
  expect([...new Set(pointed)].filter((field) => !known.has(field))).toEqual([]);
});

/** The same body, with one field of another example in the place of its own, or with one left out. */
function* variantsOf(name: CommandType): Generator<readonly [CommandType, object]> {
  const bodies = [exampleBodies[name], valid[name]] as readonly Readonly<Record<string, unknown>>[];
  const others = [...Object.values(exampleBodies), ...Object.values(valid)] as readonly Readonly<
    Record<string, unknown>
  >[];
  for (const body of bodies) {
    yield [name, body];
    for (const field of Object.keys(body)) {
      yield [name, Object.fromEntries(Object.entries(body).filter(([key]) => key !== field))];
      const values = new Set(others.flatMap((other) => (field in other ? [other[field]] : [])));
      for (const value of values) yield [name, { ...body, [field]: value }];
    }
  }
}

const monthFound: MonthFound = {
  contentHash: '0'.repeat(64) as Digest,
  ...{ position: 1, balances: [], obstacles: [] },
};

const planned: RunPlan = {
  payments: [
    {
      ...{ disbursementId: disbursementId('p-run-1'), victimId: victimId('v-1'), caseId: caseId('c-1') },
      amount: '10.00' as MoneyText,
    },
  ],
  contentHash: '0'.repeat(64) as Digest,
  ...{ plannedAt: 1, policyVersion: 0 },
};

const lookedUp: Partial<Record<CommandType, object>> = {
  ProposeDisbursementRun: { plan: planned },
  SignMonth: { found: monthFound },
  ReopenMonth: { changes: [] },
};

test('whatever a command is refused for, the refusal points to one of its own fields', async () => {
  const ledger = new Ledger(new MemoryEventStore(), {
    prepare: (command) => Promise.resolve({ ...command, ...lookedUp[command.type] }),
  });
  let sent = 0;
  const refused = new Set<string>();
  const wrong: string[] = [];
  const tell = async (name: CommandType, body: object): Promise<void> => {
    const reading = readRequest(name, body);
    if (!reading.ok) return;
    try {
      await ledger.handle(reading.command, { commandId: `p-${String((sent += 1))}`, actor: 'test' });
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      refused.add(error.code);
      const isField = error.pointer === '' || fieldsByCommand.get(name)?.has(firstOf(error.pointer));
      if (!isField) wrong.push(`${name}: ${error.code} at ${error.pointer}`);
    }
  };
  for (const [name, body] of Object.entries(exampleBodies) as [CommandType, object][]) {
    for (const each of neededBefore[name] ?? []) await tell(...each);
    for (const variant of variantsOf(name)) await tell(...variant);
    await tell(name, body);
  }
  for (const { name } of requestTypes) for (const variant of variantsOf(name)) await tell(...variant);
  expect(wrong).toEqual([]);
  expect(refused.size).toBeGreaterThan(50);
});
