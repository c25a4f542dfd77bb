import { trialBalanceFromLog } from './application/books-from-log.ts';
import { isInherited } from './application/followed.ts';
import { Ledger } from './application/ledger.ts';
import { policiesInForce } from './application/policies-in-force.ts';
import { prepareFrom } from './application/preparing.ts';
import { projectionsOf } from './application/projections-standing.ts';
import { ProcessRunner } from './application/process-runner.ts';
import { Projector } from './application/projector.ts';
import { createQueries } from './application/queries/queries.ts';
import { branchOff, type Scratch } from './application/branching/branch.ts';
import { RehearsalStore } from './application/branching/rehearsal-store.ts';
import { Documents } from './application/documents/documents.ts';
import { Snapshots } from './application/snapshots.ts';
import { closedWith } from './store/directory/closed-directory.ts';
import type { House } from './application/house.ts';
import type { Checkpoint } from './store/checkpoint.ts';
import type { Directory } from './store/directory.ts';
import type { EventStore } from './store/event-store.ts';
import type { SnapshotStore } from './store/snapshot-store.ts';
import type { ReadModelStore } from './store/read-model-store.ts';

/** What a house stands on. */
export interface Parts {
  readonly store: EventStore;
  readonly directory: Directory;
  readonly readModel: ReadModelStore;
  readonly checkpoint: Checkpoint;
  readonly verify: House['verify'];
  readonly resealDirectory?: House['resealDirectory'];
  readonly clock?: () => Date;
  /** Where long streams are kept folded. */
  readonly snapshots?: SnapshotStore;
  /** Where a branch may keep its read models. */
  readonly scratch: () => Scratch;
}

/** Puts a ledger together over these. */
export function assemble(parts: Parts): House {
  const { store, directory, readModel, checkpoint, verify, clock } = parts;
  const documents = new Documents(store);
  const projector = new Projector({ log: store, readModel, documents });
  const queries = createQueries({ log: store, readModel, projector });
  const options = {
    // Who tells the read models of every event is the first to find one that a newer program wrote.
    expectKnown: () => projector.catchUp(),
    prepare: prepareFrom(queries),
    ...(clock && { clock }),
  };
  const ledger = new Ledger(store, {
    ...{ ...options, documents },
    ...(parts.snapshots && { snapshots: new Snapshots(parts.snapshots) }),
    isInherited: () => isInherited(store, checkpoint),
  });
  const runner = new ProcessRunner(store, ledger, checkpoint);
  return {
    ...{ ledger, queries, store, verify },
    directory: closedWith(() => store.closing, directory),
    policies: (clocks) => policiesInForce(store, clocks),
    trialBalanceFromLog: (at, onProgress) => trialBalanceFromLog({ log: store, documents }, at, onProgress),
    rehearse: () => new Ledger(new RehearsalStore(store), options),
    branch: (position) => branchOff(store, parts.scratch(), position),
    async catchUp() {
      // What is left undone in a log that is closed is done where the ledger goes on.
      if (store.closing === undefined) await runner.run();
      await projector.catchUp();
    },
    resealDirectory: parts.resealDirectory ?? (() => Promise.resolve(undefined)),
    ...over({ store, readModel, projector }),
    async close() {
      readModel.close();
      await directory.close();
      await store.close();
    },
  };
}

/** What is asked of the read models as a whole. */
function over({
  store,
  readModel,
  projector,
}: Over): Pick<House, 'rebuild' | 'rollBack' | 'projections' | 'stateHash'> {
  const reached = () => ({ position: readModel.checkpoint().position, stateHash: projector.stateHash() });
  return {
    async rebuild(onProgress) {
      const proof = await projector.rebuild(({ position: done, head }) => onProgress?.(done, head));
      return { ...reached(), proof };
    },
    async rollBack() {
      const mark = await readModel.rollBack();
      if (mark === undefined) return undefined;
      await projector.catchUp();
      return reached();
    },
    projections: () => projectionsOf(store, readModel, projector),
    async stateHash() {
      await projector.catchUp();
      return projector.stateHash();
    },
  };
}

interface Over extends Pick<Parts, 'store' | 'readModel'> {
  readonly projector: Projector;
}
