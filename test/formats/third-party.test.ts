/**
 * Files that nobody here wrote, read where they lie: in the folder that THIRD_PARTY_DATA names, or else beside the
 * project. They are no part of it, so on a machine that has none of them there is nothing to read. That is told as the
 * name of a test, which then sees to it that nobody named a folder that is not there.
 */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { readBankFile, type BankFile } from '../../src/formats/bank-file.ts';
import type { Bytes } from '../../src/formats/lines.ts';
import { linesIn, rulesOf } from './bank-reading.ts';

const named = process.env['THIRD_PARTY_DATA'];
const folder = named ?? join(import.meta.dirname, '../../../shared/data');
const read = (name: string): Promise<BankFile> =>
  readBankFile((): Bytes => {
    const file = createReadStream(join(folder, name));
    return name.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  });

/** What each good file comes to: lines, what came in, what went out, totals that were proved. */
const good: readonly (readonly [string, number, string, string, number])[] = [
  ['ach/PPD-200-batches-100000-entries.ach.gz', 100_199, '201233987.66', '0.00', 806],
  ['ach/ccd-debit.ach', 2, '0.00', '5001.25', 10],
  ['ach/cor-example.ach', 1, '0.00', '0.00', 10],
  ['ach/ctx-debit.ach', 1, '0.00', '1000000.00', 10],
  ['ach/long-line.ach', 1, '0.00', '1000000.00', 10],
  ['ach/ppd-debit.ach', 1, '0.00', '1000000.00', 10],
  ['ach/ppd-mixedDebitCredit.ach', 3, '2000000.00', '2000000.00', 10],
  ['ach/return-WEB.ach', 2, '45.65', '123.54', 14],
  ['ach/web-debit.ach', 6, '268.20', '150.00', 18],
  ['bai2/sample1.txt', 17, '3200.00', '3200.00', 10],
  ['bai2/sample2.txt', 4, '309500.00', '0.00', 25],
  ['bai2/sample3.txt', 26, '397.13', '594.18', 51],
  ['camt/business_sample_camt.053.001.04.xml', 3, '135678.50', '200000.00', 1],
  ['camt/business_sample_camt.054.001.04.xml', 1, '105678.50', '0.00', 0],
];

/** Why each of the others is refused: the rules that it breaks, and the line of the first fault. */
const bad: readonly (readonly [string, readonly string[], number])[] = [
  // A blank is missing in its headers, and so is its second batch.
  ['ach/20110729A-invalid.ach', ['field-not-a-date', 'ach-class-not-read', 'total-wrong'], 1],
  // It has thirteen entries and addenda, and says that it has one.
  ['ach/nonascii-utf8.ach', ['total-wrong'], 17],
  ['ach/return-no-batch-header.ach', ['record-misplaced'], 1],
];

if (existsSync(folder)) {
  describe('a file that somebody else wrote', () => {
    test.each(good)('%s is read, and proves', async (name, count, credits, debits, checked) => {
      const file = await read(name);
      const lines = await linesIn(file);
      expect(file.proof).toMatchObject({ lines: count, credits, debits, checked, wrong: 0 });
      expect(file.proof?.verdict).toBe(checked === 0 ? 'NOTHING_DECLARED' : 'PROVED');
      expect(lines).toHaveLength(count);
    });

    test.each(bad)('%s is refused for what is wrong with it', async (name, rules, line) => {
      const file = await read(name);
      expect(rulesOf(file)).toEqual(rules);
      expect(file.isGood ? 0 : file.faults[0]?.line).toBe(line);
    });

    test('a return names the entry that came back, and why', async () => {
      const [first, second] = await linesIn(await read('ach/return-WEB.ach'));
      expect(first).toMatchObject({ kind: 'RETURN', reason: 'R01', amount: '123.54', direction: 'DEBIT' });
      expect(first?.references.originalTrace).toBe('091400600000001');
      expect(second).toMatchObject({ kind: 'RETURN', reason: 'R03', amount: '45.65', direction: 'CREDIT' });
    });

    test('a notice of change names what is changed', async () => {
      const [change] = await linesIn(await read('ach/cor-example.ach'));
      expect(change).toMatchObject({ kind: 'NOTICE_OF_CHANGE', reason: 'C01', remittance: '1918171614' });
    });

    test('a statement tells its balances', async () => {
      const { proof } = await read('camt/business_sample_camt.053.001.04.xml');
      expect(proof?.accounts[0]).toMatchObject({
        opening: '500000.00',
        closing: '435678.50',
        unexplained: '0.00',
      });
    });
  });
} else {
  test(`there are no files of other people on this machine: ${folder} is not there`, () => {
    expect(named).toBeUndefined();
  });
}
