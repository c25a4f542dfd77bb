/** What is still owed under a liability, by itself, and beside what others who owe it jointly have paid (3664(h), P-23). */
import type { OrdersMadeJoint } from '../../domain/case/events.ts';
import { add, noMoney, parseBalance } from '../../domain/money.ts';
import { jointAndSeveral } from '../../domain/statutes/18-usc-3664-h-joint-and-several.ts';
import type { LiabilityView } from '../views/ledger.ts';
import { amount, groupedAmount, least, line, minus, orNothing } from './arithmetic.ts';
import type { Asking } from './asking.ts';
import type { StepDraft } from './explanation.ts';
import { factOf } from './fact.ts';
import { jointLines } from './joint-shown.ts';
import type { Recorded } from './log-facts.ts';
import { applied } from './policy-book.ts';
import { quoted } from './quoted-law.ts';

/** The last steps of a liability: what is owed under it, to the cent. */
export async function owedSteps(
  asking: Asking,
  { liability }: { readonly liability: LiabilityView },
): Promise<readonly StepDraft[]> {
  const { ordered, paid, reduced, terminated, relieved, outstanding, status } = liability;
  if (status === 'vacated') {
    const says = 'Nothing is owed under an order that was set aside.';
    return [{ says, arithmetic: [line(amount(noMoney), { recorded: parseBalance(outstanding) })] }];
  }
  const unpaid = minus(amount(parseBalance(ordered)), amount(parseBalance(paid)));
  const credited = parseBalance(reduced);
  const due = credited === noMoney ? unpaid : minus(unpaid, amount(credited));
  const itself = orNothing(minus(due, amount(parseBalance(terminated))));
  const isRelieved = parseBalance(relieved) !== noMoney;
  const recorded = parseBalance(outstanding);
  const own = line(itself, {
    note: `ordered, less paid${credited === noMoney ? '' : ', less what courts credited'}, less ended`,
    ...(!isRelieved && { recorded }),
  });
  if (!isRelieved) return [{ says: `${groupedAmount(outstanding)} is owed.`, arithmetic: [own] }];
  const says = `${groupedAmount(own.result)} would be owed, if this defendant stood alone.`;
  return [{ says, arithmetic: [own] }, await besideOthers(asking, liability, parseBalance(own.result))];
}

async function besideOthers(
  asking: Asking,
  liability: LiabilityView,
  gross: ReturnType<typeof parseBalance>,
): Promise<StepDraft> {
  const { orderId, outstanding, relieved } = liability;
  const made = await lastMadeJoint(asking, liability);
  const orderIds = made?.event.data.orderIds ?? [];
  const jointly = await jointlyOwed(asking, liability, orderIds);
  const at = jointly.findIndex((each) => each.orderId === orderId);
  const policies = asking.book.onDay(asking.standpoint.asOf);
  const crediting = made?.event.data.crediting;
  const shares = jointly.map((each) => ({
    orderId: each.orderId,
    ordered: parseBalance(each.ordered),
    paid: add(parseBalance(each.paid), parseBalance(each.reduced)),
    isVacated: each.status === 'vacated',
  }));
  const lines = jointLines(shares, at, crediting ?? policies['P-23']);
  const left = lines.at(-1);
  const own = left === undefined ? amount(gross) : least(amount(gross), amount(parseBalance(left.result)));
  const by = crediting === undefined ? '' : ` The judgment credits one with what another pays: ${crediting}.`;
  return {
    says: `${groupedAmount(outstanding)} is owed: orders ${orderIds.join(', ')} are owed jointly, and what the others have paid takes ${groupedAmount(relieved)} off.${by}`,
    facts: made ? [factOf(made)] : [],
    law: quoted(jointAndSeveral.citation),
    policies: crediting === undefined ? applied(policies, 'P-23') : [],
    arithmetic: [
      ...lines,
      line(own, {
        note: 'no more than is owed by itself, and than is left beside the others',
        recorded: parseBalance(outstanding),
      }),
    ],
  };
}

/** The last declaration that names the order. */
async function lastMadeJoint(
  { facts }: Asking,
  { caseId, orderId }: LiabilityView,
): Promise<Recorded<OrdersMadeJoint> | undefined> {
  let last: Recorded<OrdersMadeJoint> | undefined;
  for await (const recorded of facts.of({ kind: 'Case', id: caseId })) {
    const { event } = recorded;
    if (event.type !== 'OrdersMadeJoint' || !facts.isInEffect(event)) continue;
    if (event.data.orderIds.includes(orderId)) last = { ...recorded, event };
  }
  return last;
}

async function jointlyOwed(
  { queries, clocks }: Asking,
  liability: LiabilityView,
  orderIds: readonly LiabilityView['orderId'][],
): Promise<readonly LiabilityView[]> {
  const all: LiabilityView[] = [];
  for (const orderId of orderIds) {
    const order = await queries.order(orderId, clocks);
    all.push(...(order?.liabilities.filter(({ victimId }) => victimId === liability.victimId) ?? []));
  }
  return all;
}
