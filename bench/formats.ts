/**
 * How soon is a bank's file of 100,000 entries read and proved, and how soon are its lines handed over, with how much memory?
 * And one of 500,000? Each by a process of its own, which has done nothing before.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { writeAchCredits, type AchCredit } from '../src/formats/ach/write-ach.ts';
import { readBankFile } from '../src/formats/bank-file.ts';
import { figure, seconds } from './support/figure.ts';

const sizes = [100_000, 500_000];

async function write(file: string, count: number): Promise<void> {
  const credits = Array.from({ length: count }, (_, at): AchCredit => {
    const [routing, account] = ['061000146', String(100_000_000 + at)];
    const amount = `${String(1 + (at % 5_000))}.${String(at % 100).padStart(2, '0')}`;
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

const [asked] = process.argv.slice(2);
if (asked !== undefined) await read(asked);
else {
  const folder = mkdtempSync(join(tmpdir(), 'bench-formats-'));
  try {
    for (const size of sizes) {
      const file = join(folder, `${String(size)}.ach`);
      await write(file, size);
      const run = fileURLToPath(new URL('./support/run.mjs', import.meta.url));
      const { status } = spawnSync(process.execPath, [run, 'formats', file], { stdio: 'inherit' });
      if (status !== 0) throw new Error('it failed');
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
