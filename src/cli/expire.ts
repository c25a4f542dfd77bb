import { randomUUID } from 'node:crypto';
import type { House } from '../application/house.ts';
import { today } from '../application/today.ts';
import type { InterestView } from '../application/views/collection.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import { noMoney, parseMoney } from '../domain/money.ts';
import type { RejectionCode } from '../domain/rejection-codes.ts';
import { Rejection } from '../domain/rejection.ts';
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
    const { due, releaseNotRecorded } = await dueOn(desk.house, on);
    const inTable = (rows: readonly InterestView[]): string =>
      tableOf(rows, interestColumns(desk.names), desk.style.dim);
    await desk.answer({ due, releaseNotRecorded } as object, () => {
      const over = due.length === 0 ? `No term is over on ${on} that is not recorded.\n` : inTable(due);
      if (releaseNotRecorded.length === 0) return over;
      return `${over}\nNot known to be over, for no release is recorded:\n${inTable(releaseNotRecorded)}`;
    });
    return 'fine';
  });
}

type Which = Pick<InterestView, 'caseId' | 'orderId' | 'debtId'>;

/** An obligation whose term is over by this record, and since when. */
interface Ended extends Which {
  readonly endedOn: CalendarDate;
}

/** An obligation whose end was refused, and why. */
interface Refused extends Which {
  readonly code: RejectionCode;
}

/** What a sweep came to. */
interface Swept {
  readonly on: CalendarDate;
  readonly ended: readonly Ended[];
  readonly refused: readonly Refused[];
  /** How many may be over, but for a release that nobody recorded. */
  readonly releaseNotRecorded: number;
}

/** Each is a command of its own: where one is refused, or the sweep is interrupted, the others are recorded all the same. */
async function record(asked: Asked, world: World, on: CalendarDate): Promise<Exit> {
  return inHouse(asked, world, async (house) => {
    const { due, releaseNotRecorded } = await dueOn(house, on);
    const ended: Ended[] = [];
    const refused: Refused[] = [];
    for (const { caseId, orderId, debtId } of due) {
      const command = { type: 'ExpireLiability', caseId, orderId, debtId, on } as const;
      try {
        const { events } = await house.ledger.handle(command, senderOf('cli', randomUUID()));
        ended.push({ caseId, orderId, debtId, endedOn: events[0]?.event.effectiveOn ?? on });
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
        refused.push({ caseId, orderId, debtId, code: error.code });
      }
    }
    await house.catchUp();
    const answer: Swept = { on, ended, refused, releaseNotRecorded: releaseNotRecorded.length };
    const isJson = isSet(asked.options, 'json');
    await world.stdout.write(
      isJson
        ? `${JSON.stringify(answer)}
`
        : inWords(answer),
    );
    return refused.length > 0 ? 'someBad' : 'fine';
  });
}

function inWords({ on, ended, refused, releaseNotRecorded }: Swept): string {
  const idOf = ({ orderId, debtId }: Which): string => orderId ?? debtId ?? '';
  const unknown = `${String(releaseNotRecorded)} left as they are, for no release is recorded.\n`;
  return [
    ended.length + refused.length === 0 ? `No term is over on ${on} that is not recorded.\n` : '',
    ...ended.map((row) => `${idOf(row)} is recorded as over on ${row.endedOn}.\n`),
    ...refused.map((row) => `${idOf(row)} refused: ${row.code}\n`),
    releaseNotRecorded > 0 ? unknown : '',
  ].join('');
}

/** What is owed still though its term is over; and what may be over, but for a release that nobody recorded. */
interface Due {
  readonly due: readonly InterestView[];
  readonly releaseNotRecorded: readonly InterestView[];
}

/** Page by page. */
async function dueOn({ queries }: House, on: CalendarDate): Promise<Due> {
  const over: InterestView[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = { limit: 1_000, ...(cursor !== undefined && { cursor }) };
    const { rows, next } = await queries.interest({}, { asOf: on }, page);
    over.push(...rows.filter((row) => isOver(row, on)));
    cursor = next;
  }
  return {
    due: over.filter(({ isEndKnown }) => isEndKnown),
    releaseNotRecorded: over.filter(({ isEndKnown }) => !isEndKnown),
  };
}

/** Principal, or interest and penalties alone: they do not outlive the liability. */
function isOver({ isExpired, liabilityEndsOn, ...row }: InterestView, on: CalendarDate): boolean {
  if (liabilityEndsOn === null || liabilityEndsOn > on || isExpired) return false;
  // What cannot be said may be something.
  const owed = [row.outstanding, row.owed ?? '0.01', row.penaltiesOwed];
  return owed.some((amount) => parseMoney(amount) > noMoney);
}
