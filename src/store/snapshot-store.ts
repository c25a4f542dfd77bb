/**
 * Keeps what can be worked out anew. Whatever is lost here, or is not what was put here, costs time and nothing else: it is
 * as though it had never been kept.
 */
export interface SnapshotStore {
  /** What was kept last under the name, byte for byte; undefined where nothing was, or where it is damaged. */
  get(name: string): Promise<Uint8Array | undefined>;
  /** Keeps it in the place of what was there; where the disk does not take it, nothing is kept. */
  put(name: string, bytes: Uint8Array): Promise<void>;
}

/** Snapshots that are gone with the process. */
export function memorySnapshots(): SnapshotStore {
  const kept = new Map<string, Uint8Array>();
  return {
    get: (name) => Promise.resolve(kept.get(name)),
    put(name, bytes) {
      kept.set(name, bytes);
      return Promise.resolve();
    },
  };
}
