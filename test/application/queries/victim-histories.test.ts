import fc from 'fast-check';
import type { AllQueries } from '../../../src/application/views/all-queries.ts';
import type { Clocks } from '../../../src/application/views/ledger.ts';
import type { VictimId } from '../../../src/domain/ids.ts';
import { MemoryEventStore } from '../../../src/store/log/memory-event-store.ts';
import type { RecordedEvent } from '../../../src/store/recorded-event.ts';
import { daysToAsk, histories, ledgerOf, victims } from '../../projections/random-ledger.ts';
import { closeAll, eventsOf, queriesOver } from '../asking.ts';

afterEach(closeAll);

/** A log that goes on as another did: the same events at the same instants. */
class Retold {
  readonly #clock = { now: '' };
  readonly log = new MemoryEventStore({ clock: () => new Date(this.#clock.now) });

  async tell(events: readonly RecordedEvent[]): Promise<void> {
    for (const { stream, revision, recordedAt, ...event } of events) {
      this.#clock.now = recordedAt;
      const expected = revision === 0 ? 'no-stream' : revision - 1;
      await this.log.append([{ stream, expected, events: [event] }]);
    }
  }
}

async function victimsOn(queries: AllQueries, clocks: Clocks): Promise<readonly unknown[]> {
  return Promise.all(victims.map((id) => queries.victim(id as VictimId, clocks)));
}

describe('a victim that is asked of again', () => {
  test('is told as by tables that were never asked, on all clocks, while the log goes on', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), async (history, pick) => {
        const events = await eventsOf((await ledgerOf(history)).log);
        const half = pick % events.length;
        const retold = new Retold();
        const asked = queriesOver(retold.log);
        for (const part of [events.slice(0, half), events.slice(half)]) {
          await retold.tell(part);
          const told = [events[pick % events.length], part.at(-1)].flatMap((event) => event ?? []);
          for (const { recordedAt: knownAt } of told) {
            for (const asOf of daysToAsk.filter((_, at) => at % 3 === pick % 3)) {
              for (const clocks of [{ asOf }, { knownAt }, { asOf, knownAt }])
                expect(await victimsOn(asked, clocks)).toEqual(
                  await victimsOn(queriesOver(retold.log), clocks),
                );
            }
          }
        }
        closeAll();
      }),
      { numRuns: 12 },
    );
  });
});
