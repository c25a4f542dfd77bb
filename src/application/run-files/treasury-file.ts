import type { PayeeAddress } from '../../formats/payees/read-payees.ts';
import type { SprSender } from '../../formats/senders/read-sender.ts';
import { writeSpr, type SprSchedule } from '../../formats/spr/write-spr.ts';
import type { ChequeView } from '../views/disbursements.ts';
import { idOfPayment, obstaclesOf, type ObstacleRule } from './payment-out.ts';
import { sorted, type Addressed, type OfRun, type RunFile } from './sorting.ts';

/** How the Treasury is asked to pay. */
export interface TreasuryAsked extends OfRun {
  readonly sender: SprSender;
  readonly kind: 'ACH' | 'CHECK';
  /** At most fourteen characters, another one for every schedule of a year. */
  readonly scheduleNumber: string;
}

/**
 * The payments of a run as one schedule of a Standard Payment Request. Only what has no number yet can be in it: the Treasury
 * gives its own, and what went out by a cheque or a trace of ours would be paid twice.
 */
export function treasuryFile(payments: readonly ChequeView[], asked: TreasuryAsked): RunFile {
  const { sent, obstacles } = sorted(payments, asked.payeeOf, (each) => against(each, asked));
  if (obstacles.length > 0 && (!asked.isPart || sent.length === 0)) return { obstacles };
  const file = writeSpr(asked.sender.inputSystem, [scheduleOf(sent, asked)]);
  if (!file.isGood)
    return {
      obstacles: obstaclesOf(
        file.faults,
        sent.map(({ payment }) => payment),
      ),
    };
  return { file, sent, leftOut: obstacles };
}

function against({ payment, payee }: Addressed, { kind, isPart }: TreasuryAsked): ObstacleRule | undefined {
  if (payment.number !== null) return 'number-of-another-kind';
  if (kind === 'ACH') return payee.account === undefined ? 'account-missing' : undefined;
  // In parts, each payment is in one of them.
  if (isPart && payee.account !== undefined) return 'payee-has-account';
  return payee.address === undefined ? 'address-missing' : undefined;
}

function scheduleOf(
  sent: readonly Addressed[],
  { sender: { paymentType, agencyLocation, entryClass }, kind, scheduleNumber }: TreasuryAsked,
): SprSchedule {
  const head = { scheduleNumber, paymentType, agencyLocation };
  if (kind === 'ACH') return { ...head, kind, entryClass, payments: sent.map(creditOf) };
  return { ...head, kind, payments: sent.map(checkOf) };
}

/** So many letters of an id has the record room for; whole it stands in what the Treasury gives back unread. */
const longestId = 20;

function paymentOf({ payment, payee }: Addressed) {
  const id = idOfPayment(payment);
  return {
    ...{ amount: payment.amount, payeeName: payee.name },
    ...{ paymentId: id.slice(0, longestId), reconcilement: id },
  };
}

function creditOf(each: Addressed) {
  const { routing = '', number = '', kind = 'CHECKING' } = each.payee.account ?? {};
  return { ...paymentOf(each), routing, account: number, accountKind: kind };
}

function checkOf(each: Addressed) {
  const { lines, ...where } = each.payee.address ?? nowhere;
  return { ...paymentOf(each), address: lines, ...where };
}

const nowhere: PayeeAddress = { lines: [], city: '', state: '', postalCode: '', postalExtension: '' };
