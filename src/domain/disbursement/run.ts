import type { CalendarDate } from '../calendar-date.ts';
import type { Digest, InstrumentNumber, PaymentOutId, SignatoryId } from '../ids.ts';
import { invariant } from '../rejection.ts';
import type {
  DisbursementEvent,
  DisbursementRunProposed,
  DisbursementsMade,
  Listed,
  Numbered,
} from './events.ts';

/** What a decision about one run must know. */
export interface RunState {
  /** What was listed, by the hash of the whole: a proposal that a crash cut short leaves a list that nobody uses. */
  readonly listed: Map<Digest, Listed[]>;
  proposed: (DisbursementRunProposed['data'] & { readonly on: CalendarDate }) | undefined;
  approved: { readonly by: SignatoryId; readonly on: CalendarDate } | undefined;
  releasedOn: CalendarDate | undefined;
  /** By what the payments go out, and from which number on; undefined where that was not said. */
  numbered: Numbered | undefined;
  /** What became of the payments, by the number of the first of each part. */
  readonly made: Map<number, DisbursementsMade['data']>;
  isCompleted: boolean;
}

/** A run of which nothing is known. */
export function emptyRun(): RunState {
  return {
    listed: new Map(),
    proposed: undefined,
    approved: undefined,
    releasedOn: undefined,
    numbered: undefined,
    made: new Map(),
    isCompleted: false,
  };
}

/** The payments that were proposed; none where nothing was. */
export function paymentsOf({ proposed, listed }: RunState): readonly Listed[] {
  if (proposed === undefined) return [];
  const payments = listed.get(proposed.contentHash);
  invariant(payments?.length === proposed.payments, 'a run was proposed without its payments');
  return payments;
}

/** The id of what is paid. */
export function idOf(listed: Listed): PaymentOutId {
  return 'refundId' in listed ? listed.refundId : listed.disbursementId;
}

/** The number of the payment that stands at a place of its run, from 0; as many digits as the first, or more. */
export function numberAt({ firstNumber }: Numbered, place: number): InstrumentNumber {
  const number = String(BigInt(firstNumber) + BigInt(place));
  return number.padStart(firstNumber.length, '0') as InstrumentNumber;
}

/** Carries one event into the state of its run. */
export function evolveRun(state: RunState, event: DisbursementEvent): void {
  const { effectiveOn: on } = event;
  switch (event.type) {
    case 'DisbursementsListed': {
      const { contentHash, payments, refunds = [] } = event.data;
      state.listed.set(contentHash, [...(state.listed.get(contentHash) ?? []), ...payments, ...refunds]);
      return;
    }
    case 'DisbursementRunProposed':
      state.proposed = { ...event.data, on };
      return;
    case 'DisbursementRunApproved':
      state.approved = { by: event.data.approvedBy, on };
      return;
    case 'DisbursementRunReleased':
      state.releasedOn = on;
      state.numbered = event.data.numbered;
      return;
    case 'DisbursementsMade':
      state.made.set(event.data.from, event.data);
      return;
    case 'DisbursementRunCompleted':
      state.isCompleted = true;
      return;
  }
}
