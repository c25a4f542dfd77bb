import type { House } from '../application/house.ts';
import { policies, streamName, type StreamRef } from '../application/streams.ts';
import type { MeantAgain } from './command-ids.ts';

/** Finds where the ledger has heard a command id before. Each stream is read once for a file. */
export class HeardBefore {
  readonly #store: House['store'];
  #positions = new Map<string, Promise<ReadonlyMap<string, number>>>();
  #kept = 0;

  constructor({ store }: Pick<House, 'store'>) {
    this.#store = store;
  }

  /** The position of the first event of the command; null where none stands under this id. */
  async positionOf(command: MeantAgain, commandId: string): Promise<number | null> {
    const stream = streamName(streamOf(command));
    const known = this.#positions.get(stream) ?? this.#read(stream);
    this.#positions.set(stream, known);
    return (await known).get(commandId) ?? null;
  }

  async #read(stream: string): Promise<ReadonlyMap<string, number>> {
    if (this.#kept > mostKept) this.#forget();
    const positions = new Map<string, number>();
    for await (const page of this.#store.readStream(stream)) {
      for (const { commandId, position } of page) {
        if (!positions.has(commandId)) positions.set(commandId, position);
      }
    }
    this.#kept += positions.size;
    return positions;
  }

  #forget(): void {
    this.#positions = new Map();
    this.#kept = 0;
  }
}

/** So many command ids are kept; what was forgotten is read again. */
const mostKept = 400_000;

/** The stream that decides about the command, and so was the first to hear of it. */
function streamOf(command: MeantAgain): StreamRef {
  if (command.type === 'SetPolicy') return policies;
  if (command.type === 'AmendOrder') return { kind: 'Case', id: command.caseId };
  if ('statementId' in command) return { kind: 'Statement', id: command.statementId };
  return { kind: 'Victim', id: command.victimId };
}
