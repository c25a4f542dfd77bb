/**
 * The books once more, out of the raw events alone, in whole cents: what must hold at every position of the log, however
 * many machines wrote it and whatever became of them. It shares no code with the ledger.
 */
import type { LedgerEvent } from '../../src/domain/events.ts';
import type { RecordedEvent } from '../../src/store/recorded-event.ts';
import {
  assist,
  claim,
  BooksWrong,
  cents,
  factOfReserve,
  hold,
  keyOf,
  leaveEnded,
  owed,
  heldOf,
  total,
  type Debt,
  type Person,
  type Receipt,
  type Told,
} from './entities.ts';
import { change, impose } from './debts.ts';
import { list, note, wholeness } from './endings.ts';
import { Interest } from './interest.ts';
import { Persons } from './persons.ts';
import { passOn, PublicDebts } from './money-elsewhere.ts';
import { MoneyOut } from './money-out.ts';
import { accountedOf, factOfTaking, goBack, postTaking, release, takeBackLate } from './overpayments.ts';

export class Books {
  readonly debts = new Map<string, Debt>();
  readonly receipts = new Map<string, Receipt>();
  readonly publicDebts = new PublicDebts();
  readonly interest = new Interest();
  readonly people = new Map<string, Person>();
  /** The answers other than the usual ones that were ever set. */
  readonly answers = new Set<string>();
  /** Each ending, or return, of a debt; and whether its case has had notice. */
  readonly endings = new Map<string, { readonly epoch: string; readonly isEnd: boolean; isNoted: boolean }>();
  /** Every fact that may be recorded once only. */
  readonly facts = new Set<string>();
  readonly seen = new Set<string>();
  readonly persons = new Persons();
  readonly out = new MoneyOut({
    receiptOf: (id) => this.receipt(id),
    once: (fact) => {
      this.#once(fact);
    },
  });
  /** The commands that reached a closed month, though nobody had said that they may. */
  readonly reached: string[] = [];
  readonly #commands = new Set<string>();
  #received = 0n;

  post(recorded: RecordedEvent): void {
    const event = { type: recorded.type, data: recorded.data, effectiveOn: recorded.effectiveOn };
    this.seen.add(event.type);
    this.#heedClosedMonths(recorded);
    try {
      if (recorded.stream.startsWith('Victim-')) this.#nothingIsLeftOut(recorded);
      this.#post(event as LedgerEvent, recorded);
    } catch (error) {
      if (!(error instanceof BooksWrong)) throw error;
      const where = `position ${String(recorded.position)} (${recorded.type} in ${recorded.stream})`;
      throw new BooksWrong(`${where}: ${error.message}\n${JSON.stringify(recorded.data)}`);
    }
  }

  /** What the journal must come to at this position, account by account; debits are above nothing. */
  balances(): Readonly<Record<string, bigint>> {
    const here = [...this.receipts.values()].filter(({ isReturned }) => !isReturned);
    const debts = [...this.debts.values()];
    const credited = total([...this.receipts.values()].map(({ credits }) => total(credits.values())));
    const late = total([...this.receipts.values()].map(({ heldLate }) => heldLate));
    const held = total(here.map(heldOf)) + late;
    const paid = total(debts.map((debt) => debt.paid));
    const { toVictims: victims, toPayors: payors, bank } = this.out;
    return {
      cash: this.cash(),
      unapplied: credited + held - total(here.map(({ amount }) => amount)),
      'victim-payable': victims.out + victims.waiting - paid - this.interest.paid(),
      'refund-payable': payors.out + payors.waiting - held,
      unclaimed: -victims.waiting - payors.waiting,
      'at-treasury': victims.atTreasury + payors.atTreasury,
      suspense: -bank.suspended(),
      'written-off': -bank.givenUp(),
      'between-cases': 0n,
      'public-payable': -this.publicDebts.paid(),
      receivable: total(debts.map(owed)),
      satisfied: paid,
      terminated: total(debts.flatMap(({ ended }) => ended.map(({ amount }) => amount))),
    };
  }

  /** What the court has: what came in and did not leave, with what a bank has seen that nobody can place. */
  cash(): bigint {
    return this.#received + this.out.moved();
  }

