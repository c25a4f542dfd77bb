import { readFile, rename, writeFile } from 'node:fs/promises';

/** How far somebody who follows the log has come. To lose it costs time, and nothing else. */
export interface Checkpoint {
  load(): Promise<number>;
  save(position: number): Promise<void>;
}

/** A checkpoint that is gone with the process. */
export function memoryCheckpoint(): Checkpoint {
  let reached = 0;
  return {
    load: () => Promise.resolve(reached),
    save: (position) => {
      reached = position;
      return Promise.resolve();
    },
  };
}

/** A checkpoint in a file of its own, replaced whole each time. */
export function fileCheckpoint(file: string): Checkpoint {
  return {
    async load() {
      const text = await readFile(file, 'utf8').catch(() => '0');
      return /^[0-9]{1,15}\n?$/.test(text) ? Number(text) : 0;
    },
    async save(position) {
      const draft = `${file}.${String(process.pid)}`;
      await writeFile(draft, `${String(position)}\n`, { mode: 0o600 });
      await rename(draft, file);
    },
  };
}
