/**
 * What must hold after every command of a thousand ledgers of any history. The numbers are those of the study of the law
 * (L-1 to L-12) and of the study of reliability (I-1 and on); each has marks, so that it is known to have been tried.
 */
import { cents, type Owing, type Picture, type PublicDebt } from './picture.ts';
import { runs, thousandWorlds, type Moment, type World } from './worlds.ts';

let worlds: readonly World[];

beforeAll(async () => {
  worlds = await thousandWorlds();
}, 300_000);

/** Looks at every moment of every world; `mark` counts what was tried, and nothing may be left untried. */
function always(
  tried: readonly string[],
  holds: (moment: Moment, mark: (what: string) => void, world: World) => string | undefined,
): void {
  const seen = new Set<string>();
  for (const world of worlds) {
    for (const [at, moment] of world.moments.entries()) {
      const wrong = holds(moment, (what) => seen.add(what), world);
      if (wrong !== undefined)
        throw new Error(`world ${String(world.number)}, command ${String(at)}: ${wrong}`);
    }
  }
  expect(worlds).toHaveLength(runs);
  expect(tried.filter((what) => !seen.has(what))).toEqual([]);
}

const total = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((sum, each) => sum + each, 0n);
const ofVictim = ({ owings }: Picture, victim: string): readonly Owing[] =>
  [...owings.values()].filter((each) => each.victim === victim);
const eventsOf = <Type extends Moment['events'][number]['type']>(
  { events }: Moment,
  type: Type,
): readonly Extract<Moment['events'][number], { type: Type }>[] =>
  events.filter((each): each is Extract<Moment['events'][number], { type: Type }> => each.type === type);

test('L-1, I-6: what was ordered is what was paid, what ended, what was set aside and what is owed', () => {
  const tried = ['ended', 'set aside', 'amended below what was paid', 'credited by a court'];
  always([...tried, 'expired', 'back after its term', 'expired in error'], (moment, mark) => {
    for (const [key, each] of moment.after.owings) {
      const isBack = (moment.before.owings.get(key)?.paid ?? 0n) > each.paid;
      const seen = {
        ended: each.ended > 0n,
        'set aside': each.isVacated,
        'amended below what was paid': each.overpaid > 0n,
        'credited by a court': each.reduced > 0n,
        expired: each.isExpired,
        'expired in error': moment.before.owings.get(key)?.isExpired === true && !each.isExpired,
        'back after its term': each.isExpired && isBack,
      };
      for (const [what, isSeen] of Object.entries(seen)) if (isSeen) mark(what);
      const wrong = wrongOfOwing(each);
      if (wrong !== undefined) return `${key} ${wrong}`;
    }
    return undefined;
  });
});

function wrongOfOwing(each: Owing): string | undefined {
  const { ordered, paid, reduced, ended, setAside, overpaid, owed } = each;
  const sum = paid + reduced + ended + setAside + owed;
  if (sum !== ordered + overpaid) return `comes to ${String(sum)}`;
  if ((each.isExpired || each.isVacated) && owed !== 0n) return 'is owed though it is over';
  const above = paid + reduced - ordered;
  return overpaid === (above > 0n ? above : 0n) ? undefined : `is overpaid by ${String(above)}`;
}

test('the same of every debt beside restitution', () => {
  always(['paid', 'remitted', 'set aside', 'lapsed', 'back after its term'], (moment, mark) => {
    for (const [key, each] of moment.after.debts) {
      const isBack = (moment.before.debts.get(key)?.paid ?? 0n) > each.paid;
      const seen = {
        paid: each.paid > 0n,
        remitted: each.remitted > 0n,
        'set aside': each.isVacated,
        lapsed: each.isExpired,
        'back after its term': each.isExpired && isBack,
      };
      for (const [what, isSeen] of Object.entries(seen)) if (isSeen) mark(what);
      const wrong = wrongOfDebt(each);
      if (wrong !== undefined) return `${key} ${wrong}`;
    }
    return undefined;
  });
});

function wrongOfDebt({
  imposed,
  paid,
  remitted,
  setAside,
  lapsed,
  due,
  ...each
}: PublicDebt): string | undefined {
  const sum = paid + remitted + setAside + lapsed + due;
  if (sum !== imposed) return `comes to ${String(sum)}`;
  return (each.isExpired || each.isVacated) && due !== 0n ? 'is due though it is over' : undefined;
}