  /** What counts for the cap of a victim. */
  recovered(victim: string): bigint {
    const credited = this.underCap(victim).map(({ paid, isVacated }) => this.#counted(paid, isVacated));
    const own = [...this.people].filter(
      ([id]) => this.persons.survivorOf(id) === this.persons.survivorOf(victim),
    );
    const assisted = total(own.map(([, person]) => person.assisted));
    return total(credited) + assisted + (this.answers.has('COUNTS') ? this.#interestOf(victim) : 0n);
  }

  #interestOf(victim: string): bigint {
    const debts = this.underCap(victim);
    return total(debts.map((debt) => this.#counted(this.interest.received(debt), debt.isVacated)));
  }

  underCap(victim: string): readonly Debt[] {
    const person = this.persons.survivorOf(victim);
    const mine = [...this.debts.values()].filter((debt) => {
      return this.persons.survivorOf(debt.victim) === person && debt.isVictims;
    });
    return mine.filter(({ track }) => track === 'TRAFFICKING');
  }

  finding(victim: string, inCase: string): bigint | undefined {
    const found = this.person(victim).findings.filter(
      (each) => each.inCase === inCase && each.category === 'TRAFFICKING',
    );
    return found.findLast(({ on }) => found.every((each) => each.on <= on))?.amount;
  }

  /** The greatest loss found in a case with a final order. */
  capOf(victim: string): bigint | undefined {
    const final = this.underCap(victim).filter(({ ground, isVacated }) => ground !== undefined && !isVacated);
    const found = final.flatMap((debt) => this.finding(debt.victim, debt.inCase) ?? []);
    return found.length === 0 ? undefined : found.reduce((a, b) => (a > b ? a : b));
  }

  person(id: string): Person {
    const known = this.people.get(id);
    if (known) return known;
    const person: Person = {
      ...{ cap: undefined, assisted: 0n, epoch: 0, standing: [], over: 0n, claimed: 0n, findings: [] },
      unlisted: new Set(),
    };
    this.people.set(id, person);
    return person;
  }

  #counted(paid: bigint, isVacated: boolean): bigint {
    return isVacated && this.answers.has('DO_NOT_COUNT') ? 0n : paid;
  }

  /** What a command brings about that came when the month was closed already; what had begun before goes on. */
  #heedClosedMonths({ commandId, effectiveOn, type }: RecordedEvent): void {
    const isNew = !this.#commands.has(commandId);
    this.#commands.add(commandId);
    if (isNew && this.out.months.isClosedOn(effectiveOn)) this.reached.push(`${commandId} ${type}`);
  }

  /** A full recovery and all that it ends stand together in the stream, however many appends that took. */
  #nothingIsLeftOut({ stream, type }: RecordedEvent): void {
    const id = stream.slice('Victim-'.length);
    const { unlisted } = this.person(id);
    hold(
      !this.persons.isClosed(id) || type === 'IdentityTakenOver',
      'something is decided under an id that was closed',
    );
    if (type === 'LiabilitiesTerminated' || type === 'LiabilitiesReinstated' || type === 'FullRecoveryUndone')
      return;
    hold(unlisted.size === 0, `goes on before ${[...unlisted].join(', ')} were listed`);
  }

