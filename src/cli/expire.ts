import { randomUUID } from 'node:crypto';
import type { House } from '../application/house.ts';
import { today } from '../application/today.ts';
import type { InterestView } from '../application/views-of-collection.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import { noMoney, parseMoney } from '../domain/money.ts';
import { Rejection, type RejectionCode } from '../domain/rejection.ts';
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

/** An obligation whose end was refused, and why. */
interface Refused extends Pick<InterestView, 'caseId' | 'orderId' | 'debtId'> {
  readonly code: RejectionCode;
}

/** Each is a command of its own: where one is refused, or the sweep is interrupted, the others are recorded all the same. */
async function record(asked: Asked, world: World, on: CalendarDate): Promise<Exit> {
  return inHouse(asked, world, async (house) => {
    const { due, releaseNotRecorded } = await dueOn(house, on);
    const refused: Refused[] = [];
    for (const { caseId, orderId, debtId } of due) {
      const command = { type: 'ExpireLiability', caseId, orderId, debtId, on } as const;
      try {
        await house.ledger.handle(command, senderOf('cli', randomUUID()));
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
        refused.push({ caseId, orderId, debtId, code: error.code });
      }
    }
    await house.catchUp();
    const recorded = due.length - refused.length;
    const unknown = releaseNotRecorded.length;
    const isJson = isSet(asked.options, 'json');
    const answer = { on, recorded, refused, releaseNotRecorded: unknown };
    await world.stdout.write(isJson ? `${JSON.stringify(answer)}\n` : inWords(answer));
    return refused.length > 0 ? 'someBad' : 'fine';
  });
}

function inWords(answer: {
  readonly on: CalendarDate;
  readonly recorded: number;
  readonly refused: readonly Refused[];
  readonly releaseNotRecorded: number;
}): string {
  const { on, recorded, refused, releaseNotRecorded } = answer;
  const unknown = `${String(releaseNotRecorded)} left as they are, for no release is recorded.\n`;
  const lines = refused.map(({ orderId, debtId, code }) => `${orderId ?? debtId ?? ''} refused: ${code}\n`);
  return [
    `${String(recorded)} recorded as over on ${on}.\n`,
    releaseNotRecorded > 0 ? unknown : '',
    ...lines,
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
