/** Interest on restitution that counts as recovery (P-10): what is taken of it, what it ends, and what comes back. */
import type { Command } from '../../src/domain/commands.ts';
import { sameVictim } from '../support/people-words.ts';
import {
  day,
  determineLoss,
  disburse,
  enterOrder,
  makeFinal,
  recordClearance,
  registerDefendant,
  returnDisbursement,
  returnPayment,
  review,
  setPolicy,
  victimId,
} from '../support/words.ts';
import { aYearOn, inCase, interestOfYear, judgment, known, paid, told, type Told } from './interest-world.ts';

const counts = setPolicy('P-10', 'COUNTS', { on: judgment });
const images = enterOrder('o-1', { 'v-1': '10,000.00' }, inCase);
const final = makeFinal('o-1', { caseId: 'c-1', on: judgment });
const found = (losses: string): Command => determineLoss('c-1', losses, { on: judgment });

const victim = async ({ queries }: Told, asOf?: string) => {
  const seen = await queries.victim(victimId('v-1'), asOf === undefined ? {} : { asOf: day(asOf) });
  if (seen === undefined) throw new Error('nobody');
  const { received, recovered, interestCounted, headroom, overRecovery, isReviewDue } = seen;
  return { received, recovered, interestCounted, headroom, overRecovery, isReviewDue };
};

