import { LogDamaged, type Closing, type LogHead } from '../event-store.ts';
import { sameHead } from '../log/same-head.ts';
import { firstThatCounts, type ClosingMark } from './marks.ts';

/** Whether what comes from the server is still part of the log, by the marks that came before it. */
export class Gate {
  #closing: Closing | undefined;
  #firstThatCounts = 0;

  get closing(): Closing | undefined {
    return this.#closing;
  }

  /** Takes notice of all marks that there are, before the log is heard from where the copy ends. */
  learn(marks: readonly ClosingMark[]): void {
    this.#firstThatCounts = firstThatCounts(marks);
    if (marks.length > 0 && this.#firstThatCounts === marks.length) this.#closing = undefined;
  }

  /**
   * Takes notice of a mark in its place in the order of the server. Tells whether the log is to be heard again from where
   * the copy ends, because what was passed over counts after all.
   *
   * @throws LogDamaged where the log has left with another head than this copy has
   */
  heed({ revision, notice }: ClosingMark, head: LogHead): boolean {
    if (revision < this.#firstThatCounts) return false;
    if (notice.type === 'LogOpened') return this.#closing !== undefined;
    const isSame = notice.type === 'LogMoved' && sameHead(notice.head, head);
    if (notice.type === 'LogMoved' && !isSame)
      throw new LogDamaged(head.position, 'the log moved away with another head than was copied');
    const { place, at } = notice;
    this.#closing = { why: notice.type === 'LogMoved' ? 'moved' : notice.why, place, at, head };
    return false;
  }
}
