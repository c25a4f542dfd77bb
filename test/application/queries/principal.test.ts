import fc from 'fast-check';
import { principalsOf, type Principal } from '../../../src/application/queries/principal.ts';
import { Projector } from '../../../src/application/projector.ts';
import { Frame } from '../../../src/application/queries/frame.ts';
import type { LedgerEvent } from '../../../src/domain/events.ts';
import { parseMoney } from '../../../src/domain/money.ts';
import { readModels } from '../../../src/projections/read-models.ts';
import type { MemoryEventStore } from '../../../src/store/log/memory-event-store.ts';
import { SqliteReadModelStore } from '../../../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import { daysToAsk, histories, ledgerOf, orders } from '../../projections/random-ledger.ts';
import { toldIn } from '../../projections/memory-rows.ts';

/** What one event does to the principal of an obligation, worked out from events alone, without journal or tables. */
interface Move {
  readonly obligation: string;
  /** Whose liability may end by itself; the name of the obligation where all of it ends together. */
  readonly part: string;
  readonly on: string;
  readonly owed: bigint;
  readonly paid: bigint;
  readonly ordered: bigint;
  readonly ended: bigint;
  readonly isVacated: boolean;
}

const cents = (text: string): bigint => BigInt(parseMoney(text));
const nothing = { owed: 0n, paid: 0n, ordered: 0n, ended: 0n, isVacated: false };

/** What a liability must remember for a payment that comes back: what was paid too much, and whether it was set aside. */
interface Remembered {
  overpaid: bigint;
  isVacated: boolean;
}

class Principals {
  readonly #remembered = new Map<string, Remembered>();
  readonly #crossing = new Set<string>();

  movesOf(event: LedgerEvent): readonly Move[] {
    const { type, effectiveOn: on, data } = event;
    if (type === 'OrderEntered' && data.statute === '18 U.S.C. 2259') this.#crossing.add(data.orderId);
    if (type === 'LiabilitiesTerminated' || type === 'LiabilitiesReinstated') {
      const sign = type === 'LiabilitiesTerminated' ? 1n : -1n;
      return data.liabilities.map(({ orderId, amount, victimId = data.victimId }) => {
        const ended = sign * cents(amount);
        return { ...this.#at(orderId, victimId, on), ended, owed: -ended };
      });
    }
    const changed = this.#changed(event);
    if (changed === undefined) return [];
    if ('debtId' in data && data.debtId !== null)
      return [{ ...nothing, obligation: data.debtId, part: data.debtId, on, ...changed }];
    const { orderId, victimId } = data as { orderId: string; victimId: string };
    return [{ ...this.#at(orderId, victimId, on), ...changed }];
  }

  #at(orderId: string, victimId: string, on: string): Move {
    const part = this.#crossing.has(orderId) ? victimId : orderId;
    return { ...nothing, obligation: orderId, part, on };
  }

  #of({ orderId, victimId }: { orderId: string; victimId: string }): Remembered {
    const key = `${orderId}/${victimId}`;
    const known = this.#remembered.get(key) ?? { overpaid: 0n, isVacated: false };
    this.#remembered.set(key, known);
    return known;
  }

  #changed({ type, data }: LedgerEvent): Partial<Move> | undefined {
    switch (type) {
      case 'LiabilityImposed':
      case 'DebtImposed':
        return { owed: cents(data.amount), ordered: cents(data.amount) };
      case 'LiabilityAmended': {
        this.#of(data).overpaid = cents(data.overpaid);
        const ended = cents(data.terminatedAfter) - cents(data.terminatedBefore);
        const owed = cents(data.outstandingAfter) - cents(data.outstandingBefore);
        return { owed, ended, ordered: cents(data.amount) - cents(data.amountBefore) };
      }
      case 'LiabilityVacated':
        this.#of(data).isVacated = true;
        return { owed: -cents(data.amount), ended: cents(data.amount), isVacated: true };
      case 'DebtVacated':
        return { owed: -cents(data.amount), ended: cents(data.amount), isVacated: true };
      case 'LiabilityExpired':
      case 'DebtRemitted':
      case 'DebtExpired':
        return { owed: -cents(data.amount), ended: cents(data.amount) };
      case 'LiabilityExpiryUndone':
      case 'DebtExpiryUndone':
        return { owed: cents(data.amount), ended: -cents(data.amount) };
      case 'RecoveryCredited':
        return {
          owed: cents(data.hadEnded ?? '0.00') - cents(data.accepted),
          ended: -cents(data.hadEnded ?? '0.00'),
          paid: cents(data.accepted),
        };
      case 'LiabilityReduced':
      case 'DebtCredited':
        return { owed: -cents(data.amount), paid: cents(data.amount) };
      case 'DebtReversed':
        return { owed: cents(data.amount), paid: -cents(data.amount) };
      case 'RecoveryReversed':
      case 'OverpaymentTakenBack':
      case 'RecoveryTakenBack':
      case 'ReductionReversed': {
        const liability = this.#of(data);
        const amount = cents(data.amount);
        const tooMuch = amount < liability.overpaid ? amount : liability.overpaid;
        liability.overpaid -= tooMuch;
        const back = amount - tooMuch;
        return { paid: -amount, ...(liability.isVacated ? { ended: back } : { owed: back }) };
      }
      default:
        return undefined;
    }
  }
}

