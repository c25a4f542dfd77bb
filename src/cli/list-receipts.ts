import { receiptTable } from '../application/tables/ledger.ts';
import type { ReceiptFilter, ReceiptRow, ReceiptStatus } from '../application/views/receipts.ts';
import { paymentOrigins } from '../domain/statutes/payment-origins.ts';
import { grouped, someOf } from './amounts.ts';
import { dayOf } from './clocks.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { listing } from './listing.ts';
import type { Names } from './names.ts';
import { subjectOf } from './subjects.ts';
import type { Column } from './table.ts';
import { textOf, type Asked, type Options } from './verb.ts';
import type { World } from './world.ts';

/** `restitution receipts`: payments in, and where their money is. */
export async function listReceipts(asked: Asked, world: World): Promise<Exit> {
  const narrowed = narrowingOf(asked.options);
  const list = listing(async (desk) => {
    const filter = { ...(await subjectOf(desk, ['case', 'defendant'])), ...narrowed };
    return {
      one: 'receipt',
      many: 'receipts',
      columns: columnsOf(desk.names),
      table: receiptTable,
      filter,
      ask: (page) => desk.house.queries.receipts(filter, desk.clocks, page),
    };
  });
  return list(asked, world);
}

/** @throws Failure where an option says what there is not */
function narrowingOf(options: Options): Omit<ReceiptFilter, 'caseId' | 'defendantId'> {
  const origin = oneOf(options, 'origin', paymentOrigins);
  const status = oneOf(options, 'status', Object.keys(statuses) as readonly ReceiptStatus[]);
  const [from, until] = [textOf(options, 'from'), textOf(options, 'until')];
  return {
    ...(origin !== undefined && { origin }),
    ...(status !== undefined && { status }),
    ...(from !== undefined && { from: dayOf('--from', from) }),
    ...(until !== undefined && { until: dayOf('--until', until) }),
  };
}

const statuses: Readonly<Record<ReceiptStatus, true>> = {
  ...{ settling: true, applied: true, 'excess held': true },
  ...{ refunded: true, returned: true },
};

function oneOf<Choice extends string>(
  options: Options,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const text = textOf(options, name);
  const chosen = choices.find((choice) => choice === text);
  if (text === undefined || chosen !== undefined) return chosen;
  throw new Failure('usage', `--${name} knows no such ${name}.`, `Write one of ${choices.join(', ')}.`);
}

function columnsOf(names: Names): readonly Column<ReceiptRow>[] {
  return [
    { title: 'receipt', text: ({ receiptId }) => receiptId },
    { title: 'on', text: ({ receivedOn }) => receivedOn },
    { title: 'defendant', text: ({ defendantId }) => names.shown(defendantId) },
    { title: 'case', text: ({ caseId }) => names.shown(caseId) },
    { title: 'by', text: ({ method, origin }) => (origin === null ? method : `${method}, from ${origin}`) },
    { title: 'amount', isNumber: true, text: ({ amount }) => grouped(amount) },
    { title: 'applied', isNumber: true, text: ({ applied }) => someOf(applied) },
    { title: 'held', isNumber: true, text: ({ excess }) => someOf(excess) },
    { title: 'refunded', isNumber: true, text: ({ refunded }) => someOf(refunded) },
    { title: 'stands', text: standsInWords },
  ];
}

function standsInWords({ status, returnedOn, clearedOn }: ReceiptRow): string {
  if (returnedOn !== null) return `returned on ${returnedOn}`;
  return clearedOn === null ? status : `${status}, cleared on ${clearedOn}`;
}
