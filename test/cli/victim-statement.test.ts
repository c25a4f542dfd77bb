import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { victimStatement } from '../../src/application/papers/victim-statement.ts';
import type { Clocks } from '../../src/application/views/ledger.ts';
import { calendarDate } from '../../src/domain/calendar-date.ts';
import type { VictimId } from '../../src/domain/ids.ts';
import type { Paper } from '../../src/formats/papers/paper.ts';
import type { Sources } from '../../src/application/papers/one-state.ts';
import {
  busy,
  fileOf,
  opening,
  payment,
  smallWorld,
  temporaryFolder,
  underTwoIds,
  type SmallWorld,
} from './small-world.ts';

let world: SmallWorld;
const folder = temporaryFolder();

beforeAll(async () => {
  world = await smallWorld();
  await world.restitution(['apply', fileOf('examples/made-whole/made-whole.jsonl')]);
});

afterAll(async () => {
  folder.remove();
  await world.close();
});

async function statementOf(
  id: string,
  clocks: Clocks = {},
  sources: Sources = world.house,
): Promise<Paper | undefined> {
  const of = { victimId: id as VictimId, shown: (text: string) => text, learn: () => Promise.resolve() };
  return victimStatement(sources, of, clocks);
}

/** The rows of the table under a heading. */
function rowsUnder(paper: Paper | undefined, heading: string): readonly (readonly string[])[] {
  const blocks = paper?.blocks ?? [];
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === heading);
  const table = blocks[at + 1];
  return table?.kind === 'table' ? table.rows : [];
}

function paidOut(victimId: string, disbursementId: string, on: string): object {
  return { command: 'RecordDisbursement', victimId, disbursementId, caseId: 'c-1', amount: '1.00', on };
}

describe('the statement of a victim', () => {
  test('says what was found, ordered and paid, what remains, each payment, and why liabilities ended', async () => {
    const paper = await statementOf('v-w001');
    expect(rowsUnder(paper, 'What was found')).toContainEqual([
      'c-w101',
      'trafficking',
      '2020-06-01',
      '150,000.00',
    ]);
    expect(rowsUnder(paper, 'What was ordered, paid and remains')).toContainEqual([
      ...['o-w21', 'd-w21', '80,000.00', '50,000.00', '0.00', 'terminated'],
    ]);
    expect(rowsUnder(paper, 'Each payment')).toEqual([
      ['2020-12-01', 'dcd.1', 'o-w11', '60,000.00'],
      ['2022-02-15', 'dcd.2', 'o-w21', '50,000.00'],
      ['2023-06-30', 'dcd.3', 'o-w32', '37,000.00'],
      ['2024-05-01', 'dcd.4', 'o-w32', '3,000.00'],
    ]);
    expect(rowsUnder(paper, 'Why liabilities ended')).toContainEqual([
      ...['o-w21', '2024-05-01', '18 U.S.C. 2259(b)(2)(C)', 'receipt dcd.4', '30,000.00'],
    ]);
    expect(rowsUnder(paper, 'In sums').slice(0, 3)).toEqual([
      ['Greatest loss found in a case with a final order', '150,000.00'],
      ['Received toward it', '150,000.00'],
      ['May still be recovered', '0.00'],
    ]);
  });

  test('bears the head of the log, its position and the clocks on every page', async () => {
    const { hash, position } = await world.house.store.head();
    const paper = await statementOf('v-w001', { asOf: calendarDate('2023-12-31') });
    expect(paper?.foot).toBe(
      `v-w001, as of 2023-12-31, at position ${String(position)} of the log\ncheckpoint ${hash}@${String(position)}`,
    );
    expect(rowsUnder(paper, 'Each payment')).toHaveLength(3);
    expect(rowsUnder(paper, 'Why liabilities ended')).toEqual([]);
  });

  test('tells of a payment that came back as taken back', async () => {
    const small = await smallWorld();
    await small.apply([
      ...opening,
      payment('1', '700.00'),
      { command: 'RecordPaymentReturn', source: 'dcd', reference: '1', on: '2024-03-08', reason: 'NSF' },
    ]);
    const paper = await statementOf('v-1', {}, small.house);
    expect(rowsUnder(paper, 'Each payment')).toEqual([
      ['2024-03-01', 'dcd.1', 'o-1', '700.00'],
      ['2024-03-08', 'dcd.1', 'o-1', '-700.00'],
    ]);
    await small.close();
  });

  test('says in the words of the verb that a review is due where a policy was answered anew since', async () => {
    const small = await smallWorld();
    await small.restitution(['apply', fileOf('examples/made-whole/made-whole.jsonl')]);
    await small.apply([{ command: 'SetPolicy', policy: 'P-05', value: 'DISBURSED', on: '2024-05-02' }]);
    const said =
      'Received 60,000.00 of 150,000.00, by the answer to P-05; 150,000.00 is credited. A policy was answered anew since this was decided, and the victim was made whole on 2024-05-01, by the answers of then: a review is due (ReviewLiabilities).';
    const paper = await statementOf('v-w001', {}, small.house);
    expect(paper?.blocks[1]).toEqual({ kind: 'paragraph', text: expect.stringContaining(said) });
    expect((await small.restitution('victim v-w001')).stdout).toContain(said);
    await small.close();
  });

  test('lists what a person was paid under two ids, in order, so that it sums up to what was received', async () => {
    const small = await smallWorld();
    expect((await small.apply(underTwoIds)).exitCode).toBe(0);
    await small.apply([paidOut('v-2', 'p-1', '2024-03-09'), paidOut('v-1', 'p-2', '2024-03-08')]);
    for (const id of ['v-1', 'v-2']) {
      const paper = await statementOf(id, {}, small.house);
      expect(rowsUnder(paper, 'Each payment').map((row) => row.slice(1))).toEqual([
        ...[
          ['dcd.1', 'o-1', '700.00'],
          ['dcd.2', 'o-2', '300.00'],
          ['dcd.3', 'o-1', '40.00'],
        ],
        ['dcd.4', 'o-2', '5.00'],
      ]);
      const [, received] = rowsUnder(paper, 'In sums');
      expect(received).toEqual(['Received toward it', '1,045.00']);
      expect(rowsUnder(paper, 'Paid out').map(([, payment]) => payment)).toEqual(['p-2', 'p-1']);
    }
    const before = await statementOf('v-2', { asOf: calendarDate('2024-03-31') }, small.house);
    expect(rowsUnder(before, 'Each payment')).toEqual([['2024-03-02', 'dcd.2', 'o-2', '300.00']]);
    await small.close();
  });

  test('is of one state of the log, whatever comes in meanwhile', async () => {
    const small = await smallWorld();
    await small.apply([...opening, payment('1', '700.00')]);
    const { hash, position } = await small.house.store.head();
    const paper = await statementOf('v-1', {}, busy(small, [payment('2', '90.00')]));
    expect(rowsUnder(paper, 'Each payment')).toEqual([['2024-03-01', 'dcd.1', 'o-1', '700.00']]);
    expect(rowsUnder(paper, 'In sums')[1]).toEqual(['Received toward it', '700.00']);
    const at = String(position);
    expect(paper?.foot).toBe(
      `v-1, as of every day that is recorded, at position ${at} of the log\ncheckpoint ${hash}@${at}`,
    );
    await small.close();
  });

  test('counts the payments out that it has no room for', async () => {
    const small = await smallWorld();
    await small.apply([...opening, payment('1', '3000.00')]);
    const many = Array.from({ length: 2_003 }, (_, at) => paidOut('v-1', `p-${String(at)}`, '2024-03-02'));
    await small.apply(many);
    const paper = await statementOf('v-1', {}, small.house);
    expect(rowsUnder(paper, 'Paid out')).toHaveLength(2_000);
    const text = '3 more are not shown; restitution cheques --victim lists all.';
    expect(paper?.blocks).toContainEqual({ kind: 'paragraph', text });
    await small.close();
  });

  test('is none of whom nobody knows', async () => {
    expect(await statementOf('v-9')).toBeUndefined();
  });
});

