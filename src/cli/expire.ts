import { randomUUID } from 'node:crypto';
import type { House } from '../application/house.ts';
import { today } from '../application/today.ts';
import type { InterestView } from '../application/views-of-collection.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import { noMoney, parseMoney } from '../domain/money.ts';
import { senderOf } from '../requests/sender.ts';
import { dayOf } from './clocks.ts';
import { atDesk, inHouse } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { interestColumns } from './rows.ts';
import { tableOf } from './table.ts';
import { isSet, textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution expire`: the liabilities whose term is over on a day, and, where asked to, the record of their end. */
export async function expireLiabilities(asked: Asked, world: World): Promise<Exit> {
  const given = textOf(asked.options, 'on');
  const on = given === undefined ? today() : dayOf('--on', given);
  return isSet(asked.options, 'record') ? record(asked, world, on) : list(asked, world, on);
}

async function list(asked: Asked, world: World, on: CalendarDate): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const due = await dueOn(desk.house, on);
    await desk.answer({ due } as object, () =>
      due.length === 0
        ? `No term is over on ${on} that is not recorded.\n`
        : tableOf(due, interestColumns(desk.names), desk.style.dim),
    );
    return 'fine';
  });
}

/** Each is a command of its own: where one is interrupted, the next sweep finds the rest. */
async function record(asked: Asked, world: World, on: CalendarDate): Promise<Exit> {
  return inHouse(asked, world, async (house) => {
    const over: { readonly id: string; readonly endedOn: CalendarDate }[] = [];
    for (const { caseId, orderId, debtId } of await dueOn(house, on)) {
      const command = { type: 'ExpireLiability', caseId, orderId, debtId, on } as const;
      const { events } = await house.ledger.handle(command, senderOf('cli', randomUUID()));
      over.push({ id: orderId ?? debtId ?? '', endedOn: events[0]?.event.effectiveOn ?? on });
    }
    await house.catchUp();
    const said = over.map(({ id, endedOn }) => `${id} is recorded as over on ${endedOn}.\n`).join('');
    const none = `No term is over on ${on} that is not recorded.\n`;
    const isJson = isSet(asked.options, 'json');
    const document = { on, recorded: over.length, ended: over };
    await world.stdout.write(isJson ? `${JSON.stringify(document)}\n` : said || none);
    return 'fine';
  });
}

/** What is owed still though its term is over, page by page. */
async function dueOn({ queries }: House, on: CalendarDate): Promise<readonly InterestView[]> {
  const due: InterestView[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = { limit: 1_000, ...(cursor !== undefined && { cursor }) };
    const { rows, next } = await queries.interest({}, { asOf: on }, page);
    due.push(...rows.filter((row) => isDue(row, on)));
    cursor = next;
  }
  return due;
}

function isDue({ isExpired, liabilityEndsOn, outstanding }: InterestView, on: CalendarDate): boolean {
  const isOver = liabilityEndsOn !== null && liabilityEndsOn <= on;
  return isOver && !isExpired && parseMoney(outstanding) > noMoney;
}
