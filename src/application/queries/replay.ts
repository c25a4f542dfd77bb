import type { Account } from '../../domain/chart-of-accounts.ts';
import {
  formatMoney,
  money,
  noMoney,
  parseMoney,
  subtract,
  sum,
  type MoneyText,
} from '../../domain/money.ts';
import type { LiabilityView, SubjectFilter, VictimView } from '../views/ledger.ts';
import type { FigureStanding, ReplayFilter, ReplayView } from '../views/replay.ts';
import { balancesOn, put } from './balances.ts';
import { amountOf, type Frame } from './frame.ts';
import { orderOf } from './orders.ts';
import type { List, Listed } from './paging.ts';
import { personOf } from './persons.ts';
import { entriesFrom, loneSubject, subjectsOf } from './subjects.ts';
import { victimOf } from './victims.ts';

/** Every event about the subject, in the order of recording, with how the subject stood when it had happened. */
export function replayList({ after: start = 0, ...subject }: ReplayFilter): List<ReplayView> {
  return {
    name: 'replay',
    shape: ['number'],
    start: [start],
    rows: (frame, [after = 0], limit) => {
      const { where, params } = eventsAbout(frame, subject);
      const found = frame.all(
        `SELECT t.position, sum(t.amount) AS amount FROM timeline t
           WHERE t.position > :after AND t.position <= :position AND t.effectiveOn <= :day ${where}
           GROUP BY t.position ORDER BY t.position LIMIT :limit`,
        { ...params, after, limit },
      ) as readonly { readonly position: bigint; readonly amount: bigint | null }[];
      const positions = found.map(({ position }) => Number(position));
      const standing = standingAfter(frame, subject, positions);
      return found.map(({ amount }, at): Listed<ReplayView> => {
        const position = positions[at] ?? 0;
        const row = {
          position,
          amount: amount === null ? null : amountOf(amount),
          after: standing(position),
        };
        return { row, place: [position] };
      });
    },
  };
}

/** A condition on events of the timeline; of a victim alone, under each id by which the person is known. */
function eventsAbout(
  frame: Frame,
  filter: SubjectFilter,
): Pick<ReturnType<typeof subjectsOf>, 'where' | 'params'> {
  const subject = loneSubject(filter);
  if (subject === undefined || !('victimId' in subject)) return subjectsOf(frame, filter);
  const { ids } = personOf(frame, frame.numberOf(subject.victimId));
  return {
    where: 'AND t.victimId IN (SELECT value FROM json_each(:ids))',
    params: { ids: JSON.stringify(ids) },
  };
}

type Standing = (position: number) => readonly FigureStanding[];

/** How a victim or an order stands after each event; of any other subject, what then stands in the accounts that it moved. */
function standingAfter(frame: Frame, filter: SubjectFilter, positions: readonly number[]): Standing {
  const subject = loneSubject(filter);
  if (subject === undefined) return accountsAfter(frame, filter, positions);
  return 'victimId' in subject
    ? (position) => victimStanding(victimOf(frame.upTo(position), subject.victimId))
    : (position) => orderStanding(orderOf(frame.upTo(position), subject.orderId)?.liabilities ?? []);
}

function victimStanding(view: VictimView | undefined): readonly FigureStanding[] {
  if (view === undefined) return [];
  const { greatestLoss, received, headroom, held, liabilities } = view;
  return figures({ greatestLoss, received, headroom, outstanding: outstandingOf(liabilities), held });
}

function orderStanding(lines: readonly LiabilityView[]): readonly FigureStanding[] {
  const total = (name: 'ordered' | 'paid'): MoneyText =>
    formatMoney(sum(lines.map((line) => parseMoney(line[name]))));
  return figures({ ordered: total('ordered'), paid: total('paid'), outstanding: outstandingOf(lines) });
}

function outstandingOf(liabilities: readonly LiabilityView[]): MoneyText {
  return formatMoney(sum(liabilities.map(({ outstanding }) => parseMoney(outstanding))));
}

function figures(amounts: Readonly<Record<string, MoneyText | null>>): readonly FigureStanding[] {
  return Object.entries(amounts).map(([figure, amount]) => ({ figure, amount }));
}

type Entry = readonly [position: bigint, debit: bigint, credit: bigint, amount: bigint];

function accountsAfter(frame: Frame, subject: SubjectFilter, positions: readonly number[]): Standing {
  const [first = 1, last = 0] = [positions[0], positions.at(-1)];
  const { where, params } = subjectsOf(frame, subject);
  const entries = frame.lists(
    `SELECT j.position, j.debit, j.credit, j.amount FROM ${entriesFrom(subject)}
       WHERE j.position BETWEEN :first AND :last AND j.effectiveOn <= :day ${where} ORDER BY j.position`,
    { ...params, first, last },
  ) as readonly Entry[];
  const balances = new Map(balancesOn(frame.upTo(first - 1), subject));
  const after = new Map<number, Map<Account, FigureStanding>>();
  for (const [position, debit, credit, amount] of entries) {
    const moved = after.get(Number(position)) ?? new Map<Account, FigureStanding>();
    after.set(Number(position), moved);
    for (const [number, change] of [
      [debit, money(amount)],
      [credit, subtract(noMoney, money(amount))],
    ] as const) {
      const account = frame.term(number) as Account;
      put(balances, account, change);
      moved.set(account, { figure: account, amount: formatMoney(balances.get(account) ?? noMoney) });
    }
  }
  return (position) => [...(after.get(position)?.values() ?? [])];
}
