import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { House } from '../../src/application/house.ts';
import type { Sources } from '../../src/application/papers/one-state.ts';
import { run, type Occasion, type Ran } from '../../src/cli/program.ts';
import { openHouse } from '../../src/open-house.ts';
import { root } from '../house/source.ts';

/** A ledger in memory, and the program to tell and ask it; several runs find the same ledger. */
export interface SmallWorld {
  readonly house: House;
  /** Runs the program on one line of words, or on a list where a word has spaces. */
  restitution(words: string | readonly string[], given?: Partial<Occasion>): Promise<Ran>;
  /** Sends commands, one a line. */
  apply(commands: readonly object[], words?: readonly string[]): Promise<Ran>;
  close(): Promise<void>;
}

/** Opens a ledger in memory that no run of the program can close. */
export async function smallWorld(): Promise<SmallWorld> {
  const house = await openHouse('memory');
  const kept = { ...house, close: () => Promise.resolve() };
  const restitution: SmallWorld['restitution'] = (words, given = {}) =>
    run(typeof words === 'string' ? words.split(' ') : words, {
      openHouse: () => Promise.resolve(kept),
      ...given,
    });
  const apply: SmallWorld['apply'] = (commands, words = []) =>
    restitution(['apply', '-', ...words], { stdin: jsonLines(commands) });
  return { house, restitution, apply, close: () => house.close() };
}

/** The ledger, where these commands come in each time its head was read: between one question and the next. */
export function busy({ house, apply }: SmallWorld, commands: readonly object[]): Sources {
  const store: Sources['store'] = {
    head: async () => {
      const head = await house.store.head();
      await apply(commands);
      return head;
    },
    positionAt: (instant) => house.store.positionAt(instant),
    readAll: (from) => house.store.readAll(from),
  };
  return { queries: house.queries, store };
}

/** Commands as a file holds them. */
export function jsonLines(commands: readonly object[]): string {
  return commands.map((command) => `${JSON.stringify(command)}\n`).join('');
}

/** A file of the project. */
export function fileOf(path: string): string {
  return join(root, path);
}

/** A folder that is gone after the test file. */
export function temporaryFolder(): {
  readonly path: string;
  write(name: string, text: string): string;
  remove(): void;
} {
  const path = mkdtempSync(join(tmpdir(), 'restitution-cli-'));
  const write = (name: string, text: string): string => {
    writeFileSync(join(path, name), text);
    return join(path, name);
  };
  return { path, write, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** What the program is to print, kept as a file; instants, which no test can know, and hashes of answers stand as a row of dots. */
export function golden(name: string): string {
  return readFileSync(fileOf(`test/cli/golden/${name}.txt`), 'utf8');
}

/** The text without instants, and without the hash of the answer, which tells its fields as they are in JSON. */
export function timeless(text: string): string {
  return text
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '························')
    .replaceAll(/(?<=hash begins with )[0-9a-f]{12}/g, '············');
}

/** One defendant who owes one victim 5,000.00, of losses of 8,000.00 in a final case. */
export const opening: readonly object[] = [
  { command: 'RegisterVictim', victimId: 'v-1', on: '2024-01-02', label: 'Doe 1' },
  { command: 'RegisterCase', caseId: 'c-1', on: '2024-01-02', label: '1:24-cr-00001' },
  { command: 'RegisterDefendant', caseId: 'c-1', defendantId: 'd-1', on: '2024-01-02' },
  {
    ...{ command: 'DetermineLoss', victimId: 'v-1', caseId: 'c-1', category: 'TRAFFICKING' },
    ...{ amount: '8000.00', on: '2024-02-01' },
  },
  {
    ...{
      command: 'EnterOrder',
      orderId: 'o-1',
      caseId: 'c-1',
      defendantId: 'd-1',
      statute: '18 U.S.C. 2259',
    },
    ...{ offenceOn: '2020-05-04', on: '2024-02-01' },
    lines: [{ victimId: 'v-1', track: 'TRAFFICKING', amount: '5000.00' }],
  },
  { command: 'MakeOrderFinal', orderId: 'o-1', caseId: 'c-1', on: '2024-02-16' },
];

/** A payment of the defendant of the opening. */
export function payment(reference: string, amount: string, on = '2024-03-01'): object {
  return {
    ...{ command: 'RecordPayment', source: 'dcd', reference, caseId: 'c-1', defendantId: 'd-1' },
    ...{ amount, on, method: 'CHECK' },
  };
}

/** The victim of the opening is known under a second id, too, and another defendant owes that one 4,000.00; from April on they are one. */
export const underTwoIds: readonly object[] = [
  ...opening,
  { command: 'RegisterVictim', victimId: 'v-2', on: '2024-01-02' },
  { command: 'RegisterDefendant', caseId: 'c-1', defendantId: 'd-2', on: '2024-01-02' },
  {
    ...{ command: 'DetermineLoss', victimId: 'v-2', caseId: 'c-1', category: 'TRAFFICKING' },
    ...{ amount: '4000.00', on: '2024-02-01' },
  },
  {
    ...{ command: 'EnterOrder', orderId: 'o-2', caseId: 'c-1', defendantId: 'd-2' },
    ...{ statute: '18 U.S.C. 2259', offenceOn: '2020-05-04', on: '2024-02-01' },
    lines: [{ victimId: 'v-2', track: 'TRAFFICKING', amount: '4000.00' }],
  },
  { command: 'MakeOrderFinal', orderId: 'o-2', caseId: 'c-1', on: '2024-02-16' },
  payment('1', '700.00', '2024-03-01'),
  { ...payment('2', '300.00', '2024-03-02'), defendantId: 'd-2' },
  payment('3', '40.00', '2024-03-03'),
  { command: 'RecordSameVictim', victimId: 'v-2', survivorId: 'v-1', on: '2024-04-01' },
  { ...payment('4', '5.00', '2024-04-02'), defendantId: 'd-2' },
];
