import type { House } from '../application/house.ts';
import { positionKnownAt } from '../application/queries/known-at.ts';
import { today } from '../application/today.ts';
import type { Clocks, Stamp } from '../application/views/ledger.ts';
import { clocksOf, stampInWords } from './clocks.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { Names } from './names.ts';
import { remarksOn } from './standing.ts';
import { styleFor, type Style } from './style.ts';
import { isSet, placeOf, type Asked, type Options } from './verb.ts';
import type { World } from './world.ts';

/** Where a question is answered: the house, the clocks it is asked on, and the manner in which the answer is given. */
export class Desk {
  readonly house: House;
  readonly names: Names;
  readonly clocks: Clocks;
  readonly options: Options;
  readonly world: World;
  readonly style: Style;
  readonly isJson: boolean;
  readonly #withLabels: boolean;

  constructor(house: House, options: Options, world: World) {
    this.house = house;
    this.names = new Names(house.directory);
    this.clocks = clocksOf(options);
    this.options = options;
    this.world = world;
    this.style = styleFor(world.stdout, world);
    this.isJson = isSet(options, 'json');
    this.#withLabels = this.isJson ? isSet(options, 'labels') : options['labels'] !== false;
  }

  /** Gives an answer: as one JSON document, or in words. */
  async answer(found: { readonly stamp?: Stamp }, inWords: () => string): Promise<void> {
    await this.learn(found);
    if (this.isJson) {
      await this.print(`${JSON.stringify({ ...found, ...this.labels() }, null, 2)}\n`);
      return;
    }
    const stamp = found.stamp === undefined ? '' : stampInWords(found.stamp);
    await this.print(`${inWords()}${stamp === '' ? '' : `\n${this.style.dim(stamp)}\n`}`);
  }

  /** Learns the labels in an answer, where they are to be shown. */
  async learn(found: unknown): Promise<void> {
    if (this.#withLabels) await this.names.learn(found);
  }

  /** The labels of the ids in the answer, where they were asked for. */
  labels(): { readonly labels?: Readonly<Record<string, string>> } {
    return this.#withLabels ? { labels: this.names.known() } : {};
  }

  async print(text: string): Promise<void> {
    await this.world.stdout.write(text);
  }

  async remark(text: string): Promise<void> {
    await this.world.stderr.write(`${text}\n`);
  }

  /** That the ledger does not know what it was asked for; an empty one says how to begin. @throws Failure always */
  async unknown(what: string, advice = 'Correct the id or the label.'): Promise<never> {
    const { position } = await this.house.store.head();
    if (position === 0) throw new Failure('notFound', emptyLedger, howToBegin);
    const hasClock = this.clocks.asOf !== undefined || this.clocks.knownAt !== undefined;
    const then = hasClock ? ' on these clocks' : '';
    throw new Failure('notFound', `The ledger knows no such ${what}${then}.`, advice);
  }

  /** That the question is asked of a time before anything was recorded, or of one that has not come, where it is. */
  async remarkTime(): Promise<void> {
    if (hasNotCome(this.clocks))
      await this.remark(
        'By --known-at more may be known: that day has not come. What is known now is shown.',
      );
    if ((await positionKnownAt(this.house.store, this.clocks)) !== 0) return;
    const [first] = (await firstPage(this.house.store.readAll({ upTo: 1 }))) ?? [];
    if (first !== undefined)
      await this.remark(`Nothing had been recorded by then; the ledger begins at ${first.recordedAt}.`);
  }

  /** What to say where a list has no rows: what that means, where it is said. */
  async remarkNothing(stamp?: Stamp, nothing = 'Nothing fits.'): Promise<void> {
    const { position } = await this.house.store.head();
    const clocks = stamp === undefined ? '' : stampInWords(stamp);
    await this.remark(position === 0 ? `${emptyLedger} ${howToBegin}` : `${nothing} ${clocks}`.trimEnd());
  }
}

/** A position is never ahead of the log; an instant of today is meant for its end. */
function hasNotCome({ knownAt = '@' }: Clocks): boolean {
  return !knownAt.startsWith('@') && knownAt.slice(0, 10) > today();
}

async function firstPage<Page>(pages: AsyncIterable<Page>): Promise<Page | undefined> {
  for await (const page of pages) return page;
  return undefined;
}

const emptyLedger = 'This ledger is empty.';
const howToBegin =
  'Begin with `restitution import FILE.csv` or `restitution apply FILE.jsonl`; `restitution demo` shows one that is not.';

/** Opens the ledger to answer a question, and closes it whatever comes. A question makes no ledger where there is none. */
export async function atDesk(
  { options }: Asked,
  world: World,
  answer: (desk: Desk) => Promise<Exit>,
): Promise<Exit> {
  clocksOf(options);
  const place = placeOf(options, world);
  if (place.eventStore === undefined && !world.hasLedger(place.folder)) {
    const advice = `Name its folder with --data. ${howToBegin}`;
    throw new Failure('notFound', `There is no ledger in ${place.folder}.`, advice);
  }
  const house = await world.openHouse({ ...place, isAsked: true });
  return closedAfter(house, async () => {
    for (const remark of await remarksOn(house)) await world.stderr.write(`${remark}\n`);
    const desk = new Desk(house, options, world);
    await desk.remarkTime();
    return answer(desk);
  });
}

/** Opens the ledger, makes it if need be, and closes it whatever comes. */
export async function inHouse(
  { options }: Pick<Asked, 'options'>,
  world: World,
  act: (house: House) => Promise<Exit>,
): Promise<Exit> {
  const house = await world.openHouse(placeOf(options, world));
  return closedAfter(house, () => act(house));
}

async function closedAfter(house: House, act: () => Promise<Exit>): Promise<Exit> {
  try {
    return await act();
  } finally {
    await house.close();
  }
}
