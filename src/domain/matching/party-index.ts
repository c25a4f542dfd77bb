/** Items by whose they are, with their amount or without. */
import type { ReadItem, ReadLine } from './bond.ts';
import { inOrder, pushTo } from './in-order.ts';

/** Items by amount and whose they are; or, without the amount, by whose they are alone. */
export class PartyIndex {
  readonly #items = new Map<string, ReadItem[]>();

  constructor(items: readonly ReadItem[]) {
    for (const item of items) {
      const whose = [item.item.partyId, item.item.caseId].filter((id) => id !== undefined);
      const amount = String(item.item.amount);
      for (const id of whose) pushTo(this.#items, `${amount} ${id}`, item);
      for (const part of new Set(item.names.flat())) pushTo(this.#items, `${amount} ${part}`, item);
      for (const id of whose) pushTo(this.#items, id, item);
      for (const pair of new Set(item.names.flatMap(pairsOf))) pushTo(this.#items, pair, item);
    }
  }

  /** Items of the line's amount that share with it a person, a case, or a part of a name. */
  ofAmount({ line, party }: ReadLine): readonly ReadItem[] {
    const amount = String(line.amount);
    const parts = party.filter((part) => part.length > 1);
    return this.#found(
      [...(line.defendantIds ?? []), ...(line.caseIds ?? []), ...parts].map((each) => `${amount} ${each}`),
    );
  }

  /** Items of any amount that share with the line a person, a case, or two parts of a name. */
  ofParty({ line, party }: ReadLine): readonly ReadItem[] {
    return this.#found([...(line.defendantIds ?? []), ...(line.caseIds ?? []), ...pairsOf(party)]);
  }

  #found(keys: readonly string[]): readonly ReadItem[] {
    return [...new Set(keys.flatMap((key) => this.#items.get(key) ?? []))].sort(inOrder);
  }
}

/** Every two parts of a name that are more than initials. */
function pairsOf(parts: readonly string[]): readonly string[] {
  const whole = parts.filter((part) => part.length > 1);
  return whole.flatMap((one, at) => whole.slice(at + 1).map((other) => `${one} ${other}`));
}
