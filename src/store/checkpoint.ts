import { readFile, rename, writeFile } from 'node:fs/promises';

/** A place in a log: the position, and the id of the event that stands there, by which another log is told apart. */
export interface Place {
  readonly position: number;
  /** Empty text at position 0. */
  readonly eventId: string;
}

/** How far somebody who follows the log has come. To lose it costs time, and nothing else. */
export interface Checkpoint {
  load(): Promise<Place>;
  save(place: Place): Promise<void>;
}

const beginning: Place = { position: 0, eventId: '' };

/** A checkpoint that is gone with the process. */
export function memoryCheckpoint(): Checkpoint {
  let reached = beginning;
  return {
    load: () => Promise.resolve(reached),
    save: (place) => {
      reached = place;
      return Promise.resolve();
    },
  };
}

/** A checkpoint in a file of its own, replaced whole each time. */
export function fileCheckpoint(file: string): Checkpoint {
  return {
    async load() {
      const text = await readFile(file, 'utf8').catch(() => '');
      const [, position, eventId] = /^([0-9]{1,15}) ([0-9a-f-]{36})\n$/.exec(text) ?? [];
      return eventId === undefined ? beginning : { position: Number(position), eventId };
    },
    async save({ position, eventId }) {
      const draft = `${file}.${String(process.pid)}`;
      await writeFile(draft, `${String(position)} ${eventId}\n`, { mode: 0o600 });
      await rename(draft, file);
    },
  };
}
