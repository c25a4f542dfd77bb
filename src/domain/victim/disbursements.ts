import type { DisbursementId } from '../ids.ts';
import { formatMoney, least, noMoney } from '../money.ts';
import { isNotSentBack, isWaiting, unseen } from '../payment/instrument.ts';
import { reject } from '../rejection.ts';
import type { RecordDisbursement, RecordDisbursementReturn } from './commands.ts';
import type {
  DepositUnclaimed,
  InstrumentCommand,
  MakeDisbursement,
  WithdrawUnclaimed,
} from './commands-of-payment.ts';
import type { VictimEvent } from './events.ts';
import { questionsOfReturn, whatHappensToInstrument } from './instruments.ts';
import { paymentKey } from './keys.ts';
import { besideIn, makeDisbursement } from './runs.ts';
import { emptyAccount, type Disbursement } from './parts-of-state.ts';
import type { VictimState } from './state.ts';
import { depositUnclaimed, withdrawUnclaimed } from './unclaimed.ts';

type Events = readonly VictimEvent[];

type PaymentCommand =
  | RecordDisbursement
  | RecordDisbursementReturn
  | MakeDisbursement
  | InstrumentCommand
  | DepositUnclaimed
  | WithdrawUnclaimed;

const ofPayments: Readonly<Record<PaymentCommand['type'], true>> = {
  RecordDisbursement: true,
  RecordDisbursementReturn: true,
  MakeDisbursement: true,
  RecordInstrument: true,
  NotePresentation: true,
  WithdrawPresentation: true,
  DepositUnclaimed: true,
  WithdrawUnclaimed: true,
};

/** Whether the command is about money that goes out. */
export function isOfPayments(command: { readonly type: string }): command is PaymentCommand {
  return Object.hasOwn(ofPayments, command.type);
}

/** Money that went out, that came back, or that is to go out with a run; and what a bank says of it. */
export function whatHappensToPayments(command: PaymentCommand, state: VictimState): Events {
  switch (command.type) {
    case 'RecordDisbursement':
      return recordDisbursement(command, state);
    case 'RecordDisbursementReturn':
      return recordDisbursementReturn(command, state);
    case 'MakeDisbursement':
      return makeDisbursement(command, state);
    case 'DepositUnclaimed':
      return depositUnclaimed(command, state);
    case 'WithdrawUnclaimed':
      return withdrawUnclaimed(command, state);
    default:
      return whatHappensToInstrument(command, state);
  }
}

/** Money that has left is recorded, whether or not the ledger knew of funds for it. */
function recordDisbursement(command: RecordDisbursement, state: VictimState): Events {
  const { victimId, caseId, disbursementId, amount, on } = command;
  const { paidTo = 'VICTIM', representativeId, replaces } = command;
  const recorded = state.disbursements.get(paymentKey(command));
  if (recorded && isSame(recorded, command)) return [];
  if (recorded) reject('disbursement-recorded-differently', '/disbursementId');
  if (amount <= noMoney) reject('amount-not-positive', '/amount');
  if ((paidTo === 'REPRESENTATIVE') !== (representativeId !== undefined))
    reject('payee-incomplete', '/representativeId');
  if (replaces !== undefined) expectReplaceable({ ...command, replaces }, state);
  const beside = besideIn({ ...command, paidTo }, state);
  const data = {
    ...{ victimId, caseId, disbursementId, amount: formatMoney(amount) },
    ...{ ...saidBeside(command), ...beside },
  };
  return [{ type: 'RestitutionDisbursed', effectiveOn: on, data }];
}

/** What stands in the event only where it is said. */
function saidBeside({ paidTo = 'VICTIM', representativeId, replaces }: RecordDisbursement) {
  return {
    ...(paidTo !== 'VICTIM' && { paidTo }),
    ...(representativeId !== undefined && { representativeId }),
    ...(replaces !== undefined && { replaces }),
  };
}

function isSame(recorded: Disbursement, command: RecordDisbursement): boolean {
  const { caseId, amount, on, paidTo = 'VICTIM', representativeId, replaces } = command;
  const isSamePayee = recorded.paidTo === paidTo && recorded.representativeId === representativeId;
  if (recorded.replaces !== replaces) return false;
  return isSamePayee && recorded.amount === amount && recorded.caseId === caseId && recorded.on === on;
}

/**
 * A payment takes the place of one that came back, once, and of the same money. What a bank has paid is not paid again,
 * though it was called off: it is for a person to say who has the money.
 */
function expectReplaceable(
  { replaces, victimId, caseId, amount, on }: RecordDisbursement & { readonly replaces: DisbursementId },
  state: VictimState,
): void {
  const key = paymentKey({ disbursementId: replaces, victimId });
  const old = state.disbursements.get(key);
  if (!old) reject('disbursement-not-found', '/replaces');
  const { presented, replacedBy, unclaimed } = state.instruments.get(key) ?? unseen;
  if (replacedBy !== undefined) reject('payment-replaced', '/replaces');
  const { returned } = old;
  if (presented.some((each) => isNotSentBack(each, returned))) reject('payment-presented', '/replaces');
  if (!returned || returned.on > on) reject('payment-not-voided', '/replaces');
  if (isWaiting(unclaimed)) reject('payment-unclaimed', '/replaces');
  if (old.caseId !== caseId || old.amount !== amount) reject('replacement-differs', '/replaces');
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
  const { toldPaidOut } = state.accounts.get(caseId) ?? emptyAccount;
  const interest = least(recorded.beside, toldPaidOut);
  const data = {
    ...{ victimId, caseId, disbursementId, amount: formatMoney(recorded.amount), reason },
    ...(interest !== noMoney && { interest: formatMoney(interest) }),
  };
  return [
    { type: 'DisbursementReturned', effectiveOn: on, data },
    ...questionsOfReturn(recorded, { on, reason }, state),
  ];
}
