/**
 * The answers about the division of payments, interest and terms, people and the Reserve, a second time: what each comes to in one
 * situation, in cents, as docs/policies.md tells it, with none of the ledger's code.
 */
import { ceilingOn, fits, line, percentOf, stillOwes } from './amounts.ts';
import type { Figures } from './answers-of-recovery.ts';
import { daysOn } from './days.ts';
import { assistance, simple } from './interest.ts';
import { delinquentOn, inDefaultOn, instalments, owedUntil, type LifeOfDebt } from './terms.ts';

const least = (...all: readonly bigint[]): bigint => all.reduce((one, other) => (one < other ? one : other));
const total = (all: readonly bigint[]): bigint => all.reduce((one, other) => one + other, 0n);

/** Divides in proportion: cents that are left over go one by one to whoever is furthest below the exact part. */
function inProportion(amount: bigint, by: readonly bigint[]): bigint[] {
  const all = total(by);
  if (all === 0n) return by.map(() => 0n);
  const given = by.map((each) => (amount * each) / all);
  while (total(given) < amount) {
    const rests = by.map((each, at) => amount * each - given[at]! * all);
    const best = rests.indexOf(rests.reduce((one, other) => (other > one ? other : one)));
    given[best] = given[best]! + 1n;
  }
  return given;
}

/** P-09, P-40: a receipt for an order, beside which a fine is owed. */
export function excess(
  answer: string,
  { ordered, fine, offered }: { ordered: bigint; fine: bigint; offered: bigint },
): Figures {
  const restitution = least(ordered, offered);
  const onFine = answer === 'OTHER_DEBTS_THEN_REFUND' ? least(fine, offered - restitution) : 0n;
  const held = offered - restitution - onFine;
  const isForCourt = held > 0n && answer !== 'OTHER_DEBTS_THEN_REFUND' && answer !== 'REFUND_AT_ONCE';
  return { restitution, fine: onFine, held, awaits: isForCourt ? 'COURT_ORDER' : undefined };
}

/** P-46: two receipts pay an order, which is lowered when so much was paid out; a fine is owed beside it. */
export function lowered(
  answer: string,
  { first, second, out, to, fine }: { first: bigint; second: bigint; out: bigint; to: bigint; fine: bigint },
): Figures {
  const all = first + second;
  const isTakenBack = answer === 'EXCESS' && all > to && all > out;
  const free = isTakenBack ? least(all - to, all - out) : 0n;
  const [ofSecond, onFine] = [least(free, second), least(free, fine)];
  return {
    ...{ first: first - (free - ofSecond), second: second - ofSecond },
    ...{ fine: onFine, held: free - onFine },
  };
}

/** P-11: attorneys’ fees beside care, under a statute that does not name them. */
export function fees(answer: string, { fee, care }: { fee: bigint; care: bigint }): Figures {
  return { found: answer === 'ALSO_WHERE_NOT_NAMED' ? fee + care : undefined };
}

/** P-21: an order of 2 March 2026 bears interest at 4.05 percent from the 17th, and ends on a day. */
export function accruedToEnd(
  answer: string,
  { ordered, ended }: { ordered: bigint; ended: string },
): Figures {
  if (answer === 'ENDS_WITH_PRINCIPAL') return { owed: '0.00' };
  return { owed: accrued('ACTUAL_365', { ordered, until: ended })['owed'] };
}

/** P-32: the same, to a day. */
export function accrued(dayCount: string, { ordered, until }: { ordered: bigint; until: string }): Figures {
  const moved = [{ on: '2026-03-02', amount: ordered }];
  return { owed: simple(moved, { from: '2026-03-17', until, rate: 405n, dayCount }) };
}

/** P-23: what one of two who owe jointly still owes, when the other has paid. */
export function joint(method: string, given: { own: bigint; other: bigint; paid: bigint }): Figures {
  const { own, other, paid } = given;
  const two = [
    { ordered: own, paid: 0n, isSetAside: false },
    { ordered: other, paid: least(paid, other), isSetAside: false },
  ];
  return { taken: stillOwes(two, 0, method) };
}

/** Who owes whom how much (P-24): by places. */
export type Claim = readonly [from: number, to: number, amount: bigint];

/** P-24: what each paid less than the own share goes, in proportion to what each lacks, to those who paid more. */
export function contributions(
  all: readonly { readonly ordered: bigint; readonly paid: bigint; readonly isVacated: boolean }[],
): readonly Claim[] {
  const own = inProportion(
    total(all.map(({ paid }) => paid)),
    all.map(({ ordered, isVacated }) => (isVacated ? 0n : ordered)),
  );
  const lacks = all.map(({ paid }, at) => (own[at]! > paid ? own[at]! - paid : 0n));
  const claims: Claim[] = [];
  for (const [to, { paid }] of all.entries()) {
    if (paid <= own[to]!) continue;
    for (const [from, part] of inProportion(paid - own[to]!, lacks).entries()) {
      lacks[from] = lacks[from]! - part;
      if (part > 0n) claims.push([from, to, part]);
    }
  }
  return claims;
}