describe('interest that counts as recovery', () => {
  test('ends liability with the cent that reaches the cap, and goes no further', async () => {
    // Another defendant owes the same losses: 10,000.00 of principal and 200.00 of interest reach the cap of 10,200.00.
    const other = enterOrder('o-2', { 'v-1': '3,000.00' }, { ...inCase, defendantId: 'd-2' });
    const all = await told([
      ...known,
      counts,
      registerDefendant('d-2', { caseId: 'c-1' }),
      found('10,200.00'),
      images,
      other,
      final,
      paid('dcd.1', '11,000.00', aYearOn),
    ]);
    expect(all.moved).toEqual([
      'RecoveryCredited o-1 v-1 10000.00',
      'InterestTendered o-1 v-1 405.00',
      ...['InterestReceived o-1 v-1 200.00', 'FullRecoveryReached v-1', 'InterestCredited o-1 v-1 200.00'],
      'ExcessHeld 800.00',
    ]);
    expect(await victim(all)).toEqual({
      ...{ received: '10200.00', recovered: '10200.00', interestCounted: '200.00', headroom: '0.00' },
      ...{ overRecovery: '0.00', isReviewDue: false },
    });
  });

  test('step by step comes to the same', async () => {
    const commands = [
      ...known,
      counts,
      found('10,200.00'),
      images,
      final,
      paid('dcd.1', '11,000.00', aYearOn),
    ];
    const [one, other] = [await told(commands), await told(commands, false)];
    expect(other.moved).toEqual(one.moved);
    expect(await victim(other)).toEqual(await victim(one));
  });

  test('comes back with its receipt, and what it had ended is owed again', async () => {
    const commands = [
      ...known,
      counts,
      found('10,200.00'),
      images,
      final,
      paid('dcd.1', '11,000.00', aYearOn),
    ];
    const all = await told([...commands, returnPayment('dcd.1', { on: day('2027-04-01') })]);
    expect(all.moved.slice(-2)).toEqual([
      'InterestReturned o-1 v-1 200.00',
      'InterestReversed o-1 v-1 200.00',
    ]);
    expect(await victim(all)).toMatchObject({ received: '0.00', headroom: '10200.00', isReviewDue: false });
  });

  test('counts from the day of the answer on also where it was credited before', async () => {
    const before = [...known, found('10,405.00'), images, final, paid('dcd.1', '11,000.00', aYearOn)];
    const answered = setPolicy('P-10', 'COUNTS', { on: day('2027-05-01') });
    const waiting = await told([...before, answered]);
    expect(await victim(waiting, '2027-05-01')).toMatchObject({ received: '10000.00', isReviewDue: true });
    const all = await told([...before, answered, review('v-1', { on: day('2027-05-02') })]);
    expect(all.moved.slice(-2)).toEqual([
      `InterestReceived o-1 v-1 ${interestOfYear}`,
      'FullRecoveryReached v-1',
    ]);
    expect(await victim(all, '2027-05-02')).toMatchObject({ received: '10405.00', isReviewDue: false });
    expect(await victim(all, '2027-04-30')).toMatchObject({ received: '10000.00', interestCounted: '0.00' });
  });

  test('counts on the day of the answer, and not before, and no more where it is taken back', async () => {
    const commands = [
      ...known,
      counts,
      found('10,200.00'),
      images,
      final,
      paid('dcd.1', '11,000.00', aYearOn),
    ];
    const back = setPolicy('P-10', 'DOES_NOT_COUNT', { on: day('2027-05-01') });
    const all = await told([...commands, back, review('v-1', { on: day('2027-05-02') })]);
    expect(await victim(all, '2027-05-02')).toMatchObject({
      ...{ received: '10000.00', interestCounted: '0.00', headroom: '200.00', isReviewDue: false },
    });
    expect(await victim(all, '2027-04-30')).toMatchObject({ received: '10200.00', headroom: '0.00' });
  });

  test('is offered to each victim of an order by itself: what one has no room for is not the other’s', async () => {
    const two = enterOrder('o-1', { 'v-1': '5,000.00', 'v-2': '5,000.00' }, inCase);
    const losses = [found('5,100.00'), determineLoss('c-1', '9,000.00', { victim: 'v-2', on: judgment })];
    const all = await told([...known, counts, ...losses, two, final, paid('dcd.1', '11,000.00', aYearOn)]);
    expect(all.moved.slice(2)).toEqual([
      ...['InterestTendered o-1 v-1 202.50', 'InterestTendered o-1 v-2 202.50'],
      ...['InterestReceived o-1 v-1 100.00', 'FullRecoveryReached v-1', 'InterestReceived o-1 v-2 202.50'],
      ...['InterestCredited o-1 v-1 100.00', 'InterestCredited o-1 v-2 202.50', 'ExcessHeld 697.50'],
    ]);
  });

  test('goes on to whom interest is owed still, where another has declined a part of too little', async () => {
    const two = enterOrder('o-1', { 'v-1': '9,000.00', 'v-2': '3,000.00' }, inCase);
    const losses = [found('9,001.00'), determineLoss('c-1', '9,000.00', { victim: 'v-2', on: judgment })];
    const all = await told([...known, counts, ...losses, two, final, paid('dcd.1', '12,200.00', aYearOn)]);
    // 121.50 are the second victim's, of which 50.00 come first, for 200.00 are there of 486.00.
    expect(all.moved.slice(2)).toEqual([
      ...['InterestTendered o-1 v-1 150.00', 'InterestTendered o-1 v-2 50.00'],
      ...['InterestReceived o-1 v-1 1.00', 'FullRecoveryReached v-1', 'InterestReceived o-1 v-2 50.00'],
      ...['InterestCredited o-1 v-1 1.00', 'InterestCredited o-1 v-2 50.00'],
      ...[
        'InterestTendered o-1 v-2 71.50',
        'InterestReceived o-1 v-2 71.50',
        'InterestCredited o-1 v-2 71.50',
      ],
      'ExcessHeld 77.50',
    ]);
  });

  test('is received when it has cleared, or is paid out, where P-05 says so', async () => {
    const commands = [
      ...known,
      counts,
      found('20,000.00'),
      images,
      final,
      paid('dcd.1', '10,405.00', aYearOn),
    ];
    const clearing = [setPolicy('P-05', 'CLEARED', { on: judgment }), ...commands];
    expect(await victim(await told(clearing))).toMatchObject({ received: '0.00', recovered: '10405.00' });
    const cleared = await told([...clearing, recordClearance('dcd.1', { on: day('2027-04-01') })]);
    expect(await victim(cleared)).toMatchObject({ received: '10405.00' });
    const paying = [setPolicy('P-05', 'DISBURSED', { on: judgment }), ...commands];
    const out = disburse('p-1', '10,300.00', { on: day('2027-04-01') });
    expect(await victim(await told([...paying, out]))).toMatchObject({
      received: '10300.00',
      isReviewDue: false,
    });
  });

  test('that was paid out before it counted is received from then on, and is not once the payment comes back', async () => {
    const paying = [
      setPolicy('P-05', 'DISBURSED', { on: judgment }),
      ...known,
      found('20,000.00'),
      images,
      final,
    ];
    const restitution = enterOrder('o-2', '50.00', { ...inCase, statute: '18 U.S.C. 3663A' });
    const commands = [...paying, restitution, paid('dcd.1', '10,455.00', aYearOn)];
    const out = [
      disburse('p-1', '455.00', { on: day('2027-04-01') }),
      disburse('p-2', '10,000.00', { on: day('2027-04-02') }),
    ];
    const before = await told([...commands, ...out]);
    expect(await victim(before)).toMatchObject({ received: '10000.00' });
    const answered = [
      setPolicy('P-10', 'COUNTS', { on: day('2027-05-01') }),
      review('v-1', { on: day('2027-05-02') }),
    ];
    const after = await told([...commands, ...out, ...answered]);
    expect(await victim(after, '2027-05-02')).toMatchObject({ received: '10405.00', isReviewDue: false });
    const back = returnDisbursement('p-1', { on: day('2027-05-03') });
    expect(await victim(await told([...commands, ...out, ...answered, back]), '2027-05-03')).toMatchObject({
      ...{ received: '10000.00', isReviewDue: false },
    });
  });

  test('of two ids that are one person counts for that person', async () => {
    const other = [
      determineLoss('c-1', '4,000.00', { victim: 'v-2', on: judgment }),
      enterOrder('o-1', { 'v-1': '10,000.00' }, inCase),
    ];
    const commands = [
      ...known,
      counts,
      found('10,300.00'),
      ...other,
      final,
      paid('dcd.1', '11,000.00', aYearOn),
    ];
    const all = await told([...commands, sameVictim('v-2', { on: day('2027-04-01') })]);
    const { received, interestCounted } = (await all.queries.victim(victimId('v-2'), {
      asOf: day('2027-04-02'),
    }))!;
    expect([received, interestCounted]).toEqual(['10300.00', '300.00']);
    const back = returnPayment('dcd.1', { on: day('2027-05-01') });
    const gone = await told([...commands, sameVictim('v-2', { on: day('2027-04-01') }), back]);
    const then = (await gone.queries.victim(victimId('v-2'), { asOf: day('2027-05-01') }))!;
    expect([then.received, then.interestCounted]).toEqual(['0.00', '0.00']);
  });
});
