import { readBankFile } from '../../src/formats/bank-file.ts';
import { isFault } from '../../src/formats/lines.ts';
import { whichFormat } from '../../src/formats/which-format.ts';
import { builtIn, filesIn, linesIn, readBytes, rulesOf } from './bank-reading.ts';

const example = (folder: string, name: string): Buffer =>
  filesIn(`ok/${folder}`, name)[0]?.[1] ?? Buffer.from('');
const credits = example('ach', 'credits.ach');

describe('what a file is', () => {
  test.each([
    ['ach', example('ach', 'unbroken.ach')],
    ['bai2', example('bai2', 'several-on-a-line.bai')],
    ['camt', example('camt', 'prefixed.xml')],
    ['camt', example('camt', 'notification-8.xml')],
    ['cir', example('cir', 'report.xml')],
    ['bai2', Buffer.concat([Buffer.from('\ufeff'), example('bai2', 'prior-day.bai')])],
  ])('%s is known by how it begins', (format, bytes) => {
    expect(whichFormat(bytes.subarray(0, 4096))).toBe(format);
  });

  test.each([
    ['a zip archive or a workbook of today', 'file-not-text', '504b030414'],
    ['a workbook of long ago', 'file-not-text', 'd0cf11e0a1b1'],
    ['a document in PDF', 'file-not-text', '255044462d'],
    ['something compressed', 'file-not-text', '1f8b0800'],
    ['a text in UTF-16', 'file-utf-16', 'fffe31003000'],
    ['nothing', 'file-empty', ''],
    ['blank lines', 'file-empty', '0d0a0d0a'],
    ['some other text', 'format-unknown', '48656c6c6f'],
    ['some other XML', 'message-unknown', '3c68746d6c3e'],
  ])('%s is none, and it is said what to do', (_what, rule, hex) => {
    const found = whichFormat(Buffer.from(hex, 'hex'));
    expect(found).toMatchObject({ line: 0, rule });
    expect(typeof found === 'string' ? '' : found.message).toMatch(/^[A-Z].*\. [A-Z].*\.$|\.$/);
  });

  test('is not what somebody says it is, where it begins like something else', async () => {
    expect(rulesOf(await readBytes(credits, { format: 'bai2' }))).toEqual(['format-other']);
    expect(rulesOf(await readBytes('Receipt', { format: 'table' }))).toEqual(['format-unknown']);
  });
});

describe('a file', () => {
  test('is known by all its bytes, also those that nobody had a use for', async () => {
    const good = await readBytes(credits);
    const bad = await readBytes(Buffer.concat([Buffer.from('PK\u0003\u0004'), credits]));
    expect(good).toMatchObject({
      byteCount: credits.length,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(bad).toMatchObject({ isGood: false, byteCount: credits.length + 4 });
    expect(bad.digest).not.toBe(good.digest);
  });

  test('that changes between proof and lines says so at the end', async () => {
    let opened = 0;
    const changed = Buffer.from(credits.toString('latin1').replace('PAYEE TWO', 'PAYEE SIX'), 'latin1');
    const file = await readBankFile(() => [(opened += 1) > 2 ? changed : credits]);
    if (!file.isGood) throw new Error('it is good');
    const read = [];
    for await (const each of file.lines()) read.push(isFault(each) ? each.rule : each.kind);
    expect(read).toEqual(['DEPOSIT', 'DEPOSIT', 'DEPOSIT', 'file-changed']);
  });

  test('tells of each total that is wrong what was declared, what was found and the difference', async () => {
    const [, bytes] = filesIn('not-ok/ach', 'total-wrong--batch-credits.ach')[0] ?? [];
    const file = await readBytes(bytes ?? '');
    expect(file.proof).toMatchObject({ verdict: 'DISPROVED', wrong: 1 });
    expect(file.proof?.totals[0]).toEqual({
      line: 7,
      of: 'BATCH',
      number: 1,
      total: 'credits',
      declared: '3233.35',
      found: '3233.34',
      difference: '-0.01',
    });
    expect(file.isGood ? '' : file.faults[0]?.message).toMatch(
      /^Batch 1 declares 3233\.35 for its credits; found 3233\.34, a difference of -0\.01\./,
    );
  });

  test('with more faults than anybody reads is told of a thousand, and how many there are', async () => {
    const rows = '1,3/2/2026,26-CR-00017,nothing\n'.repeat(3_000);
    const table = `Receipt,Receipt Date,Case,Amount\n${rows}`;
    const file = await readBytes(table, { profile: builtIn('clerk-receipts') });
    expect(file).toMatchObject({ isGood: false, faultCount: 3_000 });
    expect(file.isGood ? [] : file.faults).toHaveLength(1_000);
  });

  test('in another encoding is read in that, if it is named', async () => {
    const latin = Buffer.from(credits.toString('latin1').replace('PAYEE ONE', 'PAY\u00c9E ONE'), 'latin1');
    expect(rulesOf(await readBytes(latin))[0]).toBe('not-utf-8');
    const [first] = await linesIn(await readBytes(latin, { encoding: 'WINDOWS-1252' }));
    expect(first?.party?.name).toBe('PAYÉE ONE');
  });

  test('never has what stands in it repeated in a fault, save sums', async () => {
    const secret = 'JANE ROE';
    for (const name of ['PAYEE ONE', '061000146', '0000250000', 'P-0001']) {
      const file = await readBytes(credits.toString('latin1').replace(name, secret.slice(0, name.length)));
      expect(JSON.stringify(file.isGood ? [] : file.faults)).not.toContain(secret.slice(0, 4));
    }
  });

  test('of which only some lines are wanted lets go of its source', async () => {
    let closed = 0;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        for (let at = 0; at < credits.length; at += 100) yield credits.subarray(at, at + 100);
      } finally {
        closed += 1;
      }
    }
    const file = await readBankFile(source);
    if (!file.isGood) throw new Error('it is good');
    for await (const each of file.lines()) if (!isFault(each)) break;
    expect(closed).toBe(3);
  });
});

describe('a large file', () => {
  test('of 500,000 entries needs no memory to speak of', async () => {
    const [head, batch, entry] = credits.toString('latin1').split('\n');
    const count = 500_000;
    function* bytes(): Generator<Uint8Array> {
      yield Buffer.from(`${head ?? ''}\n${batch ?? ''}\n`);
      const thousand = Buffer.from(`${entry ?? ''}\n`.repeat(1_000));
      for (let at = 0; at < count; at += 1_000) yield thousand;
    }
    const before = process.memoryUsage().rss;
    const file = await readBankFile(bytes);
    expect(rulesOf(file)).toEqual(['record-missing']);
    expect(file.proof).toMatchObject({ lines: count - 1, credits: `${String((count - 1) * 2500)}.00` });
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024);
  }, 120_000);
});