test('L-2: what a victim was credited falls only where a payment comes back, was above what is ordered, or above the cap', () => {
  always(['falls', 'rises', 'was above it', 'had no room'], (moment, mark) => {
    for (const [key, { paid, order }] of moment.after.owings) {
      const before = moment.before.owings.get(key)?.paid ?? 0n;
      if (paid > before) mark('rises');
      if (paid >= before) continue;
      mark('falls');
      const why = whyItFell(moment, { key, order, before, paid });
      if (why !== undefined) {
        mark(why.mark);
        if (why.wrong !== undefined) return why.wrong;
        continue;
      }
      if (!eventsOf(moment, 'RecoveryReversed').some(({ data }) => data.orderId === order))
        return `${key} has been paid less, and nothing came back`;
    }
    return undefined;
  });
});

interface Fall {
  readonly key: string;
  readonly order: string;
  readonly before: bigint;
  readonly paid: bigint;
}

/** That what was paid was above what is ordered, or above the cap; undefined where neither was said. */
function whyItFell(
  moment: Moment,
  { key, order, before, paid }: Fall,
): { readonly mark: 'was above it' | 'had no room'; readonly wrong: string | undefined } | undefined {
  if (eventsOf(moment, 'OverpaymentTakenBack').some(({ data }) => data.orderId === order)) {
    const { ordered, reduced } = moment.after.owings.get(key)!;
    const isTooMuch = paid + reduced < ordered;
    const wrong = isTooMuch ? `${key}: more was taken back than was above what is ordered` : undefined;
    return { mark: 'was above it', wrong };
  }
  const forCap = eventsOf(moment, 'RecoveryTakenBack').filter(({ data }) => data.orderId === order);
  if (forCap.length === 0) return undefined;
  const isMore = paid < before - total(forCap.map(({ data }) => cents(data.amount)));
  return { mark: 'had no room', wrong: isMore ? `${key}: more is gone than had no room` : undefined };
}

test('L-2, I-1: no credit takes a victim above the greatest loss, as the usual answers have it', () => {
  always(['to the cap', 'below it'], (moment, mark, { isUsual }) => {
    if (!isUsual) return undefined;
    for (const { data } of eventsOf(moment, 'RecoveryCredited')) {
      const cap = moment.before.caps.get(data.victimId);
      const tracks = moment.after.owings.get(`${data.orderId}/${data.victimId}`);
      if (cap === undefined || tracks === undefined || !isTrafficking(data.orderId)) continue;
      const paid = total(
        ofVictim(moment.after, data.victimId)
          .filter(({ order }) => isTrafficking(order))
          .map((each) => each.paid),
      );
      mark(paid === cap ? 'to the cap' : 'below it');
      if (cents(data.accepted) > 0n && paid > cap)
        return `${data.victimId} has ${String(paid)} of ${String(cap)}`;
    }
    return undefined;
  });
});

/** In these worlds, orders 1, 2 and 5 are for trafficking; 3 is for production, 4 and 6 are under another section. */
const isTrafficking = (order: string): boolean => ['o-1', 'o-2', 'o-5'].includes(order);

test('I-2: where the cap falls below what was received, the same command says so', () => {
  always(['fell below'], (moment, mark, { isUsual }) => {
    if (!isUsual) return undefined;
    for (const { data } of eventsOf(moment, 'GreatestLossChanged')) {
      const cap = data.greatestLoss === null ? undefined : cents(data.greatestLoss);
      if (cap === undefined) continue;
      const paid = total(
        ofVictim(moment.after, data.victimId)
          .filter(({ order }) => isTrafficking(order))
          .map((each) => each.paid),
      );
      if (paid <= cap) continue;
      mark('fell below');
      const noted = moment.after.above.get(data.victimId) ?? 0n;
      if (noted !== paid - cap) return `${data.victimId}: ${String(noted)} is noted of ${String(paid - cap)}`;
    }
    return undefined;
  });
});

test('L-3, I-29: the end of one victim’s liabilities changes nothing that is owed to another, or to the public', () => {
  always(['ended'], (moment, mark) => {
    const ended = eventsOf(moment, 'LiabilitiesTerminated');
    if (ended.length === 0) return undefined;
    mark('ended');
    const whole = new Set<string>(ended.map(({ data }) => data.victimId));
    for (const [key, each] of moment.after.owings) {
      const before = moment.before.owings.get(key)?.ended ?? 0n;
      if (each.ended > before && !whole.has(each.victim)) return `${key} has ended`;
    }
    for (const [id, debt] of moment.after.debts) {
      if (debt.remitted !== moment.before.debts.get(id)?.remitted) return `${id} has changed`;
    }
    return undefined;
  });
});

