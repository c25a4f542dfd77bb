/** What commands are about: the stream that hears of each first, and where its result can be seen. */
import {
  assessmentCeilings,
  disbursementTerms,
  periods,
  policies,
  reserve,
  treasuryYields,
  type StreamRef,
} from '../../application/streams.ts';
import type { AccountId, CaseId, OrderId, RunId, StatementId, VictimId } from '../../domain/ids.ts';
import { receiptIdOf } from '../../domain/ids.ts';
import type { Month } from '../../domain/period/month.ts';
import type { Subject } from '../command-desk.ts';

export function victimSubject({ victimId }: { readonly victimId: VictimId }): Subject {
  return { stream: { kind: 'Victim', id: victimId }, page: `victims/${victimId}` };
}

export function caseSubject({ caseId }: { readonly caseId: CaseId }): Subject {
  return { stream: caseStream(caseId) };
}

export function orderSubject({
  caseId,
  orderId,
}: {
  readonly caseId: CaseId;
  readonly orderId: OrderId;
}): Subject {
  return { stream: caseStream(caseId), page: `orders/${orderId}` };
}

/** Which stream decides what is owed under an order, and so hears first of a credit on it, depends on its statute. */
export function lineSubject(line: {
  readonly caseId: CaseId;
  readonly orderId: OrderId;
  readonly victimId: VictimId;
}): Subject {
  return { ...orderSubject(line), orFirst: { kind: 'Victim', id: line.victimId } };
}

export function receiptSubject({
  source,
  reference,
}: {
  readonly source: string;
  readonly reference: string;
}): Subject {
  const id = receiptIdOf(source, reference);
  return { stream: { kind: 'Receipt', id }, page: `receipts/${id}` };
}

export function accountSubject({ accountId }: { readonly accountId: AccountId }): Subject {
  return { stream: { kind: 'Account', id: accountId }, page: 'accounts' };
}

export function statementSubject({ statementId }: { readonly statementId: StatementId }): Subject {
  return { stream: { kind: 'Statement', id: statementId }, page: `statements/${statementId}` };
}

export function monthSubject({ month }: { readonly month: Month }): Subject {
  return { stream: periods, page: `months/${month}` };
}

export const yieldSubject: Subject = { stream: treasuryYields };
export const ceilingSubject: Subject = { stream: assessmentCeilings };
export function runSubject({ runId }: { readonly runId: RunId }): Subject {
  return { stream: { kind: 'Disbursement', id: runId }, page: `disbursement-runs/${runId}` };
}

export const termsSubject: Subject = { stream: disbursementTerms, page: 'disbursements/plan' };

export const policySubject: Subject = { stream: policies, page: 'policies' };

export const reserveSubject: Subject = { stream: reserve, page: 'reserve' };
export const queueSubject: Subject = { stream: reserve, page: 'reserve/queue' };
export const assistanceSubject: Subject = { stream: reserve, page: 'assistance' };
export const amountsSubject: Subject = { stream: reserve, page: 'assistance/amounts' };

function caseStream(id: CaseId): StreamRef {
  return { kind: 'Case', id };
}
