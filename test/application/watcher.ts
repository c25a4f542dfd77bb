/** Reads along with a ledger: folds every event as it comes, and holds it to what must hold at every position. */
import { isDeepStrictEqual } from 'node:util';
import { ledgerEventOf } from '../support/ledger-event.ts';
import { deciderOf, streamName, type Kind, type StateOf } from '../../src/application/streams.ts';
import { isDecidedByVictim } from '../../src/domain/case/state.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { LedgerEvent } from '../../src/domain/events.ts';
import type { LiabilityOf } from '../../src/domain/liability/liability-index.ts';
import { outstanding, terminated, type Liability } from '../../src/domain/liability/liability.ts';
import {
  add,
  atLeastNothing,
  formatMoney,
  noMoney,
  parseMoney,
  subtract,
  type Money,
} from '../../src/domain/money.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import { Telling } from './telling.ts';
import type { RecoveryReversed } from '../../src/domain/liability/events.ts';

/** What of a credit went again. */
const takings: ReadonlySet<string> = new Set([
  'RecoveryReversed',
  'OverpaymentTakenBack',
  'RecoveryTakenBack',
]);

interface Folded {
  readonly kind: Kind;
  readonly id: string;
  readonly state: unknown;
}

/** What became of a command: whether it was refused, and what it brought about. */
export interface Told {
  readonly isRefused: boolean;
  readonly events: readonly LedgerEvent[];
}

export class Watcher {
  readonly court: Telling;
  readonly #folded = new Map<string, Folded>();
  /** What was credited of each receipt, added up from the events. */
  readonly #credited = new Map<string, Money>();
  #seen = 0;

  constructor(atomicStreams: boolean) {
    this.court = new Telling(new MemoryEventStore({ atomicStreams }));
  }

