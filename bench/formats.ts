/**
 * How soon is a bank's file of 100,000 entries read and proved, and how soon are its lines handed over, with how much memory?
 * And one of 500,000? And how soon is the first of them matched, too, with the payments that the books have sent? Each by a
 * process of its own, which has done nothing before.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { calendarDate } from '../src/domain/calendar-date.ts';
import { itemIdOf, type Item } from '../src/domain/matching/item.ts';
import type { Line, LineId } from '../src/domain/matching/line.ts';
import { match } from '../src/domain/matching/match.ts';
import { usualSettings } from '../src/domain/matching/settings.ts';
import { parseMoney } from '../src/domain/money.ts';
import { writeAchCredits, type AchCredit } from '../src/formats/ach/write-ach.ts';
import { readBankFile } from '../src/formats/bank-file.ts';
import { figure, seconds } from './support/figure.ts';

const sizes = [100_000, 500_000];

const amountOf = (at: number): string => `${String(1 + (at % 5_000))}.${String(at % 100).padStart(2, '0')}`;

async function write(file: string, count: number): Promise<void> {
  const credits = Array.from({ length: count }, (_, at): AchCredit => {
    const [routing, account] = ['061000146', String(100_000_000 + at)];
    const amount = amountOf(at);
    const payment = `P-${String(at)}`;
    return { routing, account, accountKind: 'CHECKING', amount, payment, name: `PAYEE ${String(at)}` };
  });
  const origin = {
    ...{ destination: '091000019', destinationName: 'BANK', origin: '1234567890', originName: 'CLERK' },
    ...{ companyName: 'CLERK', companyId: '1234567890', description: 'RESTITUTN' },
    entryClass: 'PPD',
    ...{ createdOn: '2026-03-02', createdAt: '1430', modifier: 'A', effectiveOn: '2026-03-03' },
  } as const;
  const written = writeAchCredits(origin, credits);
  if (!written.isGood) throw new Error('it cannot be written');
  await pipeline(Readable.from(written.lines()), createWriteStream(file));
}

async function read(file: string): Promise<void> {
  let count = 0;
  const proving = await seconds(async () => {
    const found = await readBankFile(() => createReadStream(file));
    if (!found.isGood) throw new Error('it does not prove');
    count = found.proof.lines;
  });
  const both = await seconds(async () => {
    const found = await readBankFile(() => createReadStream(file));
    if (found.isGood) for await (const line of found.lines()) if ('rule' in line) throw new Error(line.rule);
  });
  const what = `ACH, ${String(count)} entries, ${String(Math.round(statSync(file).size / 1e6))} MB`;
  figure(`${what}: read and proved`, proving, 's');
  figure(`${what}: the same, and its lines handed over, warm`, both, 's');
  figure(`${what}: peak memory`, process.resourceUsage().maxRSS / 1024, 'MiB');
}

/** What the books have sent: a payment for each entry, by the number that the bank traces it with. */
function sent(count: number): readonly Item[] {
  return Array.from({ length: count }, (_, at): Item => {
    const said = { kind: 'DISBURSEMENT', direction: 'OUT', effectiveOn: calendarDate('2026-03-02') } as const;
    const references = { TRACE: `09100001${String(at + 1).padStart(7, '0')}` };
    const amount = parseMoney(amountOf(at));
    return { id: itemIdOf('DISBURSEMENT', `v-${String(at)}.p-1`), ...said, amount, references };
  });
}

async function readAndMatch(file: string): Promise<void> {
  const items = sent(sizes[0] ?? 0);
  let matched = 0;
  const took = await seconds(async () => {
    const found = await readBankFile(() => createReadStream(file));
    if (!found.isGood) throw new Error('it does not prove');
    const lines: Line[] = [];
    for await (const line of found.lines()) {
      if ('rule' in line) throw new Error(line.rule);
      const { trace } = line.references;
      const moved = {
        kind: 'DEBIT',
        direction: 'OUT',
        amount: parseMoney(line.amount),
      } as const;
      const references = trace === undefined ? {} : { TRACE: trace };
      const bookedOn = calendarDate(line.bookedOn ?? '');
      lines.push({ id: String(lines.length + 1) as LineId, ...moved, bookedOn, references });
    }
    const { outcomes } = match({ lines, items, settings: usualSettings, asOf: calendarDate('2026-03-05') });
    matched = [...outcomes.values()].filter(({ outcome }) => outcome === 'MATCH').length;
  });
  if (matched !== items.length) throw new Error(`${String(matched)} were matched`);
  const what = `ACH, ${String(items.length)} entries`;
  figure(`${what}: read, proved and matched with as many payments`, took, 's');
  figure(`${what}: peak memory of all three`, process.resourceUsage().maxRSS / 1024, 'MiB');
}

const [asked, what] = process.argv.slice(2);
if (asked !== undefined) await (what === 'match' ? readAndMatch(asked) : read(asked));
else {
  const folder = mkdtempSync(join(tmpdir(), 'bench-formats-'));
  try {
    for (const size of sizes) {
      const file = join(folder, `${String(size)}.ach`);
      await write(file, size);
      const run = fileURLToPath(new URL('./support/run.mjs', import.meta.url));
      for (const words of size === sizes[0] ? [[], ['match']] : [[]]) {
        const { status } = spawnSync(process.execPath, [run, 'formats', file, ...words], {
          stdio: 'inherit',
        });
        if (status !== 0) throw new Error('it failed');
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
