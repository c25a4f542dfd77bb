/** A ledger to tell things to, and to look into: whatever is asked of it is folded anew from its log. */
import { ledgerEventOf } from '../support/ledger-event.ts';
import type { Preparation } from '../../src/application/preparing.ts';
import { Ledger, type Outcome } from '../../src/application/ledger.ts';
import { noteEndings } from '../../src/application/processes/note-endings.ts';
import { deciderOf, streamName, type Kind, type StateOf } from '../../src/application/streams.ts';
import { isDecidedByVictim, type CaseState } from '../../src/domain/case/state.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { LedgerEvent } from '../../src/domain/events.ts';
import { outstanding, terminated, type Liability } from '../../src/domain/liability/liability.ts';
import {
  add,
  formatMoney,
  noMoney,
  parseMoney,
  subtract,
  sum,
  type Money,
  type MoneyText,
} from '../../src/domain/money.ts';
import { Rejection } from '../../src/domain/rejection.ts';
import type { EventStore } from '../../src/store/event-store.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import type { RecordedEvent } from '../../src/store/recorded-event.ts';
import {
  caseId,
  orderId,
  registerCase,
  registerDefendant,
  registerVictim,
  victimId,
} from '../support/words.ts';

/** Both kinds of store: one that writes several streams at once, and one that writes one at a time. */
export const bothKinds = [
  { kind: 'one append a command', atomicStreams: true },
  { kind: 'one append a step', atomicStreams: false },
] as const;

const actor = 'clerk';

/** A liability as it stands: paid, ended by law, and still owed. */
export type Standing = readonly [paid: MoneyText, ended: MoneyText, owed: MoneyText];

export class Telling {
  readonly store: EventStore;
  readonly ledger: Ledger;
  readonly #name: string;
  #told = 0;

  /** Ids of commands begin with the name, so that those of two ledgers differ. */
  constructor(store: EventStore = new MemoryEventStore(), name = 'command', prepare?: Preparation) {
    this.store = store;
    this.#name = name;
    this.ledger = new Ledger(store, prepare && { prepare });
  }

  /** Tells one thing after the other, each under an id of its own; gives what became of the last. */
  async tell(...commands: readonly [Command, ...Command[]]): Promise<Outcome> {
    const [first, ...rest] = commands;
    let outcome = await this.tellAs(this.#nextId(), first);
    for (const command of rest) outcome = await this.tellAs(this.#nextId(), command);
    return outcome;
  }

  async tellAs(commandId: string, command: Command): Promise<Outcome> {
    return this.ledger.handle(command, { commandId, actor });
  }

  /** Why the ledger refuses the command: code and field; undefined where it does not. */
  async refusalOf(command: Command, commandId = this.#nextId()): Promise<string | undefined> {
    try {
      await this.tellAs(commandId, command);
      return undefined;
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      return `${error.code} ${error.pointer}`;
    }
  }

  #nextId(): string {
    this.#told += 1;
    return `${this.#name}-${String(this.#told)}`;
  }

  async log(): Promise<readonly RecordedEvent[]> {
    const log: RecordedEvent[] = [];
    for await (const page of this.store.readAll()) log.push(...page);
    return log;
  }

  /** What happened, in order, as `Victim-v-1 LossDetermined`. */
  async happened(after = 0): Promise<readonly string[]> {
    return (await this.log()).slice(after).map(({ stream, type }) => `${stream} ${type}`);
  }

  async state<K extends Kind>(kind: K, id: string): Promise<StateOf<K>> {
    const decider = deciderOf(kind);
    const state = decider.empty();
    for await (const page of this.store.readStream(streamName({ kind, id }))) {
      for (const recorded of page) decider.evolve(state, ledgerEventOf(recorded));
    }
    return state as StateOf<K>;
  }

  /** How each liability to the victim stands, as the victim's stream has it. */
  async owedTo(victim = 'v-1'): Promise<Readonly<Record<string, Standing>>> {
    const { liabilities } = await this.state('Victim', victim);
    return Object.fromEntries([...liabilities.values()].map((each) => [each.orderId, standingOf(each)]));
  }

  /** The same, as the case has it: of one order, to one victim. */
  async owedIn(inCase: string, order: string, victim = 'v-1'): Promise<Standing | undefined> {
    const { liabilities } = await this.state('Case', inCase);
    const liability = liabilities.get({ orderId: orderId(order), victimId: victimId(victim) });
    return liability && standingOf(liability);
  }

  /** Where the money of a receipt is: credited, held for the payor, or still on its way. */
  async whereIs(receipt: string): Promise<Readonly<Record<'credited' | 'held' | 'settling', MoneyText>>> {
    const { received, returned, excess } = await this.state('Receipt', receipt);
    const credited = sum((await this.log()).map(ledgerEventOf).map((event) => creditOf(event, receipt)));
    const held = returned ? noMoney : excess;
    const here = returned ? noMoney : (received?.amount ?? noMoney);
    const settling = subtract(here, add(credited, held));
    return { credited: formatMoney(credited), held: formatMoney(held), settling: formatMoney(settling) };
  }

  /** Tells the cases of all endings in the log, once more, as whoever follows the log does. */
  async tellOfEndings(): Promise<void> {
    for (const recorded of await this.log()) {
      const event = ledgerEventOf(recorded);
      if (event.type !== 'LiabilitiesTerminated' && event.type !== 'LiabilitiesReinstated') continue;
      const { id, commandId } = recorded;
      await this.ledger.follow({ commandId, actor, fingerprint: '' }, (session) =>
        noteEndings(session, { id, event }),
      );
    }
  }
}

/** What the event has credited of the receipt; below nothing where it has taken back. */
function creditOf({ type, data }: LedgerEvent, receipt: string): Money {
  if (type === 'RecoveryCredited' && data.receiptId === receipt) return parseMoney(data.accepted);
  switch (type) {
    case 'RecoveryReversed':
    case 'OverpaymentTakenBack':
    case 'RecoveryTakenBack':
      return data.receiptId === receipt ? subtract(noMoney, parseMoney(data.amount)) : noMoney;
    default:
      return noMoney;
  }
}

function standingOf(liability: Liability): Standing {
  const { paid } = liability;
  return [formatMoney(paid), formatMoney(terminated(liability)), formatMoney(outstanding(liability))];
}

/** Whether the case's copy of what the victims' streams decide agrees with them. */
export async function copiesAgree(telling: Telling, inCase: string): Promise<boolean> {
  const state: CaseState = await telling.state('Case', inCase);
  for (const copy of state.liabilities.values()) {
    if (!isDecidedByVictim(state, copy)) continue;
    const { [copy.orderId]: original } = await telling.owedTo(copy.victimId);
    if (String(original) !== String(standingOf(copy))) return false;
  }
  return true;
}

/** Registers what a story needs: `c-1` is the case of `d-1`, and so on. */
export async function register(
  telling: Telling,
  { victims = ['v-1'], cases }: { victims?: readonly string[]; cases: readonly string[] },
): Promise<void> {
  for (const victim of victims) await telling.tell(registerVictim(victim));
  for (const each of cases)
    await telling.tell(registerCase(each), registerDefendant(`d-${each.slice(2)}`, { caseId: caseId(each) }));
}
