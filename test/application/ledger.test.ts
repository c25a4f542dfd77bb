import { ledgerEventOf } from '../support/ledger-event.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import {
  amendOrder,
  determineLoss,
  disburse,
  enterOrder,
  makeFinal,
  recordPayment,
  recordRefund,
  registerCase,
  registerDefendant,
  registerVictim,
  returnDisbursement,
  returnPayment,
  review,
  setPolicy,
  tomorrow,
  usd,
  vacateOrder,
} from '../support/words.ts';
import { bothKinds, copiesAgree, register, Telling } from './telling.ts';

/** One victim; three orders in three cases: S 50,000, 80,000, 60,000 and F 120,000, 150,000, 100,000; all final. */
const threeOrders = [
  determineLoss('c-1', '120,000.00'),
  determineLoss('c-2', '150,000.00'),
  determineLoss('c-3', '100,000.00'),
  enterOrder('o-1', '50,000.00'),
  enterOrder('o-2', '80,000.00'),
  enterOrder('o-3', '60,000.00'),
  makeFinal('o-1'),
  makeFinal('o-2'),
  makeFinal('o-3'),
] as const;
const fourPayments = [
  recordPayment('dcd.1', '50,000.00', { to: 'o-1' }),
  recordPayment('dcd.2', '40,000.00', { to: 'o-2' }),
  recordPayment('dcd.3', '30,000.00', { to: 'o-3' }),
  recordPayment('dcd.4', '30,000.00', { to: 'o-2' }),
] as const;

