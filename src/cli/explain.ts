import { Explainer } from '../application/explain/explainer.ts';
import type { Explanation } from '../application/explain/explanation.ts';
import type { Stamped } from '../application/views/ledger.ts';
import { idPattern, type DebtId, type OrderId, type ReceiptId, type VictimId } from '../domain/ids.ts';
import { isReceiptId } from '../requests/receipt-id.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { explanationInWords } from './explanation-in-words.ts';
import { Failure } from './failure.ts';
import { textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution explain`: why a figure, an event or an end of liability is what it is, step by step. */
export async function explain(asked: Asked, world: World): Promise<Exit> {
  const [what = '', id = '', victim, ...more] = asked.args;
  const answer = answers[what as keyof typeof answers] as Answer | undefined;
  if (!Object.hasOwn(answers, what) || answer === undefined)
    throw new Failure('usage', 'There is no such thing to explain.', howToAsk);
  const hasTooMany = more.length > 0 || (victim !== undefined && what !== 'liability');
  if (id === '' || hasTooMany) throw new Failure('usage', 'This is not one thing to explain.', howToAsk);
  return atDesk(asked, world, async (desk) => {
    const found = await answer(desk, new Explainer(desk.house), { id, victim });
    await desk.answer(found, () => explanationInWords(found, desk));
    return 'fine';
  });
}

const howToAsk =
  'Write `victim <victim>`, `liability <order> [victim]`, `receipt <receipt>`, `event <position>` or `interest <order or debt>`.';

type Answer = (
  desk: Desk,
  explainer: Explainer,
  named: { readonly id: string; readonly victim: string | undefined },
) => Promise<Stamped<Explanation>>;

const answers = {
  victim: async (desk, explainer, { id }) => {
    const victimId = (await desk.names.idOf('victim', id)) as VictimId;
    return (await explainer.victim(victimId, desk.clocks)) ?? (await desk.unknown('victim'));
  },
  liability: async (desk, explainer, { id, victim }) => {
    const orderId = await orderMeant(desk, id);
    const victimId =
      victim === undefined ? undefined : ((await desk.names.idOf('victim', victim)) as VictimId);
    const found = await explainer.liability(orderId, victimId, desk.clocks);
    if (found === undefined) return desk.unknown('liability', 'Correct the order, or name a victim of it.');
    if ('title' in found) return found;
    const some = found.victims.slice(0, 5).join(', ');
    throw new Failure(
      'usage',
      'The order has several victims.',
      `Name one of them behind it, such as ${some}.`,
    );
  },
  receipt: async (desk, explainer, { id }) => {
    if (!isReceiptId(id)) {
      const advice = 'Write who numbered it, a point, and the number, such as dcd.2026-00017.';
      throw new Failure('usage', 'This is not the id of a receipt.', advice);
    }
    const found = await explainer.receipt(id as ReceiptId, desk.clocks);
    return (
      found ?? (await desk.unknown('receipt', 'Correct its source or its number; a receipt has no label.'))
    );
  },
  event: async (desk, explainer, { id }) => {
    if (!/^[1-9]\d{0,14}$/.test(id)) {
      const advice = 'Write the number of the event, such as 12; `restitution timeline` shows it.';
      throw new Failure('usage', 'This is not a position of the log.', advice);
    }
    const found = await explainer.event(Number(id), desk.clocks);
    return found ?? (await desk.unknown('event', 'Positions are shown by `restitution timeline`.'));
  },
  interest: async (desk, explainer, { id }) => {
    const isDebt = new RegExp(idPattern('debt')).test(id);
    const of = isDebt ? { debtId: id as DebtId } : { orderId: await orderMeant(desk, id) };
    const found = await explainer.interest(of, desk.clocks);
    return found ?? (await desk.unknown('order or debt', 'Correct the id; a debt has no label.'));
  },
} as const satisfies Readonly<Record<string, Answer>>;

async function orderMeant({ names, options }: Desk, text: string): Promise<OrderId> {
  const named = textOf(options, 'case');
  const caseId = named === undefined ? undefined : await names.idOf('case', named);
  return (await names.idOf('order', text, caseId)) as OrderId;
}
