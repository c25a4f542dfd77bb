/** What must have come about of money at banks, and of what goes back to payors. */
import { has, saw, type Mark } from './marks.ts';

interface Refund {
  readonly runId?: string;
  readonly replaces?: string;
  readonly beyondHeld: string;
}

/** Each by the sentence that a failure prints. */
export const marksOfBanks: Readonly<Record<string, Mark>> = {
  'a run paid back what was held': has('RefundMade', ({ runId }: Refund) => runId !== undefined),
  'more was paid back than was held': has('RefundMade', ({ beyondHeld }: Refund) => beyondHeld !== '0.00'),
  'a refund of a run was withheld': has('RefundWithheld'),
  'a refund came back': has('RefundReturned'),
  'a refund took the place of one': has('RefundMade', ({ replaces }: Refund) => replaces !== undefined),
  'a refund waited for whoever claims it': has('UnclaimedRefundSetAside'),
  'it went to the Treasury': has('UnclaimedRefundDeposited'),
  'it was claimed': has('UnclaimedRefundWithdrawn'),
  'money of a victim waited unclaimed': has('UnclaimedMoneySetAside'),
  'a run to victims paid': has('RestitutionDisbursed', ({ runId }: Partial<Refund>) => runId !== undefined),
  'a payment of a run was withheld': has('DisbursementWithheld'),
  'a run was completed': has('DisbursementRunCompleted'),
  'a bank showed a refund': has('RefundPresented'),
  'it did not, after all': has('RefundPresentationWithdrawn'),
  'a line waited': has('LineSuspended'),
  'a match found a line that waited': has('LineReleased'),
  'a line was given up': has('LineWrittenOff'),
  'a match left something over': has('LinesMatched', (data: object) => 'residual' in data),
  'two matches wanted one item': has(
    'LinesUnmatched',
    ({ reason }: { reason: string }) => reason === 'ITEM_CLAIMED',
  ),
  'a match was undone by hand': has(
    'LinesUnmatched',
    ({ reason }: { reason: string }) => reason !== 'ITEM_CLAIMED',
  ),
  'an item that was claimed was wanted again': saw('item-claimed'),
  'a month was closed': has('MonthSigned', ({ as }: { as: string }) => as === 'APPROVED'),
  'a month was opened again': has('MonthReopened'),
  'a fact of a closed month was refused': saw('month-closed'),
};
