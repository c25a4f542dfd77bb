import type { EventStore } from '../../src/store/event-store.ts';

/** The same store, some of it done in another way. */
export function storeOver(store: EventStore, other: Partial<EventStore>): EventStore {
  return {
    capabilities: store.capabilities,
    standing: store.standing,
    closing: store.closing,
    append: (writes) => store.append(writes),
    readStream: (stream, options) => store.readStream(stream, options),
    lastOf: (stream, options) => store.lastOf(stream, options),
    readAll: (options) => store.readAll(options),
    head: () => store.head(),
    positionAt: (instant) => store.positionAt(instant),
    onCommit: (listener) => store.onCommit(listener),
    close: () => store.close(),
    ...other,
  };
}
