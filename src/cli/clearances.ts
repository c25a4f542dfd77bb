import { randomUUID } from 'node:crypto';
import type { House } from '../application/house.ts';
import { all } from '../application/reconciliation/all-pages.ts';
import { today } from '../application/today.ts';
import type { ToClearView } from '../application/views/disbursements.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { ReceiptId } from '../domain/ids.ts';
import type { RejectionCode } from '../domain/rejection-codes.ts';
import { Rejection } from '../domain/rejection.ts';
import { senderOf } from '../requests/sender.ts';
import { counted, grouped } from './amounts.ts';
import { dayOf } from './clocks.ts';
import { atDesk, inHouse } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import type { Names } from './names.ts';
import { tableOf, type Column } from './table.ts';
import { isSet, textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution clearances`: the receipts whose money is good as of a day, and, where asked to, the record that it is. */
export async function clearReceipts(asked: Asked, world: World): Promise<Exit> {
  const given = textOf(asked.options, 'on');
  const on = given === undefined ? today() : dayOf('--on', given);
  return isSet(asked.options, 'record') ? record(asked, world, on) : list(asked, world, on);
}

async function list(asked: Asked, world: World, on: CalendarDate): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const due = await dueOn(desk.house, on);
    await desk.answer({ on, due } as object, () =>
      due.length === 0 ? nothingDue(on) : tableOf(due, columnsWith(desk.names), desk.style.dim),
    );
    return 'fine';
  });
}

function nothingDue(on: CalendarDate): string {
  return `No receipt has cleared by ${on} of which that is not recorded.\n`;
}

/** What a sweep came to. */
interface Swept {
  readonly on: CalendarDate;
  readonly cleared: readonly Pick<ToClearView, 'receiptId' | 'clearedOn'>[];
  readonly refused: readonly { readonly receiptId: ReceiptId; readonly code: RejectionCode }[];
}

/** Each is a command of its own: where one is refused, or the sweep is interrupted, the others are recorded all the same. */
async function record(asked: Asked, world: World, on: CalendarDate): Promise<Exit> {
  return inHouse(asked, world, async (house) => {
    const swept = await sweep(house, on, isSet(asked.options, 'reach-closed-months'));
    await house.catchUp();
    const isJson = isSet(asked.options, 'json');
    await world.stdout.write(isJson ? `${JSON.stringify(swept)}\n` : inWords(swept));
    return swept.refused.length > 0 ? 'someBad' : 'fine';
  });
}

async function sweep(house: House, on: CalendarDate, mayReachClosedMonths: boolean): Promise<Swept> {
  const cleared: Swept['cleared'][number][] = [];
  const refused: Swept['refused'][number][] = [];
  for (const { receiptId, clearedOn } of await dueOn(house, on)) {
    const command = { type: 'RecordClearance', receiptId, ground: 'HOLD_OVER', on } as const;
    try {
      await house.ledger.handle(command, { ...senderOf('cli', randomUUID()), mayReachClosedMonths });
      cleared.push({ receiptId, clearedOn });
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      refused.push({ receiptId, code: error.code });
    }
  }
  return { on, cleared, refused };
}

function inWords({ on, cleared, refused }: Swept): string {
  if (cleared.length + refused.length === 0) return nothingDue(on);
  return [
    `${counted(cleared.length, 'receipt', 'receipts')} recorded as cleared.\n`,
    ...refused.map(({ receiptId, code }) => `${receiptId} refused: ${code}\n`),
  ].join('');
}

async function dueOn({ queries }: House, on: CalendarDate): Promise<readonly ToClearView[]> {
  const due: ToClearView[] = [];
  for await (const row of all((page) => queries.disbursements.toClear(on, page))) due.push(row);
  return due;
}

function columnsWith(names: Names): readonly Column<ToClearView>[] {
  return [
    { title: 'receipt', text: ({ receiptId }) => receiptId },
    { title: 'case', text: ({ caseId }) => names.shown(caseId) },
    { title: 'defendant', text: ({ defendantId }) => names.shown(defendantId) },
    { title: 'how', text: ({ method }) => method },
    { title: 'amount', isNumber: true, text: ({ amount }) => grouped(amount) },
    { title: 'received', text: ({ receivedOn }) => receivedOn },
    { title: 'cleared', text: ({ clearedOn }) => clearedOn },
  ];
}
