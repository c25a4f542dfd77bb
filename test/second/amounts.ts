/** The amounts of the statutes a second time: in whole cents, one after the other where that can be, with none of the ledger's code. */

const least = (...all: readonly bigint[]): bigint => all.reduce((one, other) => (one < other ? one : other));
const most = (...all: readonly bigint[]): bigint => all.reduce((one, other) => (one > other ? one : other));
const total = (all: readonly bigint[]): bigint => all.reduce((one, other) => one + other, 0n);

/** What the second cent by cent takes off the first, which never falls below nothing. */
const without = (one: bigint, other: bigint): bigint => (other >= one ? 0n : one - other);

/** 2259(b)(2)(B): three thousand dollars for offences of the Act’s day or later. */
export const floor = (offence: string): bigint | undefined =>
  offence < '2018-12-07' ? undefined : 3_000_00n;

/** The most a share can be: all of the losses, or the floor that binds even so. */
export const shareAtMost = (losses: bigint, offence: string): bigint => most(losses, floor(offence) ?? 0n);

/** 2259(b)(2)(C): the greatest of what was found, by sorting. */
export function cap(found: readonly bigint[]): bigint | undefined {
  return [...found].sort((a, b) => Number(b - a))[0];
}

/** What of an endless offer, cent by cent, the first sentence lets in. */
export function room(limit: bigint | undefined, recovered: bigint): bigint | undefined {
  if (limit === undefined) return undefined;
  let taken = 0n;
  while (recovered + taken < limit) taken += 1n;
  return taken;
}

/** 2259(d)(2)(C): what is found, and what was taken off before. */
export const beforeDeduction = (found: bigint, deducted: bigint): bigint => total([found, deducted]);

/** 2259(d)(4): cents are added to the fee while twenty of it are no more than three of the payment. */
export function feesAllowed(payment: bigint): bigint {
  let fee = 0n;
  while (20n * (fee + 1n) <= 3n * payment) fee += 1n;
  return fee;
}

/** 2259A(a): the ceilings enacted, and those published since, of which the last of the latest day holds. */
export function ceilingOn(
  day: string,
  offence: string,
  published: readonly { readonly offence: string; readonly from: string; readonly amount: bigint }[],
): bigint | undefined {
  if (day < '2018-12-07') return undefined;
  let [held, since] = [{ POSSESSION: 17_000_00n, OTHER_TRAFFICKING: 35_000_00n }[offence] ?? 50_000_00n, ''];
  for (const { offence: of, from, amount } of published) {
    if (of === offence && from <= day && from >= since) [held, since] = [amount, from];
  }
  return held;
}

/** 3612(g): so many percent, half a cent up, by counting halves of a hundredth. */
export function percentOf(principal: bigint, percent: bigint): bigint {
  const hundredths = principal * percent;
  const rest = hundredths % 100n;
  return (hundredths - rest) / 100n + (rest >= 50n ? 1n : 0n);
}

/** 3612(h): each waiver takes its cents away; one of all takes all. */
export function afterWaivers(owed: bigint, waived: readonly (bigint | null)[]): bigint {
  return waived.reduce((left: bigint, each) => (each === null ? 0n : without(left, each)), owed);
}

/** 3663(c): of each twenty cents thirteen and seven; of fewer that are left over, the one nearer to its exact share has the cent. */
export function communityParts(cents: bigint): readonly [bigint, bigint] {
  const [scores, rest] = [cents / 20n, cents % 20n];
  const first = (rest * 13n - ((rest * 13n) % 20n)) / 20n;
  const exact = rest * 13n - first * 20n;
  const isFirsts = exact > 0n && exact >= 20n - exact;
  const rounded = first + (isFirsts ? 1n : 0n);
  return [scores * 13n + rounded, scores * 7n + rest - rounded];
}

/** 3664(j)(2): each cent that was allowed and that nobody else had yet, while anything is owed. */
export function takenOff(owed: bigint, allowed: bigint, byOthers: bigint): bigint {
  return least(owed, without(allowed, byOthers));
}

/** 31 U.S.C. 3716(c)(3): what is above nine thousand dollars. */
export const offsetAtMost = (benefits: bigint): bigint => without(benefits, 9_000_00n);

/** 34 U.S.C. 20101(d)(6): what fits below ten millions. */
export const fits = (amount: bigint, held: bigint): bigint => least(amount, without(10_000_000_00n, held));

/** One of several who owe one loss. */
export interface OneOfSeveral {
  readonly ordered: bigint;
  readonly paid: bigint;
  readonly isSetAside: boolean;
}

/** 3664(h): what one of several still owes, by each method of crediting, with what others paid told cent by cent. */
export function stillOwes(all: readonly OneOfSeveral[], who: number, method: string): bigint {
  const own = all[who]!;
  const loss = most(0n, ...all.filter(({ isSetAside }) => !isSetAside).map(({ ordered }) => ordered));
  let balance = own.ordered - own.paid;
  for (const [at, other] of all.entries()) {
    if (at !== who) balance -= creditedFor(other, own, method);
  }
  return most(0n, least(balance, loss - total(all.map(({ paid }) => paid))));
}

function creditedFor({ ordered, paid }: OneOfSeveral, own: OneOfSeveral, method: string): bigint {
  if (method === 'OWN_AMOUNT_OR_VICTIM_WHOLE') return 0n;
  if (method === 'PER_JUDGMENT') return paid;
  const common = least(ordered, own.ordered);
  let [credit, alone, parts] = [0n, ordered - common, 0n];
  for (let cent = 0n; cent < paid; cent += 1n) {
    // Each cent of the other is so many parts of one; and the first cents are what the other owes alone.
    parts += common;
    if (method === 'PRO_RATA' && parts >= ordered && ordered > 0n)
      [credit, parts] = [credit + 1n, parts - ordered];
    if (method === 'NON_OVERLAP_FIRST' && alone <= 0n) credit += 1n;
    alone -= 1n;
  }
  return credit;
}

/** 3664(i), (j)(1): where somebody stands among those who are paid, told in a row. */
export function place(payee: string, last: string): number {
  const between = ['PROVIDER', 'UNITED_STATES'].find((each) => each !== last) ?? '';
  return ['VICTIM', between, last].indexOf(payee);
}

/** A payment that waits for the Reserve. */
export interface InLine {
  readonly on: string;
  readonly place: number;
  readonly amount: bigint;
}

/** 2259B(b): what becomes of each in the line, by its place in it: paid, short, or behind one that waits. */
export function line(waiting: readonly InLine[], funds: bigint, skipping: boolean): readonly string[] {
  const inOrder = [...waiting].sort((a, b) => a.on.localeCompare(b.on) || a.place - b.place);
  let [left, isStopped] = [funds, false];
  return inOrder.map(({ amount }) => {
    if (isStopped) return 'EARLIER_ORDER_WAITS';
    if (amount > left) {
      isStopped = !skipping;
      return 'SHORT_OF_FUNDS';
    }
    left -= amount;
    return 'PAYABLE';
  });
}
