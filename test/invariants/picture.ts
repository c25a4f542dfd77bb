/** What a ledger's events come to, in whole cents, told once more without any of its code: for invariants to look at. */
import type { LedgerEvent } from '../../src/domain/events.ts';

export interface Owing {
  readonly order: string;
  readonly victim: string;
  readonly inCase: string;
  readonly ordered: bigint;
  readonly paid: bigint;
  readonly ended: bigint;
  readonly isVacated: boolean;
}

export interface PublicDebt {
  readonly imposed: bigint;
  readonly paid: bigint;
  readonly remitted: bigint;
  readonly isVacated: boolean;
}

export interface Paper {
  readonly amount: bigint;
  readonly credited: bigint;
  readonly held: bigint;
  readonly refunded: bigint;
  readonly isReturned: boolean;
}

/** Everything at one moment; never changed, only replaced. */
export interface Picture {
  readonly owings: ReadonlyMap<string, Owing>;
  readonly debts: ReadonlyMap<string, PublicDebt>;
  readonly papers: ReadonlyMap<string, Paper>;
  /** The cap of each victim who has one. */
  readonly caps: ReadonlyMap<string, bigint>;
  /** What each victim has received above the cap, as noted. */
  readonly above: ReadonlyMap<string, bigint>;
}

export const nothingYet: Picture = {
  owings: new Map(),
  debts: new Map(),
  papers: new Map(),
  caps: new Map(),
  above: new Map(),
};

export const cents = (text: string): bigint => BigInt(text.replace('.', ''));

/** What is still owed: never below nothing, and nothing once set aside. */
export function owed({ ordered, paid, ended, isVacated }: Owing): bigint {
  const left = ordered - paid - ended;
  return isVacated || left < 0n ? 0n : left;
}

export function due({ imposed, paid, remitted, isVacated }: PublicDebt): bigint {
  return isVacated ? 0n : imposed - paid - remitted;
}

const keyOf = ({ orderId, victimId }: { orderId: string; victimId: string }): string =>
  `${orderId}/${victimId}`;

/** The picture after the event. */
export function after(picture: Picture, event: LedgerEvent): Picture {
  const { data } = event;
  switch (event.type) {
    case 'LiabilityImposed': {
      const { orderId, victimId, caseId, amount } = event.data;
      const about = { order: orderId, victim: victimId, inCase: caseId };
      const fresh = { ...about, ordered: cents(amount), paid: 0n, ended: 0n, isVacated: false };
      return { ...picture, owings: put(picture.owings, keyOf(event.data), fresh) };
    }
    case 'LiabilityAmended':
      return owing(picture, event.data, (each) => ({
        ...each,
        ordered: cents(event.data.amount),
        ended: cents(event.data.terminatedAfter),
      }));
    case 'LiabilityVacated':
      return owing(picture, event.data, (each) => ({ ...each, isVacated: true }));
    case 'RecoveryCredited':
      return credited(
        owing(picture, event.data, (each) => ({ ...each, paid: each.paid + cents(event.data.accepted) })),
        event.data.receiptId,
        cents(event.data.accepted),
      );
    case 'RecoveryReversed':
      return credited(
        owing(picture, event.data, (each) => ({ ...each, paid: each.paid - cents(event.data.amount) })),
        event.data.receiptId,
        -cents(event.data.amount),
      );
    case 'LiabilitiesTerminated':
    case 'LiabilitiesReinstated': {
      const sign = event.type === 'LiabilitiesTerminated' ? 1n : -1n;
      const { victimId, liabilities } = event.data;
      return liabilities.reduce(
        (so, { orderId, amount }) =>
          owing(so, { orderId, victimId }, (each) => ({ ...each, ended: each.ended + sign * cents(amount) })),
        picture,
      );
    }
    case 'GreatestLossChanged': {
      const caps = new Map(picture.caps);
      if (event.data.greatestLoss === null) caps.delete(event.data.victimId);
      else caps.set(event.data.victimId, cents(event.data.greatestLoss));
      return { ...picture, caps };
    }
    case 'OverRecoveryNoted':
      return { ...picture, above: put(picture.above, event.data.victimId, cents(event.data.amount)) };
    default:
      return 'receiptId' in data || 'debtId' in data ? afterMoney(picture, event) : picture;
  }
}

function afterMoney(picture: Picture, event: LedgerEvent): Picture {
  switch (event.type) {
    case 'DebtImposed': {
      const fresh = { imposed: cents(event.data.amount), paid: 0n, remitted: 0n, isVacated: false };
      return { ...picture, debts: put(picture.debts, event.data.debtId, fresh) };
    }
    case 'DebtCredited':
    case 'DebtReversed': {
      const amount = (event.type === 'DebtCredited' ? 1n : -1n) * cents(event.data.amount);
      const paid = debt(picture, event.data.debtId, (each) => ({ ...each, paid: each.paid + amount }));
      return credited(paid, event.data.receiptId, amount);
    }
    case 'DebtRemitted':
      return debt(picture, event.data.debtId, (each) => ({
        ...each,
        remitted: each.remitted + cents(event.data.amount),
      }));
    case 'DebtVacated':
      return debt(picture, event.data.debtId, (each) => ({ ...each, isVacated: true }));
    case 'PaymentReceived': {
      const fresh = {
        amount: cents(event.data.amount),
        ...{ credited: 0n, held: 0n, refunded: 0n, isReturned: false },
      };
      return { ...picture, papers: put(picture.papers, event.data.receiptId, fresh) };
    }
    case 'ExcessHeld':
      return paper(picture, event.data.receiptId, (each) => ({
        ...each,
        held: each.held + cents(event.data.amount),
      }));
    case 'ExcessReleased':
      return paper(picture, event.data.receiptId, (each) => ({
        ...each,
        held: each.held - cents(event.data.amount),
      }));
    case 'RefundMade':
      return paper(picture, event.data.receiptId, (each) => ({
        ...each,
        refunded: each.refunded + cents(event.data.amount),
      }));
    case 'PaymentReturned':
      return paper(picture, event.data.receiptId, (each) => ({ ...each, isReturned: true }));
    default:
      return picture;
  }
}

function put<Value>(map: ReadonlyMap<string, Value>, key: string, value: Value): ReadonlyMap<string, Value> {
  return new Map(map).set(key, value);
}

function change<Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
  how: (value: Value) => Value,
): ReadonlyMap<string, Value> {
  const known = map.get(key);
  if (known === undefined) throw new Error(`${key} is not known`);
  return put(map, key, how(known));
}

function owing(
  picture: Picture,
  which: { orderId: string; victimId: string },
  how: (each: Owing) => Owing,
): Picture {
  return { ...picture, owings: change(picture.owings, keyOf(which), how) };
}

function debt(picture: Picture, id: string, how: (each: PublicDebt) => PublicDebt): Picture {
  return { ...picture, debts: change(picture.debts, id, how) };
}

function paper(picture: Picture, id: string, how: (each: Paper) => Paper): Picture {
  return { ...picture, papers: change(picture.papers, id, how) };
}

function credited(picture: Picture, id: string, amount: bigint): Picture {
  return paper(picture, id, (each) => ({ ...each, credited: each.credited + amount }));
}
