import { VersionConflict } from '../store/event-store.ts';
import { Overtaken } from './session.ts';

/** How often a command is decided anew when others keep writing first; they made progress each time. */
const attempts = 200;

/** Others may have been faster: then what was asked for is done anew. */
export async function again<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let left = attempts - 1; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      const isWorthAnother = error instanceof VersionConflict || error instanceof Overtaken;
      if (!isWorthAnother || left === 0) throw error;
    }
  }
}
