import { amountText, centsOf } from '../cents.ts';
import { faultAt, type Fault } from '../fault.ts';
import { record, written, type Written } from '../written.ts';
import {
  sprAchPayment,
  sprAchSchedule,
  sprCheckPayment,
  sprCheckSchedule,
  sprFileHeader,
  sprFileTrailer,
  sprScheduleTrailer,
} from './layout.ts';

/** One schedule of one agency location: payments of one kind. */
export type SprSchedule = SprScheduleHead &
  (
    | {
        readonly kind: 'ACH';
        readonly entryClass: 'PPD' | 'CCD';
        readonly payments: readonly SprAchPayment[];
      }
    | { readonly kind: 'CHECK'; readonly payments: readonly SprCheckPayment[] }
  );

interface SprScheduleHead {
  /** At most fourteen characters, another one for every schedule of a year. */
  readonly scheduleNumber: string;
  /** One of the words that the Treasury has agreed on with the agency, such as `Miscellaneous`. */
  readonly paymentType: string;
  /** Eight digits. */
  readonly agencyLocation: string;
}

/** A payment to an account. */
export interface SprAchPayment extends SprPayment {
  readonly routing: string;
  readonly account: string;
  readonly accountKind: 'CHECKING' | 'SAVINGS';
}

/** A check, and where it is sent. */
export interface SprCheckPayment extends SprPayment {
  /** One to four lines. */
  readonly address: readonly string[];
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  /** The four digits behind it. */
  readonly postalExtension?: string | undefined;
}

interface SprPayment {
  readonly amount: string;
  readonly payeeName: string;
  /** At most twenty characters: by it the Treasury tells what became of the payment. */
  readonly paymentId: string;
  /** At most a hundred characters that the Treasury gives back unread. */
  readonly reconcilement?: string | undefined;
  /** Whether it may be taken for debts of the payee; restitution may not, unless the agency says so. */
  readonly isOffset?: boolean | undefined;
}

/**
 * A Standard Payment Request for the Treasury: its schedules, with the counts and amounts that the Treasury holds against them.
 * Payments by ACH stand in the order of their routing numbers, as they must.
 */
export function writeSpr(inputSystem: string, schedules: readonly SprSchedule[]): Written {
  return written(() => recordsOf(inputSystem, schedules));
}

function* recordsOf(inputSystem: string, schedules: readonly SprSchedule[]): Generator<string | Fault> {
  yield record(sprFileHeader, { code: 'H', inputSystem, version: '502', isSameDay: '0' }, 0);
  let [records, payments, amount] = [2, 0, 0n];
  for (const schedule of schedules) {
    const sum = schedule.payments.reduce((running, each) => running + centsIn(each.amount), 0n);
    yield* scheduleOf(schedule, payments);
    const trailer = { code: 'T', count: String(schedule.payments.length), amount: amountText(sum) };
    yield record(sprScheduleTrailer, trailer, 0);
    records += schedule.payments.length + 2;
    payments += schedule.payments.length;
    amount += sum;
  }
  if (payments === 0) yield faultAt(0, 'file-without-rows');
  const totals = { records: String(records), payments: String(payments), amount: amountText(amount) };
  yield record(sprFileTrailer, { code: 'E', ...totals }, 0);
}

/** The header of a schedule and its payments; these are numbered through the file for whoever hears of faults. */
function* scheduleOf(schedule: SprSchedule, before: number): Generator<string | Fault> {
  const { scheduleNumber, paymentType, agencyLocation } = schedule;
  const head = { scheduleNumber, paymentType, agencyLocation };
  if (schedule.kind === 'CHECK') {
    yield record(sprCheckSchedule, { code: '11', ...head }, 0);
    for (const [at, payment] of schedule.payments.entries()) yield* checkOf(payment, before + at + 1);
  } else {
    yield record(sprAchSchedule, { code: '01', ...head, entryClass: schedule.entryClass }, 0);
    const numbered = [...schedule.payments.entries()];
    numbered.sort(([at, a], [other, b]) => compare(a.routing, b.routing) || at - other);
    for (const [at, payment] of numbered) yield* achOf(payment, before + at + 1);
  }
}

function* achOf(payment: SprAchPayment, number: number): Generator<string | Fault> {
  const { routing, account } = payment;
  const transactionCode = payment.accountKind === 'CHECKING' ? '22' : '32';
  yield* amountFault(payment, number);
  yield record(
    sprAchPayment,
    { code: '02', ...paymentOf(payment), routing, account, transactionCode },
    number,
  );
}

function* checkOf(payment: SprCheckPayment, number: number): Generator<string | Fault> {
  const { city, state, postalCode, postalExtension = '' } = payment;
  const [address1 = '', address2 = '', address3 = '', address4 = '', ...more] = payment.address;
  const address = { address1, address2, address3, address4, city, state, postalCode, postalExtension };
  if (address1 === '') yield faultAt(number, 'field-blank', 'address');
  if (more.length > 0) yield faultAt(number, 'does-not-fit', 'address');
  yield* amountFault(payment, number);
  yield record(sprCheckPayment, { code: '12', ...paymentOf(payment), ...address }, number);
}

function paymentOf({ amount, payeeName, paymentId, reconcilement = '', isOffset = false }: SprPayment) {
  return { amount, payeeName, paymentId, reconcilement, isOffset: isOffset ? '1' : '0' };
}

function* amountFault({ amount, paymentId }: SprPayment, number: number): Generator<Fault> {
  if (!/[1-9]/.test(amount)) yield faultAt(number, 'field-not-an-amount', 'amount');
  if (paymentId === '') yield faultAt(number, 'field-blank', 'paymentId');
}

function centsIn(amount: string): bigint {
  return /^[0-9]+\.[0-9]{2}$/.test(amount) ? centsOf(amount) : 0n;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