/** P-24: the same of two, of whom the second has paid; nothing where it is not kept. */
export function contribution(answer: string, given: { own: bigint; other: bigint; paid: bigint }): Figures {
  const { own, other, paid } = given;
  if (answer === 'NONE') return { claim: undefined };
  const two = [
    { ordered: own, paid: 0n, isVacated: false },
    { ordered: other, paid: least(paid, other), isVacated: false },
  ];
  return { claim: contributions(two)[0]?.[2] };
}

/** P-25: a payment goes to the victim, then to those two. */
export function payees(
  answer: string,
  given: { victim: bigint; provider: bigint; state: bigint; offered: bigint },
): Figures {
  const victim = least(given.victim, given.offered);
  const left = given.offered - victim;
  if (answer === 'VICTIMS_UNITED_STATES_PROVIDERS') {
    const state = least(given.state, left);
    return { victim, state, provider: least(given.provider, left - state) };
  }
  const provider = least(given.provider, left);
  return { victim, provider, state: least(given.state, left - provider) };
}

/** One who shares in a payment. */
interface Sharer {
  readonly owed: bigint;
  readonly ordered: bigint;
}

/** P-26. */
export function divided(
  answer: string,
  { amount, among }: { amount: bigint; among: readonly Sharer[] },
): Figures {
  const owed = among.map((each) => each.owed);
  const placed = least(amount, total(owed));
  const shares = answer === 'ORDERED' ? byOrdered(placed, among) : byOwed(placed, owed, answer);
  return { shares: shares.join(' ') };
}

function byOwed(placed: bigint, owed: readonly bigint[], answer: string): readonly bigint[] {
  if (answer === 'OUTSTANDING') return inProportion(placed, owed);
  const all = total(owed) || 1n;
  const shares = owed.map((each) => (placed * each) / all);
  for (let at = 0; total(shares) < placed; at += 1) if (shares[at]! < owed[at]!) shares[at]! += 1n;
  return shares;
}

function byOrdered(placed: bigint, among: readonly Sharer[]): readonly bigint[] {
  const shares = among.map(() => 0n);
  const isFull = (at: number): boolean => shares[at] === among[at]!.owed;
  for (;;) {
    const open = [...among.keys()].filter((at) => !isFull(at));
    const left = placed - total(shares);
    const parts = inProportion(
      left,
      open.map((at) => among[at]!.ordered),
    );
    const filled = open.filter((at, place) => parts[place]! >= among[at]!.owed);
    for (const [place, at] of open.entries()) {
      if (filled.length === 0) shares[at] = parts[place]!;
      else if (filled.includes(at)) shares[at] = among[at]!.owed;
    }
    if (filled.length === 0 || total(shares) === placed) return shares;
  }
}

/** P-27: below 25.00 it waits, save as the last payment. */
export function smallShare(answer: string, { held, isLast }: { held: bigint; isLast: boolean }): Figures {
  return { paid: answer === 'NO_MINIMUM' || isLast || held >= 25_00n ? held : 0n };
}

/** P-28: some of what is held came back. */
export function paidAgain(answer: string, { held, back }: { held: bigint; back: bigint }): Figures {
  return { paid: answer === 'PAY_AGAIN' ? held : held - least(held, back) };
}

/** P-30: whether money for the victim is held, where an heir may be the defendant, and a court may have said who takes. */
export function heir(answer: string, given: { isDefendant: boolean; byCourt: boolean }): Figures {
  const isHeld = answer === 'BLOCK_AND_ASK_COURT' && given.isDefendant && !given.byCourt;
  return { isHeld: isHeld ? 'held' : 'paid' };
}

/** P-31: from the day on, one cap and one sum. */
export function onePerson(
  answer: string,
  given: { one: bigint; other: bigint; paidOne: bigint; paidOther: bigint },
): Figures {
  const cap = given.one > given.other ? given.one : given.other;
  const both = given.paidOne + given.paidOther;
  return { cap, recovered: answer === 'RETROACTIVE' && both > cap ? cap : both };
}

/** P-33: monthly instalments from 1 January 2026, of which so much was paid before; a notice of default may have been given. */
export function late(
  answer: string,
  given: { each: bigint; whole: bigint; paid: bigint; paidOn: string; set: string } & {
    on: string;
    notice: string | null;
  },
): Figures {
  const { each, on, notice } = given;
  const isOfSchedule = given.paidOn >= given.set || given.paidOn >= '2026-01-01';
  const paid = isOfSchedule ? given.paid : 0n;
  const whole = isOfSchedule ? given.whole : given.whole - given.paid;
  const told = instalments('2026-01-01', 1, each, whole);
  const missed = (lateFrom: (due: string) => string): bigint => {
    const due = total(told.map(([at, amount]) => (lateFrom(at) <= on ? amount : 0n)));
    return due > paid ? due - paid : 0n;
  };
  let [sofar, oldest] = [0n, ''];
  for (const [at, amount] of told) {
    sofar += amount;
    if (oldest === '' && sofar > paid) oldest = at;
  }
  const isNoticed = notice !== null && notice >= inDefaultOn(oldest) && daysOn(notice, 30) < on;
  const isWhole = answer === 'WHOLE_BALANCE';
  const base = (amount: bigint, isAll: boolean): bigint => (amount > 0n && isAll ? whole - paid : amount);
  return {
    delinquency: percentOf(base(missed(delinquentOn), isWhole), 10n),
    inDefault: percentOf(base(missed(inDefaultOn), isWhole || isNoticed), 15n),
  };
}

