import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { RunId } from '../../domain/ids.ts';
import type { MoneyText } from '../../domain/money.ts';
import { LabelRefused, type Directory } from '../../store/directory.ts';

/** That a file of a run was written, and what it came to: nothing of whom it pays. */
export interface WrittenFile {
  readonly format: string;
  /** SHA-256 of its bytes. */
  readonly digest: string;
  readonly on: CalendarDate;
  readonly payments: number;
  readonly amount: MoneyText;
  /** Of credits: the first trace that was new, by the bank whose it is. */
  readonly firstTrace?: { readonly bank: string; readonly trace: number };
}

/**
 * Which files of a run were written, and which traces of a bank are taken: beside the books, in the directory, for a file that
 * was written is nothing that has happened to anybody's money.
 */
export class WrittenFiles {
  readonly #directory: Directory;

  constructor(directory: Directory) {
    this.#directory = directory;
  }

  /** All that were written of the run, the first first. */
  async of(runId: RunId): Promise<readonly WrittenFile[]> {
    const found: WrittenFile[] = [];
    for (;;) {
      const label = await this.#directory.labelOf(idOf(runId, found.length + 1));
      if (label === undefined) return found;
      found.push((JSON.parse(label) as { file: WrittenFile }).file);
    }
  }

  /** Adds one behind the others; where somebody else adds one meanwhile, behind that. */
  async add(runId: RunId, file: WrittenFile): Promise<void> {
    for (let number = (await this.of(runId)).length + 1; ; number += 1) {
      const id = idOf(runId, number);
      try {
        await this.#directory.put({ kind: 'run-file', id, label: JSON.stringify({ id, file }) });
        return;
      } catch (error) {
        if (!(error instanceof LabelRefused) || error.rule !== 'label-differs') throw error;
      }
    }
  }

  /** The first trace of the bank that no file of credits has used. */
  async nextTrace(bank: string): Promise<number> {
    const label = await this.#directory.labelOf(tracesId(bank));
    return label === undefined ? 1 : (JSON.parse(label) as { next: number }).next;
  }

  /** Keeps traces of the bank for a file, so that no other takes them. */
  async takeTraces(bank: string, next: number): Promise<void> {
    const id = tracesId(bank);
    const entry = { kind: 'run-file', id, label: JSON.stringify({ id, next }) } as const;
    // Entered where it is the first, and then put in the place of whatever another entered meanwhile.
    await this.#directory.putAll([entry]);
    await this.#directory.relabel(entry);
  }

  /** Whether we wrote these very bytes. */
  async isOurs(digest: string): Promise<boolean> {
    return (await this.#directory.labelOf(bytesId(digest))) !== undefined;
  }

  /** Keeps that we wrote these bytes, so that they are never taken for what a bank says. */
  async keepBytes(digest: string): Promise<void> {
    const id = bytesId(digest);
    await this.#directory.putAll([{ kind: 'run-file', id, label: id }]);
  }

  /** Whether credits of ours go out by this company. */
  async isOriginator(companyId: string): Promise<boolean> {
    return (await this.#directory.idOf('originator', companyId)) !== undefined;
  }

  /** Keeps by which company credits go out, so that a file of them is never taken for money that came in. */
  async keepOriginator(companyId: string): Promise<void> {
    await this.#directory.putAll([{ kind: 'originator', id: `originator.${companyId}`, label: companyId }]);
  }
}

function idOf(runId: RunId, number: number): string {
  return `${runId}.w${String(number)}`;
}

function bytesId(digest: string): string {
  return `file.${digest}`;
}

function tracesId(bank: string): string {
  return `traces.${bank}`;
}
