import type { ContributionView, OrderView } from '../application/views/ledger.ts';
import type { OrderId } from '../domain/ids.ts';
import { formatMoney, parseBalance, sum } from '../domain/money.ts';
import { counted, grouped } from './amounts.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { liabilityColumns } from './rows.ts';
import { tableOf } from './table.ts';
import { textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution order`: one court's order on one defendant, and what is left of it for each victim. */
export async function showOrder(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const named = textOf(asked.options, 'case');
    const caseId = named === undefined ? undefined : await desk.names.idOf('case', named);
    const id = (await desk.names.idOf('order', asked.args[0] ?? '', caseId)) as OrderId;
    const found = (await desk.house.queries.order(id, desk.clocks)) ?? (await desk.unknown('order'));
    await desk.answer(found, () => inWords(found, desk));
    return 'fine';
  });
}

function inWords(order: OrderView, { names, style }: Desk): string {
  const { orderId, caseId, defendantId, statute, liabilities } = order;
  const owed = formatMoney(sum(liabilities.map(({ outstanding }) => parseBalance(outstanding))));
  const ordered = formatMoney(sum(liabilities.map((each) => parseBalance(each.ordered))));
  const victims = counted(liabilities.length, 'victim');
  const sentence = `${grouped(owed)} is owed of ${grouped(ordered)} ordered for ${victims} under ${statute}.`;
  const who = `Order ${names.shown(orderId)} on defendant ${names.shown(defendantId)} in case ${names.shown(caseId)}.`;
  const table = tableOf(
    liabilities,
    liabilityColumns(names, ['orderId', 'caseId', 'defendantId']),
    style.dim,
  );
  const claims = order.contributions.map((claim) => `\n${claimed(claim, names)}`).join('');
  return `${style.bold(sentence)}\n\n${who} ${days(order)}${convicted(order)}${joint(order, names)}\n\n${table}${claims}`;
}

/** What one who owes jointly would owe another (P-24). */
function claimed({ victimId, from, to, amount }: ContributionView, names: Desk['names']): string {
  const [debtor, creditor] = [names.shown(from.defendantId), names.shown(to.defendantId)];
  return `Contribution: ${debtor} has paid ${grouped(amount)} less than the own share for ${names.shown(victimId)}, and ${creditor} has paid it instead.\n`;
}

/** With whom it is owed, where it is owed jointly. */
function joint({ jointlyWith }: OrderView, names: Desk['names']): string {
  if (jointlyWith.length === 0) return '';
  const others = jointlyWith.map(
    ({ defendantId, orderId }) => `${names.shown(defendantId)} under ${names.shown(orderId)}`,
  );
  return ` Owed jointly and severally with ${others.join(', ')}.`;
}

/** What the defendant was convicted of, and on whose word the order stands, where it says so. */
function convicted({ offences, override }: OrderView): string {
  const of = offences.length === 0 ? '' : ` Convicted under ${offences.join(', ')}.`;
  return override === null ? of : `${of} Recorded on authority: ${override}.`;
}

function days({ offenceOn, enteredOn, final, vacatedOn, defendantDiedOn }: OrderView): string {
  const finality = final === null ? 'not final' : `final on ${final.on} (${final.ground})`;
  const vacated = vacatedOn === null ? '' : `, set aside on ${vacatedOn}`;
  const death = defendantDiedOn === null ? '' : ` The defendant died on ${defendantDiedOn}.`;
  return `Offence ${offenceOn}, entered ${enteredOn}, ${finality}${vacated}.${death}`;
}