  async tell(id: string, command: Command): Promise<Told> {
    const isRefused = (await this.court.refusalOf(command, id)) !== undefined;
    const events: LedgerEvent[] = [];
    for await (const page of this.court.store.readAll({ after: this.#seen })) {
      for (const recorded of page) {
        const event = ledgerEventOf(recorded);
        this.#watch(recorded.stream, event);
        events.push(event);
        this.#seen = recorded.position;
      }
    }
    this.#noCentIsLost();
    return { isRefused, events };
  }

  /** The streams of a kind, with their states. */
  all<K extends Kind>(kind: K): readonly (readonly [string, StateOf<K>])[] {
    const mine = [...this.#folded.values()].filter((each) => each.kind === kind);
    return mine.map(({ id, state }) => [id, state as StateOf<K>]);
  }

  victim(id: string): StateOf<'Victim'> {
    return this.#entry(streamName({ kind: 'Victim', id })).state as StateOf<'Victim'>;
  }

  /** Every figure there is, as the model gives them: of victims, of liabilities, and of what is held of receipts. */
  figures(): Readonly<Record<string, string>> {
    const ofVictims = this.all('Victim').flatMap(([, { liabilities }]) => [...liabilities.values()]);
    const ofCases = this.all('Case').flatMap(([, state]) =>
      [...state.liabilities.values()].filter((each) => !isDecidedByVictim(state, each)),
    );
    return Object.fromEntries([
      ...this.all('Victim').map(([id, state]) => [id, recoveryOf(state)]),
      ...[...ofVictims, ...ofCases].map((each) => [`${each.orderId}/${each.victimId}`, figuresOf(each)]),
      ...this.all('Receipt').map(([id, receipt]) => [id, formatMoney(heldOf(receipt))]),
    ]);
  }

  /** Where a case holds something else of what a victim's stream decides than that says. */
  staleCopies(): readonly string[] {
    return this.all('Case').flatMap(([, state]) =>
      [...state.liabilities.values()]
        .filter((copy) => isDecidedByVictim(state, copy))
        .map((copy) => [copy, this.victim(copy.victimId).liabilities.get(copy)!] as const)
        .filter(([copy, original]) => figuresOf(copy) !== figuresOf(original))
        .map(([copy, original]) => `${copy.orderId}: ${figuresOf(copy)} is not ${figuresOf(original)}`),
    );
  }

  /** The whole log, folded anew, makes the states that were folded as it was written. */
  async replays(): Promise<void> {
    const fresh = new Map<string, unknown>();
    for (const recorded of await this.court.log()) {
      const kind = recorded.stream.slice(0, recorded.stream.indexOf('-')) as Kind;
      const state = fresh.get(recorded.stream) ?? deciderOf(kind).empty();
      deciderOf(kind).evolve(state, ledgerEventOf(recorded));
      fresh.set(recorded.stream, state);
    }
    expect(fresh).toEqual(new Map([...this.#folded].map(([stream, { state }]) => [stream, state])));
  }

  #entry(stream: string): Folded {
    const known = this.#folded.get(stream);
    if (known) return known;
    const dash = stream.indexOf('-');
    const kind = stream.slice(0, dash) as Kind;
    const entry = { kind, id: stream.slice(dash + 1), state: deciderOf(kind).empty() };
    this.#folded.set(stream, entry);
    return entry;
  }

  #watch(stream: string, event: LedgerEvent): void {
    const { kind, state } = this.#entry(stream);
    if (kind === 'Victim') saysWhatWasOwed(state as StateOf<'Victim'>, event);
    if (kind === 'Victim') staysBelowTheCap(state as StateOf<'Victim'>, event);
    deciderOf(kind).evolve(state, event);
    if (event.type === 'RecoveryCredited')
      this.#credit(event.data.receiptId, parseMoney(event.data.accepted));
    if (takings.has(event.type)) {
      const { receiptId, amount } = event.data as RecoveryReversed['data'];
      this.#credit(receiptId, subtract(noMoney, parseMoney(amount)));
    }
    if (kind === 'Victim' || kind === 'Case') {
      for (const each of (state as StateOf<'Victim' | 'Case'>).liabilities.values()) addsUp(each);
    }
  }

  #credit(receipt: string, amount: Money): void {
    this.#credited.set(receipt, add(this.#credited.get(receipt) ?? noMoney, amount));
  }

  /** A receipt is what was credited of it and what is held; once returned, it is nothing. */
  #noCentIsLost(): void {
    for (const [id, receipt] of this.all('Receipt')) {
      const here = receipt.returned ? noMoney : receipt.received?.amount;
      same(add(this.#credited.get(id) ?? noMoney, heldOf(receipt)), here);
    }
  }
}

function heldOf({ excess, returned }: StateOf<'Receipt'>): Money {
  return returned ? noMoney : excess;
}

function recoveryOf({ total, greatestLoss: cap }: StateOf<'Victim'>): string {
  return `${formatMoney(total.credited.TRAFFICKING)} of ${cap === undefined ? 'no cap' : formatMoney(cap)}`;
}

/** Ordered, paid, ended and owed. */
function figuresOf(liability: Liability): string {
  const { ordered, paid } = liability;
  return [ordered, paid, terminated(liability), outstanding(liability)].map(formatMoney).join(' ');
}

/** As `expect(one).toEqual(other)`, for what is asked a million times. */
export function same(one: unknown, other: unknown): void {
  if (one !== other && !isDeepStrictEqual(one, other)) expect(one).toEqual(other);
}

/** Paid, ended and owed are what was ordered; above it, what was paid too much. Nothing is below nothing. */
function addsUp(liability: Liability): void {
  const { ordered, paid, isVacated } = liability;
  const ended = terminated(liability);
  const owed = outstanding(liability);
  same(
    [ordered, paid, ended, owed].some((amount) => amount < noMoney),
    false,
  );
  const overpaid = atLeastNothing(subtract(paid, ordered));
  if (isVacated) same(owed, noMoney);
  else same(add(paid, add(ended, owed)), add(ordered, overpaid));
}

/** What an event says that was owed, ended or set aside was so when it happened. */
function saysWhatWasOwed({ liabilities }: StateOf<'Victim'>, event: LedgerEvent): void {
  const owed = (of: LiabilityOf): string => formatMoney(outstanding(liabilities.get(of)!));
  const ended = (of: LiabilityOf, epoch?: number): string =>
    formatMoney(terminated(liabilities.get(of)!, epoch));
  switch (event.type) {
    case 'LiabilitiesTerminated':
      return expect(event.data.liabilities.map(({ amount }) => amount)).toEqual(
        event.data.liabilities.map(({ orderId }) => owed({ orderId, victimId: event.data.victimId })),
      );
    case 'LiabilitiesReinstated':
      return expect(event.data.liabilities.map(({ amount }) => amount)).toEqual(
        event.data.liabilities.map(({ orderId }) =>
          ended({ orderId, victimId: event.data.victimId }, event.data.epoch),
        ),
      );
    case 'LiabilityVacated':
      return expect(event.data.amount).toBe(owed(event.data));
    case 'LiabilityAmended':
      expect(event.data.outstandingBefore).toBe(owed(event.data));
      return expect(event.data.terminatedBefore).toBe(ended(event.data));
    default:
      return;
  }
}

/** Recovery of what the cap measures never exceeds the cap by a credit. */
function staysBelowTheCap({ liabilities, greatestLoss, total }: StateOf<'Victim'>, event: LedgerEvent): void {
  if (event.type !== 'RecoveryCredited' || greatestLoss === undefined) return;
  const accepted = parseMoney(event.data.accepted);
  if (liabilities.get(event.data)?.track !== 'TRAFFICKING' || accepted === noMoney) return;
  same(add(total.credited.TRAFFICKING, accepted) <= greatestLoss, true);
}
