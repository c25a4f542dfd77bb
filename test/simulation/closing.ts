/** What must hold of a log when everything has come to rest. */
import { ledgerEventOf } from '../support/ledger-event.ts';
import { deciderOf, type Kind, type StateOf } from '../../src/application/streams.ts';
import { isDecidedByVictim } from '../../src/domain/case/state.ts';
import { outstanding, terminated, type Liability } from '../../src/domain/liability/liability.ts';
import type { RecordedEvent } from '../../src/store/recorded-event.ts';
import { Books, clearedFact } from './books.ts';
import { heldOf, hold, owed, total } from './entities.ts';
import type { Sent } from './worlds.ts';

/** An entry of the ledger's own journal. */
export interface Entry {
  readonly position: number;
  readonly debit: string;
  readonly credit: string;
  readonly amount: bigint;
}

/**
 * Reads the books from the log, position by position, and closes them; at each position the journal must say the same,
 * and its accounts come to nothing.
 *
 * @throws BooksWrong
 */
export function close(
  log: readonly RecordedEvent[],
  journal: readonly Entry[],
  acknowledged: readonly Sent[],
): Books {
  const books = new Books();
  const trial = new Trial(journal);
  readInto(books, log, (position) => {
    trial.holds(position, books.balances());
  });
  for (const [id, receipt] of books.receipts) {
    const credited = total(receipt.credits.values());
    hold(receipt.rounds.at(-1)?.excess !== undefined, `${id} is still on its way`);
    const isUnwound = [...receipt.visited.keys()].every((each) => receipt.unappliedIn.has(each));
    hold(isUnwound === receipt.isReturned, `${id} went back, and was not unwound`);
    hold(!receipt.isReturned || receipt.passed.length === 0, `${id} went back, and not from every case`);
    hold(receipt.isReturned || receipt.takenBack.size === 0, `${id}: what was taken back went nowhere`);
    const here = receipt.isReturned
      ? credited + receipt.heldLate
      : receipt.amount - credited - heldOf(receipt);
    hold(here === 0n, `${id}: ${String(here)} cents are lost or doubled`);
  }
  const paid = total([...books.debts.values()].map((debt) => debt.paid));
  const credited = [...books.receipts.values()].map(({ credits }) => total(credits.values()));
  const others = books.publicDebts.paid() + books.interest.paid();
  hold(paid + others === total(credited), 'what was paid is not what was credited');
  const decided = [...books.people.keys()].filter((id) => books.persons.survivorOf(id) === id);
  for (const victim of decided) lawHolds(books, victim);
  everyNoticeIsGiven(books);
  everyoneHasHeardOfAssistance(books);
  everyoneHasHeardOfClearing(books);
  books.interest.closes(
    (victim) => books.facts.has(`PastInterestTold ${victim}`),
    (key) => books.debts.get(key)?.isVictims === true,
  );
  books.out.runs.close();
  books.out.bank.closes(books.cash());
  for (const { command } of acknowledged) {
    const fact = factOf(command);
    hold(fact === undefined || books.facts.has(fact), `${String(fact)}: acknowledged, and not recorded`);
  }
  return books;
}

/** What one event tells is told at once, so that each position is looked at once, when all of it is told. */
function readInto(books: Books, log: readonly RecordedEvent[], look: (position: number) => void): void {
  for (const [at, recorded] of log.entries()) {
    books.post(recorded);
    if (log[at + 1]?.position !== recorded.position) look(recorded.position);
  }
}

/** The balances of the journal, carried on from position to position. */
class Trial {
  readonly #entries: readonly Entry[];
  readonly #balances = new Map<string, bigint>();
  #next = 0;

  constructor(journal: readonly Entry[]) {
    this.#entries = journal.toSorted((one, other) => one.position - other.position);
  }

