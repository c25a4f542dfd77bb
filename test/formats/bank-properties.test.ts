import fc from 'fast-check';
import { writeAchCredits, type AchCredit } from '../../src/formats/ach/write-ach.ts';
import { faultRules } from '../../src/formats/fault.ts';
import { bankFormats } from '../../src/formats/which-format.ts';
import { origin } from './ach-origin.ts';
import { builtIn, filesIn, linesIn, readBytes, rulesOf } from './bank-reading.ts';

const amount = fc
  .bigInt({ min: 1n, max: 9_999_999_999n })
  .map((cents) => String(cents).padStart(3, '0').replace(/(..)$/, '.$1'));
const plain = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .string({
      unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-'.split('')),
      minLength: 1,
      maxLength,
    })
    .map((text) => text.trim());

const credit: fc.Arbitrary<AchCredit> = fc.record({
  routing: fc.constantFrom('061000146', '121000358', '091000019', '231380104'),
  account: plain(17),
  accountKind: fc.constantFrom('CHECKING', 'SAVINGS'),
  amount,
  payment: plain(15),
  name: plain(22),
  remittance: fc.option(plain(80), { nil: undefined }),
});

function fileOf(credits: readonly AchCredit[]): string {
  const file = writeAchCredits(origin, credits);
  if (!file.isGood) throw new Error(JSON.stringify(file.faults));
  return [...file.lines()].join('');
}

describe('credits that are written', () => {
  test('are read as they were meant, and prove', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(credit, { minLength: 1, maxLength: 20 }), async (credits) => {
        const lines = await linesIn(await readBytes(fileOf(credits)));
        expect(
          lines.map((line) => ({
            routing: line.party?.routing,
            account: line.party?.account,
            accountKind: line.code === '22' ? 'CHECKING' : 'SAVINGS',
            amount: line.amount,
            payment: line.references.customer,
            name: line.party?.name,
            remittance: line.remittance,
          })),
        ).toEqual(credits);
      }),
    );
  });
});

/** Where a file has money, counts, hashes and routing numbers: a pattern, whose groups are those digits. */
const places: Readonly<Record<string, RegExp>> = {
  ach: /^(?:6..(.{9}).{17}(.{10})|8...(.{40})|9(.{54}))/gm,
  bai2: /^(?:16,\d+,(\d+)|(?:49|98|99),(\d+),(\d+))/gm,
  camt: /<(?:Amt Ccy="USD"|Sum|NbOfNtries)>([\d.]+)</g,
  cir: /(?:TotCrAmt|TotDbtAmt|TotCnt|TotCrCnt|Amt)="(?!0\.00)([\d.]+)"/g,
  tables: /,"?\$?\(?([\d.]+\.\d\d)/g,
};

const proved: readonly (readonly [string, string])[] = [
  ['ach', 'credits-and-debits.ach'],
  ['ach', 'several-batches.ach'],
  ['ach', 'returns.ach'],
  ['bai2', 'prior-day.bai'],
  ['bai2', 'two-groups.bai'],
  ['camt', 'statement-8.xml'],
  ['camt', 'batch-booking.xml'],
  ['cir', 'report.xml'],
  ['tables', 'clerk-receipts--with-totals.csv'],
  ['tables', 'offset-report--with-totals.csv'],
];

describe('a digit that was changed', () => {
  test.each(proved)(
    'anywhere in the money or the counts of %s/%s is noticed, whichever digit it became',
    async (folder, name) => {
      const [, bytes] = filesIn(`ok/${folder}`, name)[0] ?? [];
      const text = bytes?.toString('utf8') ?? '';
      const digits = digitsIn(text, places[folder] ?? /$/);
      expect(digits.length).toBeGreaterThan(10);
      const options = folder === 'tables' ? { profile: builtIn(name.replace(/--.*$/, '')) } : {};
      for (const at of digits) {
        const other = String((Number(text.charAt(at)) + 1 + (at % 9)) % 10);
        if (other === text.charAt(at)) continue;
        const file = await readBytes(text.slice(0, at) + other + text.slice(at + 1), options);
        expect([at, file.isGood]).toEqual([at, false]);
      }
    },
  );
});

function digitsIn(text: string, pattern: RegExp): readonly number[] {
  const found: number[] = [];
  for (const match of text.matchAll(new RegExp(pattern.source, `${pattern.flags}d`))) {
    for (const [from, to] of (match.indices ?? []).slice(1).filter((each) => each !== undefined)) {
      for (let at = from; at < to; at += 1) if (/\d/.test(text.charAt(at))) found.push(at);
    }
  }
  return found;
}

const examples = ['ach', 'bai2', 'camt', 'cir', 'tables'].flatMap((folder) =>
  filesIn(`ok/${folder}`).map(([, bytes]) => bytes),
);

/** Files that somebody has damaged: parts taken out, put in twice, or written over. */
const damaged = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40), fc.uint8Array({ maxLength: 12 })),
      {
        maxLength: 6,
      },
    ),
  )
  .map(([whole, wounds]) =>
    wounds.reduce((bytes, [where, length, put]) => {
      const at = Math.floor(where * bytes.length);
      return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + length)]);
    }, whole),
  );

const anyBytes = fc.oneof(
  damaged,
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  fc
    .array(
      fc.constantFrom(
        '01,',
        '02,',
        '03,A,USD,',
        '16,475,100,',
        '88,',
        '49,',
        '98,',
        '99,',
        '/',
        '\n',
        '1',
        ',',
        '<',
        '>',
        '<?xml version="1.0"?>',
        '<CollRpt>',
        '<Sumry>',
        '<BT><FT Amt="1"/>',
        '&a;',
        '<![CDATA[',
        '-->',
        '6',
        '7',
        '9'.repeat(94),
      ),
    )
    .map((pieces) => Buffer.from(pieces.join(''))),
);

describe('any bytes whatever', () => {
  test('are a file or faults in every format, and never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, fc.constantFrom(...bankFormats, undefined), async (bytes, format) => {
        const options = format === 'table' ? { profile: builtIn('clerk-receipts') } : { format };
        const file = await readBytes(bytes, options);
        if (file.isGood)
          expect((await linesIn(file)).length).toBe(file.proof.lines + notMoney(await linesIn(file)));
        for (const rule of rulesOf(file)) expect(faultRules).toContain(rule);
        expect(file.byteCount).toBe(bytes.length);
      }),
      { numRuns: 600 },
    );
  });
});

function notMoney(lines: readonly { readonly kind: string }[]): number {
  return lines.filter(({ kind }) => kind === 'NOT_BOOKED' || kind === 'INFORMATION').length;
}
