/** Ids that are found to be one person: under which of them everything is decided, and what the others brought along. */
import { cents, hold, type Debt, type Person, type Told } from './entities.ts';

interface Known {
  readonly debts: ReadonlyMap<string, Debt>;
  person(id: string): Person;
}

export class Persons {
  /** Ids that nothing is decided under any more, and those that count as another's. */
  readonly #closed = new Set<string>();
  readonly #joined = new Map<string, string>();

  /** Under which id the person is decided about. */
  survivorOf(id: string): string {
    const survivor = this.#joined.get(id);
    return survivor === undefined ? id : this.survivorOf(survivor);
  }

  isClosed(id: string): boolean {
    return this.#closed.has(id);
  }

  hear(event: Told<'IdentityAbsorbed' | 'IdentityTakenOver' | 'HistoriesJoined'>, known: Known): void {
    if (event.type === 'HistoriesJoined') return this.#join(event, known);
    const { victimId } = event.data;
    if (event.type === 'IdentityAbsorbed') {
      if (event.data.policyVersion !== undefined) this.#closed.add(victimId);
    } else if (event.data.isRing === true) this.#closed.delete(victimId);
  }

  /** What stood under the other id counts as the survivor's; its full recoveries are counted on. */
  #join({ data }: Told<'HistoriesJoined'>, known: Known): void {
    const { victimId, absorbedId, epochs, standing } = data;
    const [survivor, other] = [known.person(victimId), known.person(absorbedId)];
    const cap = data.greatestLoss === null ? undefined : cents(data.greatestLoss);
    hold(cap === other.cap && epochs === other.epoch, 'something else is taken over than stood there');
    const stood = standing.map(({ epoch }) => epoch).join();
    hold(stood === other.standing.join(), 'another recovery stood there');
    hold(this.isClosed(absorbedId), 'an id is joined while things are decided under it');
    const base = survivor.epoch;
    for (const debt of known.debts.values()) {
      if (this.survivorOf(debt.victim) !== absorbedId || !debt.isVictims) continue;
      debt.ended = debt.ended.map(({ epoch, amount }) => ({ epoch: base + epoch, amount }));
    }
    survivor.standing.push(...other.standing.map((epoch) => base + epoch));
    survivor.epoch = base + epochs + 1;
    survivor.claimed += other.claimed;
    this.#joined.set(absorbedId, victimId);
  }
}
