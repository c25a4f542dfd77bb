import { MemoryEventStore } from '../../../src/store/log/memory-event-store.ts';
import { keepsThePromisesOfAnEventStore } from '../event-store.contract.ts';

const traits = { atomicStreams: true, strictIds: true, comparesWords: true };

keepsThePromisesOfAnEventStore(
  'the memory store',
  (options) => Promise.resolve(new MemoryEventStore(options)),
  traits,
);
