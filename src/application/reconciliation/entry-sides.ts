import type { BankLine } from '../../formats/bank-line.ts';
import type { ProvedFile } from '../../formats/bank-file.ts';
import { faultAt, type Fault } from '../../formats/fault.ts';
import { isFault } from '../../formats/lines.ts';
import type { Directory } from '../../store/directory.ts';
import { WrittenFiles } from '../run-files/written-files.ts';

/** Whether the entries of a NACHA file were received by the account that it is taken in for, or sent from it. */
export type EntrySide = 'RECEIVED' | 'SENT';

/**
 * Why nobody can say which way the money of a file went. An entry is a credit of its receiver: to whoever sent it, the same
 * record is money that went out. So what was sent by a company of ours did not come in, and of what others sent somebody has
 * to say that we received it. What came back of our own entries came to us, whatever batch it stands in.
 */
export async function sideFaults(
  file: ProvedFile,
  { directory, entries }: { readonly directory: Directory; readonly entries: EntrySide | undefined },
): Promise<readonly Fault[]> {
  const written = new WrittenFiles(directory);
  if (await written.isOurs(file.digest)) return [faultAt(0, 'file-of-ours')];
  if (file.format !== 'ach') return entries === undefined ? [] : [faultAt(0, 'format-other')];
  return entries === 'SENT' ? [] : batchesInDoubt(file, { written, isSaid: entries === 'RECEIVED' });
}

/** One fault a batch, at the first of its entries that moved money: all of them are of one company. */
async function batchesInDoubt(
  file: ProvedFile,
  { written, isSaid }: { readonly written: WrittenFiles; readonly isSaid: boolean },
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  let known: string | undefined;
  for await (const line of file.lines()) {
    if (isFault(line) || !isOneWay(line)) continue;
    const { originator = '', references, evidence } = line;
    const batch = `batch ${references.batch ?? ''}`;
    if (known === `${batch} ${originator}`) continue;
    known = `${batch} ${originator}`;
    if (await written.isOriginator(originator)) faults.push(faultAt(evidence.line, 'ach-sent-by-us', batch));
    else if (!isSaid) faults.push(faultAt(evidence.line, 'ach-side-unknown', batch));
    if (faults.length === mostFaults) break;
  }
  return faults;
}

const mostFaults = 1_000;

/** The line as whoever sent the entry has it: a credit of its receiver is money that went out. */
export function asOfSender(line: BankLine): BankLine {
  if (!isOneWay(line)) return line;
  const direction = line.direction === 'CREDIT' ? 'DEBIT' : 'CREDIT';
  const kinds = { DEPOSIT: 'WITHDRAWAL', WITHDRAWAL: 'DEPOSIT', REVERSAL: 'REVERSAL' } as const;
  return { ...line, direction, kind: kinds[line.kind] };
}

type OneWay = BankLine & { readonly kind: 'DEPOSIT' | 'WITHDRAWAL' | 'REVERSAL' };

/** Whether the line is of money that goes from the company that sent it to its receiver, or is fetched from there. */
function isOneWay(line: BankLine): line is OneWay {
  return line.kind === 'DEPOSIT' || line.kind === 'WITHDRAWAL' || line.kind === 'REVERSAL';
}
