import { formatMoney, noMoney } from '../money.ts';
import { reject } from '../rejection.ts';
import type { RecordDisbursement, RecordDisbursementReturn } from './commands.ts';
import type { MakeDisbursement } from './commands-of-payment.ts';
import type { VictimEvent } from './events.ts';
import { paymentKey } from './keys.ts';
import { besideIn, makeDisbursement } from './runs.ts';
import type { Disbursement } from './parts-of-state.ts';
import type { VictimState } from './state.ts';

type Events = readonly VictimEvent[];

/** Money that went out, that came back, or that is to go out with a run. */
export function whatHappensToPayments(
  command: RecordDisbursement | RecordDisbursementReturn | MakeDisbursement,
  state: VictimState,
): Events {
  switch (command.type) {
    case 'RecordDisbursement':
      return recordDisbursement(command, state);
    case 'RecordDisbursementReturn':
      return recordDisbursementReturn(command, state);
    case 'MakeDisbursement':
      return makeDisbursement(command, state);
  }
}

/** Money that has left is recorded, whether or not the ledger knew of funds for it. */
function recordDisbursement(command: RecordDisbursement, state: VictimState): Events {
  const { victimId, caseId, disbursementId, amount, on } = command;
  const { paidTo = 'VICTIM', representativeId } = command;
  const recorded = state.disbursements.get(paymentKey(command));
  if (recorded && isSame(recorded, command)) return [];
  if (recorded) reject('disbursement-recorded-differently', '/disbursementId');
  if (amount <= noMoney) reject('amount-not-positive', '/amount');
  if ((paidTo === 'REPRESENTATIVE') !== (representativeId !== undefined))
    reject('payee-incomplete', '/representativeId');
  const data = {
    ...{ victimId, caseId, disbursementId, amount: formatMoney(amount) },
    ...(paidTo !== 'VICTIM' && { paidTo }),
    ...(representativeId !== undefined && { representativeId }),
    ...besideIn({ ...command, paidTo }, state),
  };
  return [{ type: 'RestitutionDisbursed', effectiveOn: on, data }];
}

function isSame(recorded: Disbursement, command: RecordDisbursement): boolean {
  const { caseId, amount, on, paidTo = 'VICTIM', representativeId } = command;
  const isSamePayee = recorded.paidTo === paidTo && recorded.representativeId === representativeId;
  return isSamePayee && recorded.amount === amount && recorded.caseId === caseId && recorded.on === on;
}

/** A payment that came back, once. */
function recordDisbursementReturn(command: RecordDisbursementReturn, state: VictimState): Events {
  const { victimId, disbursementId, reason, on } = command;
  const recorded = state.disbursements.get(paymentKey(command));
  if (!recorded) reject('disbursement-not-found', '/disbursementId');
  const { caseId, returned } = recorded;
  if (returned?.on === on && returned.reason === reason) return [];
  if (returned) reject('return-recorded-differently', '/disbursementId');
  if (on < recorded.on) reject('returned-before-paid', '/on');
  const data = { victimId, caseId, disbursementId, amount: formatMoney(recorded.amount), reason };
  return [{ type: 'DisbursementReturned', effectiveOn: on, data }];
}
