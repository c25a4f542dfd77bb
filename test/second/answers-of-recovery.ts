/**
 * The answers to P-01 to P-22, and to those on recoveries beside the court’s, a second time: what each comes to in one situation, in
 * cents, as docs/policies.md tells it, with none of the ledger's code. Each gives the figures that the situation ends with.
 */

const least = (...all: readonly bigint[]): bigint => all.reduce((one, other) => (one < other ? one : other));
const most = (one: bigint, other: bigint): bigint => (one > other ? one : other);
/** What is left of the first without the second. */
const less = (one: bigint, other: bigint): bigint => most(one - other, 0n);

/** What a situation ends with: amounts in cents, days, words. */
export type Figures = Readonly<Record<string, bigint | number | string | undefined>>;

/** P-01: a ground counts if the answer is it, or one before it; by entry every order is final. */
export function finality(answer: string, { loss, ground }: { loss: bigint; ground: string }): Figures {
  const before: Readonly<Record<string, readonly string[]>> = {
    ENTRY_OF_JUDGMENT: ['NONE', 'ENTRY_OF_JUDGMENT', 'DIRECT_REVIEW_DONE', 'CERT_EXHAUSTED', 'MANUAL'],
    DIRECT_REVIEW_DONE: ['DIRECT_REVIEW_DONE', 'CERT_EXHAUSTED', 'MANUAL'],
    CERT_EXHAUSTED: ['CERT_EXHAUSTED', 'MANUAL'],
    MANUAL: ['MANUAL'],
  };
  return { cap: before[answer]!.includes(ground) ? loss : undefined };
}

/** P-02. */
export function missingFinding(
  answer: string,
  { share, found }: { share: bigint; found: bigint | null },
): Figures {
  if (found !== null) return { cap: found };
  return { cap: answer === 'ORDERED_AS_LOWER_BOUND' ? share : undefined };
}

/** P-03: two orders, for losses of the trade and of the abuse, of one case or of two, and a payment under each. */
export function whoseLosses(
  answer: string,
  given: { trade: bigint; abuse: bigint; first: bigint; second: bigint; isOneCase: boolean },
): Figures {
  const { trade, abuse, first, second, isOneCase } = given;
  const paidForTrade = least(first, trade);
  if (answer === 'TRAFFICKING') return { cap: trade, paidForTrade, paidForAbuse: least(second, abuse) };
  const cap = isOneCase ? trade + abuse : most(trade, abuse);
  return { cap, paidForTrade, paidForAbuse: least(second, abuse, cap - paidForTrade) };
}

/** P-04: an order of before the Act, one of after it, each for all of its finding; a payment under the later. */
export function beforeTheAct(
  answer: string,
  { old, young, offered }: { old: bigint; young: bigint; offered: bigint },
): Figures {
  const paid = least(offered, young);
  const cap = answer === 'COUNT' ? most(old, young) : young;
  const isWhole = paid === cap;
  const owedOld = isWhole && answer === 'COUNT' ? 0n : old;
  return { cap, paid, owedOld, owedYoung: isWhole ? 0n : young - paid };
}

/** P-05: two payments, of which either may clear; then money paid out to the victim; and then the first may come back. */
export function whenReceived(
  answer: string,
  given: {
    loss: bigint;
    ordered: bigint;
    offered: bigint;
    more: bigint;
    out: bigint;
    clears: string;
    isBack: boolean;
  },
): Figures {
  const { loss, ordered, offered, more, out, clears, isBack } = given;
  const first = least(offered, ordered, loss);
  const isOver = (paid: bigint, good: bigint): boolean => {
    const received = { DISBURSED: least(paid, out), CLEARED: good, PAID_THROUGH_COURT: paid }[answer];
    return received === loss;
  };
  const second = least(more, ordered - first, loss - first);
  const goodOf = (one: bigint): bigint =>
    (clears === 'FIRST' || clears === 'BOTH' ? one : 0n) +
    (clears === 'SECOND' || clears === 'BOTH' ? second : 0n);
  const paid = (isBack ? 0n : first) + second;
  const owed = isOver(paid, goodOf(isBack ? 0n : first)) ? 0n : ordered - paid;
  return { paid, owed };
}

