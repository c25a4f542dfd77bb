import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { SignatoryId } from '../../domain/ids.ts';
import type { LineRef } from '../../domain/statement/events.ts';
import { LabelRefused, type Directory } from '../../store/directory.ts';
import { lineIdOf } from './line-papers.ts';

/** What somebody had to say of a line that waits, and who is to see to it. It may name somebody, so no event has it. */
export interface Remark {
  readonly by: SignatoryId;
  readonly on: CalendarDate;
  readonly text: string;
  /** Who is to see to the line from then on; null where that is as before. */
  readonly assignee: SignatoryId | null;
}

/** The longest remark, in characters. */
export const longestRemark = 1_000;

/** Remarks on lines of statements, in the directory: they can be forgotten, and the books stay as they are. */
export class Remarks {
  readonly #directory: Directory;

  constructor(directory: Directory) {
    this.#directory = directory;
  }

  /** All that was said of the line, the first first. */
  async of(ref: LineRef): Promise<readonly Remark[]> {
    const found: Remark[] = [];
    for (;;) {
      const label = await this.#directory.labelOf(idOf(ref, found.length + 1));
      if (label === undefined) return found;
      found.push((JSON.parse(label) as { remark: Remark }).remark);
    }
  }

  /** Adds one behind the others; where somebody else adds one meanwhile, behind that. */
  async add(ref: LineRef, remark: Remark): Promise<void> {
    for (let number = (await this.of(ref)).length + 1; ; number += 1) {
      const id = idOf(ref, number);
      try {
        await this.#directory.put({ kind: 'remark', id, label: JSON.stringify({ id, remark }) });
        return;
      } catch (error) {
        if (!(error instanceof LabelRefused) || error.rule !== 'label-differs') throw error;
      }
    }
  }
}

/** Who is to see to a line: whoever it was given to last; undefined where it was given to nobody. */
export function assigneeIn(remarks: readonly Remark[]): SignatoryId | undefined {
  return remarks.findLast(({ assignee }) => assignee !== null)?.assignee ?? undefined;
}

function idOf(ref: LineRef, number: number): string {
  return `${lineIdOf(ref)}.n${String(number)}`;
}
