import type { CalendarDate } from '../domain/calendar-date.ts';
import { schemaVersions, type LedgerEvent } from '../domain/events.ts';
import type { CaseId, OrderId, ReceiptId, StatementId, VictimId } from '../domain/ids.ts';
import {
  add,
  atLeastNothing,
  formatMoney,
  noMoney,
  parseBalance,
  parseMoney,
  subtract,
  type Money,
  type MoneyText,
} from '../domain/money.ts';
import type { Month } from '../domain/period/month.ts';
import { reject, Rejection } from '../domain/rejection.ts';
import type { House } from './house.ts';
import type { RecordedEvent } from '../store/recorded-event.ts';
import type { StepEvent } from './session.ts';
import { today } from './today.ts';
import { reversedBeside, type ReversedBeside } from './unwound-beside.ts';

/** What would be the case, had a receipt come back unpaid on a day. Nothing of it is recorded. */
export interface Unwinding {
  readonly receiptId: ReceiptId;
  /** The day on which it would come back. */
  readonly on: CalendarDate;
  /** The last position of the log that was looked at. */
  readonly position: number;
  readonly amount: MoneyText;
  /** What of it had been paid back to the payor, and cannot be taken back. */
  readonly refunded: MoneyText;
  /** The credits that would be reversed. */
  readonly reversed: readonly ReversedCredit[];
  /** The credits of debts, of interest and of penalties that would be reversed. */
  readonly beside: readonly ReversedBeside[];
  /** What had ended by law, and would be owed again. */
  readonly reinstated: readonly ReversedCredit[];
  /** Of each victim and case, what is reversed, what is held there, and what went out and cannot be taken back. */
  readonly victims: readonly VictimUnwound[];
  /** Signed statements of the days on which something would change. */
  readonly signedStatements: readonly StatementId[];
  /** Closed months that it would change. */
  readonly closedMonths: readonly Month[];
}

/** Under one order, to one victim. */
export interface ReversedCredit {
  readonly caseId: CaseId;
  readonly orderId: OrderId;
  readonly victimId: VictimId;
  readonly amount: MoneyText;
}

/** What a victim had of it under some order of a case. */
type OfVictim = Omit<ReversedCredit, 'orderId'>;

/** What one victim had of it out of one case. */
export interface VictimUnwound {
  readonly caseId: CaseId;
  readonly victimId: VictimId;
  readonly reversed: MoneyText;
  readonly held: MoneyText;
  readonly paidOut: MoneyText;
}

/** Which receipt, and on which day it would come back; the present one unless told. */
export interface UnwindingAsked {
  readonly receiptId: ReceiptId;
  readonly on?: CalendarDate;
}

/**
 * Rehearses the return of a receipt; undefined where the ledger knows of none.
 *
 * @throws Rejection where it came back already, or had not come in by that day
 */
export async function unwindingOf(
  house: House,
  { receiptId, on = today() }: UnwindingAsked,
): Promise<Unwinding | undefined> {
  const { position } = await house.store.head();
  const events = await rehearsed(house, receiptId, on);
  const returned = events?.find((event) => event.type === 'PaymentReturned');
  if (events === undefined || returned === undefined) return undefined;
  const { amount, refunded } = returned.data;
  const reversed = events.flatMap((event): ReversedCredit[] => {
    if (event.type !== 'RecoveryReversed') return [];
    const { caseId, orderId, victimId } = event.data;
    return [{ caseId, orderId, victimId, amount: event.data.amount }];
  });
  const reinstated = events.flatMap((event) =>
    event.type === 'LiabilitiesReinstated'
      ? event.data.liabilities.map(liabilityOf(event.data.victimId))
      : [],
  );
  const beside = events.flatMap(reversedBeside);
  const victims = await victimsOf(house, [...reversed, ...interestOf(beside)], on);
  const signedStatements = await signedOver(house, new Set(events.map(({ effectiveOn }) => effectiveOn)));
  const { months: closedMonths } = await house.queries.months.backDating(on, undefined);
  const what = { receiptId, on, position, amount, refunded, reversed, beside, reinstated };
  return { ...what, victims, signedStatements, closedMonths };
}

