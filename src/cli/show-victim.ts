import { recoveryInWords } from '../application/papers/recovery-in-words.ts';
import type { FindingView, VictimView } from '../application/views/ledger.ts';
import type { VictimId } from '../domain/ids.ts';
import { add, formatMoney, parseBalance, sum } from '../domain/money.ts';
import { grouped, isSome } from './amounts.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { outFileOf } from './out-file.ts';
import { peopleInWords } from './people-in-words.ts';
import { liabilityColumns } from './rows.ts';
import { recoveriesInWords } from './show-recoveries.ts';
import { writeStatement } from './write-statement.ts';
import { tableOf, type Column } from './table.ts';
import type { Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution victim`: what one victim lost, was owed and received, and why nobody owes any more. */
export async function showVictim(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const id = (await desk.names.idOf('victim', asked.args[0] ?? '')) as VictimId;
    const file = outFileOf(desk.options);
    if (file !== undefined) return writeStatement(desk, id, file);
    const found = (await desk.house.queries.victim(id, desk.clocks)) ?? (await desk.unknown('victim'));
    await desk.answer(found, () => inWords(found, desk));
    return 'fine';
  });
}

function inWords(victim: VictimView, desk: Desk): string {
  const { names, style } = desk;
  const { victimId, findings, liabilities } = victim;
  const found = tableOf(findings, findingColumns(victim, names), style.dim);
  const elsewhere = recoveriesInWords(victim, style.dim);
  const owed = tableOf(liabilities, liabilityColumns(names, ['victimId']), style.dim);
  return [
    `${style.bold(recoveryInWords(victim, (id) => names.shown(id)))}\n`,
    `Victim ${names.shown(victimId)}. ${whereItIs(victim)}${fromTheReserve(victim)}${fromElsewhere(victim)}\n`,
    ...peopleInWords(victim, desk),
    findings.length === 0 ? 'No court has found losses.\n' : `Losses found\n${found}`,
    ...(elsewhere === '' ? [] : [elsewhere]),
    liabilities.length === 0 ? 'Nobody was ordered to pay.\n' : `Liabilities\n${owed}`,
  ].join('\n');
}

function whereItIs(victim: VictimView): string {
  const { credited, interest, interestCounted, disbursed, held } = victim;
  const { paidBeyondHeld, overRecovery, overRecoveryClaimed } = victim;
  const claimed = isSome(overRecoveryClaimed)
    ? ` In the journal, ${grouped(overRecoveryClaimed)} of it is claimed from the victim.`
    : '';
  const over = isSome(overRecovery)
    ? ` ${grouped(overRecovery)} more than the cap came in; nothing of it is taken back.${claimed}`
    : '';
  const counted = isSome(interestCounted)
    ? `, of which ${grouped(interestCounted)} counts as received (P-10),`
    : '';
  const borne = isSome(interest) ? ` and ${grouped(interest)} paid as interest${counted}` : '';
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
