/** What a ledger's events come to, in whole cents, told once more without any of its code: for invariants to look at. */
import type { LedgerEvent } from '../../src/domain/events.ts';

export interface Owing {
  readonly order: string;
  readonly victim: string;
  readonly inCase: string;
  readonly ordered: bigint;
  readonly paid: bigint;
  /** What courts credited for civil recoveries. */
  readonly reduced: bigint;
  /** What they allowed, of each recovery whose credit holds. */
  readonly allowed: ReadonlyMap<string, bigint>;
  /** What ended by law: by full recovery, or with the term. */
  readonly ended: bigint;
  readonly setAside: bigint;
  /** What was paid or credited above what is ordered. */
  readonly overpaid: bigint;
  /** What the events say is still owed, each by itself; the rest has to add up to it. */
  readonly owed: bigint;
  readonly isVacated: boolean;
  readonly isExpired: boolean;
}

export interface PublicDebt {
  readonly imposed: bigint;
  readonly paid: bigint;
  readonly remitted: bigint;
  readonly setAside: bigint;
  readonly lapsed: bigint;
  readonly due: bigint;
  readonly isVacated: boolean;
  readonly isExpired: boolean;
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
  /** What was paid of interest and of penalties, by the order or debt that bears them. */
  readonly beside: ReadonlyMap<string, bigint>;
  /** The cap of each victim who has one. */
  readonly caps: ReadonlyMap<string, bigint>;
  /** What each victim has received above the cap, as noted. */
  readonly above: ReadonlyMap<string, bigint>;
}

export const nothingYet: Picture = {
  owings: new Map(),
  debts: new Map(),
  papers: new Map(),
  beside: new Map(),
  caps: new Map(),
  above: new Map(),
};

export const cents = (text: string): bigint => BigInt(text.replace('.', ''));

const keyOf = ({ orderId, victimId }: { orderId: string; victimId: string }): string =>
  `${orderId}/${victimId}`;