/** P-06, where received is paid out: a payment, some of it paid out, and a second payment. */
export function heldForVictim(
  answer: string,
  given: { loss: bigint; ordered: bigint; first: bigint; out: bigint; second: bigint },
): Figures {
  const { loss, ordered, first, out, second } = given;
  const held = least(first, ordered, loss);
  const received = least(held, out);
  const room = received === loss ? 0n : loss - (answer === 'FREEZE' ? held : received);
  const paid = held + least(second, ordered - held, room);
  return { paid, owed: least(paid, out) >= loss ? 0n : ordered - paid };
}

/** P-07: a payment, where so much room is left. */
export function crossing(
  answer: string,
  { room, owed, offered }: { room: bigint; owed: bigint; offered: bigint },
): Figures {
  const wanted = least(owed, offered);
  if (wanted <= room || answer === 'ACCEPT_WHOLE') return { paid: wanted };
  return { paid: answer === 'SPLIT' ? room : 0n };
}

/** P-12: assistance was received, and a court then found losses from which it took that off; a payment under its order. */
export function assisted(
  answer: string,
  { net, assistance, offered }: { net: bigint; assistance: bigint; offered: bigint },
): Figures {
  if (answer === 'NET_FINDINGS_ONLY') return { cap: net, paid: least(offered, net) };
  const gross = net + assistance;
  return { cap: gross, paid: least(offered, answer === 'IGNORE' ? gross : net) };
}

/** P-13, P-43, P-44: something was recovered elsewhere; a payment after it. */
export function elsewhere(
  counts: { readonly damages: boolean; readonly others: boolean; readonly reported: boolean },
  given: { source: string; told: bigint; shown: bigint | null; loss: bigint; offered: bigint },
): Figures {
  const { source, told, shown, loss, offered } = given;
  const isCounted = source.endsWith('_RESTITUTION')
    ? counts.others
    : source === 'RESTITUTION_2259' || counts.damages;
  const amount = shown ?? (counts.reported ? told : 0n);
  return { paid: least(offered, less(loss, isCounted ? amount : 0n)) };
}

/** P-14: a final order, and one that is not, with another finding behind it; a payment under the first. */
export function pending(
  answer: string,
  { loss, ordered, other, offered }: { loss: bigint; ordered: bigint; other: bigint; offered: bigint },
): Figures {
  const paid = least(offered, ordered, loss);
  const isOver = paid === loss && !(answer === 'HOLD' && other > loss);
  return { paid, owed: isOver ? 0n : ordered - paid, owedPending: isOver ? 0n : other };
}

/** What had ended under two orders when the victim was whole. */
interface Ended {
  readonly left1: bigint;
  readonly left2: bigint;
}

/** P-15: a later final order finds so much more; a court orders the second to be owed again. */
export function laterLoss(answer: string, { more, left1, left2 }: Ended & { more: bigint }): Figures {
  if (answer === 'NO_REVIVAL' || more === 0n) return { owed1: 0n, owed2: 0n };
  return { owed1: answer === 'REVIVE_ALL' ? left1 : 0n, owed2: left2 };
}

/** P-16: an order entered when the victim was whole, in a case that found so much, or nothing yet; a payment under it. */
export function afterwards(
  answer: string,
  { cap, found, ordered }: { cap: bigint; found: bigint | null; ordered: bigint },
): Figures {
  const mayBeMore = found === null || found > cap;
  return { paid: 0n, owed: answer === 'TERMINATED_AT_ONCE' && !mayBeMore ? 0n : ordered };
}

