import type { CalendarDate } from '../calendar-date.ts';
import type { InstrumentNumber, MatchId, PaymentOutId } from '../ids.ts';
import { parseMoney, type Money } from '../money.ts';
import type { RefundInstrumentEvent } from '../receipt/refund-events.ts';
import type { DisbursementReturnReason } from '../victim/found-and-paid.ts';
import type {
  Instrument,
  InstrumentEvent,
  InstrumentQuestion,
  PresentedBy,
  UnclaimedPlace,
} from './events.ts';

/** What has become of one payment out, or refund, at the bank. Never changed, only replaced. */
export interface InstrumentLife {
  readonly issued:
    | { readonly instrument: Instrument; readonly number: InstrumentNumber; readonly on: CalendarDate }
    | undefined;
  /** The presentations that stand, in the order of recording. */
  readonly presented: readonly Presentation[];
  /** Matches that had shown it and were undone: whoever comes late does not show it by them once more. */
  readonly withdrawn?: readonly MatchId[];
  /** The payment that was made in its place. */
  readonly replacedBy: PaymentOutId | undefined;
  /** Where its money waits for whoever claims it, and since when; undefined where it never did. */
  readonly unclaimed: Unclaimed | undefined;
}

/** The days on which money went where nobody claims it, and came from there. */
export interface Unclaimed {
  readonly setAsideOn: CalendarDate;
  readonly depositedOn?: CalendarDate;
  readonly withdrawnOn?: CalendarDate;
}

/** On which day it went there; undefined where it never did. */
export function wentThereOn(place: UnclaimedPlace, known: Unclaimed | undefined): CalendarDate | undefined {
  return place === 'TREASURY' ? known?.depositedOn : known?.setAsideOn;
}

/** Whether it waits there still. */
export function isWaiting(unclaimed: Unclaimed | undefined): boolean {
  return unclaimed !== undefined && unclaimed.withdrawnOn === undefined;
}

/** That a bank paid it. */
export interface Presentation extends PresentedBy {
  readonly amount: Money;
  readonly on: CalendarDate;
}

/** When and why a payment came back. */
export interface Returned {
  readonly on: CalendarDate;
  readonly reason: DisbursementReturnReason;
}

/** Of which no bank has said anything. */
export const unseen: InstrumentLife = {
  issued: undefined,
  presented: [],
  replacedBy: undefined,
  unclaimed: undefined,
};

/** The life with one event more. */
export function lifeWith(
  life: InstrumentLife,
  event: InstrumentEvent | RefundInstrumentEvent,
): InstrumentLife {
  switch (event.type) {
    case 'InstrumentIssued':
    case 'RefundInstrumentIssued': {
      const { instrument, number } = event.data;
      return { ...life, issued: { instrument, number, on: event.effectiveOn } };
    }
    case 'InstrumentPresented':
    case 'RefundPresented': {
      const { statementId, lines, matchId, amount } = event.data;
      const by = { statementId, lines, ...(matchId !== undefined && { matchId }) };
      const presentation = { ...by, amount: parseMoney(amount), on: event.effectiveOn };
      return { ...life, presented: [...life.presented, presentation] };
    }
    case 'PresentationWithdrawn':
    case 'RefundPresentationWithdrawn': {
      const { withdrawn = [] } = life;
      const { matchId } = event.data;
      return {
        ...life,
        presented: life.presented.filter((each) => !isSamePresentation(each, event.data)),
        ...(matchId !== undefined && { withdrawn: [...withdrawn, matchId] }),
      };
    }
    case 'InstrumentQuestioned':
    case 'RefundQuestioned':
      return life;
  }
}

/** Whether both speak of one presentation: a line of a bank shows a payment once, whoever says so. */
export function isSamePresentation(one: PresentedBy, other: PresentedBy): boolean {
  return one.statementId === other.statementId && one.lines.some((line) => other.lines.includes(line));
}

/** Whether nothing new is said: the lines show it already, or it is said for a match that was undone. */
export function isNoNews({ presented, withdrawn = [] }: InstrumentLife, by: PresentedBy): boolean {
  if (presented.some((each) => isSamePresentation(each, by))) return true;
  return by.matchId !== undefined && withdrawn.includes(by.matchId);
}

/** Reasons for which nothing comes back from a bank: the payment was called off, as it had not been paid. */
export const voidReasons: readonly DisbursementReturnReason[] = ['STALE', 'STOPPED', 'VOIDED'];

/** Whether the payment was called off, rather than sent back. */
export function isVoid(reason: DisbursementReturnReason): boolean {
  return voidReasons.includes(reason);
}

/** What cannot be right of a payment that was presented and came back; undefined where nothing is wrong. */
export function presentedAndReturned(
  { on }: Pick<Presentation, 'on'>,
  returned: Returned,
): InstrumentQuestion | undefined {
  if (on > returned.on) return 'PRESENTED_AFTER_VOID';
  if (!isVoid(returned.reason)) return undefined;
  return on === returned.on ? 'PRESENTED_AFTER_VOID' : 'VOIDED_AFTER_PRESENTED';
}

/** What is known of a payment, beside what a bank shows of it now. */
export interface ShownBefore {
  readonly issued: Money;
  readonly presented: readonly Presentation[];
  readonly returned: Returned | undefined;
}

/** What cannot be right of what a bank shows now. */
export function questionsOfPresentation(
  { amount, on }: Pick<Presentation, 'amount' | 'on'>,
  { issued, presented, returned }: ShownBefore,
): readonly InstrumentQuestion[] {
  const question = returned && presentedAndReturned({ on }, returned);
  return [
    ...(amount === issued ? [] : (['PRESENTED_FOR_ANOTHER_AMOUNT'] as const)),
    ...(presented.length === 0 ? [] : (['PRESENTED_AGAIN'] as const)),
    ...(question === undefined ? [] : [question]),
  ];
}

/** Whether a bank has paid it, and did not send it back afterwards. */
export function isNotSentBack(presentation: Presentation, returned: Returned | undefined): boolean {
  return !returned || presentedAndReturned(presentation, returned) !== undefined;
}
