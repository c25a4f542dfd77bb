import { accounts, type Account } from '../../../domain/chart-of-accounts.ts';
import { add, formatMoney, money, noMoney, subtract, type Money } from '../../../domain/money.ts';
import type { ChangePart, FigureChange } from '../../views/changes.ts';
import type { SubjectFilter } from '../../views/ledger.ts';
import type { Frame } from '../frame.ts';
import { balancesOn } from '../balances.ts';
import { entriesFrom, subjectsOf } from '../subjects.ts';

/** So many events are told apart for one account; what follows them is summed up. */
const mostParts = 1_000;

/** What changed in each account, out of the entries that count on one of the two frames only. */
export function accountChanges(from: Frame, to: Frame, filter: SubjectFilter): readonly FigureChange[] {
  const [before, tallies] = [balancesOn(from, filter), new Map<Account, Tally>()];
  for (const { position, debit, credit, amount } of entriesApart(from, to, filter)) {
    tallyOf(tallies, debit).count(position, amount);
    tallyOf(tallies, credit).count(position, subtract(noMoney, amount));
  }
  return (Object.keys(accounts) as Account[]).flatMap((account) => {
    const tally = tallies.get(account);
    if (tally === undefined || tally.total === noMoney) return [];
    const was = before.get(account) ?? noMoney;
    return [
      {
        ...{ figure: account, orderId: null, victimId: null },
        ...{ from: formatMoney(was), to: formatMoney(add(was, tally.total)) },
        ...{ difference: formatMoney(tally.total), parts: tally.parts() },
      },
    ];
  });
}

/** What went into an account, less what went out, event by event. */
class Tally {
  total = noMoney;
  readonly #parts: { position: number; upTo: number; amount: Money }[] = [];

  count(position: number, amount: Money): void {
    this.total = add(this.total, amount);
    const last = this.#parts.at(-1);
    const joins = last?.upTo === position || this.#parts.length >= mostParts;
    if (last === undefined || !joins) this.#parts.push({ position, upTo: position, amount });
    else [last.upTo, last.amount] = [position, add(last.amount, amount)];
  }

  /** Events that took out what they put in are left out. */
  parts(): readonly ChangePart[] {
    return this.#parts
      .filter(({ amount }) => amount !== noMoney)
      .map(({ position, upTo, amount }) => ({ position, upTo, amount: formatMoney(amount) }));
  }
}

function tallyOf(tallies: Map<Account, Tally>, account: Account): Tally {
  const tally = tallies.get(account) ?? new Tally();
  tallies.set(account, tally);
  return tally;
}

interface Entry {
  readonly position: number;
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: Money;
}

/** So many positions are read at a time. */
const stretch = 50_000;

/** Entries that count on one of the frames only; what counts no more has the other sign. */
function* entriesApart(from: Frame, to: Frame, filter: SubjectFilter): Generator<Entry> {
  const { where, params, isEmpty } = subjectsOf(to, filter);
  const place = isEmpty ? 'j.position' : 't.position';
  const isThen = '(j.effectiveOn <= :fromDay AND j.position <= :fromPosition)';
  const isNow = '(j.effectiveOn <= :day AND j.position <= :position)';
  const end = Math.max(from.position, to.position);
  // On the same day, whatever both have recorded counts on both.
  const first = from.day === to.day ? Math.min(from.position, to.position) : 0;
  for (let start = first; start < end; start += stretch) {
    const rows = to.lists(
      `SELECT j.position, j.debit, j.credit, CASE WHEN ${isNow} THEN j.amount ELSE -j.amount END FROM ${entriesFrom(filter)}
         WHERE ${place} > :start AND ${place} <= :upTo AND ${isThen} <> ${isNow} ${where} ORDER BY j.position, j.item, j.line`,
      { ...params, start, upTo: start + stretch, fromDay: from.day, fromPosition: from.position },
    ) as readonly (readonly [bigint, bigint, bigint, bigint])[];
    for (const [position, debit, credit, amount] of rows) {
      yield {
        position: Number(position),
        ...{ debit: to.term(debit) as Account, credit: to.term(credit) as Account, amount: money(amount) },
      };
    }
  }
}
