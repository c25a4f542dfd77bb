/** A log, and machines that reach it until a call of a certain number. */
import { Ledger, type Outcome } from '../../src/application/ledger.ts';
import type { Command } from '../../src/domain/commands.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import type { RecordedEvent } from '../../src/store/recorded-event.ts';
import { FaultyStore, type Line } from './faulty-store.ts';
import { Machine, MemoryReadModel, RememberedCheckpoint, type Disk } from './machine.ts';
import type { Story } from './protocols.ts';

const actor = 'clerk';

/** Whether the call that the machine did not survive took place. */
export type Flavour = 'before' | 'after';

/** All goes well but for the call of that number, which waits until it is let go. */
export class HeldCall implements Line {
  calls = 0;
  letGo: () => void = () => undefined;
  readonly #held: number;

  constructor(held: number) {
    this.#held = held;
  }

  async wait(): ReturnType<Line['wait']> {
    this.calls += 1;
    if (this.calls === this.#held) {
      await new Promise<void>((go) => {
        this.letGo = go;
      });
    }
    return 'done';
  }

  later(): never {
    throw new Error('nothing arrives late here');
  }

  heardOf(head: number): number {
    return head;
  }

  isGone(): boolean {
    return false;
  }
}

/** All goes well until the call of that number, and then nothing goes any more. */
export class LastCall implements Line {
  calls = 0;
  readonly what: string[] = [];
  readonly #last: number;
  readonly #flavour: Flavour;

  constructor(last = Infinity, flavour: Flavour = 'before') {
    this.#last = last;
    this.#flavour = flavour;
  }

  wait(what: string): ReturnType<Line['wait']> {
    this.calls += 1;
    this.what.push(what);
    if (this.calls < this.#last) return Promise.resolve('done');
    if (this.calls === this.#last && this.#flavour === 'after') return Promise.resolve('unheard');
    return new Promise(() => undefined);
  }

  later(): never {
    throw new Error('nothing arrives late here');
  }

  heardOf(head: number): number {
    return head;
  }

  isGone(): boolean {
    return this.calls >= this.#last;
  }
}

export class Scene {
  readonly log: MemoryEventStore;
  readonly #maxAppendBytes: number | undefined;

  constructor({ isNarrow }: Story, atomicStreams = false) {
    this.log = new MemoryEventStore({ atomicStreams, clock: () => new Date(0) });
    this.#maxAppendBytes = isNarrow ? 1 : undefined;
  }

  async tellBefore(commands: readonly Command[]): Promise<void> {
    const ledger = new Ledger(this.log);
    for (const [at, command] of commands.entries()) {
      await ledger.handle(command, { commandId: `before-${String(at)}`, actor });
    }
  }

  machine(line: Line): Machine {
    const disk: Disk = { checkpoint: new RememberedCheckpoint(), readModel: new MemoryReadModel() };
    return new Machine('machine', new FaultyStore(this.log, line, this.#maxAppendBytes), { disk });
  }

  async events(): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const page of this.log.readAll()) events.push(...page);
    return events;
  }
}

/** Tells the machine the command; under one id, unless told. */
export function tell(machine: Machine, command: Command, commandId = 'the-command'): Promise<Outcome> {
  return machine.ledger.handle(command, { commandId, actor });
}

/** What was said in each stream, without the ids, which say in whose name and by what; notices come in any order. */
export function saidIn(events: readonly RecordedEvent[]): readonly string[] {
  return events
    .map(({ stream, type, effectiveOn, data }) => {
      const said = { ...(data as object), ending: undefined };
      return `${stream} ${type} ${effectiveOn} ${JSON.stringify(said)}`;
    })
    .sort();
}
