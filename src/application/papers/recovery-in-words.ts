import { noMoney, parseBalance, type MoneyText } from '../../domain/money.ts';
import { percentOf } from '../../domain/ratio.ts';
import { readable } from '../../formats/charts/chart.ts';
import { causeInWords } from '../queries/causes.ts';
import type { VictimView } from '../views/ledger.ts';

type Told = Omit<VictimView, 'findings' | 'recoveries'>;

/**
 * What there is to say of a victim's recovery in a sentence or two; the first thing that anybody asks. `shown` puts a label
 * beside an id.
 */
export function recoveryInWords(victim: Told, shown: (id: string) => string): string {
  const { greatestLoss, received, headroom } = victim;
  const beside = besideReceived(victim);
  if (greatestLoss === null) {
    return `Received ${readable(received)}${beside}. No case with a final order has found what this victim lost, so no liability ends by itself.`;
  }
  const said = `Received ${readable(received)} of ${readable(greatestLoss)}${beside}.`;
  if (victim.isReviewDue) return `${said} ${reviewInWords(victim)}`;
  if (victim.madeWhole !== null) return `${said} ${madeWholeInWords(victim, victim.madeWhole, shown)}`;
  if (!isSome(greatestLoss)) return `${said} The losses were found to be nothing, and nothing is taken.`;
  const share = percentOf(parseBalance(received), parseBalance(greatestLoss));
  return `${said} That is ${share} %; ${readable(headroom ?? greatestLoss)} may still be recovered.`;
}

/** What was credited and is not received yet, where only what has cleared or was paid out is (P-05). */
function besideReceived({ received, recovered }: Pick<Told, 'received' | 'recovered'>): string {
  return received === recovered ? '' : `, by the answer to P-05; ${readable(recovered)} is credited`;
}

/** An answer to an open question was changed: what was decided by the one before stands until it is decided anew. */
function reviewInWords({ madeWhole }: Pick<Told, 'madeWhole'>): string {
  const decided =
    madeWhole === null
      ? 'was not decided to be made whole'
      : `was made whole on ${madeWhole.on}, by the answers of then`;
  return `A policy was answered anew since this was decided, and the victim ${decided}: a review is due (ReviewLiabilities).`;
}

function madeWholeInWords(
  { liabilities }: Pick<Told, 'liabilities'>,
  { on, cause }: NonNullable<Told['madeWhole']>,
  shown: (id: string) => string,
): string {
  const by = cause === null ? '' : ` by ${causeInWords(cause, shown)}`;
  const ended = liabilities.filter(({ status, ending }) => status === 'terminated' && ending?.epoch !== null);
  const citation = ended[0]?.ending?.citation;
  if (citation === undefined) return `Made whole on ${on}${by}; nobody owed anything any more.`;
  const { size } = new Set(ended.map(({ defendantId }) => defendantId));
  const whose = size === 1 ? '1 defendant' : `${size.toLocaleString('en-US')} defendants`;
  return `Made whole on ${on}${by}; liability of ${whose} ended under ${citation}.`;
}

function isSome(amount: MoneyText): boolean {
  return parseBalance(amount) !== noMoney;
}
