import type { Command } from '../../src/domain/commands.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import {
  closeRequest,
  deposit,
  orderAssistance,
  payAssistance,
  recordFee,
  recordIndex,
  requestAssistance,
  returnAssistance,
} from '../support/reserve-words.ts';
import {
  amendOrder,
  determineLoss,
  disburse,
  imposeDebt,
  recordDeath,
  recordRelease,
  recordYield,
  setInterestTerms,
  setPaymentSchedule,
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
  vacateOrder,
  yesterday,
} from '../support/words.ts';
import { bothKinds, register, Telling } from './telling.ts';

/** One of every kind of command, in an order in which each makes sense. */
const everything: readonly (readonly [string, Command])[] = (
  [
    registerVictim('v-1'),
    registerVictim('v-2'),
    registerCase('c-1'),
    registerDefendant('d-1'),
    setPolicy('P-42', 'RECORD'),
    determineLoss('c-1', '10,000.00'),
    enterOrder('o-1', { 'v-1': '9,000.00', 'v-2': '1,000.00' }),
    enterOrder('o-2', '400.00', { caseId: 'c-1', defendantId: 'd-1', statute: '18 U.S.C. 3663A' }),
    makeFinal('o-1'),
    imposeDebt('b-1', 'ASSESSMENT_3013', '100.00'),
    recordYield('2026-03-13', '4.05'),
    setInterestTerms('CIVIL', { order: 'o-1', limit: '500.00' }),
    setPaymentSchedule(tomorrow, { debt: 'b-1', amount: '10.00', every: 'MONTH' }),
    recordRelease(),
    recordDeath(),
    amendOrder('o-1', '12,000.00'),
    recordPayment('dcd.1', '9,000.00'),
    recordPayment('dcd.2', '8,000.00', { to: null, caseId: 'c-1', defendantId: 'd-1' }),
    disburse('p-1', '500.00'),
    returnDisbursement('p-1'),
    recordRefund('f-1', '1.00', { from: 'dcd.2' }),
    review(),
    returnPayment('dcd.2'),
    vacateOrder('o-2', { caseId: 'c-1' }),
    recordIndex(2016, '240.007'),
    deposit('r-1', '60,000.00'),
    requestAssistance('q-1'),
    orderAssistance('q-1'),
    recordFee('g-1', { fees: '6,000.00' }),
    payAssistance('q-1'),
    returnAssistance('q-1'),
    closeRequest('q-1', 'ORDER_VACATED'),
  ] satisfies Command[]
).map((command, index) => [`said-${String(index)}`, command]);

describe.each(bothKinds)('saying a thing twice changes nothing, $kind', ({ atomicStreams }) => {
  let court: Telling;

  beforeEach(() => {
    court = new Telling(new MemoryEventStore({ atomicStreams }));
  });

  test.each([
    ['under the same id', (id: string) => id],
    ['under another id', (id: string) => `again-${id}`],
  ])('each command at once again, %s', async (_, again) => {
    for (const [id, command] of everything) {
      await court.tellAs(id, command);
      const head = await court.store.head();
      const { events, position } = await court.tellAs(again(id), command);
      expect([command.type, events, position]).toEqual([command.type, [], 0]);
      expect(await court.store.head()).toEqual(head);
    }
  });

  test('the whole story again, under the same ids, to a ledger that has just been opened', async () => {
    for (const [id, command] of everything) await court.tellAs(id, command);
    const head = await court.store.head();
    const reopened = new Telling(court.store);
    for (const [id, command] of everything) await reopened.tellAs(id, command);
    expect(await court.store.head()).toEqual(head);
  });

  test('two at the same time are one', async () => {
    for (const [id, command] of everything)
      await Promise.all([court.tellAs(id, command), court.tellAs(id, command)]);
    const twice = await court.log();
    const once = new Telling(new MemoryEventStore({ atomicStreams }));
    for (const [id, command] of everything) await once.tellAs(id, command);
    const ids = (log: typeof twice): readonly string[] => log.map(({ id }) => id).toSorted();
    expect(ids(twice)).toEqual(ids(await once.log()));
  });

  test('an id that stands for another command is refused, and nothing is recorded', async () => {
    await register(court, { cases: ['c-1'] });
    await court.tellAs('mine', determineLoss('c-1', '10,000.00'));
    const head = await court.store.head();
    expect(await court.refusalOf(determineLoss('c-1', '10,000.01'), 'mine')).toBe('command-id-reused ');
    expect(await court.refusalOf(disburse('p-1', '70.00'), 'mine')).toBe('command-id-reused ');
    expect(await new Telling(court.store).refusalOf(review(), 'mine')).toBe('command-id-reused ');
    expect(await court.store.head()).toEqual(head);
  });

  test('an id that stands for another command is refused for that, whatever else is wrong', async () => {
    await register(court, { cases: ['c-1'] });
    await court.tellAs(
      'mine',
      recordPayment('dcd.1', '70.00', { to: null, caseId: 'c-1', defendantId: 'd-1' }),
    );
    expect(await court.refusalOf(recordPayment('dcd.1', '70.00', { to: 'o-9' }), 'mine')).toBe(
      'command-id-reused ',
    );
    await court.tellAs('yours', determineLoss('c-1', '5,000.00'));
    expect(await court.refusalOf(determineLoss('c-9', '5,000.00'), 'yours')).toBe('command-id-reused ');
    await court.tellAs('theirs', enterOrder('o-1', '5,000.00'));
    expect(await court.refusalOf(enterOrder('o-1', { 'v-9': '5,000.00' }), 'theirs')).toBe(
      'command-id-reused ',
    );
  });

  test('a command that a policy would refuse today is the same command still', async () => {
    await register(court, { cases: ['c-1'] });
    await court.tell(setPolicy('P-42', 'RECORD'));
    await court.tellAs('mine', enterOrder('o-1', '12.00'));
    await court.tell(setPolicy('P-42', 'REFUSE'));
    const { events } = await court.tellAs('mine', enterOrder('o-1', '12.00'));
    expect(events).toEqual([]);
  });
});