  #post(event: LedgerEvent, { id, stream }: RecordedEvent): void {
    switch (event.type) {
      case 'PaymentReceived':
      case 'PaymentReturned':
      case 'ExcessHeld':
      case 'ExcessTakenBack':
        return this.#postReceipt(event);
      case 'ExcessReleased':
        this.#once(`${event.type} ${event.data.receiptId} ${String(event.data.visit)}`);
        return release(this.receipt(event.data.receiptId), event.data);
      case 'ReceiptPassedOn':
      case 'ReceiptTakenBack':
        this.#once(`${event.type} ${event.data.receiptId} ${String(event.data.visit)}`);
        return passOn(this.receipt(event.data.receiptId), event);
      case 'OverpaymentTakenBack':
      case 'OverpaymentUnapplied':
      case 'OverpaymentPassedOn':
      case 'RecoveryTakenBack':
      case 'RecoveryUnapplied':
      case 'RecoveryPassedOn':
        this.#once(factOfTaking(event));
        return postTaking(this, event);
      case 'DebtImposed':
      case 'DebtCredited':
      case 'DebtReversed':
        return this.publicDebts.post(event, (id) => this.receipt(id));
      case 'PaymentAllocated':
        return this.#allocate(event);
      case 'PaymentApplied':
        return this.#apply(event);
      case 'PaymentUnapplied':
        return this.#unapply(event);
      case 'RecoveryCredited':
        return this.#credit(event);
      case 'RecoveryReversed':
        return this.#reverse(event);
      case 'PaymentCleared':
        hold(!this.receipt(event.data.receiptId).isReturned, 'what came back clears');
        return this.#once(`PaymentCleared ${event.data.receiptId}`);
      case 'RecoveryCleared':
        return this.#clear(event);
      case 'LiabilityImposed':
        this.#once(`LiabilityImposed ${keyOf(event.data)}`);
        return impose(this.debts, event, stream);
      case 'LiabilityAmended':
      case 'LiabilityVacated':
      case 'LiabilityBecameFinal':
        return change(this.debt(event.data), event);
      case 'LiabilitiesTerminated':
      case 'LiabilitiesReinstated':
        return list(this, event, id);
      case 'LiabilityTerminated':
      case 'LiabilityReinstated':
        return note(this, event);
      default:
        return this.#postOther(event);
    }
  }

  #postOther(event: LedgerEvent): void {
    switch (event.type) {
      case 'LossDetermined': {
        const { inCase, category } = { inCase: event.data.caseId, category: event.data.category };
        const finding = { inCase, category, amount: cents(event.data.amount), on: event.effectiveOn };
        return void this.person(event.data.victimId).findings.push(finding);
      }
      case 'GreatestLossChanged': {
        const person = this.person(event.data.victimId);
        const { greatestLoss, previous } = event.data;
        hold((previous === null ? undefined : cents(previous)) === person.cap, 'the cap was another');
        person.cap = greatestLoss === null ? undefined : cents(greatestLoss);
        return hold(person.cap === this.capOf(event.data.victimId), 'that is not the cap');
      }
      case 'HistoriesJoined':
        this.#once(`HistoriesJoined ${event.data.absorbedId}`);
        return this.persons.hear(event, this);
      case 'IdentityAbsorbed':
      case 'IdentityTakenOver':
        return this.persons.hear(event, this);
      case 'FullRecoveryReached':
      case 'FullRecoveryUndone':
        return wholeness(this, event);
      case 'OverRecoveryNoted':
        return void (this.person(event.data.victimId).over = cents(event.data.amount));
      case 'OverRecoveryClaimed':
        return claim(this.person(event.data.victimId), event.data);
      case 'AssistanceReceived':
      case 'AssistanceReturned':
        this.#once(`${event.type} ${event.data.disbursementId}`);
        return assist(this.person(event.data.victimId), event);
      case 'AssistanceOrdered':
      case 'AssistanceQueued':
      case 'AssistanceOrderVacated':
      case 'AssistancePaid':
      case 'AssistancePaymentReturned':
      case 'AssistanceRequestClosed':
      case 'ReserveDeposited':
        return this.#once(factOfReserve(event));
      case 'PolicySet':
        return void this.answers.add(event.data.value);
      case 'OrderEntered':
      case 'OrderRegistered':
      case 'OrderVacated':
        return this.#once(`${event.type} ${event.data.orderId}`);
      case 'OrderBecameFinal':
        return this.#once(`OrderBecameFinal ${event.data.orderId} ${event.data.ground}`);
      case 'CaseRegistered':
        return this.#once(`CaseRegistered ${event.data.caseId}`);
      case 'VictimRegistered':
        return this.#once(`VictimRegistered ${event.data.victimId}`);
      case 'DefendantRegistered':
        return this.#once(`DefendantRegistered ${event.data.caseId} ${event.data.defendantId}`);
      case 'InterestReceived':
        this.interest.hear(event, this);
        if (event.data.afterwards !== true && cents(event.data.accepted) > 0n)
          this.#staysBelowCap(event.data.victimId);
        return;
      case 'InterestTendered':
      case 'InterestCredited':
      case 'InterestReversed':
      case 'InterestReturned':
      case 'InterestCleared':
        return this.interest.hear(event, this);
      case 'PastInterestTold':
        // Whoever survives an id asks once more for it.
        return void this.facts.add(`PastInterestTold ${event.data.victimId}`);
      default:
        return this.out.hear(event);
    }
  }

  #once(fact: string): void {
    hold(!this.facts.has(fact), `${fact}: recorded twice`);
    this.facts.add(fact);
  }

  #postReceipt(event: Told<'PaymentReceived' | 'PaymentReturned' | 'ExcessHeld' | 'ExcessTakenBack'>): void {
    const { receiptId } = event.data;
    const legs = event.type === 'ExcessHeld' ? ` ${String(this.receipt(receiptId).legs)}` : '';
    this.#once(`${event.type} ${receiptId}${legs}`);
    const amount = cents(event.data.amount);
    if (event.type === 'PaymentReceived') {
      const lists = { rounds: [], credits: new Map<string, bigint>(), answers: new Map<string, bigint>() };
      const cases = { inCase: event.data.caseId, visited: new Map<string, number>(), passed: [] };
      const nothing = { heldBefore: 0n, heldLate: 0n, legs: 0, refunded: 0n, unclaimed: 0n };
      const standing = { held: undefined, isReturned: false, unappliedIn: new Set<string>(), ...cases };
      this.receipts.set(receiptId, { amount, ...lists, ...standing, ...nothing, takenBack: new Map() });
      this.#received += amount;
      return this.out.bank.book('RECEIPT', receiptId, amount);
    }
    const receipt = this.receipt(receiptId);
    if (event.type === 'ExcessHeld') {
      hold(!receipt.isReturned, 'money is held that has gone back');
      hold(amount === receipt.rounds.at(-1)?.excess, 'another amount is held than could not be placed');
      receipt.held = amount;
      return hold(accountedOf(receipt) === receipt.amount, 'cents are lost or doubled');
    }
    if (event.type === 'ExcessTakenBack') return takeBackLate(receipt, amount);
    goBack(receipt, event.data);
    receipt.isReturned = true;
    this.#received -= amount;
    this.out.bank.book('RECEIPT_RETURN', receiptId, -amount);
  }

  #clear({ data }: Told<'RecoveryCleared'>): void {
    this.#once(clearedFact(data.receiptId, keyOf(data)));
    hold(this.facts.has(`PaymentCleared ${data.receiptId}`), 'it clears with a victim and not by itself');
    const credited = this.receipt(data.receiptId).credits.get(keyOf(data)) ?? 0n;
    hold(credited > 0n && credited === cents(data.amount), 'another amount clears than was credited');
  }

  receipt(id: string): Receipt {
    const receipt = this.receipts.get(id);
    hold(receipt !== undefined, `${id} was never received`);
    return receipt;
  }

  debt(ref: { orderId: string; victimId: string }): Debt {
    const debt = this.debts.get(keyOf(ref));
    hold(debt !== undefined, `${keyOf(ref)} was never imposed`);
    return debt;
  }

  #allocate({ data }: Told<'PaymentAllocated'>): void {
    const receipt = this.receipt(data.receiptId);
    const last = receipt.rounds.at(-1);
    hold(data.caseId === receipt.inCase, 'divided in a case that it is not in');
    const before = receipt.visited.get(data.caseId) ?? 0;
    hold(data.round === before + 1, 'a round is left out, or done twice');
    receipt.visited.set(data.caseId, data.round);
    const left = last ? (last.excess ?? -1n) : receipt.amount;
    const parts = new Map(data.parts.map((part): [string, bigint] => [keyOf(part), cents(part.amount)]));
    hold(parts.size === data.parts.length, 'a debt is offered two parts');
    const unallocated = cents(data.unallocated);
    const toPublic = left - total(parts.values()) - unallocated;
    hold(toPublic >= 0n, 'another amount is divided than there was');
    receipt.rounds.push({ number: data.round, parts, unallocated, excess: undefined, toPublic: -toPublic });
  }

  #apply({ data }: Told<'PaymentApplied'>): void {
    const receipt = this.receipt(data.receiptId);
    const round = receipt.rounds.at(-1);
    hold(round?.number === data.round && round.excess === undefined, 'no such round is on its way');
    const parts = new Map(data.parts.map((part): [string, bigint] => [keyOf(part), cents(part.amount)]));
    for (const key of round.parts.keys()) {
      const taken = receipt.answers.get(`${key} ${String(data.round)}`);
      hold(taken !== undefined, `${key} was not asked`);
      hold(taken === (parts.get(key) ?? 0n), `${key} took another amount`);
    }
    hold(round.toPublic === 0n, 'what debts took is not what they were given');
    round.excess = cents(data.excess);
    const offered = total(round.parts.values()) + round.unallocated;
    const declined = this.interest.declined(data);
    hold(total(parts.values()) + round.excess === offered + declined, 'cents are lost or doubled on the way');
  }

  #unapply({ data }: Told<'PaymentUnapplied'>): void {
    const receipt = this.receipt(data.receiptId);
    const isFirst = receipt.isReturned && !receipt.unappliedIn.has(data.caseId);
    hold(isFirst, 'unapplied twice, or before it went back');
    hold(receipt.rounds.at(-1)?.excess !== undefined, 'unapplied while a part of it is on its way');
    receipt.unappliedIn.add(data.caseId);
    for (const part of data.parts) {
      if (!this.debt(part).isVictims) continue;
      hold((receipt.credits.get(keyOf(part)) ?? 0n) === 0n, `${keyOf(part)} has not been unwound`);
    }
  }

  #credit({ data }: Told<'RecoveryCredited'>): void {
    const [receipt, debt, key] = [this.receipt(data.receiptId), this.debt(data), keyOf(data)];
    const accepted = cents(data.accepted);
    this.#once(`RecoveryCredited ${data.receiptId} ${key} ${String(data.round)}`);
    const round = receipt.rounds.at(-1);
    hold(round?.number === data.round && round.excess === undefined, 'credited in no round');
    hold(round.parts.get(key) === cents(data.offered), 'another amount is offered than the case divided');
    hold(accepted <= cents(data.offered) && accepted >= 0n, 'more is accepted than was offered');
    leaveEnded(debt, total(debt.ended.map(({ amount }) => amount)) - cents(data.hadEnded ?? '0.00'));
    hold(accepted <= owed(debt), 'more is taken than is owed');
    hold(receipt.unappliedIn.size === 0, 'money that has gone back is credited');
    debt.paid += accepted;
    receipt.credits.set(key, (receipt.credits.get(key) ?? 0n) + accepted);
    receipt.answers.set(`${key} ${String(data.round)}`, accepted);
    hold(accountedOf(receipt) <= receipt.amount, 'cents are doubled');
    if (debt.isVictims && debt.track === 'TRAFFICKING' && accepted > 0n) this.#staysBelowCap(data.victimId);
  }

  #staysBelowCap(victim: string): void {
    const { cap } = this.person(this.persons.survivorOf(victim));
    if (cap === undefined || this.answers.has('ACCEPT_WHOLE')) return;
    hold(this.recovered(victim) <= cap, 'the victim is credited above the cap');
  }

  #reverse({ data }: Told<'RecoveryReversed'>): void {
    const [receipt, debt, key] = [this.receipt(data.receiptId), this.debt(data), keyOf(data)];
    const amount = cents(data.amount);
    hold(receipt.isReturned, 'unwound, though it never went back');
    hold(amount === receipt.credits.get(key) && amount > 0n, 'another amount is unwound than was credited');
    receipt.credits.set(key, 0n);
    debt.paid -= amount;
    hold(debt.paid >= 0n, 'less than nothing was paid');
  }
}

/** That a victim has heard that a receipt cleared, under an order. */
export function clearedFact(receiptId: string, debt: string): string {
  return `RecoveryCleared ${receiptId} ${debt}`;
}
