/** What the raw events are told of, as plainly as can be: debts, receipts and people, in whole cents. */
import type { EventType, LedgerEvent } from '../../src/domain/events.ts';

/** What is wrong with the log, and where. */
export class BooksWrong extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BooksWrong';
  }
}

export function hold(holds: boolean, what: string): asserts holds {
  if (!holds) throw new BooksWrong(what);
}

export interface Debt {
  readonly order: string;
  readonly victim: string;
  readonly inCase: string;
  readonly track: string;
  /** Whether the victim's stream decides; it is the one that tells of the debt. */
  readonly isVictims: boolean;
  ordered: bigint;
  paid: bigint;
  /** What ended by law, by full recovery, oldest first. */
  ended: { readonly epoch: number; amount: bigint }[];
  ground: string | undefined;
  isVacated: boolean;
  amendment: number;
}

interface Round {
  readonly number: number;
  readonly parts: ReadonlyMap<string, bigint>;
  readonly unallocated: bigint;
  /** What was not placed; undefined until the case has heard what was accepted. */
  excess: bigint | undefined;
  /** What debts to the public were given of it, below nothing until they have said so. */
  toPublic: bigint;
}

export interface Receipt {
  readonly amount: bigint;
  readonly rounds: Round[];
  /** What each debt has of it, over all rounds. */
  readonly credits: Map<string, bigint>;
  /** What each debt accepted in each round. */
  readonly answers: Map<string, bigint>;
  /** What was held at the end of its way; undefined while it is on it. */
  held: bigint | undefined;
  /** What was paid back to the payor, less what of it came back; and what of that waits unclaimed. */
  refunded: bigint;
  unclaimed: bigint;
  /** What had been held before something that was taken back of it went on. */
  heldBefore: bigint;
  /** What was held only after the day on which it went back, until that is said. */
  heldLate: bigint;
  /** How often something that was taken back of it went on. */
  legs: number;
  /** What was taken back of it under each order by each amendment, and has not gone on. */
  readonly takenBack: Map<string, bigint>;
  isReturned: boolean;
  /** The case that it is in: the one it came in for, or where it was passed on to. */
  inCase: string;
  /** The cases that it has come to, with the number of rounds in each. */
  readonly visited: Map<string, number>;
  /** The cases that have taken back what it paid there. */
  readonly unappliedIn: Set<string>;
  /** What was passed on and not taken back, the last of it last. */
  readonly passed: { readonly from: string; readonly to: string; readonly amount: bigint }[];
}

export interface Person {
  cap: bigint | undefined;
  /** What the Reserve has paid, less what came back. */
  assisted: bigint;
  epoch: number;
  standing: number[];
  over: bigint;
  /** What of it is claimed from the victim. */
  claimed: bigint;
  readonly findings: { readonly inCase: string; readonly category: string; amount: bigint; on: string }[];
  /** What a full recovery has to end, or its undoing to bring back, and no list has named yet. */
  unlisted: Set<string>;
}

export const heldOf = ({ held, heldBefore }: Receipt): bigint => heldBefore + (held ?? 0n);

export type Told<Type extends EventType> = Extract<LedgerEvent, { type: Type }>;

export const cents = (text: string): bigint => BigInt(text.replace('.', ''));
export const total = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((a, b) => a + b, 0n);
export const atLeastNothing = (amount: bigint): bigint => (amount > 0n ? amount : 0n);
export const keyOf = ({ orderId, victimId }: { orderId: string; victimId: string }): string =>
  `${orderId}/${victimId}`;

export function owed({ ordered, paid, ended, isVacated }: Debt): bigint {
  return isVacated ? 0n : atLeastNothing(ordered - paid - total(ended.map(({ amount }) => amount)));
}

/** What is claimed from a victim is what came in above the cap, or nothing any more. */
export function claim(person: Person, { amount, previous }: Told<'OverRecoveryClaimed'>['data']): void {
  const claimed = cents(amount);
  hold(claimed === 0n || claimed === person.over, 'another amount is claimed than came in above the cap');
  hold(cents(previous) === person.claimed, 'another amount was claimed before');
  person.claimed = claimed;
}

/** A fact about the Reserve, by which it is recorded once. */
export function factOfReserve(
  event: Told<
    | 'AssistanceOrdered'
    | 'AssistanceQueued'
    | 'AssistanceOrderVacated'
    | 'AssistancePaid'
    | 'AssistancePaymentReturned'
    | 'AssistanceRequestClosed'
    | 'ReserveDeposited'
  >,
): string {
  const { type, data } = event;
  if (type === 'ReserveDeposited') return `${type} ${data.depositId}`;
  if (type === 'AssistanceRequestClosed') return `${type} ${data.reason} ${data.requestId}`;
  if (type === 'AssistancePaid' || type === 'AssistancePaymentReturned')
    return `${type} ${data.disbursementId}`;
  return `${type} ${data.requestId}`;
}

export function assist(
  person: Person,
  { type, data }: Told<'AssistanceReceived' | 'AssistanceReturned'>,
): void {
  const isReceived = type === 'AssistanceReceived';
  const isNew = isReceived === (person.assisted === 0n);
  hold(isNew, `${data.victimId} is assisted twice, or gives back nothing`);
  person.assisted = isReceived ? cents(data.amount) : 0n;
}

/** No more than so much of the debt stays ended: what ended last gives way first. */
export function leaveEnded(debt: Debt, amount: bigint): void {
  let left = amount;
  for (const each of debt.ended) {
    each.amount = each.amount < left ? each.amount : left;
    left -= each.amount;
  }
  debt.ended = debt.ended.filter((each) => each.amount > 0n);
}
