import { accountDecider } from '../domain/account/decide.ts';
import { caseDecider } from '../domain/case/decide.ts';
import { claimDecider } from '../domain/claim/decide.ts';
import type { Decider } from '../domain/decider.ts';
import { defendantDecider } from '../domain/defendant/decide.ts';
import type { LedgerEvent } from '../domain/events.ts';
import { disbursementDecider } from '../domain/disbursement/decide.ts';
import { orderDecider } from '../domain/order/decide.ts';
import { periodDecider } from '../domain/period/decide.ts';
import { policyDecider } from '../domain/policy/decide.ts';
import { referenceDecider } from '../domain/reference/decide.ts';
import { receiptDecider } from '../domain/receipt/decide.ts';
import { reserveDecider } from '../domain/reserve/decide.ts';
import { statementDecider } from '../domain/statement/decide.ts';
import { victimDecider } from '../domain/victim/decide.ts';

/** The kinds of stream, each with its decider. Every cent is decided in exactly one stream. */
export const deciders = {
  Victim: victimDecider,
  Case: caseDecider,
  Defendant: defendantDecider,
  Order: orderDecider,
  Receipt: receiptDecider,
  Disbursement: disbursementDecider,
  Reserve: reserveDecider,
  Account: accountDecider,
  Statement: statementDecider,
  Claim: claimDecider,
  Period: periodDecider,
  Policy: policyDecider,
  Reference: referenceDecider,
} as const;

export type Kind = keyof typeof deciders;

/** The categories of documents: streams of the log that nobody decides in. */
const documentCategories = ['Schedule', 'Allocation'] as const;

/** The categories of all streams that are the log. */
export const categories: readonly string[] = [...Object.keys(deciders), ...documentCategories];

/** The state, command and event of a kind of stream. */
export type StateOf<K extends Kind> = ReturnType<(typeof deciders)[K]['empty']>;
export type CommandOf<K extends Kind> = Parameters<(typeof deciders)[K]['decide']>[0];

/** Which stream is meant: `Victim` and `v-1` make `Victim-v-1`. */
export interface StreamRef<K extends Kind = Kind> {
  readonly kind: K;
  readonly id: string;
}

/** The name under which the store keeps the stream. */
export function streamName({ kind, id }: StreamRef): string {
  return `${kind}-${id}`;
}

/** The one stream of policies. */
export const policies: StreamRef<'Policy'> = { kind: 'Policy', id: 'ledger' };

/** The one stream of the months of the books. */
export const periods: StreamRef<'Period'> = { kind: 'Period', id: 'ledger' };

/** The one stream of published yields. */
export const treasuryYields: StreamRef<'Reference'> = { kind: 'Reference', id: 'treasury-yields' };
/** The one stream of ceilings of assessments. */
export const assessmentCeilings: StreamRef<'Reference'> = { kind: 'Reference', id: 'assessment-ceilings' };
/** The one stream of terms on which money is paid out. */
export const disbursementTerms: StreamRef<'Reference'> = { kind: 'Reference', id: 'disbursement-terms' };
/** The one stream of the Reserve. */
export const reserve: StreamRef<'Reserve'> = { kind: 'Reserve', id: 'ledger' };

/** A decider seen without its types, for the one place that folds whatever stream it is given. */
export function deciderOf(kind: Kind): Decider<unknown, unknown, LedgerEvent> {
  return deciders[kind];
}