  holds(position: number, expected: Readonly<Record<string, bigint>>): void {
    for (
      let entry = this.#entries[this.#next];
      entry?.position === position;
      entry = this.#entries[this.#next]
    ) {
      this.#add(entry.debit, entry.amount);
      this.#add(entry.credit, -entry.amount);
      this.#next += 1;
    }
    for (const [account, amount] of Object.entries(expected)) {
      const booked = this.#balances.get(account) ?? 0n;
      hold(
        booked === amount,
        `position ${String(position)}: ${account} is ${String(booked)}, not ${String(amount)}`,
      );
    }
    hold(
      (this.#balances.get('reserve-cash') ?? 0n) >= 0n,
      `position ${String(position)}: the Reserve is overdrawn`,
    );
    for (const family of families) {
      const sum = total(family.map((account) => this.#balances.get(account) ?? 0n));
      hold(sum === 0n, `position ${String(position)}: ${family.join(', ')} come to ${String(sum)}`);
    }
  }

  #add(account: string, amount: bigint): void {
    this.#balances.set(account, (this.#balances.get(account) ?? 0n) + amount);
  }
}

const families = [
  [
    ...['cash', 'unapplied', 'between-cases', 'victim-payable', 'refund-payable', 'public-payable'],
    ...['unclaimed', 'at-treasury', 'suspense', 'written-off'],
  ],
  ['imposed', 'due', 'discharged', 'remitted', 'annulled'],
  ['ordered', 'receivable', 'satisfied', 'terminated', 'vacated', 'overpaid'],
  ['reserve-cash', 'reserve-outside', 'reserve-deposits', 'assistance-ordered', 'assistance-payable'],
];

/** Under the usual answers: the cap is measured, and once it is met nothing is owed but what may raise it. */
function lawHolds(books: Books, victim: string): void {
  const person = books.person(victim);
  hold(person.unlisted.size === 0, `${victim}: ${[...person.unlisted].join(', ')} were never listed`);
  if (books.answers.size > 1) return;
  const [cap, recovered] = [books.capOf(victim), books.recovered(victim)];
  hold(cap === person.cap, `${victim}: the cap is another`);
  const above = cap !== undefined && recovered > cap ? recovered - cap : 0n;
  hold(above === person.over, `${victim}: ${String(above)} is above the cap, and is not noted`);
  if (cap === undefined || recovered < cap || recovered === 0n) return;
  hold(person.standing.includes(person.epoch), `${victim} is whole, and nothing says so`);
  for (const debt of books.underCap(victim).filter((each) => owed(each) > 0n)) {
    const found = books.finding(debt.victim, debt.inCase);
    const mayRaise = debt.ground === undefined && (found === undefined || found > cap);
    hold(mayRaise, `${debt.order} is owed by somebody though ${victim} is whole`);
  }
}

/** Each case has had notice of every end; none is needed where it knows already that the debt came back. */
function everyNoticeIsGiven({ endings }: Books): void {
  const back = new Set(
    [...endings.values()].flatMap(({ epoch, isEnd, isNoted }) => (!isEnd && isNoted ? epoch : [])),
  );
  for (const [ending, { epoch, isEnd, isNoted }] of endings) {
    hold(isNoted || (isEnd && back.has(epoch)), `${ending}: its case has had no notice`);
  }
}

/** Of a receipt that has cleared, every victim whom it still pays has heard so. */
function everyoneHasHeardOfClearing({ facts, receipts, debts }: Books): void {
  for (const [id, { credits }] of receipts) {
    if (!facts.has(`PaymentCleared ${id}`)) continue;
    for (const [key, amount] of credits) {
      if (amount === 0n || debts.get(key)?.isVictims !== true) continue;
      hold(facts.has(clearedFact(id, key)), `${id} cleared, and ${key} has not heard of it`);
    }
  }
}

/** What one of two streams has decided of assistance, the other has heard of. */
function everyoneHasHeardOfAssistance({ facts }: Books): void {
  const pairs = [
    ['AssistanceOrdered ', 'AssistanceQueued '],
    ['AssistancePaid ', 'AssistanceReceived '],
    ['AssistancePaymentReturned ', 'AssistanceReturned '],
    ['AssistanceRequestClosed ORDER_VACATED ', 'AssistanceOrderVacated '],
  ] as const;
  for (const [decided, heard] of pairs) {
    for (const fact of facts) {
      const told = fact.replace(decided, heard);
      hold(told === fact || facts.has(told), `${fact}: the other stream has not heard of it`);
    }
  }
}

function factOf(command: Sent['command']): string | undefined {
  switch (command.type) {
    case 'RecordPayment':
      return `PaymentReceived ${command.receiptId}`;
    case 'RecordClearance':
      return `PaymentCleared ${command.receiptId}`;
    case 'RecordPaymentReturn':
      return `PaymentReturned ${command.receiptId}`;
    case 'RecordRefund':
      return `RefundMade ${command.refundId}`;
    case 'RecordDisbursement':
      return `RestitutionDisbursed ${command.disbursementId}`;
    case 'RecordDisbursementReturn':
      return `DisbursementReturned ${command.disbursementId}`;
    case 'EnterOrder':
      return `OrderEntered ${command.orderId}`;
    case 'MakeOrderFinal':
      return `OrderBecameFinal ${command.orderId} ${command.ground}`;
    case 'VacateOrder':
      return `OrderVacated ${command.orderId}`;
    case 'RecordReserveDeposit':
      return `ReserveDeposited ${command.depositId}`;
    case 'OrderAssistance':
      return `AssistanceOrdered ${command.requestId}`;
    case 'PayAssistance':
      return `AssistancePaid ${command.disbursementId}`;
    case 'RecordRefundReturn':
      return `RefundReturned ${command.refundId}`;
    case 'TakeInStatement':
      return `StatementProved ${command.statementId}`;
    case 'MatchLines':
      return `LinesMatched ${command.matchId}`;
    case 'ProposeDisbursementRun':
      return `DisbursementRunProposed ${command.runId}`;
    case 'ReleaseDisbursementRun':
      return `DisbursementRunReleased ${command.runId}`;
    default:
      return undefined;
  }
}

/** What stood under an id that was closed is told of under the one that survives. */
function figuresOfVictim(stream: string, state: StateOf<'Victim'>): Readonly<Record<string, string>> {
  const { people, greatestLoss, total: sums, assisted, overRecovery, liabilities } = state;
  if (people.absorbedBy?.isClosed) return {};
  const figures = [greatestLoss, sums.credited.TRAFFICKING, sums.disbursed, assisted, overRecovery];
  return {
    [stream]: figures.map(String).join(' '),
    ...Object.fromEntries(
      [...liabilities.values()].map((each) => [`${each.orderId}/${each.victimId}`, said(each)]),
    ),
  };
}

/** Every figure there is, as the ledger itself folds it: of each debt with whoever decides it, and what is held. */
export function figuresOf(log: readonly RecordedEvent[]): Readonly<Record<string, string>> {
  const states = statesOf(log);
  const figures: Record<string, string> = {};
  for (const [stream, { kind, state }] of states) {
    if (kind === 'Receipt') {
      const { excess, returned } = state as StateOf<'Receipt'>;
      figures[stream] = `${String(excess)} ${returned ? 'returned' : ''}`;
    }
    if (kind === 'Reserve') {
      const { balance, outside } = state as StateOf<'Reserve'>;
      figures[stream] = `${String(balance)} ${String(outside)}`;
    }
    if (kind === 'Victim') Object.assign(figures, figuresOfVictim(stream, state as StateOf<'Victim'>));
    if (kind !== 'Case') continue;
    const inCase = state as StateOf<'Case'>;
    for (const each of inCase.liabilities.values())
      figures[`${each.orderId}/${each.victimId} in its case`] = said(each);
  }
  return figures;
}

/**
 * Where a case holds something else of what a victim's stream decides than that says.
 *
 * What has ended of a debt, and nothing else, may differ for good where its order was amended, and twice while a payment
 * under it was on its way, or one went back: its case cannot tell which of the amendments found the payment there.
 */
export function staleCopies(log: readonly RecordedEvent[]): readonly string[] {
  const states = statesOf(log);
  return [...states.values()].flatMap(({ kind, state }) => {
    if (kind !== 'Case') return [];
    const inCase = state as StateOf<'Case'>;
    return [...inCase.liabilities.values()].flatMap((copy) => {
      const victim = decidingOn(states, copy.victimId);
      const original = victim?.liabilities.get(copy);
      if (!isDecidedByVictim(inCase, copy) || (original && said(original) === said(copy))) return [];
      return [
        `${copy.orderId}/${copy.victimId}: ${said(copy)} is not ${original ? said(original) : 'there'}`,
      ];
    });
  });
}

/** The state in which all about the victim is decided. */
function decidingOn(
  states: ReadonlyMap<string, { readonly state: unknown }>,
  id: string,
): StateOf<'Victim'> | undefined {
  const state = states.get(`Victim-${id}`)?.state as StateOf<'Victim'> | undefined;
  const absorbedBy = state?.people.absorbedBy;
  return absorbedBy?.isClosed ? decidingOn(states, absorbedBy.survivorId) : state;
}

function said(each: Liability): string {
  return [each.ordered, each.paid, terminated(each), outstanding(each)].map(String).join(' ');
}

function statesOf(log: readonly RecordedEvent[]): ReadonlyMap<string, { kind: Kind; state: unknown }> {
  const states = new Map<string, { kind: Kind; state: unknown }>();
  for (const recorded of log) {
    const kind = recorded.stream.slice(0, recorded.stream.indexOf('-')) as Kind;
    const known = states.get(recorded.stream) ?? { kind, state: deciderOf(kind).empty() };
    deciderOf(kind).evolve(known.state, ledgerEventOf(recorded));
    states.set(recorded.stream, known);
  }
  return states;
}
