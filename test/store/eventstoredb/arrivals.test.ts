import { StoreUnavailable } from '../../../src/store/event-store.ts';
import { Arrivals } from '../../../src/store/eventstoredb/arrivals.ts';
import type { Keeper } from '../../../src/store/eventstoredb/keeper.ts';
import type { Arrived } from '../../../src/store/eventstoredb/server.ts';
import { rejectionOf } from '../support/events.ts';

/** What a keeper has, and which revisions it was asked for. */
function arrivals(): { readonly all: Arrivals; readonly has: Set<number>; readonly asked: number[] } {
  const [has, asked] = [new Set<number>(), [] as number[]];
  const keeper: Pick<Keeper, 'has'> = {
    has: (_, revision) => {
      asked.push(revision);
      return has.has(revision);
    },
  };
  return { all: new Arrivals(keeper as Keeper), has, asked };
}

const news = [{ stream: 'Victim-1' } as Arrived];
const anHour = 3_600_000;

describe('whoever waits for an event', () => {
  test('and gives up is kept no longer: what comes later is not held against it', async () => {
    const { all, asked } = arrivals();
    for (let n = 0; n < 20; n += 1)
      expect(await rejectionOf(all.of('Victim-1', n, 0))).toBeInstanceOf(StoreUnavailable);
    asked.length = 0;
    all.tell(news);
    expect(asked).toEqual([]);
  });

  test('is told when it comes, though others gave up or wait for more', async () => {
    const { all, has, asked } = arrivals();
    const [first, second] = [all.of('Victim-1', 1, anHour), all.of('Victim-1', 2, anHour)];
    await rejectionOf(all.of('Victim-1', 3, 0));
    has.add(1);
    all.tell(news);
    await first;
    asked.length = 0;
    has.add(2);
    all.tell(news);
    await second;
    expect(asked).toEqual([2]);
  });

  test('is told why nothing comes any more', async () => {
    const { all } = arrivals();
    const waiting = rejectionOf(all.of('Victim-1', 1, anHour));
    all.fail(new StoreUnavailable('stopped'));
    expect(await waiting).toMatchObject({ message: expect.stringContaining('stopped') });
  });
});
