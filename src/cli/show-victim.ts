import type { FindingView, VictimView } from '../application/views.ts';
import type { VictimId } from '../domain/ids.ts';
import { add, formatMoney, parseBalance } from '../domain/money.ts';
import { percentOf } from '../domain/ratio.ts';
import { counted, grouped, isSome } from './amounts.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { peopleInWords } from './people-in-words.ts';
import { liabilityColumns } from './rows.ts';
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
export function recoveryInWords(victim: Omit<VictimView, 'findings' | 'recoveries'>): string {
  const { greatestLoss, recovered, headroom } = victim;
  if (greatestLoss === null) {
    return `Received ${grouped(recovered)}. No case with a final order has found what this victim lost, so no liability ends by itself.`;
  }
  const received = `Received ${grouped(recovered)} of ${grouped(greatestLoss)}.`;
  if (victim.madeWhole !== null) return `${received} ${madeWholeInWords(victim, victim.madeWhole)}`;
  if (!isSome(greatestLoss)) return `${received} The losses were found to be nothing, and nothing is taken.`;
  const share = percentOf(parseBalance(recovered), parseBalance(greatestLoss));
  return `${received} That is ${share} %; ${grouped(headroom ?? greatestLoss)} may still be recovered.`;
}

function madeWholeInWords(
  { liabilities }: Pick<VictimView, 'liabilities'>,
  { on, byReceipt }: NonNullable<VictimView['madeWhole']>,
): string {
  const by = byReceipt === null ? '' : ` by receipt ${byReceipt}`;
  const ended = liabilities.filter(({ status }) => status === 'terminated');
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
    `${style.bold(recoveryInWords(victim))}\n`,
    `Victim ${names.shown(victimId)}. ${whereItIs(victim)}${fromTheReserve(victim)}${fromElsewhere(victim)}\n`,
    ...peopleInWords(victim, desk),
    findings.length === 0 ? 'No court has found losses.\n' : `Losses found\n${found}`,
    ...(elsewhere === '' ? [] : [elsewhere]),
    liabilities.length === 0 ? 'Nobody was ordered to pay.\n' : `Liabilities\n${owed}`,
  ].join('\n');
}

function whereItIs({ credited, disbursed, held, overRecovery, overRecoveryClaimed }: VictimView): string {
  const claimed = isSome(overRecoveryClaimed)
    ? ` In the journal, ${grouped(overRecoveryClaimed)} of it is claimed from the victim.`
    : '';
  const over = isSome(overRecovery)
    ? ` ${grouped(overRecovery)} more than the cap came in; nothing of it is taken back.${claimed}`
    : '';
  return `Of ${grouped(credited)} credited under all orders, ${grouped(disbursed)} was paid out and ${grouped(held)} is held.${over}`;
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
