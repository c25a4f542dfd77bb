import { noMoney, parseBalance, type MoneyText } from '../../domain/money.ts';
import { percentOf } from '../../domain/ratio.ts';
import { readable } from '../../formats/charts/chart.ts';
import { causeInWords } from '../queries/causes.ts';
import { isUnderOthersOnly } from '../queries/under-other-statutes.ts';
import type { VictimView } from '../views/ledger.ts';

type Told = Omit<VictimView, 'people' | 'recoveries'>;

/**
 * What there is to say of a victim's recovery in a sentence or two; the first thing that anybody asks. `shown` puts a label
 * beside an id.
 */
export function recoveryInWords(victim: Told, shown: (id: string) => string): string {
  const others = othersInWords(victim);
  if (isUnderOthersOnly(victim))
    return `${capital(others)} ${readable(victim.disbursed)} was paid out. The cap of 18 U.S.C. 2259 has no part in it.`;
  if (others === '') return towardTheCap(victim, shown);
  return `Under 18 U.S.C. 2259: ${towardTheCap(victim, shown)} Beside it, ${others} Under all of them, ${readable(victim.disbursed)} was paid out.`;
}

/** What is ordered and was credited under other statutes, as a sentence goes on. */
function othersInWords(victim: Told): string {
  const { underOtherStatutes, findings } = victim;
  const told = underOtherStatutes.map(({ statute, liabilities, ordered, credited }) => {
    const stands = isSome(ordered) ? `${readable(ordered)} is ordered` : 'nothing stands ordered';
    const jointly = liabilities > 1 ? ' (what several owe jointly is counted under the order of each)' : '';
    return `under ${statute}, ${stands}${jointly} and ${readable(credited)} was credited`;
  });
  if (told.length > 0) return `${told.join('; ')}.`;
  const isFound = findings.some(({ category }) => category === 'OTHER');
  return isFound
    ? 'under other statutes than 18 U.S.C. 2259, losses were found and nothing was ordered.'
    : '';
}

/** What was received toward the greatest loss. */
function towardTheCap(victim: Told, shown: (id: string) => string): string {
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

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function isSome(amount: MoneyText): boolean {
  return parseBalance(amount) !== noMoney;
}