test('L-4, I-3, I-9: of every receipt, every cent is credited, held, or on its way back', () => {
  always(['held', 'returned', 'refunded', 'in parts'], ({ after }, mark) => {
    for (const [id, paper] of after.papers) {
      if (paper.held > 0n) mark('held');
      if (paper.refunded > 0n) mark('refunded');
      if (paper.isReturned) mark('returned');
      if (paper.credited > 0n && paper.held > 0n) mark('in parts');
      const here = paper.isReturned ? paper.credited : paper.amount - paper.credited - paper.held;
      if (here !== 0n) return `${id}: ${String(here)} cents are lost or doubled`;
    }
    return undefined;
  });
});

test('I-4: all that was received is all that was credited and held', () => {
  always(['some', 'beside principal'], ({ after }, mark) => {
    const here = [...after.papers.values()].filter(({ isReturned }) => !isReturned);
    const received = total(here.map(({ amount }) => amount));
    if (received > 0n) mark('some');
    const paid = total([...after.owings.values()].map((each) => each.paid));
    const discharged = total([...after.debts.values()].map((each) => each.paid));
    const held = total(here.map((each) => each.held));
    const beside = total(after.beside.values());
    if (beside > 0n) mark('beside principal');
    return received === paid + discharged + beside + held ? undefined : `${String(received)} was received`;
  });
});

test('I-5: nothing that is owed, due, paid or ended is below nothing', () => {
  always(['owed', 'due', 'beside'], ({ after }, mark) => {
    for (const each of after.owings.values()) {
      if (each.owed > 0n) mark('owed');
      const { ordered, paid, reduced, ended, setAside, overpaid } = each;
      if ([ordered, paid, reduced, ended, setAside, overpaid, each.owed].some((amount) => amount < 0n))
        return `${each.order} is below nothing`;
    }
    for (const [id, each] of after.debts) {
      if (each.due > 0n) mark('due');
      const { paid, remitted, setAside, lapsed } = each;
      if ([each.due, paid, remitted, setAside, lapsed].some((amount) => amount < 0n))
        return `${id} is below nothing`;
    }
    for (const [id, paid] of after.beside) {
      mark('beside');
      if (paid < 0n) return `beside ${id}, less than nothing is paid`;
    }
    return undefined;
  });
});

test('I-7: what ended names a full recovery that stands in the same append, or stood before it', () => {
  const reached = new Set<string>();
  always(['in the same', 'before'], (moment, mark, { number }) => {
    const fresh = eventsOf(moment, 'FullRecoveryReached').map(
      ({ data }) => `${data.victimId} ${String(data.epoch)}`,
    );
    for (const { data } of eventsOf(moment, 'LiabilitiesTerminated')) {
      const epoch = `${data.victimId} ${String(data.epoch)}`;
      mark(fresh.includes(epoch) ? 'in the same' : 'before');
      if (!fresh.includes(epoch) && !reached.has(`${String(number)} ${epoch}`))
        return `${epoch} was never reached`;
    }
    for (const epoch of fresh) reached.add(`${String(number)} ${epoch}`);
    return undefined;
  });
});

test('I-8: once the cap is reached, nothing is owed for those losses under an order that is final', () => {
  const final = new Map<number, Set<string>>();
  always(['whole'], (moment, mark, { number, isUsual }) => {
    const known = final.get(number) ?? new Set();
    final.set(number, known);
    for (const { data } of eventsOf(moment, 'OrderBecameFinal'))
      if (data.ground !== 'ENTRY_OF_JUDGMENT') known.add(data.orderId);
    if (!isUsual) return undefined;
    for (const { data } of eventsOf(moment, 'FullRecoveryReached')) {
      mark('whole');
      const open = ofVictim(moment.after, data.victimId).filter(
        (each) => isTrafficking(each.order) && each.owed > 0n,
      );
      if (open.length > 0) return `${String(open[0]?.order)} is owed though ${data.victimId} is whole`;
    }
    return undefined;
  });
});

test('L-6: the cap moves only with a finding, a finality, an amendment, a vacatur, a review or a policy', () => {
  const movers = ['LossDetermined', 'OrderBecameFinal', 'OrderVacated', 'OrderAmended', 'OrderEntered'];
  always(['moved', 'an order that is not final'], (moment, mark, { isUsual }) => {
    const caps = eventsOf(moment, 'GreatestLossChanged');
    if (isUsual && eventsOf(moment, 'OrderEntered').length > 0) {
      mark('an order that is not final');
      if (caps.length > 0) return 'an order that is not final moved the cap';
    }
    if (caps.length === 0) return undefined;
    mark('moved');
    const has = moment.events.some(({ type }) => movers.includes(type));
    const isReview = moment.events.every(({ type }) => !type.startsWith('Payment'));
    return has || isReview ? undefined : 'a payment moved the cap';
  });
});