describe('restitution victim --out', () => {
  const at = (name: string): string => join(folder.path, name);

  test('writes the same PDF each time, for its owner alone', async () => {
    for (const name of ['one.pdf', 'other.pdf']) {
      const { exitCode, stdout } = await world.restitution(['victim', 'Doe 1', '--out', at(name)]);
      expect([exitCode, stdout]).toEqual([0, '']);
    }
    expect(readFileSync(at('one.pdf')).equals(readFileSync(at('other.pdf')))).toBe(true);
    expect(statSync(at('one.pdf')).mode & 0o777).toBe(0o600);
    expect(readFileSync(at('one.pdf'), 'latin1')).toContain('(Statement of restitution: v-w001 \\(Doe 1\\))');
  });

  test('names nobody with --no-labels', async () => {
    await world.restitution(['victim', 'v-w001', '--no-labels', '--out', at('bare.pdf')]);
    expect(readFileSync(at('bare.pdf'), 'latin1')).toContain('(Statement of restitution: v-w001)');
  });

  test.each([
    [['--out', 'a.docx'], 2, 'End the name of the file in .pdf.'],
    [['--out', 'a.pdf', '--json'], 2, 'Leave out --json, or --out.'],
  ])('is not understood with %j', async (words, code, said) => {
    const { exitCode, stderr } = await world.restitution(['victim', 'v-w001', ...words]);
    expect([exitCode, stderr]).toEqual([code, expect.stringContaining(said)]);
    expect(existsSync(words[1] ?? '')).toBe(false);
  });

  test('writes over no file, and nothing of whom nobody knows', async () => {
    const taken = folder.write('taken.pdf', 'mine');
    expect((await world.restitution(['victim', 'v-w001', '--out', taken])).exitCode).toBe(5);
    expect((await world.restitution(['victim', 'v-9', '--out', at('none.pdf')])).exitCode).toBe(4);
    expect(existsSync(at('none.pdf'))).toBe(false);
  });
});
