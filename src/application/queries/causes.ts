import type { EventType } from '../../domain/events.ts';
import type { ReceiptId } from '../../domain/ids.ts';
import type { Frame } from './frame.ts';
import type { Cause } from '../views/ledger.ts';

/** What a row says of the fact behind it. */
interface CauseCells {
  readonly causeType: bigint | null;
  readonly causePosition: bigint | null;
  readonly causeId: bigint | null;
}

/** The fact that the law made something of; null where nothing happened, and the law was asked anew. */
export function causeOf(frame: Frame, { causeType, causePosition, causeId }: CauseCells): Cause | null {
  if (causeType === null || causePosition === null) return null;
  return {
    type: frame.term(causeType) as EventType,
    position: Number(causePosition),
    id: frame.termOrNull(causeId),
  };
}

/** The receipt whose credit it was, where it was one. */
export function receiptIn(cause: Cause | null): ReceiptId | null {
  return cause?.type === 'RecoveryCredited' ? (cause.id as ReceiptId | null) : null;
}

/** What brought something about, as it stands after `by`. `shown` puts a label beside an id. */
export function causeInWords({ type, id }: Cause, shown: (id: string) => string = (text) => text): string {
  const of = id === null ? '' : ` ${shown(id)}`;
  return (words[type] ?? ((about) => `${nameOf(type)}${about}`))(of);
}

/** The facts that may move recovery or the cap; others are told by their names. */
const words: { readonly [Type in EventType]?: (of: string) => string } = {
  RecoveryCredited: (of) => `receipt${of}`,
  RecoveryReversed: (of) => `the return of receipt${of}`,
  RecoveryCleared: (of) => `the clearing of receipt${of}`,
  InterestReceived: (of) => `interest out of receipt${of}`,
  InterestReturned: (of) => `the return of receipt${of}`,
  InterestCleared: (of) => `the clearing of receipt${of}`,
  OverpaymentTakenBack: (of) => `what was taken back of receipt${of}`,
  RecoveryTakenBack: (of) => `what was taken back of receipt${of}`,
  RestitutionDisbursed: (of) => `payment${of} to the victim`,
  DisbursementReturned: (of) => `the return of payment${of}`,
  AssistanceReceived: (of) => `assistance from the Reserve, request${of}`,
  AssistanceReturned: (of) => `assistance that came back, request${of}`,
  RecoveryReported: (of) => `the report of recovery${of} elsewhere`,
  RecoveryVerified: (of) => `recovery${of} elsewhere, which was verified`,
  RecoveryWithdrawn: (of) => `the withdrawal of recovery${of}`,
  RecoveryRejected: (of) => `the rejection of recovery${of}`,
  LossDetermined: (of) => `the finding of losses in case${of}`,
  LiabilityImposed: (of) => `the entry of order${of}`,
  LiabilityBecameFinal: (of) => `order${of}, which became final`,
  LiabilityAmended: (of) => `the amendment of order${of}`,
  LiabilityVacated: (of) => `order${of}, which was set aside`,
};

/** `InterestAssigned`, as people say it: `interest assigned`. */
function nameOf(type: EventType): string {
  return type.replaceAll(/(?<!^)(?=[A-Z])/g, ' ').toLowerCase();
}
