/** What is said of payments out, where one id of a person hands them to another. */
import { formatMoney, noMoney } from '../money.ts';
import type { InstrumentLife } from '../payment/instrument.ts';
import type { LineOf } from './history-events.ts';
import type { Disbursement } from './parts-of-state.ts';

/** A payment out, as it stands. */
export function disbursementLine(paid: Disbursement): LineOf<'DISBURSEMENT'> {
  const { disbursementId, victimId, caseId, amount, on, paidTo, representativeId } = paid;
  const { beside, returned, replaces } = paid;
  return {
    ...{ kind: 'DISBURSEMENT', disbursementId, victimId, caseId, amount: formatMoney(amount), on },
    ...(paidTo !== 'VICTIM' && { paidTo }),
    ...(representativeId !== undefined && { representativeId }),
    ...(beside !== noMoney && { beside: formatMoney(beside) }),
    ...(returned !== undefined && { returned }),
    ...(replaces !== undefined && { replaces }),
  };
}

/** What became of it at the bank; what took its place is said by the payment that did. */
export function* instrumentLine(
  { disbursementId, victimId, caseId, amount }: Disbursement,
  { issued, presented, unclaimed }: InstrumentLife,
): Generator<LineOf<'INSTRUMENT'>> {
  if (issued === undefined && presented.length === 0 && unclaimed === undefined) return;
  yield {
    ...{ kind: 'INSTRUMENT', disbursementId, victimId },
    ...(issued !== undefined && { issued }),
    ...(presented.length > 0 && {
      presented: presented.map((each) => ({ ...each, amount: formatMoney(each.amount) })),
    }),
    ...(unclaimed !== undefined && { unclaimed: { ...unclaimed, caseId, amount: formatMoney(amount) } }),
  };
}