describe.each(bothKinds)('what cannot be true or cannot be placed is refused, $kind', ({ atomicStreams }) => {
  let court: Telling;

  beforeEach(async () => {
    court = new Telling(new MemoryEventStore({ atomicStreams }));
    await register(court, { cases: ['c-1', 'c-2'] });
    await court.tell(
      enterOrder('o-1', '5,000.00'),
      recordPayment('dcd.1', '700.00'),
      disburse('p-1', '70.00'),
    );
  });

  test.each<[string, Command]>([
    ['victim-not-registered /victimId', determineLoss('c-1', '5.00', { victim: 'v-9' })],
    ['victim-not-registered /victimId', determineLoss('c-9', '5.00', { victim: 'v-9' })],
    ['victim-not-registered /victimId', disburse('p-2', '5.00', { victim: 'v-9', caseId: 'c-9' })],
    ['victim-not-registered /victimId', review('v-9')],
    ['victim-not-registered /lines/1/victimId', enterOrder('o-2', { 'v-1': '5,000.00', 'v-9': '5,000.00' })],
    ['victim-not-registered /lines/0/victimId', amendOrder('o-1', { 'v-9': '5,000.00' })],
    ['case-not-registered /caseId', determineLoss('c-9', '5.00')],
    ['case-not-registered /caseId', disburse('p-2', '5.00', { caseId: 'c-9' })],
    ['case-not-registered /caseId', enterOrder('o-9', '5,000.00')],
    ['case-not-registered /caseId', recordPayment('dcd.9', '5.00', { to: 'o-9' })],
    ['case-not-registered /caseId', registerDefendant('d-9')],
    [
      'defendant-not-registered /defendantId',
      recordPayment('dcd.9', '5.00', { caseId: 'c-1', defendantId: 'd-9' }),
    ],
    [
      'order-not-found /orderId',
      recordPayment('dcd.9', '5.00', { to: 'o-9', caseId: 'c-1', defendantId: 'd-1' }),
    ],
    [
      'order-not-found /orderId',
      recordPayment('dcd.9', '5.00', { to: 'o-1', caseId: 'c-2', defendantId: 'd-2' }),
    ],
    ['order-not-found /orderId', makeFinal('o-2')],
    ['receipt-not-found /reference', returnPayment('dcd.9')],
    ['receipt-not-found /reference', recordRefund('f-1', '5.00', { from: 'dcd.9' })],
    ['disbursement-not-found /disbursementId', returnDisbursement('p-9')],
    ['receipt-recorded-differently /reference', recordPayment('dcd.1', '700.01')],
    ['disbursement-recorded-differently /disbursementId', disburse('p-1', '70.01')],
    ['order-entered-differently /orderId', enterOrder('o-1', '5,000.01')],
    ['amount-not-positive /amount', recordPayment('dcd.9', '0.00')],
    ['returned-before-received /on', returnPayment('dcd.1', { on: yesterday })],
  ])('%s', async (refusal, command) => {
    const head = await court.store.head();
    expect(await court.refusalOf(command)).toBe(refusal);
    expect(await court.store.head()).toEqual(head);
  });

  test('an order above the losses that were found in its case', async () => {
    await court.tell(determineLoss('c-2', '4,000.00'));
    expect(await court.refusalOf(enterOrder('o-2', '4,000.01'))).toBe('share-exceeds-losses /lines/0/amount');
    await court.tell(enterOrder('o-2', '4,000.00'));
    expect(await court.refusalOf(amendOrder('o-2', '4,000.01'))).toBe('share-exceeds-losses /lines/0/amount');
    await court.tell(amendOrder('o-1', '4,000.01'));
  });

  test('a receipt that is returned on two days', async () => {
    await court.tell(returnPayment('dcd.1'));
    expect(await court.refusalOf(returnPayment('dcd.1', { on: tomorrow }))).toBe(
      'return-recorded-differently /reference',
    );
  });
});
