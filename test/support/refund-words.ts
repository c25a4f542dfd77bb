/** The words of the tests for money that goes back to payors. */
import type { InstrumentNumber, ReceiptId, RefundId, RunId } from '../../src/domain/ids.ts';
import type {
  DepositUnclaimedRefund,
  MakeRefund,
  NoteRefundPresentation,
  RecordRefund,
  RecordRefundInstrument,
  RecordRefundPresentation,
  RecordRefundReturn,
  WithdrawUnclaimedRefund,
} from '../../src/domain/receipt/refund-commands.ts';
import { statementId } from './reconciliation-words.ts';
import { recordRefund, today, usd } from './words.ts';

/** A refund written as `dcd.1.f-1`: the receipt that it goes back out of, and its own id. */
function of(name: string): { readonly receiptId: ReceiptId; readonly refundId: RefundId } {
  const at = name.lastIndexOf('.');
  return { receiptId: name.slice(0, at) as ReceiptId, refundId: name.slice(at + 1) as RefundId };
}

interface On {
  readonly on?: typeof today;
}

/** One refund of a run. */
export function makeRefund(name: string, amount: string, { on = today }: On = {}): MakeRefund {
  return { type: 'MakeRefund', ...of(name), runId: 'n-1' as RunId, amount: usd(amount), on };
}

/** A refund came back, or was called off. */
export function refundBack(
  name: string,
  reason: RecordRefundReturn['reason'],
  { on = today }: On = {},
): RecordRefundReturn {
  return { type: 'RecordRefundReturn', ...of(name), reason, on };
}

/** A refund in the place of one that came back. */
export function refundAgain(
  name: string,
  amount: string,
  { replaces, on = today }: On & { readonly replaces: string },
): RecordRefund {
  const { receiptId, refundId } = of(name);
  return { ...recordRefund(refundId, amount, { from: receiptId, on }), replaces: replaces as RefundId };
}

/** A refund has this cheque. */
export function issueRefund(name: string, number: string, { on = today }: On = {}): RecordRefundInstrument {
  const issued = { instrument: 'CHEQUE', number: number as InstrumentNumber } as const;
  return { type: 'RecordRefundInstrument', ...of(name), ...issued, on };
}

/** A line of a statement is said to show the refund. */
export function presentsRefund(
  name: string,
  [statement, line]: readonly [string, number],
  { on = today }: On = {},
): RecordRefundPresentation {
  return { type: 'RecordRefundPresentation', ...of(name), statementId: statementId(statement), line, on };
}

/** A bank is seen to have paid so much; that of the refund, where nothing is said. */
export function seenRefund(
  name: string,
  amount?: string,
  { line = 1, on = today }: On & { readonly line?: number } = {},
): NoteRefundPresentation {
  const by = { statementId: statementId('s-1'), lines: [line] };
  const paid = amount === undefined ? undefined : usd(amount);
  return { type: 'NoteRefundPresentation', ...of(name), ...by, amount: paid, on };
}

/** Its money goes where nobody claims it. */
export function setRefundAside(
  name: string,
  place: DepositUnclaimedRefund['place'] = 'REGISTRY',
  { on = today }: On = {},
): DepositUnclaimedRefund {
  return { type: 'DepositUnclaimedRefund', ...of(name), place, on };
}

/** It was claimed. */
export function claimRefund(name: string, { on = today }: On = {}): WithdrawUnclaimedRefund {
  return { type: 'WithdrawUnclaimedRefund', ...of(name), on };
}