/** P-17: the order of the first finding is set aside; a payment under the other. */
export function setAside(
  answer: string,
  { first, second, before, offered }: { first: bigint; second: bigint; before: bigint; offered: bigint },
): Figures {
  const cap = answer === 'KEEP_UNTIL_COURT_ACTS' ? most(first, second) : second;
  const credited = least(before, most(first, second));
  const kept = answer === 'RECOMPUTE_RETROACTIVELY' ? least(credited, cap) : credited;
  return { cap, paid: kept + least(offered, less(cap, kept)) };
}

/**
 * P-08: two payments of one day, of which the first was recorded first, and so much of it paid out before the second. The first
 * is under an order for more than either, the second under one for as much as the cap.
 */
export function oneDay(
  answer: string,
  { cap, first, out, second }: { cap: bigint; first: bigint; out: bigint; second: bigint },
): Figures {
  const asked = least(second, cap);
  const all = first + asked;
  if (answer === 'SEQUENCE' || all <= cap)
    return placed({ first: least(first, cap), second }, { cap, first, second });
  const [whole, other] = [(cap * first) / all, (cap * asked) / all];
  const isMissing = whole + other < cap;
  const toFirst = isMissing && (cap * first) % all >= (cap * asked) % all ? 1n : 0n;
  const share = whole + toFirst;
  const credited = least(first, cap);
  const free = least(credited - share, less(credited, out));
  return placed({ first: credited - free, second }, { cap, first, second });
}

/** P-45: a payment of today becomes known after one of tomorrow, of which so much was paid out. */
export function lateComer(
  answer: string,
  { cap, first, out, second }: { cap: bigint; first: bigint; out: bigint; second: bigint },
): Figures {
  const credited = least(first, cap);
  const missing = less(least(second, cap), cap - credited);
  const free = answer === 'STRICT_EFFECTIVE_DATE' ? least(missing, less(credited, out)) : 0n;
  return placed({ first: credited - free, second }, { cap, first, second });
}

/** The second has what the first leaves of the room. */
function placed(
  credited: { first: bigint; second: bigint },
  { cap, first, second }: { cap: bigint; first: bigint; second: bigint },
): Figures {
  const other = least(credited.second, cap - credited.first);
  return { first: credited.first, second: other, held: first + second - credited.first - other };
}

/** P-18: a payment under an order that was then set aside, and one under another. */
export function underVacated(
  answer: string,
  { loss, before, offered }: { loss: bigint; before: bigint; offered: bigint },
): Figures {
  return { paid: least(offered, answer === 'COUNT' ? loss - before : loss) };
}

/** P-19: the second payment comes back; a court orders the first to be owed again. */
export function cameBack(answer: string, { left1, left2, back }: Ended & { back: bigint }): Figures {
  if (answer === 'REINSTATE') return { owed1: left1, owed2: left2 + back };
  return { owed1: answer === 'COURT_ONLY' ? left1 : 0n, owed2: back };
}

/** P-20: paid before anything was final, and then the cap was known. */
export function tooMuch(answer: string, { cap, paid }: { cap: bigint; paid: bigint }): Figures {
  const above = less(paid, cap);
  return { above, claimed: answer === 'CREATE_RECEIVABLE' ? above : 0n };
}

/** P-22: the later of two days, or that of the fact. */
export function dayOfEnd(answer: string, { fact, recorded }: { fact: string; recorded: string }): Figures {
  return { ended: answer === 'RECORDED_TIME' ? [fact, recorded].sort()[1] : fact };
}

/** P-29: a payment of before the assignment, one while it holds, and one more. */
export function assignedAway(
  answer: string,
  given: { loss: bigint; before: bigint; assigned: bigint; offered: bigint },
): Figures {
  const { loss, before, assigned, offered } = given;
  const own = answer === 'ASSIGNED_COUNTS_AS_RECEIVED' ? before + assigned : before;
  return { paid: least(offered, loss - own) };
}

/** P-37: what was credited and what was paid out. */
export function collected(answer: string, { paid, out }: { paid: bigint; out: bigint }): Figures {
  return { collected: answer === 'WHEN_CREDITED' ? paid : least(paid, out) };
}