/** The interest that victims had of it: it came to them with the rest. */
function interestOf(beside: readonly ReversedBeside[]): readonly OfVictim[] {
  return beside.flatMap(({ caseId, victimId, amount }) =>
    victimId === null ? [] : [{ caseId, victimId, amount }],
  );
}

/** What recording the return would bring about, in order; undefined where there is no such receipt. */
async function rehearsed(
  house: House,
  receiptId: ReceiptId,
  on: CalendarDate,
): Promise<readonly LedgerEvent[] | undefined> {
  const ledger = house.rehearse();
  const command = { type: 'RecordPaymentReturn', receiptId, reason: 'OTHER', on } as const;
  try {
    const { events } = await ledger.handle(command, {
      ...{ commandId: 'unwind', actor: 'rehearsal' },
      mayReachClosedMonths: true,
    });
    const told: LedgerEvent[] = [];
    for (const step of events) told.push(...(await ledger.documents.tells(recordedFrom(step))).events);
    // A return that was recorded already on this very day brings about nothing more: there is nothing to rehearse.
    if (events.length === 0) reject('return-recorded-differently');
    return told;
  } catch (error) {
    if (error instanceof Rejection && error.code === 'receipt-not-found') return undefined;
    throw error;
  }
}

/** An event of a rehearsal, as a store would give it. */
function recordedFrom({ id, stream, revision, event }: StepEvent): RecordedEvent {
  const { type, data, effectiveOn } = event;
  const nowhere = { position: 0, recordedAt: '', prev: '', commandId: '', causationId: null, actor: '' };
  return { ...nowhere, id, stream, revision, type, data, effectiveOn, schemaVersion: schemaVersions[type] };
}

function liabilityOf(victim: VictimId): (each: LiabilityBack) => ReversedCredit {
  return ({ caseId, orderId, victimId = victim, amount }) => ({ caseId, orderId, victimId, amount });
}

interface LiabilityBack {
  readonly caseId: CaseId;
  readonly orderId: OrderId;
  readonly victimId?: VictimId;
  readonly amount: MoneyText;
}

/** What of the money is held still, by victim and case, and what went out. */
async function victimsOf(
  house: House,
  reversed: readonly OfVictim[],
  on: CalendarDate,
): Promise<readonly VictimUnwound[]> {
  const held = new Map<string, Money>();
  for (const caseId of new Set(reversed.map((each) => each.caseId))) {
    const { payments, kept } = await house.queries.disbursements.plan({ caseId }, { asOf: on });
    for (const { victimId, amount } of [...payments, ...kept]) {
      const key = `${caseId}/${victimId}`;
      held.set(key, add(held.get(key) ?? noMoney, parseBalance(amount)));
    }
  }
  const sums = new Map<string, Omit<OfVictim, 'amount'> & { readonly sum: Money }>();
  for (const { caseId, victimId, amount } of reversed) {
    const key = `${caseId}/${victimId}`;
    sums.set(key, { caseId, victimId, sum: add(sums.get(key)?.sum ?? noMoney, parseMoney(amount)) });
  }
  return [...sums].map(([key, { caseId, victimId, sum }]) => {
    const left = held.get(key) ?? noMoney;
    const paidOut = atLeastNothing(subtract(sum, atLeastNothing(left)));
    return {
      caseId,
      victimId,
      reversed: formatMoney(sum),
      held: formatMoney(left),
      paidOut: formatMoney(paidOut),
    };
  });
}

/** The statements that two people have signed and that cover one of the days. */
async function signedOver(house: House, days: ReadonlySet<CalendarDate>): Promise<readonly StatementId[]> {
  const { accounts } = await house.queries.reconciliation.accounts({});
  return accounts.flatMap(({ statements }) =>
    statements.flatMap(({ statementId, from, to, signedAs }) => {
      const isTouched = [...days].some((day) => from <= day && day <= to);
      return isTouched && signedAs.includes('APPROVED') ? [statementId] : [];
    }),
  );
}
