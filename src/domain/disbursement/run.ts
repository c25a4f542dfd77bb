import type { CalendarDate } from '../calendar-date.ts';
import type { Digest, SignatoryId } from '../ids.ts';
import { invariant } from '../rejection.ts';
import type {
  DisbursementEvent,
  DisbursementRunProposed,
  DisbursementsMade,
  ListedPayment,
} from './events.ts';

/** What a decision about one run must know. */
export interface RunState {
  /** What was listed, by the hash of the whole: a proposal that a crash cut short leaves a list that nobody uses. */
  readonly listed: Map<Digest, ListedPayment[]>;
  proposed: (DisbursementRunProposed['data'] & { readonly on: CalendarDate }) | undefined;
  approved: { readonly by: SignatoryId; readonly on: CalendarDate } | undefined;
  releasedOn: CalendarDate | undefined;
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
    made: new Map(),
    isCompleted: false,
  };
}

/** The payments that were proposed; none where nothing was. */
export function paymentsOf({ proposed, listed }: RunState): readonly ListedPayment[] {
  if (proposed === undefined) return [];
  const payments = listed.get(proposed.contentHash);
  invariant(payments?.length === proposed.payments, 'a run was proposed without its payments');
  return payments;
}

/** Carries one event into the state of its run. */
export function evolveRun(state: RunState, event: DisbursementEvent): void {
  const { effectiveOn: on } = event;
  switch (event.type) {
    case 'DisbursementsListed': {
      const { contentHash, payments } = event.data;
      state.listed.set(contentHash, [...(state.listed.get(contentHash) ?? []), ...payments]);
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
      return;
    case 'DisbursementsMade':
      state.made.set(event.data.from, event.data);
      return;
    case 'DisbursementRunCompleted':
      state.isCompleted = true;
      return;
  }
}