const total = (moves: readonly Move[], of: 'owed' | 'ended' | 'ordered'): bigint =>
  moves.reduce((sum, move) => sum + move[of], 0n);

function expected(moves: readonly Move[]): object {
  const endedParts = [...new Set(moves.map(({ part }) => part))].filter((part) => {
    const own = moves.filter((move) => move.part === part);
    const isEnded = total(own, 'ended') > 0n || own.some(({ isVacated }) => isVacated);
    return total(own, 'owed') === 0n && isEnded;
  });
  return {
    ordered: total(moves, 'ordered'),
    outstanding: total(moves, 'owed'),
    changes: daily(moves, 'owed'),
    standing: daily(
      moves.filter(({ part }) => !endedParts.includes(part)),
      'owed',
    ),
    payments: daily(moves, 'paid'),
  };
}

/** By day, without days on which it came to nothing. */
function daily(moves: readonly Move[], of: 'owed' | 'paid'): object {
  const days = [...new Set(moves.map(({ on }) => on))].sort();
  const sums = days.map((on) => [
    on,
    moves.filter((move) => move.on === on).reduce((sum, move) => sum + move[of], 0n),
  ]);
  return Object.fromEntries(sums.filter(([, sum]) => sum !== 0n)) as object;
}

function answered({ ordered, outstanding, changes, standing, payments }: Principal): object {
  const daily = (each: Principal['changes']): object =>
    Object.fromEntries(each.filter(({ amount }) => amount !== 0n).map(({ on, amount }) => [on, amount]));
  return {
    ordered,
    outstanding,
    changes: daily(changes),
    standing: daily(standing),
    payments: daily(payments),
  };
}

const obligations = [...orders, 'b-1', 'b-2', 'b-3'];

async function told(log: MemoryEventStore): Promise<SqliteReadModelStore> {
  const readModel = SqliteReadModelStore.inMemory(readModels);
  await new Projector({ log, readModel, batchSize: 7 }).catchUp();
  return readModel;
}

describe('the principal of every order and debt', () => {
  test.each([
    ['decision by decision', 1_000],
    ['out of documents', 1],
  ])('is on both clocks what its events come to, heard %s', async (_, mostRows) => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), fc.nat(), async (history, when, which) => {
        const { log } = await ledgerOf(history, { mostRows });
        const readModel = await told(log);
        const { position: head } = await log.head();
        const known = 1 + (when % head);
        const asOf = daysToAsk[which % daysToAsk.length]!;
        const principals = new Principals();
        const moves = (await toldIn(log)).flatMap((event) =>
          principals.movesOf(event).map((move) => ({ ...move, position: event.position })),
        );
        for (const clocks of [{ upTo: head }, { upTo: known }, { upTo: known, asOf }]) {
          readModel.read((snapshot) => {
            const frame = new Frame(snapshot, clocks, clocks.upTo);
            const numbers = obligations.map((id) => BigInt(frame.numberOf(id)));
            const principal = principalsOf(frame, numbers);
            for (const [at, obligation] of obligations.entries()) {
              const own = moves.filter(
                (move) =>
                  move.obligation === obligation &&
                  move.position <= clocks.upTo &&
                  move.on <= (clocks.asOf ?? '2999-12-31'),
              );
              expect([obligation, answered(principal(numbers[at]!))]).toEqual([obligation, expected(own)]);
            }
          });
        }
        readModel.close();
      }),
      { numRuns: 60 },
    );
  });

  test('is one row for a payment to many victims of one order', async () => {
    const { log } = await ledgerOf([], { mostRows: 1 });
    const readModel = await told(log);
    const rows = readModel.read((snapshot) =>
      snapshot.all('SELECT owed, ordered FROM principals WHERE obligationId = :order', {
        order: snapshot.numberOf('o-4') ?? 0,
      }),
    );
    expect(rows).toEqual([{ owed: 50_03n, ordered: 50_03n }]);
    readModel.close();
  });
});
