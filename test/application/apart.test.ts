/** What concerns one victim, in cases of its own, changes nothing for another, in whatever order both are told. */
import fc from 'fast-check';
import type { Command } from '../../src/domain/commands.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import {
  amendOrder,
  determineLoss,
  enterOrder,
  makeFinal,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  returnPayment,
  vacateOrder,
} from '../support/words.ts';
import { bothKinds, Telling } from './telling.ts';

type Story = readonly (readonly [id: string, command: Command])[];

/** What may be told of one victim, whose orders are two of its own, in two cases of their own. */
function storiesOf(victim: string, [one, other]: readonly [string, string]): fc.Arbitrary<Story> {
  const number = (id: string): string => id.slice(2);
  const orders = fc.constantFrom(one, other);
  const amounts = fc.constantFrom('500.00', '3,000.00', '4,000.00', '6,000.00');
  const receipts = fc
    .integer({ min: 1, max: 5 })
    .map((count) => `${victim.replace('-', '')}x.${String(count)}`);
  const told = fc.oneof(
    fc.tuple(receipts, amounts, orders).map(([id, amount, to]) => recordPayment(id, amount, { to })),
    fc.tuple(receipts, amounts, orders).map(([id, amount, to]) => recordPayment(id, amount, { to })),
    receipts.map((id) => returnPayment(id)),
    fc.tuple(orders, amounts).map(([id, amount]) => determineLoss(`c-${number(id)}`, amount, { victim })),
    orders.map((id) => makeFinal(id)),
    fc.tuple(orders, amounts).map(([id, amount]) => amendOrder(id, { [victim]: amount })),
    fc.constant(vacateOrder(other)),
  );
  const opening: readonly Command[] = [
    registerVictim(victim),
    ...[one, other].flatMap((id) => [registerCase(`c-${number(id)}`), registerDefendant(`d-${number(id)}`)]),
    ...[one, other].map((id) => enterOrder(id, { [victim]: '5,000.00' })),
    determineLoss(`c-${number(one)}`, '6,000.00', { victim }),
    makeFinal(one),
    recordPayment(`${victim.replace('-', '')}x.9`, '4,500.00', { to: one }),
  ];
  return fc
    .array(told, { minLength: 4, maxLength: 12 })
    .map((rest) =>
      [...opening, ...rest].map((command, index) => [`${victim}-${String(index)}`, command] as const),
    );
}

async function tellAll(court: Telling, story: Story): Promise<void> {
  for (const [id, command] of story) await court.refusalOf(command, id);
}

/** What stands in each stream: the streams of one story are none of the other's. */
async function streamsOf(court: Telling): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const streams: Record<string, unknown[]> = {};
  for (const { stream, id, type, data } of await court.log())
    (streams[stream] ??= []).push({ id, type, data });
  return streams;
}

const two = fc.tuple(storiesOf('v-1', ['o-1', 'o-2']), storiesOf('v-2', ['o-3', 'o-4']));
const runs = { numRuns: 60, seed: 20181207 };

describe.each(bothKinds)('two victims without a case in common, $kind', ({ atomicStreams }) => {
  const open = (): Telling => new Telling(new MemoryEventStore({ atomicStreams }));

  async function alone(stories: readonly Story[]): Promise<Readonly<Record<string, readonly unknown[]>>> {
    const streams = [];
    for (const story of stories) {
      const court = open();
      await tellAll(court, story);
      streams.push(await streamsOf(court));
    }
    return Object.assign({}, ...streams) as Readonly<Record<string, readonly unknown[]>>;
  }

  test('come to the same as each alone, told of in any order', async () => {
    await fc.assert(
      fc.asyncProperty(two, fc.infiniteStream(fc.boolean()), async (stories, turns) => {
        const court = open();
        const left = stories.map((story) => [...story]);
        while (left.some((story) => story.length > 0)) {
          const [first = [], second = []] = left;
          const mine =
            (turns.next().value === true && first.length > 0) || second.length === 0 ? first : second;
          await tellAll(court, mine.splice(0, 1));
        }
        expect(await streamsOf(court)).toEqual(await alone(stories));
      }),
      runs,
    );
  });

  test('come to the same as each alone, told of at once', async () => {
    await fc.assert(
      fc.asyncProperty(two, async (stories) => {
        const court = open();
        await Promise.all(stories.map((story) => tellAll(court, story)));
        expect(await streamsOf(court)).toEqual(await alone(stories));
      }),
      runs,
    );
  });
});