test('L-10, I-6: those who owe one loss jointly do not together pay more than the greatest of their orders', () => {
  const joint = new Set<number>();
  always(['paid jointly', 'paid in full'], (moment, mark, { number, isUsual }) => {
    if (eventsOf(moment, 'OrdersMadeJoint').length > 0) joint.add(number);
    if (!joint.has(number) || !isUsual) return undefined;
    for (const { data } of eventsOf(moment, 'RecoveryCredited')) {
      if (!isJoint(data.orderId) || cents(data.accepted) === 0n) continue;
      mark('paid jointly');
      const both = ofVictim(moment.after, data.victimId).filter(({ order }) => isJoint(order));
      const standing = both.filter(({ isVacated }) => !isVacated);
      const greatest = standing.reduce((most, { ordered }) => (ordered > most ? ordered : most), 0n);
      const paid = total(both.map((each) => each.paid));
      if (paid === greatest) mark('paid in full');
      if (paid > greatest) return `${data.victimId} has ${String(paid)} of ${String(greatest)}`;
    }
    return undefined;
  });
});

/** In these worlds, orders 4 and 6 may be made joint. */
const isJoint = (order: string): boolean => ['o-4', 'o-6'].includes(order);

test('what a court allowed for a civil recovery is taken off, as long as anything is owed that it may be taken off', () => {
  const joint = new Set<number>();
  always(['owed beside it', 'cut', 'came to more'], (moment, mark, { number }) => {
    if (eventsOf(moment, 'OrdersMadeJoint').length > 0) joint.add(number);
    if (eventsOf(moment, 'LiabilityReduced').some(({ data }) => data.again)) mark('came to more');
    for (const [key, each] of moment.after.owings) {
      // Of those who owe jointly, one may be credited with what the other is relieved of.
      const isAlone = !isJoint(each.order) || !joint.has(number);
      const wrong = wrongOfCredits(each, isAlone, mark);
      if (wrong !== undefined) return `${key} is credited with ${wrong}`;
    }
    return undefined;
  });
});

function wrongOfCredits(each: Owing, isAlone: boolean, mark: (what: string) => void): string | undefined {
  const { reduced, owed } = each;
  const allowed = total(each.allowed.values());
  if (reduced > allowed) return 'more than any court allowed';
  if (reduced < allowed) mark('cut');
  if (allowed === 0n || owed === 0n || !isAlone) return undefined;
  mark('owed beside it');
  return reduced === allowed ? undefined : `${String(reduced)} of ${String(allowed)}`;
}

test('L-12: what is ordered changes only by an amendment that cites its power', () => {
  always(['amended'], (moment, mark) => {
    for (const [key, each] of moment.after.owings) {
      const before = moment.before.owings.get(key);
      if (before === undefined || before.ordered === each.ordered) continue;
      mark('amended');
      const amendments = eventsOf(moment, 'OrderAmended').filter(({ data }) => data.orderId === each.order);
      if (amendments.length === 0) return `${key} was changed by nobody`;
      if (amendments.some(({ data }) => (data.authority as string) === ''))
        return `${key} was changed on no power`;
    }
    return undefined;
  });
});

test('I-28: a payment that comes back takes with it exactly what it was credited with, once', () => {
  always(['came back', 'from interest or penalties'], (moment, mark) => {
    for (const { data } of eventsOf(moment, 'PaymentReturned')) {
      mark('came back');
      const amounts = [
        ...[...eventsOf(moment, 'RecoveryReversed'), ...eventsOf(moment, 'DebtReversed')],
        ...[...eventsOf(moment, 'InterestReversed'), ...eventsOf(moment, 'PenaltyReversed')],
      ].map((each) => cents(each.data.amount));
      if (moment.events.some(({ type }) => type === 'InterestReversed' || type === 'PenaltyReversed'))
        mark('from interest or penalties');
      const back = total(amounts);
      const had = moment.before.papers.get(data.receiptId)?.credited ?? 0n;
      if (back !== had) return `${data.receiptId}: ${String(back)} came back of ${String(had)}`;
      if (moment.before.papers.get(data.receiptId)?.isReturned) return `${data.receiptId} came back twice`;
    }
    return undefined;
  });
});
