import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId, Digest, PaymentOutId, RunId, SignatoryId } from '../ids.ts';
import type { Listed, Numbered, RunPurpose } from './events.ts';

/** In every command, `on` is the legal day on which what it says takes effect. */
interface OfRun {
  readonly runId: RunId;
  readonly on: CalendarDate;
}

/** What can be paid on the day is to be paid out together; the passage adds the plan. */
export interface ProposeDisbursementRun extends OfRun {
  readonly type: 'ProposeDisbursementRun';
  /** The case whose money is meant; null for that of all cases. */
  readonly caseId: CaseId | null;
  /** Whose money goes out; that of victims, where nothing is said. */
  readonly purpose?: RunPurpose;
  readonly proposedBy: SignatoryId;
  readonly plan?: RunPlan;
}

/** What was planned for a run, and on what. */
export interface RunPlan {
  readonly payments: readonly Listed[];
  readonly contentHash: Digest;
  readonly plannedAt: number;
  readonly policyVersion: number;
}

/** Somebody else answers for these very payments. */
export interface ApproveDisbursementRun extends OfRun {
  readonly type: 'ApproveDisbursementRun';
  readonly contentHash: Digest;
  readonly approvedBy: SignatoryId;
}

/** The payments are to go out. */
export interface ReleaseDisbursementRun extends OfRun {
  readonly type: 'ReleaseDisbursementRun';
  /** How the payments go out, where their numbers are known; a payment that is withheld leaves its number unused. */
  readonly numbered?: Numbered;
}

/** Some of the payments of a plan; no door sends this. */
export interface ListDisbursements extends OfRun {
  readonly type: 'ListDisbursements';
  readonly contentHash: Digest;
  readonly from: number;
  readonly payments: readonly Listed[];
}

/** What the streams of victims, or of receipts, have decided of some of the payments; no door sends this. */
export interface NoteDisbursements extends OfRun {
  readonly type: 'NoteDisbursements';
  readonly from: number;
  readonly payments: number;
  readonly withheld: readonly PaymentOutId[];
}

/** All of them were decided; no door sends this. */
export interface CompleteDisbursementRun extends OfRun {
  readonly type: 'CompleteDisbursementRun';
}

/** What a door may send of runs. */
export type RunCommand = ProposeDisbursementRun | ApproveDisbursementRun | ReleaseDisbursementRun;

export type DisbursementCommand =
  RunCommand | ListDisbursements | NoteDisbursements | CompleteDisbursementRun;
