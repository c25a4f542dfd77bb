import type { EventStore } from '../../store/event-store.ts';
import type { ReadModelStore } from '../../store/read-model-store.ts';
import { Documents } from '../documents/documents.ts';
import { Ledger } from '../ledger.ts';
import { prepareFrom } from '../preparing.ts';
import { Projector } from '../projector.ts';
import { createQueries } from '../queries/queries.ts';
import type { AllQueries } from '../views/all-queries.ts';
import { BranchStore } from './branch-store.ts';

/** A ledger that goes on from a position of another by itself: it can be told and asked, and is thrown away. */
export interface Branch {
  readonly ledger: Ledger;
  readonly queries: AllQueries;
  readonly store: BranchStore;
  close(): void;
}

/** Read models of a branch, empty, in a place of their own. */
export interface Scratch {
  readonly readModel: ReadModelStore;
  /** Leaves nothing of them behind. */
  remove(): void;
}

/** Branches off a log where it ends, or at an earlier position; its read models tell all of it. */
export async function branchOff(
  log: EventStore,
  scratch: Scratch,
  position: number | undefined,
): Promise<Branch> {
  const { readModel } = scratch;
  const store = await BranchStore.off(log, position).catch((error: unknown) => {
    scratch.remove();
    throw error;
  });
  const documents = new Documents(store);
  const projector = new Projector({ log: store, readModel, documents });
  const queries = createQueries({ log: store, readModel, projector });
  const ledger = new Ledger(store, {
    ...{ documents, prepare: prepareFrom(queries), expectKnown: () => projector.catchUp() },
  });
  return {
    ledger,
    queries,
    store,
    close: () => {
      scratch.remove();
    },
  };
}