describe.each(bothKinds)('the ledger, $kind', ({ atomicStreams }) => {
  let court: Telling;

  beforeEach(async () => {
    court = new Telling(new MemoryEventStore({ atomicStreams }));
    await register(court, { victims: ['v-1', 'v-2', 'v-3'], cases: ['c-1', 'c-2', 'c-3'] });
  });

  test('an id stands for one order, of one case, whoever the victims are', async () => {
    await court.tell(enterOrder('o-1', '50,000.00'));
    const { length } = await court.log();
    for (const victim of ['v-1', 'v-2']) {
      const again = enterOrder('o-1', { [victim]: '70,000.00' }, { caseId: 'c-2', defendantId: 'd-2' });
      expect(await court.refusalOf(again)).toBe('order-of-another-case /orderId');
    }
    expect(await court.log()).toHaveLength(length);
    expect(await court.owedTo()).toEqual({ 'o-1': ['0.00', '0.00', '50000.00'] });
  });

  test('an order that is refused takes no id', async () => {
    expect(await court.refusalOf(enterOrder('o-1', '1.00'))).toBe('below-trafficking-floor /lines/0/amount');
    await court.tell(enterOrder('o-1', '50,000.00', { caseId: 'c-2', defendantId: 'd-2' }));
    expect(await court.happened()).toContain('Order-o-1 OrderRegistered');
  });

  describe('a victim with orders in three cases', () => {
    beforeEach(async () => {
      await court.tell(...threeOrders);
    });

    test('is made whole by the fourth payment: two liabilities end, and the one that was paid stays satisfied', async () => {
      await court.tell(...fourPayments);
      expect(await court.owedTo()).toEqual({
        'o-1': ['50000.00', '0.00', '0.00'],
        'o-2': ['70000.00', '10000.00', '0.00'],
        'o-3': ['30000.00', '30000.00', '0.00'],
      });
      expect(await court.state('Victim', 'v-1')).toMatchObject({
        greatestLoss: usd('150,000.00'),
        standing: [{ epoch: 1, at: usd('150,000.00') }],
      });
    });

    test('one payment before that, nothing has ended', async () => {
      await court.tell(fourPayments[0], fourPayments[1], fourPayments[2]);
      expect(await court.owedTo()).toEqual({
        'o-1': ['50000.00', '0.00', '0.00'],
        'o-2': ['40000.00', '0.00', '40000.00'],
        'o-3': ['30000.00', '0.00', '30000.00'],
      });
    });

    test('the fourth payment and the end of the liabilities stand side by side in the victim’s stream', async () => {
      await court.tell(fourPayments[0], fourPayments[1], fourPayments[2]);
      const { position } = await court.store.head();
      await court.tell(fourPayments[3]);
      const inVictim = (await court.log()).slice(position).filter(({ stream }) => stream === 'Victim-v-1');
      expect(inVictim.map(({ type }) => type)).toEqual([
        'RecoveryCredited',
        'FullRecoveryReached',
        'LiabilitiesTerminated',
      ]);
      const [credit, ...byLaw] = inVictim;
      expect(byLaw.map(({ causationId }) => causationId)).toEqual([credit?.id, credit?.id]);
      expect(byLaw.map(({ data }) => data)).toEqual([
        expect.objectContaining({ citation: '18 U.S.C. 2259(b)(2)(C)', policyVersion: 0 }),
        expect.objectContaining({ citation: '18 U.S.C. 2259(b)(2)(C)', policyVersion: 0 }),
      ]);
    });

    test('each case is told of what ended under its orders', async () => {
      await court.tell(...fourPayments);
      const notices = (await court.log())
        .map(ledgerEventOf)
        .filter(({ type }) => type === 'LiabilityTerminated');
      expect(notices.map(({ data }) => data)).toEqual([
        expect.objectContaining({ caseId: 'c-2', orderId: 'o-2', defendantId: 'd-2', amount: '10000.00' }),
        expect.objectContaining({ caseId: 'c-3', orderId: 'o-3', defendantId: 'd-3', amount: '30000.00' }),
      ]);
      for (const each of ['c-1', 'c-2', 'c-3']) expect(await copiesAgree(court, each)).toBe(true);
    });

    test('a payment that comes afterwards is held whole, and refunded', async () => {
      await court.tell(...fourPayments, recordPayment('dcd.5', '700.00', { to: 'o-3' }));
      expect(await court.whereIs('dcd.5')).toEqual({ credited: '0.00', held: '700.00', settling: '0.00' });
      await court.tell(recordRefund('f-1', '700.00', { from: 'dcd.5' }));
      expect(await court.state('Receipt', 'dcd.5')).toMatchObject({ refunded: usd('700.00') });
      expect((await court.owedTo())['o-3']).toEqual(['30000.00', '30000.00', '0.00']);
    });

    test('a payment that crosses the cap is credited up to it, and the rest is held', async () => {
      await court.tell(fourPayments[0], fourPayments[1], fourPayments[2]);
      await court.tell(recordPayment('dcd.4', '38,000.00', { to: 'o-2' }));
      expect(await court.whereIs('dcd.4')).toEqual({
        credited: '30000.00',
        held: '8000.00',
        settling: '0.00',
      });
      expect((await court.owedTo())['o-2']).toEqual(['70000.00', '10000.00', '0.00']);
    });

    test('a payment that the bank takes back is owed again, and so is what it had ended', async () => {
      await court.tell(...fourPayments, returnPayment('dcd.4'));
      expect(await court.owedTo()).toEqual({
        'o-1': ['50000.00', '0.00', '0.00'],
        'o-2': ['40000.00', '0.00', '40000.00'],
        'o-3': ['30000.00', '0.00', '30000.00'],
      });
      expect(await court.whereIs('dcd.4')).toEqual({ credited: '0.00', held: '0.00', settling: '0.00' });
      for (const each of ['c-1', 'c-2', 'c-3']) expect(await copiesAgree(court, each)).toBe(true);
    });

    test('a payment that the bank takes back before anything ended is owed again, and nothing else', async () => {
      await court.tell(fourPayments[0], fourPayments[1], returnPayment('dcd.2'));
      expect(await court.owedTo()).toEqual({
        'o-1': ['50000.00', '0.00', '0.00'],
        'o-2': ['0.00', '0.00', '80000.00'],
        'o-3': ['0.00', '0.00', '60000.00'],
      });
    });

    test('after a return, the cap can be reached a second time', async () => {
      await court.tell(
        ...fourPayments,
        returnPayment('dcd.4'),
        recordPayment('dcd.6', '30,000.00', { to: 'o-3' }),
      );
      expect(await court.owedTo()).toEqual({
        'o-1': ['50000.00', '0.00', '0.00'],
        'o-2': ['40000.00', '40000.00', '0.00'],
        'o-3': ['60000.00', '0.00', '0.00'],
      });
      expect(await court.state('Victim', 'v-1')).toMatchObject({ epoch: 2 });
      expect(await copiesAgree(court, 'c-2')).toBe(true);
    });

    test('the order that found most is vacated: the cap falls, and the others may be free at once', async () => {
      await court.tell(fourPayments[0], fourPayments[1], fourPayments[2], vacateOrder('o-2'));
      expect(await court.owedTo()).toEqual({
        'o-1': ['50000.00', '0.00', '0.00'],
        'o-2': ['40000.00', '0.00', '0.00'],
        'o-3': ['30000.00', '30000.00', '0.00'],
      });
      expect(await court.whereIs('dcd.2')).toEqual({ credited: '40000.00', held: '0.00', settling: '0.00' });
    });

    test('an order that is amended below what was paid stays paid', async () => {
      await court.tell(fourPayments[1], amendOrder('o-2', '35,000.00'));
      expect((await court.owedTo())['o-2']).toEqual(['40000.00', '0.00', '0.00']);
      await court.tell(recordPayment('dcd.9', '1.00', { to: 'o-2' }));
      expect(await court.whereIs('dcd.9')).toEqual({ credited: '0.00', held: '1.00', settling: '0.00' });
    });

    test('an order that is enlarged after all ended, with no larger loss behind it, ends again; its case is told', async () => {
      await court.tell(...fourPayments, amendOrder('o-3', '75,000.00'), amendOrder('o-3', '90,000.00'));
      expect((await court.owedTo())['o-3']).toEqual(['30000.00', '60000.00', '0.00']);
      expect(await court.owedIn('c-3', 'o-3')).toEqual(['30000.00', '60000.00', '0.00']);
    });

    test('money paid out and returned changes what the court holds, and no liability', async () => {
      const before = await court.owedTo();
      await court.tell(disburse('p-1', '70.00', { caseId: 'c-1' }), returnDisbursement('p-1'));
      expect(await court.owedTo()).toEqual(before);
      expect((await court.state('Victim', 'v-1')).total.disbursed).toBe(usd('0.00'));
    });

    test('where "received" means paid out, liability ends with the disbursement, and revives with its return', async () => {
      await court.tell(setPolicy('P-05', 'DISBURSED'), ...fourPayments);
      await court.tell(
        disburse('p-1', '50,000.00', { caseId: 'c-1' }),
        disburse('p-3', '30,000.00', { caseId: 'c-3' }),
      );
      expect((await court.owedTo())['o-3']).toEqual(['30000.00', '0.00', '30000.00']);
      await court.tell(disburse('p-2', '70,000.00', { caseId: 'c-2' }));
      expect((await court.owedTo())['o-3']).toEqual(['30000.00', '30000.00', '0.00']);
      await court.tell(returnDisbursement('p-2'));
      expect((await court.owedTo())['o-3']).toEqual(['30000.00', '0.00', '30000.00']);
    });

    test('a policy that is set holds from the next decision on; a review asks anew', async () => {
      await court.tell(makeFinal('o-2', { ground: 'CERT_EXHAUSTED', on: tomorrow }));
      await court.tell(setPolicy('P-01', 'CERT_EXHAUSTED'));
      expect((await court.state('Victim', 'v-1')).greatestLoss).toBe(usd('150,000.00'));
      await court.tell(vacateOrder('o-2'), review());
      expect((await court.state('Victim', 'v-1')).greatestLoss).toBeUndefined();
    });
  });

  describe('one order for several victims', () => {
    const shares = { 'v-1': '6,000.00', 'v-2': '3,000.00', 'v-3': '3,000.00' };

    test('a payment is divided among them by what each is owed', async () => {
      await court.tell(enterOrder('o-1', shares), recordPayment('dcd.1', '100.01'));
      expect(await court.owedTo('v-1')).toEqual({ 'o-1': ['50.01', '0.00', '5949.99'] });
      expect(await court.owedTo('v-2')).toEqual({ 'o-1': ['25.00', '0.00', '2975.00'] });
      expect(await court.owedTo('v-3')).toEqual({ 'o-1': ['25.00', '0.00', '2975.00'] });
    });

    test('what one may not recover any more goes to the others, and only then is held', async () => {
      await court.tell(
        determineLoss('c-1', '3,000.00'),
        enterOrder('o-2', '9,000.00'),
        determineLoss('c-2', '1,000.00'),
      );
      await court.tell(setPolicy('P-42', 'RECORD'), enterOrder('o-1', shares), makeFinal('o-1'));
      await court.tell(recordPayment('dcd.2', '2,900.00', { to: 'o-2' }), recordPayment('dcd.1', '8,000.00'));
      expect((await court.owedTo('v-1'))['o-1']).toEqual(['100.00', '5900.00', '0.00']);
      expect(await court.owedTo('v-2')).toEqual({ 'o-1': ['3000.00', '0.00', '0.00'] });
      expect(await court.owedTo('v-3')).toEqual({ 'o-1': ['3000.00', '0.00', '0.00'] });
      expect(await court.whereIs('dcd.1')).toEqual({
        credited: '6100.00',
        held: '1900.00',
        settling: '0.00',
      });
      expect(await copiesAgree(court, 'c-1')).toBe(true);
    });

    test('the end of liability to one changes nothing for the others', async () => {
      await court.tell(determineLoss('c-1', '6,000.00'), enterOrder('o-1', shares), makeFinal('o-1'));
      await court.tell(recordPayment('dcd.1', '4,000.00'), determineLoss('c-1', '2,000.00'));
      expect(await court.owedTo('v-1')).toEqual({ 'o-1': ['2000.00', '4000.00', '0.00'] });
      expect(await court.owedTo('v-2')).toEqual({ 'o-1': ['1000.00', '0.00', '2000.00'] });
    });

    test('a payment that comes back is taken from each of them', async () => {
      await court.tell(enterOrder('o-1', shares), recordPayment('dcd.1', '100.01'), returnPayment('dcd.1'));
      for (const victim of ['v-1', 'v-2', 'v-3']) {
        expect((await court.owedTo(victim))['o-1']?.[0]).toBe('0.00');
      }
      expect(await copiesAgree(court, 'c-1')).toBe(true);
    });
  });

  describe('what an order cannot take', () => {
    const second = { caseId: 'c-1', defendantId: 'd-1' };

    test('goes to the same defendant’s other order in the case, then is held', async () => {
      await court.tell(enterOrder('o-1', '3,000.00'), enterOrder('o-7', '4,000.00', second));
      await court.tell(recordPayment('dcd.1', '7,500.00'));
      expect(await court.owedTo()).toEqual({
        'o-1': ['3000.00', '0.00', '0.00'],
        'o-7': ['4000.00', '0.00', '0.00'],
      });
      expect(await court.whereIs('dcd.1')).toEqual({ credited: '7000.00', held: '500.00', settling: '0.00' });
    });

    test('because the victim is whole goes to an order that another statute brought, and is credited there once', async () => {
      await court.tell(determineLoss('c-1', '3,000.00'), enterOrder('o-1', '3,000.00'), makeFinal('o-1'));
      await court.tell(enterOrder('o-7', { 'v-2': '900.00' }, { ...second, statute: '18 U.S.C. 3663A' }));
      await court.tell(recordPayment('dcd.1', '3,000.00'), recordPayment('dcd.2', '1,000.00'));
      expect(await court.owedIn('c-1', 'o-7', 'v-2')).toEqual(['900.00', '0.00', '0.00']);
      expect(await court.whereIs('dcd.2')).toEqual({ credited: '900.00', held: '100.00', settling: '0.00' });
    });

    test('never goes to another defendant of the case', async () => {
      await court.tell(registerDefendant('d-7', { caseId: 'c-1' }));
      await court.tell(enterOrder('o-1', '3,000.00'), enterOrder('o-7', '4,000.00', { caseId: 'c-1' }));
      await court.tell(recordPayment('dcd.1', '7,500.00'));
      expect((await court.owedTo())['o-7']).toEqual(['0.00', '0.00', '4000.00']);
      expect(await court.whereIs('dcd.1')).toEqual({
        credited: '3000.00',
        held: '4500.00',
        settling: '0.00',
      });
    });

    test('is held where a payor owes nothing at all', async () => {
      await court.tell(recordPayment('dcd.1', '7,500.00', { to: null }));
      expect(await court.whereIs('dcd.1')).toEqual({ credited: '0.00', held: '7500.00', settling: '0.00' });
    });

    test('and comes back with the payment', async () => {
      await court.tell(
        enterOrder('o-1', '3,000.00'),
        recordPayment('dcd.1', '7,500.00'),
        returnPayment('dcd.1'),
      );
      expect(await court.owedTo()).toEqual({ 'o-1': ['0.00', '0.00', '3000.00'] });
      expect(await court.whereIs('dcd.1')).toEqual({ credited: '0.00', held: '0.00', settling: '0.00' });
    });
  });

  test('an order under a general statute is the case’s own matter: the victim’s stream hears nothing of it', async () => {
    const { position } = await court.store.head();
    await court.tell(
      enterOrder('o-1', { 'v-1': '600.00', 'v-2': '300.00' }, { statute: '18 U.S.C. 3663A' }),
      makeFinal('o-1'),
      recordPayment('dcd.1', '90.00'),
      returnPayment('dcd.1'),
      amendOrder('o-1', '700.00', { track: 'FULL_AMOUNT' }),
      vacateOrder('o-1'),
    );
    expect((await court.happened(position)).filter((each) => each.startsWith('Victim'))).toEqual([]);
    expect(await court.owedIn('c-1', 'o-1')).toEqual(['0.00', '0.00', '0.00']);
  });

  test('the answer to a command says what happened, and up to where the log reaches with it', async () => {
    await court.tell(...threeOrders, fourPayments[0], fourPayments[1], fourPayments[2]);
    const { position } = await court.store.head();
    const outcome = await court.tell(fourPayments[3]);
    const log = (await court.log()).slice(position);
    const place = ({ id, stream, revision }: { id: string; stream: string; revision: number }) => ({
      id,
      stream,
      revision,
    });
    expect(outcome.events.map(place).toSorted(byPlace)).toEqual(log.map(place).toSorted(byPlace));
    expect(outcome.position).toBe((await court.store.head()).position);
  });
});

test('both kinds of store come to the same events in every stream', async () => {
  const [together, apart] = await Promise.all(
    bothKinds.map(async ({ atomicStreams }) => {
      const court = new Telling(new MemoryEventStore({ atomicStreams }));
      await register(court, { cases: ['c-1', 'c-2', 'c-3'] });
      await court.tell(
        ...threeOrders,
        ...fourPayments,
        returnPayment('dcd.4'),
        vacateOrder('o-2'),
        registerCase('c-9'),
        registerVictim('v-9'),
      );
      const log = await court.log();
      return log
        .map(({ stream, revision, id, type, data }) => ({ stream, revision, id, type, data }))
        .toSorted(byPlace);
    }),
  );
  expect(apart).toEqual(together);
});

function byPlace(
  one: { stream: string; revision: number },
  other: { stream: string; revision: number },
): number {
  return one.stream.localeCompare(other.stream) || one.revision - other.revision;
}
