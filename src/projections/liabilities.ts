import { add, formatMoney, noMoney, parseMoney, subtract, sum, type Money } from '../domain/money.ts';
import { invariant } from '../domain/rejection.ts';
import { reversalOf } from './claims.ts';
import { liabilityKey, liabilityTable, type LiabilityRow } from './liability-row.ts';
import type { Change, Standing } from './read-model.ts';
import type { Told } from './told.ts';

/** What is owed, by whom, to whom, under which order, as it stands now. */
export const liabilities: Standing = {
  table: liabilityTable,
  changes: {
    LiabilityImposed: (event) => [imposed(event)],
    LiabilityBecameFinal: ({ data }) => [change(data, () => ({ ground: data.ground }))],
    LiabilityAmended: ({ data }) => [change(data, (row) => amended(row, data))],
    LiabilityVacated: ({ data }) => [change(data, (row) => vacated(row, parseMoney(data.amount)))],
    LiabilityExpired: (event) => [
      change(event.data, (row) => expired(row, parseMoney(event.data.amount), event.position)),
    ],
    LiabilityExpiryUndone: ({ data }) => [change(data, (row) => expiryUndone(row, data))],
    RecoveryCredited: ({ data }) => [change(data, (row) => credited(row, data))],
    RecoveryReversed: ({ data }) => [change(data, (row) => reversed(row, parseMoney(data.amount)))],
    OverpaymentTakenBack: ({ data }) => [change(data, (row) => reversed(row, parseMoney(data.amount)))],
    RecoveryTakenBack: ({ data }) => [change(data, (row) => reversed(row, parseMoney(data.amount)))],
    LiabilityReduced: ({ data }) => [change(data, (row) => reduced(row, parseMoney(data.amount)))],
    ReductionReversed: ({ data }) => [change(data, (row) => reductionReversed(row, parseMoney(data.amount)))],
    LiabilitiesTerminated: (event) => eachOf(event, (row, amount) => ended(row, amount, event.position)),
    LiabilitiesReinstated: (event) =>
      eachOf(event, (row, amount) => ended(row, subtract(noMoney, amount), null)),
  },
};

type News = Partial<LiabilityRow>;

function imposed({ data, position, item, effectiveOn }: Told<'LiabilityImposed'>): Change {
  const { orderId, victimId, caseId, defendantId, track } = data;
  const amount = parseMoney(data.amount);
  const ids = { orderId, victimId, caseId, defendantId, track };
  const nothing = {
    paid: noMoney,
    reduced: noMoney,
    terminated: noMoney,
    vacated: noMoney,
    overpaid: noMoney,
  };
  const row: LiabilityRow = {
    ...ids,
    ...{ position, item, imposedOn: effectiveOn, ordered: amount, outstanding: amount },
    ...nothing,
    ...{ ground: null, isVacated: 0, ending: null },
  };
  return {
    key: liabilityKey(data),
    to: (known) => {
      invariant(known === undefined, `${orderId} is imposed for ${victimId} a second time`);
      return row;
    },
  };
}

function amended(row: LiabilityRow, data: Told<'LiabilityAmended'>['data']): News {
  invariant(row.ordered === parseMoney(data.amountBefore), 'an amendment of another amount than was ordered');
  invariant(
    row.outstanding === parseMoney(data.outstandingBefore),
    'an amendment of another amount than is owed',
  );
  return {
    ordered: parseMoney(data.amount),
    outstanding: parseMoney(data.outstandingAfter),
    terminated: parseMoney(data.terminatedAfter),
    overpaid: parseMoney(data.overpaid),
  };
}

function vacated(row: LiabilityRow, amount: Money): News {
  return { isVacated: 1, vacated: add(row.vacated, amount), outstanding: subtract(row.outstanding, amount) };
}

function credited(row: LiabilityRow, data: Told<'RecoveryCredited'>['data']): News {
  const amount = parseMoney(data.accepted);
  const paid = { paid: add(row.paid, amount), outstanding: subtract(row.outstanding, amount) };
  if (data.hadEnded === undefined) return paid;
  const hadEnded = parseMoney(data.hadEnded);
  return {
    ...paid,
    terminated: subtract(row.terminated, hadEnded),
    outstanding: add(paid.outstanding, hadEnded),
  };
}

function reversed(row: LiabilityRow, amount: Money): News {
  const back = reversalOf(row, amount);
  return {
    paid: subtract(row.paid, amount),
    overpaid: subtract(row.overpaid, back.overpaid),
    outstanding: add(row.outstanding, back.receivable),
    vacated: add(row.vacated, back.vacated),
  };
}

function reduced(row: LiabilityRow, amount: Money): News {
  return { reduced: add(row.reduced, amount), outstanding: subtract(row.outstanding, amount) };
}

function reductionReversed(row: LiabilityRow, amount: Money): News {
  const { paid: _, ...back } = reversed(row, amount);
  return { ...back, reduced: subtract(row.reduced, amount) };
}

function ended(row: LiabilityRow, amount: Money, ending: number | null): News {
  return { terminated: add(row.terminated, amount), outstanding: subtract(row.outstanding, amount), ending };
}

/** A term that is over ends what was still owed; where nothing was, it is no cause of anything. */
function expired(row: LiabilityRow, amount: Money, position: number): News {
  return ended(row, amount, amount === noMoney ? row.ending : position);
}

/** What is not owed again is set aside with its order. */
function expiryUndone(
  row: LiabilityRow,
  { amount, vacated: lapsed }: Told<'LiabilityExpiryUndone'>['data'],
): News {
  const back = ended(row, subtract(noMoney, parseMoney(amount)), row.ending);
  if (lapsed === undefined) return back;
  const setAside = parseMoney(lapsed);
  return { ...back, terminated: subtract(row.terminated, setAside), vacated: add(row.vacated, setAside) };
}

function eachOf(
  { data }: Told<'LiabilitiesTerminated' | 'LiabilitiesReinstated'>,
  news: (row: LiabilityRow, amount: Money) => News,
): readonly Change[] {
  return data.liabilities.map(({ orderId, victimId = data.victimId, amount }) =>
    change({ orderId, victimId }, (row) => news(row, parseMoney(amount))),
  );
}

function change(ref: Pick<LiabilityRow, 'orderId' | 'victimId'>, news: (row: LiabilityRow) => News): Change {
  return {
    key: liabilityKey(ref),
    to: (row) => {
      invariant(row !== undefined, `${ref.orderId} was never imposed for ${ref.victimId}`);
      const known = row as LiabilityRow;
      return balanced({ ...known, ...news(known) });
    },
  };
}

/** Held in production: a liability that does not add up would be told to a court. */
function balanced(row: LiabilityRow): LiabilityRow {
  const { ordered, overpaid, paid, reduced: credited, outstanding, terminated, vacated: setAside } = row;
  const accounted = sum([paid, credited, outstanding, terminated, setAside]);
  const isWhole = add(ordered, overpaid) === accounted;
  const least = [overpaid, paid, credited, outstanding, terminated, setAside].every(
    (amount) => amount >= noMoney,
  );
  invariant(
    isWhole && least,
    `${row.orderId} for ${row.victimId} does not add up: ordered ${formatMoney(ordered)}, ` +
      `paid ${formatMoney(paid)}, owed ${formatMoney(outstanding)}`,
  );
  return row;
}
