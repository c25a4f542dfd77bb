/** One run of several machines on one log, out of a seed: what they are told, what becomes of them, and who comes when. */
import { Documents } from '../../src/application/documents/documents.ts';
import { Ledger } from '../../src/application/ledger.ts';
import type { Command } from '../../src/domain/commands.ts';
import { Rejection } from '../../src/domain/rejection.ts';
import { StoreUnavailable } from '../../src/store/event-store.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import type { RecordedEvent } from '../../src/store/recorded-event.ts';
import { Chance } from './chance.ts';
import { close, staleCopies, figuresOf } from './closing.ts';
import type { Books } from './books.ts';
import { hold } from './entities.ts';
import { FaultyStore } from './faulty-store.ts';
import {
  Crashed,
  Machine,
  MemoryReadModel,
  RememberedCheckpoint,
  simulatedClock,
  type Disk,
} from './machine.ts';
import { Schedule } from './schedule.ts';
import { worldOf, type Sent, type World } from './worlds.ts';

/** What goes wrong in a run, and how often: each seed has its own. */
interface Weather {
  readonly machines: number;
  readonly crash: number;
  readonly isForgetful: boolean;
  readonly maxAppendBytes: number | undefined;
  /** What of a case's decision is put into a document: most of them, or none of so small a world. */
  readonly mostRows: number;
  /** Whether one command is sent after the other, each until it is answered, and followed up before the next. */
  readonly isOrderly: boolean;
}

/** What came of a run that went well. */
export interface Run {
  readonly books: Books;
  readonly log: readonly RecordedEvent[];
  readonly told: readonly string[];
  readonly marks: ReadonlySet<string>;
}

/** So many calls after which nothing more goes wrong, that a run may end. */
const patience = 1_200;
const actor = 'clerk';

/** A run that came to a wrong end: the seed, what was decided, and what is wrong. */
class RunFailed extends Error {
  constructor(seed: number, cause: unknown, { world, told }: { world: World; told: readonly string[] }) {
    const said = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    const lanes = world.lanes.map((lane) =>
      lane.map(({ id, command }) => `${id} ${written(command)}`).join('\n'),
    );
    super(
      `seed ${String(seed)}: ${said}\n\nBefore:\n${world.before.map(written).join('\n')}\n\n` +
        `Told:\n${lanes.join('\n- beside it -\n')}\n\nSchedule:\n${told.join('\n')}`,
      { cause },
    );
    this.name = 'RunFailed';
  }
}

