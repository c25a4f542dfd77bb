import { plusDays } from '../domain/calendar-arithmetic.ts';
import { noMoney, parseMoney } from '../domain/money.ts';
import {
  bindsShare,
  isBelowFloor,
  isBelowLaterFloor,
  relativeRole,
} from '../domain/statutes/18-usc-2259-b-2-b-relative-role.ts';
import { fullRecovery } from '../domain/statutes/18-usc-2259-b-2-c-full-recovery.ts';
import { otherCases } from '../domain/statutes/18-usc-2259-b-2-c-last-sentence-other-cases.ts';
import {
  lastDayToDetermine,
  lastDayToPetition,
  laterLosses,
} from '../domain/statutes/18-usc-3664-d-5-later-losses.ts';
import {
  considersCompensation,
  otherCompensation,
} from '../domain/statutes/18-usc-3664-f-1-b-other-compensation.ts';
import {
  adjustsScheduleOnly,
  finalJudgment,
  isListedPower,
} from '../domain/statutes/18-usc-3664-o-final-judgment.ts';
import { bail, isOfSurety } from '../domain/statutes/28-usc-2044-bail.ts';
import { unclaimed } from '../domain/statutes/28-usc-2042-unclaimed.ts';
import { offset, takesExempt } from '../domain/statutes/31-usc-3716-c-3-offset.ts';
import { orderOfPayment } from '../domain/statutes/18-usc-3612-c-order-of-payment.ts';
import { interest } from '../domain/statutes/18-usc-3612-f-interest.ts';
import type { InterestUnknown } from '../domain/collection/events.ts';
import { history } from './read-model.ts';
import { reviewTable, type ReviewReason, type ReviewRow } from './review-row.ts';
import type { Told } from './told.ts';

/** All that a person should look at. */
export const reviews = history(reviewTable, {
  OrderEntered: entered,
  OrderAmended: amended,
  RestitutionDeclined: (event) =>
    rowsOf(event, considersCompensation(event.data.ground) ? [otherCompensationGiven] : []),
  FindingDeferred: (event) => {
    const { sentencedOn, finalOn } = event.data;
    return rowsOf(event, finalOn > lastDayToDetermine(sentencedOn) ? [under('DETERMINED_LATE')] : []);
  },
  LaterLossesPetitioned: (event) => {
    const { discoveredOn, goodCause } = event.data;
    const isLate = event.effectiveOn > lastDayToPetition(discoveredOn);
    return rowsOf(event, [
      ...(isLate ? [under('PETITIONED_LATE')] : []),
      ...(goodCause === 'NOT_SHOWN' ? [under('GOOD_CAUSE_NOT_SHOWN')] : []),
    ]);
  },
  InterestNotKnown: (event) => {
    const { why } = event.data;
    return rowsOf(event, [{ reason: interestUnknown[why], citation: interest.citation, authority: why }]);
  },
  OverRecoveryClaimed: (event) => {
    const { citation } = event.data;
    const amount = parseMoney(event.data.amount);
    return rowsOf(event, amount === noMoney ? [] : [{ reason: 'OVER_RECOVERY_CLAIMED', citation, amount }]);
  },
  ReinstatementOrdered: (event) => {
    const { authority, orderIds } = event.data;
    const ordered = { reason: 'REINSTATEMENT_ORDERED', citation: fullRecovery.citation, authority } as const;
    return rowsOf(
      event,
      orderIds.map((orderId) => ({ ...ordered, orderId })),
    );
  },
  // Whatever brought it back (a return, an order, an answer to a policy), somebody is to collect what had ended.
  LiabilitiesReinstated: (event) => {
    const { citation, liabilities } = event.data;
    return rowsOf(
      event,
      liabilities.map(({ orderId, victimId = event.data.victimId, caseId, defendantId, amount }) => ({
        ...{ reason: 'OWED_AGAIN', citation, amount: parseMoney(amount) },
        ...{ orderId, victimId, caseId, defendantId },
      })),
    );
  },
  PayoutHeld: (event) => rowsOf(event, [{ reason: 'PAYOUT_HELD', citation: event.data.citation }]),
  // Until one cap is measured over both, whoever looks must add up what both have received.
  IdentityAbsorbed: (event) =>
    rowsOf(event, [{ reason: 'ONE_VICTIM_TWO_IDS', citation: fullRecovery.citation }]),
  AssistanceTwiceNoted: (event) =>
    rowsOf(event, [{ reason: 'ASSISTANCE_TWICE', citation: event.data.citation }]),
  PayeeQuestioned: (event) => {
    const { citation, reason: authority } = event.data;
    return rowsOf(event, [{ reason: 'PAYEE_QUESTIONED', citation, authority }]);
  },
  InstrumentQuestioned: (event) => {
    const { question: reason, disbursementId: authority } = event.data;
    const { citation } = orderOfPayment;
    return rowsOf(event, [{ reason, citation, authority, amount: parseMoney(event.data.presented) }]);
  },
  RefundQuestioned: (event) => {
    const { question: reason, refundId: authority } = event.data;
    const { citation } = orderOfPayment;
    return rowsOf(event, [{ reason, citation, authority, amount: parseMoney(event.data.presented) }]);
  },
  PaymentReceived: received,
  RefundMade: (event) => {
    const beyond = parseMoney(event.data.beyondHeld);
    if (beyond === noMoney) return [];
    const { citation } = orderOfPayment;
    return rowsOf(event, [{ reason: 'REFUNDED_BEYOND_HELD', citation, amount: beyond }]);
  },
  UnclaimedRefundSetAside: (event) => {
    const { beyondHeld } = event.data;
    if (beyondHeld === undefined) return [];
    const { citation } = unclaimed;
    return rowsOf(event, [{ reason: 'UNCLAIMED_BEYOND_HELD', citation, amount: parseMoney(beyondHeld) }]);
  },
  RecoveryReported: (event) =>
    rowsOf(event, [
      {
        ...{ reason: 'RECOVERY_NOT_VERIFIED', citation: otherCases.citation, authority: event.data.source },
        waitsUntil: plusDays(event.effectiveOn, daysToVerify),
      },
    ]),
});

