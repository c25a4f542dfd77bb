/**
 * The books of the made-up court, kept while its year is made up: enough of the ledger's rules to know who still owes,
 * and so who still pays, which money nobody may keep, and what can be paid out. Amounts are whole cents.
 */
export class Books {
  /** By victim: the greatest loss found, what was recovered, and whether it was ever reached. */
  victims = new Map();
  /** By order: who owes under it, and its lines. */
  orders = new Map();
  /** By receipt: the parts of it that were credited. */
  receipts = new Map();
  /** By case and victim: what was credited and not yet paid out. */
  held = new Map();

  /** @param cap the greatest loss in cents; Infinity where nothing ends by itself */
  addVictim(victim, cap) {
    this.victims.set(victim, { cap, recovered: 0 });
  }

  addOrder({ order, ofCase, defendant, lines }) {
    const owed = lines.map(({ victim, amount }) => ({ victim, amount, paid: 0, isEnded: false }));
    this.orders.set(order, { order, ofCase, defendant, lines: owed });
  }

  /** What the defendant still owes, line by line. */
  openLines(defendant) {
    return [...this.orders.values()]
      .filter((each) => each.defendant === defendant && !each.isVacated)
      .flatMap(({ order, ofCase, lines }) =>
        lines.filter((line) => owedOn(line) > 0).map((line) => ({ order, ofCase, line })),
      );
  }

  /** Whether the defendant would owe something, had the victim not been made whole. */
  isFreed(defendant) {
    const own = [...this.orders.values()].filter((each) => each.defendant === defendant);
    return own.some(({ lines }) => lines.some(({ isEnded, amount, paid }) => isEnded && paid < amount));
  }

  owedBy(defendant) {
    return this.openLines(defendant).reduce((sum, { line }) => sum + owedOn(line), 0);
  }

  /** What may still be recovered for the victim. */
  headroom(victim) {
    const { cap, recovered } = this.victims.get(victim);
    return cap - recovered;
  }

  /** Credits a payment as the ledger does, and gives what nobody could take. */
  pay({ receipt, defendant, amount }) {
    const declined = new Set();
    let left = amount;
    for (;;) {
      const open = this.openLines(defendant).filter(({ line }) => !declined.has(line));
      if (left === 0 || open.length === 0) return left;
      left = this.#offer({ receipt, amount: left }, open, declined);
    }
  }

  /** A payment came back: what it had brought is owed again, and so is what had ended through it. */
  unwind(receipt) {
    for (const { line, ofCase, amount } of this.receipts.get(receipt) ?? []) {
      line.paid -= amount;
      this.victims.get(line.victim).recovered -= amount;
      this.#hold(ofCase, line.victim, -amount);
      this.#judge(line.victim);
    }
    this.receipts.delete(receipt);
  }

  vacate(order) {
    this.orders.get(order).isVacated = true;
  }

  amend(order, amount) {
    this.orders.get(order).lines[0].amount = amount;
  }

  /** Takes out what is held for victims, where it is worth a payment. */
  takeOut(least) {
    const taken = [...this.held.values()].filter(({ amount }) => amount >= least);
    for (const { ofCase, victim } of taken) this.held.delete(`${ofCase} ${victim}`);
    return taken;
  }

  #offer({ receipt, amount }, open, declined) {
    const owed = open.map(({ line }) => owedOn(line));
    const placed = Math.min(
      amount,
      owed.reduce((sum, each) => sum + each, 0),
    );
    let taken = 0;
    for (const [index, share] of allocate(placed, owed).entries()) {
      const { line, ofCase } = open[index];
      const accepted = Math.min(share, owedOn(line), this.headroom(line.victim));
      if (accepted < share) declined.add(line);
      taken += accepted;
      this.#credit(receipt, { line, ofCase, amount: accepted });
    }
    return amount - taken;
  }

  #credit(receipt, part) {
    if (part.amount === 0) return;
    part.line.paid += part.amount;
    this.victims.get(part.line.victim).recovered += part.amount;
    this.receipts.set(receipt, [...(this.receipts.get(receipt) ?? []), part]);
    this.#hold(part.ofCase, part.line.victim, part.amount);
    this.#judge(part.line.victim);
  }

  #hold(ofCase, victim, amount) {
    const key = `${ofCase} ${victim}`;
    const before = this.held.get(key)?.amount ?? 0;
    this.held.set(key, { ofCase, victim, amount: before + amount });
  }

  /** Nobody owes a victim who has received everything; all owe again where that is undone. */
  #judge(victim) {
    const isWhole = this.headroom(victim) === 0;
    for (const { lines } of this.orders.values()) {
      for (const line of lines) if (line.victim === victim) line.isEnded = isWhole;
    }
  }
}

function owedOn({ amount, paid, isEnded }) {
  return isEnded ? 0 : Math.max(0, amount - paid);
}

/** By largest remainder, ties to the earlier: as the ledger divides. */
function allocate(total, weights) {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => BigInt(total) * BigInt(weight));
  const parts = exact.map((product) => Number(product / BigInt(whole)));
  const left = total - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((product, index) => ({ index, remainder: Number(product % BigInt(whole)) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] += 1;
  return parts;
}