/** The picture after the event. */
export function after(picture: Picture, event: LedgerEvent): Picture {
  const { data } = event;
  switch (event.type) {
    case 'LiabilityImposed': {
      const { orderId, victimId, caseId, amount } = event.data;
      const about = { order: orderId, victim: victimId, inCase: caseId, isVacated: false, isExpired: false };
      const nothing = { paid: 0n, reduced: 0n, allowed: new Map(), ended: 0n, setAside: 0n, overpaid: 0n };
      const fresh = { ...about, ...nothing, ordered: cents(amount), owed: cents(amount) };
      return { ...picture, owings: put(picture.owings, keyOf(event.data), fresh) };
    }
    case 'LiabilityAmended':
      return owing(picture, event.data, (each) => ({
        ...each,
        ordered: cents(event.data.amount),
        ended: cents(event.data.terminatedAfter),
        overpaid: cents(event.data.overpaid),
        owed: each.owed + cents(event.data.outstandingAfter) - cents(event.data.outstandingBefore),
      }));
    case 'LiabilityVacated':
      return owing(picture, event.data, (each) => {
        const amount = cents(event.data.amount);
        return { ...each, isVacated: true, owed: each.owed - amount, setAside: each.setAside + amount };
      });
    case 'LiabilityExpired':
      return owing(picture, event.data, (each) => ({
        ...ended(each, cents(event.data.amount)),
        isExpired: true,
      }));
    case 'LiabilityExpiryUndone':
      return owing(picture, event.data, (each) => {
        const setAside = cents(event.data.vacated ?? '0.00');
        const back = ended(each, -cents(event.data.amount));
        const moved = { ended: back.ended - setAside, setAside: back.setAside + setAside };
        return { ...back, ...moved, isExpired: false };
      });
    case 'LiabilityReduced':
      return owing(picture, event.data, (each) => {
        const amount = cents(event.data.amount);
        const allowed = put(each.allowed, event.data.recoveryId, cents(event.data.allowed));
        return { ...each, owed: each.owed - amount, reduced: each.reduced + amount, allowed };
      });
    case 'ReductionReversed':
      return owing(picture, event.data, (each) => {
        const amount = cents(event.data.amount);
        const allowed = new Map(each.allowed);
        allowed.delete(event.data.recoveryId);
        return { ...owedAgain(each, amount), reduced: each.reduced - amount, allowed };
      });
    case 'RecoveryCredited': {
      const amount = cents(event.data.accepted);
      const paid = owing(picture, event.data, (each) => {
        const hadEnded = cents(event.data.hadEnded ?? '0.00');
        const before = ended(each, -hadEnded);
        return { ...before, paid: before.paid + amount, owed: before.owed - amount };
      });
      return credited(paid, event.data.receiptId, amount);
    }
    case 'RecoveryReversed':
    case 'OverpaymentTakenBack':
    case 'RecoveryTakenBack': {
      const amount = cents(event.data.amount);
      const back = owing(picture, event.data, (each) => {
        return { ...owedAgain(each, amount), paid: each.paid - amount };
      });
      return credited(back, event.data.receiptId, -amount);
    }
    case 'LiabilitiesTerminated':
    case 'LiabilitiesReinstated': {
      const sign = event.type === 'LiabilitiesTerminated' ? 1n : -1n;
      const { victimId, liabilities } = event.data;
      return liabilities.reduce(
        (so, { orderId, amount }) =>
          owing(so, { orderId, victimId }, (each) => ended(each, sign * cents(amount))),
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
      const amount = cents(event.data.amount);
      const nothing = { paid: 0n, remitted: 0n, setAside: 0n, lapsed: 0n };
      const fresh = { ...nothing, imposed: amount, due: amount, isVacated: false, isExpired: false };
      return { ...picture, debts: put(picture.debts, event.data.debtId, fresh) };
    }
    case 'DebtCredited':
    case 'DebtReversed': {
      const amount = (event.type === 'DebtCredited' ? 1n : -1n) * cents(event.data.amount);
      const paid = debt(picture, event.data.debtId, (each) => {
        return { ...each, paid: each.paid + amount, due: each.due - amount };
      });
      return credited(paid, event.data.receiptId, amount);
    }
    case 'DebtRemitted':
      return debt(picture, event.data.debtId, (each) => {
        const amount = cents(event.data.amount);
        return { ...each, remitted: each.remitted + amount, due: each.due - amount };
      });
    case 'DebtVacated':
      return debt(picture, event.data.debtId, (each) => {
        const amount = cents(event.data.amount);
        return { ...each, isVacated: true, setAside: each.setAside + amount, due: each.due - amount };
      });
    case 'DebtExpired':
      return debt(picture, event.data.debtId, (each) => {
        const amount = cents(event.data.amount);
        return { ...each, isExpired: true, lapsed: each.lapsed + amount, due: each.due - amount };
      });
    case 'DebtExpiryUndone':
      return debt(picture, event.data.debtId, (each) => {
        const [amount, setAside] = [cents(event.data.amount), cents(event.data.vacated ?? '0.00')];
        const lapsed = each.lapsed - amount - setAside;
        return {
          ...{ ...each, isExpired: false, lapsed },
          ...{ due: each.due + amount, setAside: each.setAside + setAside },
        };
      });
    case 'InterestCredited':
    case 'PenaltyCredited':
      return beside(picture, event.data, cents(event.data.amount));
    case 'InterestReversed':
    case 'PenaltyReversed':
      return beside(picture, event.data, -cents(event.data.amount));
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
    case 'ExcessTakenBack':
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

/** More of it has ended by law, or less again. */
function ended(each: Owing, amount: bigint): Owing {
  return { ...each, ended: each.ended + amount, owed: each.owed - amount };
}

/** What is paid no more: what was too much is too much no more, and the rest is owed, or would be. */
function owedAgain(each: Owing, amount: bigint): Owing {
  const tooMuch = amount < each.overpaid ? amount : each.overpaid;
  const rest = amount - tooMuch;
  const overpaid = each.overpaid - tooMuch;
  if (each.isVacated) return { ...each, overpaid, setAside: each.setAside + rest };
  return { ...each, overpaid, owed: each.owed + rest };
}

/** Paid of what an obligation bears beside its principal. */
function beside(
  picture: Picture,
  { orderId, debtId, receiptId }: { orderId: string | null; debtId: string | null; receiptId: string },
  amount: bigint,
): Picture {
  const id = orderId ?? debtId ?? '';
  const paid = put(picture.beside, id, (picture.beside.get(id) ?? 0n) + amount);
  return credited({ ...picture, beside: paid }, receiptId, amount);
}

function paper(picture: Picture, id: string, how: (each: Paper) => Paper): Picture {
  return { ...picture, papers: change(picture.papers, id, how) };
}

function credited(picture: Picture, id: string, amount: bigint): Picture {
  return paper(picture, id, (each) => ({ ...each, credited: each.credited + amount }));
}
