import type { House } from '../application/house.ts';
import { periods, policies, streamName, type StreamRef } from '../application/streams.ts';
import { survivorIn } from '../application/survivor.ts';
import type { MeantAgain } from './command-ids.ts';

/** Finds where the ledger has heard a command id before. Each stream is read once for a file. */
export class HeardBefore {
  readonly #store: House['store'];
  #positions = new Map<string, Promise<Heard>>();
  #kept = 0;

  constructor({ store }: Pick<House, 'store'>) {
    this.#store = store;
  }

  /** The position of the first event of the command; null where none stands under this id. */
  async positionOf(command: MeantAgain, commandId: string): Promise<number | null> {
    let stream: string | undefined = streamName(streamOf(command));
    for (const looked = new Set<string>(); stream !== undefined && !looked.has(stream);) {
      looked.add(stream);
      const known: Promise<Heard> = this.#positions.get(stream) ?? this.#read(stream);
      this.#positions.set(stream, known);
      const { positions, survivor } = await known;
      const position = positions.get(commandId);
      if (position !== undefined) return position;
      stream = survivor;
    }
    return null;
  }

  async #read(stream: string): Promise<Heard> {
    if (this.#kept > mostKept) this.#forget();
    const positions = new Map<string, number>();
    let survivor: string | undefined;
    for await (const page of this.#store.readStream(stream)) {
      for (const recorded of page) {
        const { commandId, position } = recorded;
        if (!positions.has(commandId)) positions.set(commandId, position);
        survivor = survivorIn(recorded) ?? survivor;
      }
    }
    this.#kept += positions.size;
    return { positions, survivor };
  }

  #forget(): void {
    this.#positions = new Map();
    this.#kept = 0;
  }
}

/** The command ids of one stream, and the stream that hears all that is meant for it since it was closed. */
interface Heard {
  readonly positions: ReadonlyMap<string, number>;
  readonly survivor: string | undefined;
}

/** So many command ids are kept; what was forgotten is read again. */
const mostKept = 400_000;

/** The stream that decides about the command, and so was the first to hear of it. */
function streamOf(command: MeantAgain): StreamRef {
  if (command.type === 'SetPolicy') return policies;
  if (command.type === 'AmendOrder') return { kind: 'Case', id: command.caseId };
  if (command.type === 'SignMonth' || command.type === 'ReopenMonth') return periods;
  if ('statementId' in command) return { kind: 'Statement', id: command.statementId };
  return { kind: 'Victim', id: command.victimId };
}
