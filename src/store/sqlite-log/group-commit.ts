/** Appends that wait together share one commit, and so one wait for the disk. */
import type { DraftAppend } from '../log/draft-append.ts';
import type { Appended } from '../event-store.ts';

/** What became of one append of a group: its result, or why it alone was not stored. */
export type Outcome = { readonly appended: Appended } | { readonly error: unknown };

/** Commits the appends in their order and says what became of each. What it throws befalls all of them. */
export type CommitGroup = (appends: readonly DraftAppend[]) => readonly Outcome[];

export class GroupCommit {
  readonly #commit: CommitGroup;
  #waiting: Waiting[] = [];

  constructor(commit: CommitGroup) {
    this.#commit = commit;
  }

  /** @param draft makes the append, at once; what it throws is what the promise is rejected with */
  add(draft: () => DraftAppend): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ append: draft(), resolve, reject });
      if (this.#waiting.length === 1) this.#waitForOthers();
    });
  }

  /** Commits all that wait, now. */
  flush(): void {
    while (this.#waiting.length > 0) this.#commitGroup();
  }

  #waitForOthers(): void {
    setImmediate(() => {
      if (this.#waiting.length > 0) this.#commitGroup();
      if (this.#waiting.length > 0) this.#waitForOthers();
    });
  }

  #commitGroup(): void {
    const group = this.#waiting.splice(0, sizeOfGroup(this.#waiting));
    try {
      const outcomes = this.#commit(group.map((waiting) => waiting.append));
      for (const [at, outcome] of outcomes.entries()) settle(group[at] as Waiting, outcome);
    } catch (error) {
      for (const waiting of group) waiting.reject(error);
    }
  }
}

interface Waiting {
  readonly append: DraftAppend;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

// Within these bounds a commit takes well under a second, and nobody waits longer than that for a turn.
const mostAppends = 512;
const mostBytes = 16 * 1024 * 1024;

/** As many as a commit may hold, and at least one. */
function sizeOfGroup(waiting: readonly Waiting[]): number {
  let [count, bytes] = [0, 0];
  for (const { append } of waiting) {
    bytes += append.size;
    if (count === mostAppends || (count > 0 && bytes > mostBytes)) break;
    count += 1;
  }
  return count;
}

function settle({ resolve, reject }: Waiting, outcome: Outcome): void {
  if ('appended' in outcome) resolve(outcome.appended);
  else reject(outcome.error);
}
