/**
 * A label goes into the directory before the command that it came with: of two that come with one label, the second is
 * then refused before anything of it is recorded. Where the command is refused, the label is taken back. What a crash left
 * between the two is in nobody's way who sends the same again: the id has this label already.
 */
import type { Directory, DirectoryEntry } from '../store/directory.ts';
import type { EventStore } from '../store/event-store.ts';
import { isRefusal } from './session.ts';
import { streamName, type Kind } from './streams.ts';

export class LabelClaim {
  readonly #place: ClaimPlace;
  readonly #entry: DirectoryEntry;
  readonly #isOurs: boolean;
  readonly #wasRecorded: boolean;

  private constructor(place: ClaimPlace, entry: DirectoryEntry, { isOurs, wasRecorded }: Before) {
    this.#place = place;
    this.#entry = entry;
    this.#isOurs = isOurs;
    this.#wasRecorded = wasRecorded;
  }

  /** Enters the label. @throws LabelRefused, and what the store and the directory throw; then nothing is to be sent */
  static async make(place: ClaimPlace, entry: DirectoryEntry): Promise<LabelClaim> {
    const wasRecorded = await isRecorded(place.store, entry, true);
    const isOurs = (await place.directory.put(entry)) === 'entered';
    return new LabelClaim(place, entry, { isOurs, wasRecorded });
  }

  /**
   * The command is recorded. A label that another request had entered may have been taken back with that since.
   *
   * @throws LabelRefused where somebody else has it by now, after all; the command stands
   */
  async keep(): Promise<void> {
    if (!this.#isOurs) await this.#place.directory.put(this.#entry);
  }

  /**
   * The command came to this error. What was refused leaves no label; where it is not known what became of it, or somebody
   * else has recorded something of the id meanwhile, the label stays.
   */
  async letGo(error: unknown): Promise<void> {
    if (!this.#isOurs || !isRefusal(error)) return;
    const { store, directory } = this.#place;
    try {
      if (!this.#wasRecorded && (await isRecorded(store, this.#entry, false))) return;
      await directory.withdraw(this.#entry);
    } catch {
      // The refusal is what the sender has to hear. A label that stays is that of its id, and of no other.
    }
  }
}

/** Where labels and events are kept. */
interface ClaimPlace {
  readonly directory: Pick<Directory, 'put' | 'withdraw'>;
  readonly store: Pick<EventStore, 'lastOf'>;
}

interface Before {
  readonly isOurs: boolean;
  readonly wasRecorded: boolean;
}

/** Whether anything of the id stands in the log; a defendant has no stream of its own, and is never found. */
async function isRecorded(
  store: Pick<EventStore, 'lastOf'>,
  { kind, id }: DirectoryEntry,
  mayLag: boolean,
): Promise<boolean> {
  const streamKind = streamKinds[kind];
  if (streamKind === undefined) return false;
  return (await store.lastOf(streamName({ kind: streamKind, id }), { mayLag })) !== undefined;
}

const streamKinds: Readonly<Record<DirectoryEntry['kind'], Kind | undefined>> = {
  victim: 'Victim',
  case: 'Case',
  order: 'Order',
  defendant: undefined,
  representative: undefined,
  account: 'Account',
  signatory: undefined,
  line: undefined,
  fingerprint: undefined,
  remark: undefined,
  'run-file': undefined,
  originator: undefined,
};
