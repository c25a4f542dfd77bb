import type { FindingView, VictimView } from '../application/views.ts';
import type { VictimId } from '../domain/ids.ts';
import { add, formatMoney, parseBalance, sum } from '../domain/money.ts';
import { percentOf } from '../domain/ratio.ts';
import { counted, grouped, isSome } from './amounts.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import type { Names } from './names.ts';
import { peopleInWords } from './people-in-words.ts';
import { causeShown, liabilityColumns } from './rows.ts';
import { recoveriesInWords } from './show-recoveries.ts';
import { tableOf, type Column } from './table.ts';
import type { Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution victim`: what one victim lost, was owed and received, and why nobody owes any more. */
export async function showVictim(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const id = (await desk.names.idOf('victim', asked.args[0] ?? '')) as VictimId;
    const found = (await desk.house.queries.victim(id, desk.clocks)) ?? (await desk.unknown('victim'));
    await desk.answer(found, () => inWords(found, desk));
    return 'fine';
  });
}

/** What there is to say of a victim's recovery in a sentence or two; the first thing that anybody asks. */
export function recoveryInWords(victim: Omit<VictimView, 'findings' | 'recoveries'>, names: Names): string {
  const { greatestLoss, received, headroom } = victim;
  const beside = besideReceived(victim);
  if (greatestLoss === null) {
    return `Received ${grouped(received)}${beside}. No case with a final order has found what this victim lost, so no liability ends by itself.`;
  }
  const said = `Received ${grouped(received)} of ${grouped(greatestLoss)}${beside}.`;
  if (victim.isReviewDue) return `${said} ${reviewInWords(victim)}`;
  if (victim.madeWhole !== null) return `${said} ${madeWholeInWords(victim, victim.madeWhole, names)}`;
  if (!isSome(greatestLoss)) return `${said} The losses were found to be nothing, and nothing is taken.`;
  const share = percentOf(parseBalance(received), parseBalance(greatestLoss));
  return `${said} That is ${share} %; ${grouped(headroom ?? greatestLoss)} may still be recovered.`;
}

/** What was credited and is not received yet, where only what was paid out is (P-05). */
function besideReceived({ received, recovered }: Pick<VictimView, 'received' | 'recovered'>): string {
  return received === recovered ? '' : `, by what was paid out (P-05); ${grouped(recovered)} is credited`;
}

/** An answer to an open question was changed: what was decided by the one before stands until it is decided anew. */
function reviewInWords({ madeWhole }: Pick<VictimView, 'madeWhole'>): string {
  const decided =
    madeWhole === null
      ? 'was not decided to be made whole'
      : `was made whole on ${madeWhole.on}, by the answers of then`;
  return `A policy was answered anew since this was decided, and the victim ${decided}: a review is due (ReviewLiabilities).`;
}

function madeWholeInWords(
  { liabilities }: Pick<VictimView, 'liabilities'>,
  { on, cause }: NonNullable<VictimView['madeWhole']>,
  names: Names,
): string {
  const by = cause === null ? '' : ` by ${causeShown(cause, names)}`;
  const ended = liabilities.filter(({ status, ending }) => status === 'terminated' && ending?.epoch !== null);
  const citation = ended[0]?.ending?.citation;
  if (citation === undefined) return `Made whole on ${on}${by}; nobody owed anything any more.`;
  const defendants = new Set(ended.map(({ defendantId }) => defendantId)).size;
  const whose = counted(defendants, 'defendant');
  return `Made whole on ${on}${by}; liability of ${whose} ended under ${citation}.`;
}

function inWords(victim: VictimView, desk: Desk): string {
  const { names, style } = desk;
  const { victimId, findings, liabilities } = victim;
  const found = tableOf(findings, findingColumns(victim, names), style.dim);
  const elsewhere = recoveriesInWords(victim, style.dim);
  const owed = tableOf(liabilities, liabilityColumns(names, ['victimId']), style.dim);
  return [
    `${style.bold(recoveryInWords(victim, names))}\n`,
    `Victim ${names.shown(victimId)}. ${whereItIs(victim)}${fromTheReserve(victim)}${fromElsewhere(victim)}\n`,
    ...peopleInWords(victim, desk),
    findings.length === 0 ? 'No court has found losses.\n' : `Losses found\n${found}`,
    ...(elsewhere === '' ? [] : [elsewhere]),
    liabilities.length === 0 ? 'Nobody was ordered to pay.\n' : `Liabilities\n${owed}`,
  ].join('\n');
}

function whereItIs(victim: VictimView): string {
  const { credited, interest, disbursed, held, paidBeyondHeld, overRecovery, overRecoveryClaimed } = victim;
  const claimed = isSome(overRecoveryClaimed)
    ? ` In the journal, ${grouped(overRecoveryClaimed)} of it is claimed from the victim.`
    : '';
  const over = isSome(overRecovery)
    ? ` ${grouped(overRecovery)} more than the cap came in; nothing of it is taken back.${claimed}`
    : '';
  const borne = isSome(interest) ? ` and ${grouped(interest)} paid as interest` : '';
  const beyond = isSome(paidBeyondHeld)
    ? ` ${grouped(paidBeyondHeld)} more was paid out than was held: a person should look at it.`
    : '';
  return `Of ${grouped(credited)} credited under all orders${borne}, ${grouped(disbursed)} was paid out and ${grouped(held)} is held.${beyond}${over}${overpaid(victim)}`;
}

function overpaid({ liabilities }: VictimView): string {
  const above = formatMoney(sum(liabilities.map((each) => parseBalance(each.overpaid))));
  return isSome(above)
    ? ` ${grouped(above)} was paid above what is ordered now; nobody has it back by itself (P-46).`
    : '';
}

function fromTheReserve({ assisted }: VictimView): string {
  return isSome(assisted) ? ` ${grouped(assisted)} more was paid from the Reserve.` : '';
}

function fromElsewhere({ elsewhere }: VictimView): string {
  return isSome(elsewhere) ? ` ${grouped(elsewhere)} of what was received was recovered elsewhere.` : '';
}

function findingColumns(victim: VictimView, names: Desk['names']): readonly Column<FindingView>[] {
  return [
    { title: 'case', text: ({ caseId }) => names.shown(caseId) },
    {
      title: 'losses from',
      text: ({ category, statute }) =>
        statute === null ? category.toLowerCase() : `${category.toLowerCase()}, ${statute}`,
    },
    { title: 'amount', isNumber: true, text: ({ amount }) => grouped(amount) },
    {
      title: 'assistance deducted',
      isNumber: true,
      text: ({ assistanceDeducted }) => (isSome(assistanceDeducted) ? grouped(assistanceDeducted) : ''),
    },
    { title: 'found on', text: ({ determinedOn }) => determinedOn },
    { title: 'cap', text: (finding) => (setsCap(finding, victim) ? 'sets the cap' : '') },
  ];
}

/** The cap is the greatest loss found in a case with a final order; where two are equal, both set it. */
function setsCap(
  { caseId, category, amount, assistanceDeducted }: FindingView,
  { greatestLoss, liabilities }: VictimView,
): boolean {
  const gross = formatMoney(add(parseBalance(amount), parseBalance(assistanceDeducted)));
  const isCounted = category !== 'OTHER' && (amount === greatestLoss || gross === greatestLoss);
  return (
    isCounted &&
    liabilities.some((each) => each.caseId === caseId && each.isFinal && each.status !== 'vacated')
  );
}