function written(command: Command): string {
  return JSON.stringify(command, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}

/** Runs the seed. @throws RunFailed */
export async function simulate(seed: number, left: ReadonlySet<number> = new Set()): Promise<Run> {
  const world = worldOf(new Chance(seed), left);
  const simulation = new Simulation(seed, world);
  try {
    return await simulation.run();
  } catch (error) {
    throw new RunFailed(seed, error, { world, told: simulation.schedule.told });
  }
}

class Simulation {
  readonly schedule: Schedule;
  readonly #chance: Chance;
  readonly #world: World;
  readonly #weather: Weather;
  readonly #log = new MemoryEventStore({ atomicStreams: false, clock: () => new Date(0) });
  readonly #machines: Machine[] = [];
  readonly #acknowledged: Sent[] = [];
  readonly #verdicts: string[] = [];
  readonly #marks = new Set<string>();
  #isCalm = false;
  #failure: unknown;
  #lives = 0;

  constructor(seed: number, world: World) {
    this.#chance = new Chance(~seed);
    this.#world = world;
    this.#weather = this.#makeWeather();
    this.schedule = new Schedule(this.#chance);
  }

  async run(): Promise<Run> {
    const { before, lanes } = this.#world;
    await tellAll(new Ledger(this.#log, { clock: simulatedClock }), before);
    for (let at = 0; at < this.#weather.machines; at += 1) this.#start(newDisk());
    this.#begin();
    const told = this.#weather.isOrderly ? [lanes.flat()] : lanes;
    await this.#until(Promise.all(told.map((lane, at) => this.#send(lane, `sender ${String(at)}`))));
    await this.#settle();
    const log = await everything(this.#log);
    const readModel = await this.#readModelsAgree();
    const books = close(log, readModel.all('journal'), this.#acknowledged);
    hold(staleCopies(log).length === 0, `a case is wrong for good: ${staleCopies(log).join('; ')}`);
    if (this.#weather.isOrderly) {
      // Of those who tell it at once, one may look at the months just before another closes one.
      hold(books.reached.length === 0, `a closed month was reached: ${books.reached.join(', ')}`);
      await this.#isAsIfNothingHadGoneWrong(log);
    }
    return { books, log, told: this.schedule.told, marks: this.#marks };
  }

  #makeWeather(): Weather {
    const chance = this.#chance;
    return {
      machines: chance.oneOf([1, 2, 2, 3]),
      crash: chance.oneOf([0, 0.01, 0.04]),
      isForgetful: chance.is(0.3),
      maxAppendBytes: chance.oneOf([undefined, undefined, 1, 3_000, 4_500]),
      mostRows: chance.oneOf([1_000, 1_000, 1, 3]),
      isOrderly: chance.is(0.3),
    };
  }

  #begin(): void {
    const often = (): number => this.#chance.oneOf([0, 0, 0.02, 0.06]);
    this.schedule.faults = { lost: often(), unheard: often(), late: often(), twice: often() };
    if (this.#chance.is(0.5)) this.schedule.lag();
    if (this.#chance.is(0.4)) this.schedule.slow(this.#chance.oneOf(this.#machines).name);
  }

  /** Goes on, call by call, until it is done. */
  async #until(work: Promise<unknown>): Promise<void> {
    const is = { done: false };
    work.then(
      () => (is.done = true),
      (error: unknown) => {
        this.#failure ??= error;
      },
    );
    for (let turn = 0; ; turn += 1) {
      if (!this.#isCalm && this.schedule.calls > patience) this.#calm();
      if (!this.#isCalm) await this.#something();
      const hasGoneOn = await this.schedule.next();
      if (this.#failure !== undefined) throw this.#failure as Error;
      if (is.done) return;
      hold(hasGoneOn || !this.#isCalm || turn < 10, 'everything waits, and nothing goes on');
    }
  }

  #calm(): void {
    this.#isCalm = true;
    this.schedule.calm();
    for (const machine of this.#machines.filter(({ isDead }) => isDead)) this.#restart(machine);
  }

  /** What may happen between two calls: a machine crashes, comes back, or begins to follow the log. */
  async #something(): Promise<void> {
    for (const machine of [...this.#machines]) {
      if (machine.isDead) {
        if (this.#chance.is(0.05)) this.#restart(machine);
      } else if (this.#chance.is(this.#weather.crash / this.#machines.length)) {
        this.#marks.add('a machine crashed');
        this.schedule.note(`${machine.name} crashes`);
        machine.crash();
        await this.schedule.abandon(machine.name);
      } else if (!machine.isFollowing && this.#chance.is(0.015)) {
        this.schedule.note(`${machine.name} follows the log`);
        void this.#follow(machine);
      }
    }
  }

  #start(disk: Disk): void {
    this.#lives += 1;
    const name = `machine ${String(this.#lives)}`;
    const { maxAppendBytes, mostRows } = this.#weather;
    const store = new FaultyStore(this.#log, this.schedule.lineOf(name), maxAppendBytes);
    this.#machines.push(new Machine(name, store, { disk, mostRows }));
  }

  /** A machine comes back with what it had, with an older checkpoint, or with nothing. */
  #restart(machine: Machine): void {
    this.#machines.splice(this.#machines.indexOf(machine), 1);
    const disk = this.#chance.is(this.#weather.isForgetful ? 0.6 : 0) ? newDisk() : machine.disk;
    const { places } = disk.checkpoint;
    if (this.#chance.is(0.4)) places.splice(1 + this.#chance.below(places.length));
    this.schedule.note(`${machine.name} comes back`);
    this.#start(disk);
  }

  async #follow(machine: Machine): Promise<void> {
    try {
      await Promise.race([machine.follow(), machine.crashed]);
    } catch (error) {
      if (!(error instanceof StoreUnavailable || error instanceof Crashed)) this.#failure ??= error;
    }
  }

  async #send(lane: readonly Sent[], sender: string): Promise<void> {
    for (const sent of lane) {
      await this.#sendOne(sent, sender);
      if (this.#weather.isOrderly) await this.#followUp(sender);
    }
  }

  /** Sends it until it is answered, to one machine after the other; or gives up, and never asks again. */
  async #sendOne(sent: Sent, sender: string): Promise<void> {
    for (;;) {
      const machine = await this.#anyMachine(sender);
      this.schedule.note(`${sender} sends ${sent.id} ${sent.command.type} to ${machine.name}`);
      try {
        const told = machine.ledger.handle(sent.command, { commandId: sent.id, actor });
        await Promise.race([told, machine.crashed]);
        this.#acknowledged.push(sent);
        this.#verdicts.push(`${sent.id} done`);
        return;
      } catch (error) {
        if (error instanceof Rejection) {
          this.#marks.add('a command was refused');
          this.#marks.add(error.code);
          this.#verdicts.push(`${sent.id} ${error.code}`);
          return;
        }
        if (!(error instanceof StoreUnavailable || error instanceof Crashed)) throw error;
        this.#marks.add('a sender was left without an answer');
        if (this.#weather.isOrderly || this.#chance.is(0.7)) continue;
        this.#marks.add('a sender gave up');
        return;
      }
    }
  }

  async #anyMachine(sender: string): Promise<Machine> {
    for (;;) {
      await this.schedule.wait(sender, 'goes on');
      const alive = this.#machines.filter(({ isDead }) => !isDead);
      if (alive.length > 0) return this.#chance.oneOf(alive);
    }
  }

  /** Everything that the last command brought about is finished, however often that takes. */
  async #followUp(sender: string): Promise<void> {
    for (;;) {
      const machine = await this.#anyMachine(sender);
      const before = (await this.#log.head()).position;
      try {
        await Promise.race([machine.follow(), machine.crashed]);
        const { places } = machine.disk.checkpoint;
        const reached = places.at(-1)!.position;
        if ((await this.#log.head()).position === before && reached >= before) return;
      } catch (error) {
        if (!(error instanceof StoreUnavailable || error instanceof Crashed)) throw error;
      }
    }
  }

  /** Nothing more goes wrong, and nobody sends anything: the ledger comes to rest by itself. */
  async #settle(): Promise<void> {
    this.#calm();
    this.schedule.note('all is calm');
    await this.#until(this.#allAtRest());
    for (let round = 1; ; round += 1) {
      const before = (await this.#log.head()).position;
      await this.#until(Promise.all(this.#machines.map((machine) => machine.follow())));
      if ((await this.#log.head()).position === before) return;
      hold(round < 4, 'the ledger does not come to rest');
    }
  }

  async #allAtRest(): Promise<void> {
    while (this.#machines.some(({ isFollowing }) => isFollowing))
      await this.schedule.wait('all', 'come to rest');
  }

  /** What each machine reads is what is read from the beginning. */
  async #readModelsAgree(): Promise<MemoryReadModel> {
    const fresh = new Machine('fresh', this.#log, { disk: newDisk() });
    await fresh.follow();
    const { readModel } = fresh.disk;
    const expected = readModel.contents();
    for (const { name, disk } of this.#machines) {
      hold(disk.readModel.contents() === expected, `${name} reads something else`);
    }
    return readModel;
  }

  /** The same, told one after the other to a ledger that writes all of a command at once. */
  async #isAsIfNothingHadGoneWrong(log: readonly RecordedEvent[]): Promise<void> {
    const store = new MemoryEventStore();
    const ledger = new Ledger(store, { clock: simulatedClock });
    await tellAll(ledger, this.#world.before);
    const verdicts: string[] = [];
    for (const { id, command } of this.#world.lanes.flat()) {
      try {
        await ledger.handle(command, { commandId: id, actor });
        verdicts.push(`${id} done`);
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
        verdicts.push(`${id} ${error.code}`);
      }
    }
    hold(verdicts.join('\n') === this.#verdicts.join('\n'), 'another answer than where all goes well');
    const [here, there] = [figuresOf(log), figuresOf(await everything(store))];
    const others = Object.keys({ ...here, ...there }).filter((name) => here[name] !== there[name]);
    const said = others.map((name) => `${name}: ${here[name] ?? 'none'}, and not ${there[name] ?? 'none'}`);
    hold(said.length === 0, `other figures than where all goes well: ${said.join('; ')}`);
    this.#marks.add('it was as if nothing had gone wrong');
  }
}

function newDisk(): Disk {
  return { checkpoint: new RememberedCheckpoint(), readModel: new MemoryReadModel() };
}

async function tellAll(ledger: Ledger, commands: readonly Command[]): Promise<void> {
  for (const [at, command] of commands.entries()) {
    await ledger.handle(command, { commandId: `before-${String(at)}`, actor }).catch(expectRejection);
  }
}

function expectRejection(error: unknown): void {
  if (!(error instanceof Rejection)) throw error;
}

/** All that the log tells, each with the place and the id of the event that tells it. */
async function everything(store: MemoryEventStore): Promise<readonly RecordedEvent[]> {
  const documents = new Documents(store);
  const log: RecordedEvent[] = [];
  for await (const page of store.readAll()) {
    for (const recorded of page) {
      const { events } = await documents.tells(recorded);
      for (const { type, effectiveOn, data } of events) log.push({ ...recorded, type, effectiveOn, data });
    }
  }
  return log;
}