const interestUnknown: Readonly<Record<InterestUnknown, ReviewReason>> = {
  YIELD_MISSING: 'INTEREST_NOT_KNOWN',
  EARLIER_LAW: 'INTEREST_NOT_KNOWN',
  OWED_JOINTLY: 'INTEREST_OWED_JOINTLY',
};

/** A claim that is neither verified nor rejected after so many days should be looked at: a habit of offices, not the law. */
const daysToVerify = 90;

type Noted = Pick<ReviewRow, 'reason' | 'citation'> &
  Partial<
    Pick<ReviewRow, 'authority' | 'victimId' | 'orderId' | 'caseId' | 'defendantId' | 'waitsUntil' | 'amount'>
  >;

const otherCompensationGiven: Noted = {
  reason: 'COMPENSATION_CONSIDERED',
  citation: otherCompensation.citation,
};

function under(reason: 'DETERMINED_LATE' | 'PETITIONED_LATE' | 'GOOD_CAUSE_NOT_SHOWN'): Noted {
  return { reason, citation: laterLosses.citation };
}

/** Money that has moved is recorded; whether it might have been taken, a person should look at. */
function received(event: Told<'PaymentReceived'>): readonly ReviewRow[] {
  const { origin, amount, benefits } = event.data;
  if (isOfSurety(origin)) return rowsOf(event, [{ reason: 'BAIL_OF_SURETY', citation: bail.citation }]);
  if (origin !== 'FEDERAL_BENEFIT_OFFSET') return [];
  const { citation } = offset;
  if (benefits === undefined) return rowsOf(event, [{ reason: 'EXEMPTION_NOT_SHOWN', citation }]);
  const isTaken = takesExempt(parseMoney(amount), parseMoney(benefits));
  return rowsOf(event, isTaken ? [{ reason: 'OFFSET_TAKES_EXEMPT', citation }] : []);
}

function entered(event: Told<'OrderEntered'>): readonly ReviewRow[] {
  const { override, statute, offenceOn, lines } = event.data;
  const low = lines.flatMap(({ track, amount, victimId }): readonly Noted[] => {
    const share = parseMoney(amount);
    if (!bindsShare(track)) return [];
    if (isBelowFloor(share, offenceOn)) return [{ ...floor('BELOW_TRAFFICKING_FLOOR'), victimId }];
    return isBelowLaterFloor(share, offenceOn) ? [{ ...floor('BELOW_LATER_FLOOR'), victimId }] : [];
  });
  const byOverride: readonly Noted[] =
    override === undefined ? [] : [{ reason: 'ENTERED_BY_OVERRIDE', citation: statute, authority: override }];
  return rowsOf(event, [...byOverride, ...low]);
}

function floor(reason: 'BELOW_TRAFFICKING_FLOOR' | 'BELOW_LATER_FLOOR'): Noted {
  return { reason, citation: relativeRole.citation };
}

function amended(event: Told<'OrderAmended'>): readonly ReviewRow[] {
  const { authority, override } = event.data;
  const { citation } = finalJudgment;
  return rowsOf(event, [
    ...(isListedPower(authority) ? [] : [{ reason: 'POWER_NOT_LISTED', citation, authority } as const]),
    ...(adjustsScheduleOnly(authority)
      ? [{ reason: 'POWER_OVER_SCHEDULE_ONLY', citation, authority } as const]
      : []),
    ...(override === undefined
      ? []
      : [{ reason: 'AMENDED_BY_OVERRIDE', citation, authority: override } as const]),
  ]);
}

interface Subjects {
  readonly caseId?: string;
  readonly representativeId?: string;
  readonly orderId?: string | null;
  readonly debtId?: string | null;
  readonly receiptId?: string;
  readonly victimId?: string | null;
  readonly defendantId?: string;
}

function rowsOf(event: Told, noted: readonly Noted[]): readonly ReviewRow[] {
  const { position, item, effectiveOn } = event;
  const { caseId = null, orderId = null, debtId = null, receiptId = null } = event.data as Subjects;
  const { victimId = null, defendantId = null, representativeId = null } = event.data as Subjects;
  const subjects = { caseId, orderId, debtId, receiptId, victimId, defendantId, representativeId };
  return noted.map((each, line) => ({
    ...{ position, item, line, effectiveOn, waitsUntil: null, authority: null, amount: null },
    ...subjects,
    ...each,
  }));
}
