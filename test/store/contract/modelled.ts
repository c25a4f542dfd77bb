import fc from 'fast-check';
import type { EventStore, StreamWrite } from '../../../src/store/event-store.ts';
import type { Subject } from '../event-store.contract.ts';
import { allOf, anEvent, idOf } from '../support/events.ts';

const streams = ['Victim-1', 'Victim-2', 'Case-1'] as const;

/** Plain JSON of all kinds. Minus zero is refused, and halves of surrogate pairs are, so neither is made here. */
const json = fc
  .jsonValue({ stringUnit: 'binary' })
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown);

/** One who may be wrong about the revision, may repeat an event, and may repeat what was appended before. */
const step = fc.record({
  stream: fc.constantFrom(...streams),
  off: fc.constantFrom(0, 0, 0, 0, -1, 1),
  count: fc.integer({ min: 1, max: 4 }),
  repeats: fc.constantFrom(false, false, false, true),
});
type Step = (typeof step extends fc.Arbitrary<infer Value> ? Value : never) & object;

interface Model {
  readonly revisions: Map<string, number>;
  readonly stored: { id: string; stream: string; revision: number }[];
  last: { writes: StreamWrite[]; result: string } | undefined;
  next: number;
}

export function modelled({ open }: Subject): void {
  test('any plain JSON comes back as it was', async () => {
    const store = await open();
    let n = 0;
    await fc.assert(
      fc.asyncProperty(json, async (data) => {
        n += 1;
        const stream = `Case-${String(n)}`;
        await store.append([{ stream, expected: 'no-stream', events: [anEvent(n, { data })] }]);
        const [event] = await allOf(store.readStream(stream));
        expect(event?.data).toEqual(data);
        expect(JSON.stringify(event?.data)).toBe(JSON.stringify(data));
      }),
      { numRuns: 300 },
    );
  });

  test('whatever is appended, rightly or wrongly, the store does what a simple model does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const store = await open();
        const model: Model = { revisions: new Map(), stored: [], last: undefined, next: 1 };
        for (const one of steps) await expectSame(store, model, one);
        const read = await allOf(store.readAll());
        expect(read.map(({ id, stream, revision }) => ({ id, stream, revision }))).toEqual(model.stored);
        for (const stream of streams) {
          const ofStream = await allOf(store.readStream(stream));
          expect(ofStream).toEqual(read.filter((event) => event.stream === stream));
        }
        expect((await store.head()).position).toBe(model.stored.length);
        await store.close();
      }),
      { numRuns: 60 },
    );
  });
}

async function expectSame(store: EventStore, model: Model, one: Step): Promise<void> {
  if (one.repeats && model.last !== undefined) {
    expect(await said(store, model.last.writes)).toBe(model.last.result);
    return;
  }
  const actual = model.revisions.get(one.stream) ?? -1;
  const expected = actual + one.off;
  const ids = Array.from({ length: one.count }, () => model.next++);
  const events = ids.map((n) => anEvent(n));
  const writes = [{ stream: one.stream, expected: expected < 0 ? ('no-stream' as const) : expected, events }];
  const isRight = Math.max(expected, -1) === actual;
  if (!isRight) {
    expect(await said(store, writes)).toBe(`conflict at ${actual < 0 ? 'no-stream' : String(actual)}`);
    return;
  }
  for (const [at, n] of ids.entries()) {
    model.stored.push({ id: idOf(n), stream: one.stream, revision: actual + 1 + at });
  }
  model.revisions.set(one.stream, actual + one.count);
  const result = `${String(actual + one.count)} at ${String(model.stored.length)}`;
  model.last = { writes, result };
  expect(await said(store, writes)).toBe(result);
}

async function said(store: EventStore, writes: readonly StreamWrite[]): Promise<string> {
  try {
    const { revisions, position } = await store.append(writes);
    return `${revisions.join()} at ${String(position)}`;
  } catch (error) {
    return `conflict at ${String((error as { actual: unknown }).actual)}`;
  }
}