/** P-34, P-35. */
export function term(life: LifeOfDebt): Figures {
  return { ends: owedUntil(life) };
}

/** The Consumer Price Index for All Urban Consumers, U.S. city average, all items, as published: the year’s average, and December’s. */
const prices: Readonly<Record<number, readonly [average: string, december: string]>> = {
  2017: ['245.120', '246.524'],
  2019: ['255.657', '256.974'],
  2020: ['258.811', '260.474'],
  2021: ['270.970', '278.802'],
  2022: ['292.655', '296.797'],
  2023: ['304.702', '306.746'],
  2024: ['313.689', '315.605'],
};

/** P-36: what assistance of a year is, from 2020 on. */
export function assistanceOf(answer: string, { year }: { year: number }): Figures {
  const at = answer === 'DECEMBER_INDEX_TO_CENT' ? 1 : 0;
  const rounding = answer === 'ANNUAL_AVERAGE_TO_DOLLAR' ? 'DOLLAR' : 'CENT';
  return { amount: assistance(prices[year - 1]![at], prices[2017]![at], rounding) };
}

/** P-38: two deposits, and then two orders of one day: is the second paid? */
export function reserve(
  answer: string,
  given: { held: bigint; more: bigint; first: bigint; second: bigint },
): Figures {
  const { held, more, first, second } = given;
  const taken = answer === 'ABOVE_CEILING' ? held : fits(held, 0n);
  const balance = taken + (answer === 'ABOVE_CEILING' ? more : fits(more, taken));
  const two = [first, second].map((amount, place) => ({ on: '2025-03-03', place, amount }));
  const isPaid = line(two, balance, answer === 'SKIP_AHEAD')[1] === 'PAYABLE';
  return { balance, outside: held + more - balance, second: isPaid ? 'paid' : 'waits' };
}

/** Debts of a defendant, by kind. */
export type Debts = Readonly<Record<string, bigint>>;

const ladders: Readonly<Record<string, string>> = {
  STATUTE: 'ASSESSMENT_3013 > RESTITUTION > FINE COSTS > COMMUNITY_RESTITUTION > ASSESSMENT_3014',
  ASSESSED:
    'ASSESSMENT_3013 > ASSESSMENT_2259A > RESTITUTION COMMUNITY_RESTITUTION > FINE COSTS > ASSESSMENT_3014',
  AO_245B:
    'ASSESSMENT_3013 > RESTITUTION > ASSESSMENT_2259A > FINE > COMMUNITY_RESTITUTION > ASSESSMENT_3014 > COSTS',
};

/** P-39: a payment goes down the ladder; the judgment's own begins with costs. */
export function ladder(answer: string, { debts, offered }: { debts: Debts; offered: bigint }): Figures {
  const isAssessed = (debts['ASSESSMENT_2259A'] ?? 0n) > 0n;
  const written = ladders[answer === 'AO_245B' ? answer : isAssessed ? 'ASSESSED' : 'STATUTE']!;
  const rungs = written.split(' > ').map((rung) => rung.split(' '));
  const own = rungs.map((rung) => rung.filter((kind) => kind !== 'COSTS'));
  const paid: Record<string, bigint> = {};
  let left = offered;
  for (const rung of answer === 'COURT_SPECIFIED' ? [['COSTS'], ...own] : rungs) {
    const owed = rung.map((kind) => debts[kind] ?? 0n);
    const parts = inProportion(least(left, total(owed)), owed);
    for (const [at, kind] of rung.entries()) if (parts[at]! > 0n) paid[kind] = parts[at]!;
    left -= total(parts);
  }
  return paid;
}

/** P-41: whether an assessment on possession is taken, where a ceiling has been published. */
export function assessed(
  answer: string,
  { published, amount }: { published: bigint; amount: bigint },
): Figures {
  const table = [{ offence: 'POSSESSION', from: '2020-01-01', amount: published }];
  const ceiling = ceilingOn('2026-03-02', 'POSSESSION', answer === 'AS_ENACTED' ? [] : table)!;
  return { assessment: amount <= ceiling ? 'taken' : 'refused' };
}

/** P-42: whether a share by relative role is taken, of losses found. */
export function share(answer: string, { ordered, losses }: { ordered: bigint; losses: bigint }): Figures {
  const isFit = ordered >= 3_000_00n && (ordered <= losses || ordered === 3_000_00n);
  return { order: isFit || answer === 'RECORD' ? 'taken' : 'refused' };
}
