import { InvariantBroken } from '../domain/rejection.ts';
import { readModels } from '../projections/read-models.ts';
import type { EventStore } from '../store/event-store.ts';
import type { ReadModelStore } from '../store/read-model-store.ts';
import type { Projector } from './projector.ts';
import { UnknownEvent } from './reading.ts';
import { RebuildDiffers } from './rebuild-proof.ts';
import { ProjectionFailed } from './tell-batch.ts';
import type { ProjectionsView, StoppedAt } from './views/projections.ts';

/** So many events are told to find out whether they can be; a longer way is left to whoever asks a question. */
const fewEnough = 20_000;

/**
 * How the read models stand. Where they are a little behind, they are told what is new: whether that can be done is the
 * question.
 *
 * @throws ReadModelsDamaged @throws LogDamaged @throws StoreUnavailable
 */
export async function projectionsOf(
  log: EventStore,
  readModel: ReadModelStore,
  projector: Projector,
): Promise<ProjectionsView> {
  const { position: head } = await log.head();
  const { files, isBeingRebuilt } = readModel.standing();
  const isNear = head - readModel.checkpoint().position < fewEnough;
  const stopped = isNear ? await stoppedAt(projector) : null;
  const { position } = readModel.checkpoint();
  const lag = Math.max(0, head - position);
  const moving = isBeingRebuilt ? 'rebuilding' : lag > 0 ? 'behind' : 'live';
  return {
    version: readModels.version,
    state: stopped === null ? moving : 'stopped',
    ...{ position, head, lag, stopped },
    files: files.map(({ name, version, isInForce, mark, bytes }) => {
      return { name, version, isInForce, position: mark?.position ?? null, bytes };
    }),
  };
}

async function stoppedAt(projector: Projector): Promise<StoppedAt | null> {
  try {
    await projector.catchUp();
    return null;
  } catch (error) {
    if (error instanceof ProjectionFailed || error instanceof UnknownEvent)
      return { position: error.position, type: error.type, why: error.message };
    if (error instanceof InvariantBroken || error instanceof RebuildDiffers)
      return { position: null, type: null, why: error.message };
    throw error;
  }
}
