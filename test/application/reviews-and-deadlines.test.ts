import type { House } from '../../src/application/house.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { Offence } from '../../src/domain/statutes/offences.ts';
import { openHouse } from '../../src/open-house.ts';
import {
  amendOrder,
  caseId,
  day,
  defendantId,
  determineLoss,
  enterOrder,
  makeFinal,
  orderId,
  registerCase,
  registerDefendant,
  receiptId as idOfReceipt,
  recordPayment,
  registerVictim,
  returnPayment,
  review,
  setPolicy,
  usd,
  victimId,
} from '../support/words.ts';

const inCase = { caseId: 'c-1', defendantId: 'd-1' } as const;
const c1 = caseId('c-1');
const d1 = defendantId('d-1');
const v1 = victimId('v-1');
const all = { limit: 1_000 };
const sentencedOn = day('2026-03-02');

/** A ledger in memory that has been told this of case `c-1`, its defendant `d-1`, and two victims. */
async function houseTold(...commands: readonly Command[]): Promise<House> {
  const house = await openHouse('memory');
  const known = [
    ...[registerCase('c-1'), registerDefendant('d-1')],
    ...[registerVictim('v-1'), registerVictim('v-2')],
  ];
  for (const [index, command] of [...known, ...commands].entries())
    await house.ledger.handle(command, { commandId: `k-${String(index)}`, actor: 'test' });
  return house;
}

const deferred = (finalOn: string, victim: typeof v1 | null = null): Command => ({
  ...{ type: 'DeferFinding', caseId: c1, defendantId: d1, victimId: victim },
  ...{ sentencedOn, finalOn: day(finalOn), on: sentencedOn },
});

const mvra = (id: string, on: string, victim = 'v-1') =>
  enterOrder(id, { [victim]: '100.00' }, { ...inCase, statute: '18 U.S.C. 3663A', on: day(on) });

describe('what is due under 18 U.S.C. 3664(d)(5)', () => {
  const statusOn = async (house: House, asOf: string): Promise<readonly string[]> => {
    const { rows } = await house.queries.deadlines({}, { asOf: day(asOf) }, all);
    return rows.map(({ kind, dueOn, status, metOn }) => `${kind} ${dueOn} ${status} ${metOn ?? ''}`.trim());
  };

  test('is nothing where nothing was put off', async () => {
    const house = await houseTold();
    expect(await statusOn(house, '2026-05-31')).toEqual([]);
    await house.close();
  });

  test('a finding is due on its day, overdue after it, and met by a later order', async () => {
    const house = await houseTold(deferred('2026-05-31'), mvra('o-1', '2026-06-02'));
    expect(await statusOn(house, '2026-05-31')).toEqual(['DETERMINATION 2026-05-31 due']);
    expect(await statusOn(house, '2026-06-01')).toEqual(['DETERMINATION 2026-05-31 overdue']);
    expect(await statusOn(house, '2026-06-02')).toEqual(['DETERMINATION 2026-05-31 met 2026-06-02']);
    await house.close();
  });

  test('one put off for a victim is met by an order for that victim alone', async () => {
    const house = await houseTold(
      deferred('2026-05-31', v1),
      mvra('o-1', '2026-04-02', 'v-2'),
      mvra('o-2', '2026-05-02', 'v-1'),
    );
    expect(await statusOn(house, '2026-05-01')).toEqual(['DETERMINATION 2026-05-31 due']);
    expect(await statusOn(house, '2026-05-02')).toEqual(['DETERMINATION 2026-05-31 met 2026-05-02']);
    await house.close();
  });

  test('is met by a decision to order nothing as well', async () => {
    const house = await houseTold(deferred('2026-05-31'), {
      ...{ type: 'DeclineRestitution', caseId: c1, defendantId: d1, victimId: null },
      ...{ statute: '18 U.S.C. 3663A', ground: 'LOSS_NOT_PROVED', on: day('2026-05-04') },
    });
    expect(await statusOn(house, '2026-06-01')).toEqual(['DETERMINATION 2026-05-31 met 2026-05-04']);
    await house.close();
  });

  test('a petition is pending until the share of the victim is amended, under any statute', async () => {
    const petition: Command = {
      ...{ type: 'PetitionLaterLosses', caseId: c1, orderId: orderId('o-1'), victimId: v1 },
      ...{ discoveredOn: day('2026-03-10'), goodCause: 'SHOWN', on: day('2026-04-01') },
    };
    const order = enterOrder('o-1', { 'v-1': '5,000.00' }, { ...inCase, on: sentencedOn });
    const granted = amendOrder('o-1', '6,000.00', {
      ...{ caseId: 'c-1', authority: '3664(d)(5)', on: day('2026-04-20') },
    });
    const house = await houseTold(order, petition, granted);
    expect(await statusOn(house, '2026-04-19')).toEqual(['PETITION 2026-05-09 pending']);
    expect(await statusOn(house, '2026-04-20')).toEqual(['PETITION 2026-05-09 met 2026-04-20']);
    await house.close();
  });

  test('is told page by page, the earliest first, and of one case', async () => {
    const house = await houseTold(deferred('2026-05-31'), deferred('2026-05-01', v1));
    const first = await house.queries.deadlines({ caseId: c1 }, {}, { limit: 1 });
    const second = await house.queries.deadlines({ caseId: c1 }, {}, { limit: 1, cursor: first.next ?? '' });
    expect([...first.rows, ...second.rows].map(({ dueOn }) => dueOn)).toEqual(['2026-05-01', '2026-05-31']);
    await expect(house.queries.deadlines({ caseId: caseId('c-2') }, {}, all)).rejects.toThrow(
      'the ledger has never heard of this case',
    );
    await house.close();
  });
});

describe('what a person should look at', () => {
  const reasonsIn = async (house: House): Promise<readonly string[]> => {
    const { rows } = await house.queries.reviews({}, {}, all);
    return rows.map(({ reason, citation, authority }) => `${reason} ${citation} ${authority ?? ''}`.trim());
  };
  const order = enterOrder('o-1', { 'v-1': '5,000.00' }, inCase);

  test('is nothing where the law foresees all of it', async () => {
    const house = await houseTold(order, deferred('2026-05-31'));
    expect(await reasonsIn(house)).toEqual([]);
    await house.close();
  });

  test('an order on authority, and its share below the floor', async () => {
    const low = enterOrder('o-1', { 'v-1': '100.00', 'v-2': '3,000.00' }, inCase);
    const house = await houseTold({ ...low, override: 'JUDGMENT_CONFIRMED' });
    expect(await reasonsIn(house)).toEqual([
      'ENTERED_BY_OVERRIDE 18 U.S.C. 2259 JUDGMENT_CONFIRMED',
      'BELOW_TRAFFICKING_FLOOR 18 U.S.C. 2259(b)(2)(B)',
    ]);
    const { rows } = await house.queries.reviews({ caseId: c1 }, {}, all);
    expect(rows.map(({ victimId: whose }) => whose)).toEqual([null, 'v-1']);
    await house.close();
  });

  test('what had ended and is owed again, after a return and after a review under another answer', async () => {
    // Before the Act of 2018, so that no share is too small.
    const early = day('2015-06-01');
    const second = { caseId: 'c-2', defendantId: 'd-2' };
    const house = await houseTold(
      determineLoss('c-1', '100.00', { on: sentencedOn }),
      enterOrder('o-1', { 'v-1': '100.00' }, { offenceOn: early, on: sentencedOn }),
      ...[registerCase('c-2'), registerDefendant('d-2', { caseId: 'c-2' })],
      enterOrder('o-2', { 'v-1': '40.00' }, { ...second, offenceOn: early, on: sentencedOn }),
      ...[makeFinal('o-1', { on: sentencedOn }), makeFinal('o-2', { caseId: 'c-2', on: sentencedOn })],
      recordPayment('dcd.1', '100.00', { to: 'o-1', on: day('2026-03-09') }),
    );
    const owedAgain = async (filter = {}): Promise<readonly unknown[]> => {
      const { rows } = await house.queries.reviews(filter, {}, all);
      const again = rows.filter(({ reason }) => reason === 'OWED_AGAIN');
      return again.map((row) => [row.orderId, row.caseId, row.defendantId, row.victimId, row.amount]);
    };
    expect(await owedAgain()).toEqual([]);
    const tell = (command: Command, commandId: string) =>
      house.ledger.handle(command, { commandId, actor: 'test' });
    await tell(setPolicy('P-05', 'DISBURSED', { on: day('2026-03-10') }), 'a-1');
    await tell(review('v-1', { on: day('2026-03-11') }), 'a-2');
    const row = ['o-2', 'c-2', 'd-2', 'v-1', '40.00'];
    expect(await owedAgain()).toEqual([row]);
    await tell(setPolicy('P-05', 'PAID_THROUGH_COURT', { on: day('2026-03-12') }), 'a-3');
    await tell(review('v-1', { on: day('2026-03-13') }), 'a-4');
    await tell(returnPayment('dcd.1', { on: day('2026-03-16') }), 'a-5');
    expect(await owedAgain()).toEqual([row, row]);
    expect(await owedAgain({ caseId: caseId('c-2') })).toEqual([row, row]);
    expect(await owedAgain({ caseId: c1 })).toEqual([]);
    await house.close();
  });

  test('a share that a later floor would have forbidden', async () => {
    const early = enterOrder('o-1', { 'v-1': '2,999.99' }, { ...inCase, offenceOn: day('2018-12-06') });
    const house = await houseTold(early);
    expect(await reasonsIn(house)).toEqual(['BELOW_LATER_FLOOR 18 U.S.C. 2259(b)(2)(B)']);
    await house.close();
  });

  test.each([
    ['OTHER_COURT_ORDER', ['POWER_NOT_LISTED 18 U.S.C. 3664(o) OTHER_COURT_ORDER']],
    ['3664(k)', ['POWER_OVER_SCHEDULE_ONLY 18 U.S.C. 3664(o) 3664(k)']],
    ['3565(a)', []],
  ] as const)('an amendment under %s', async (authority, reasons) => {
    const house = await houseTold(order, amendOrder('o-1', '4,000.00', { caseId: 'c-1', authority }));
    expect(await reasonsIn(house)).toEqual(reasons);
    await house.close();
  });

  test('what came late, and what was asked without cause', async () => {
    const house = await houseTold(order, deferred('2026-06-01'), {
      ...{ type: 'PetitionLaterLosses', caseId: c1, orderId: orderId('o-1'), victimId: v1 },
      ...{ discoveredOn: day('2026-03-02'), goodCause: 'NOT_SHOWN', on: day('2026-05-02') },
    });
    expect(await reasonsIn(house)).toEqual([
      'DETERMINED_LATE 18 U.S.C. 3664(d)(5)',
      'PETITIONED_LATE 18 U.S.C. 3664(d)(5)',
      'GOOD_CAUSE_NOT_SHOWN 18 U.S.C. 3664(d)(5)',
    ]);
    await house.close();
  });

  test('restitution that was declined because insurance pays', async () => {
    const house = await houseTold({
      ...{ type: 'DeclineRestitution', caseId: c1, defendantId: d1, victimId: v1 },
      ...{ statute: '18 U.S.C. 3663', ground: 'OTHER_COMPENSATION', on: sentencedOn },
    });
    expect(await reasonsIn(house)).toEqual(['COMPENSATION_CONSIDERED 18 U.S.C. 3664(f)(1)(B)']);
    await house.close();
  });
});

describe('an order of many lines', () => {
  test('keeps its offences, though its lines stand in a document', async () => {
    const offences: readonly Offence[] = ['18 U.S.C. 1343', '18 U.S.C. 1349'];
    const victims = Array.from({ length: 1_200 }, (_, index) => `v-${String(index + 3)}`);
    const lines = victims.map((id) => ({
      ...{ victimId: victimId(id), track: 'FULL_AMOUNT' as const },
      amount: usd('10.00'),
    }));
    const many = { ...mvra('o-9', '2026-03-02'), lines, offences };
    const house = await houseTold(...victims.map((id) => registerVictim(id)), many);
    expect(await house.queries.order(orderId('o-9'), {})).toMatchObject({ offences, override: null });
    const again = await house.ledger.handle(many, { commandId: 'again', actor: 'test' });
    expect(again.events).toEqual([]);
    await house.close();
  });

  test('under each statute imposes what is owed, and a payment goes to it', async () => {
    const house = await houseTold(
      enterOrder('o-1', { 'v-1': '40.00' }, { ...inCase, statute: '18 U.S.C. 2248' }),
      enterOrder('o-2', { 'v-1': '60.00' }, { ...inCase, statute: '18 U.S.C. 1593' }),
    );
    await house.ledger.handle(
      {
        ...{ type: 'RecordPayment', receiptId: 'dcd.1' as never, caseId: c1, defendantId: d1 },
        ...{ orderId: null, amount: usd('50.00'), method: 'CHECK', on: sentencedOn },
      },
      { commandId: 'pay', actor: 'test' },
    );
    const { rows } = await house.queries.liabilities({ victimId: v1 }, {}, all);
    expect(rows.map(({ orderId: id, paid }) => `${id} ${paid}`)).toEqual(['o-1 20.00', 'o-2 30.00']);
    await house.close();
  });
});

describe('money that waits for a court', () => {
  test('is listed as long as it is held (P-09), and other excess is not', async () => {
    const owing = [enterOrder('o-1', { 'v-1': '100.00' }, { ...inCase, statute: '18 U.S.C. 3663A' })];
    const paid = (id: string, amount: string) => recordPayment(id, amount, { to: 'o-1', ...inCase });
    const house = await houseTold(
      ...[...owing, paid('dcd.1', '130.00')],
      ...[setPolicy('P-09', 'SUSPENSE'), paid('dcd.2', '17.00'), paid('dcd.3', '5.00')],
      returnPayment('dcd.3'),
    );
    const waiting = async (filter: { caseId?: typeof c1 } = {}) => {
      const { rows } = await house.queries.reviews(filter, {}, all);
      return rows
        .filter(({ reason }) => reason === 'AWAITS_COURT')
        .map(({ receiptId, amount, defendantId }) => [receiptId, amount, defendantId]);
    };
    expect(await waiting()).toEqual([['dcd.2', '17.00', 'd-1']]);
    expect(await waiting({ caseId: c1 })).toEqual(await waiting());
    const first = await house.queries.reviews({}, {}, { limit: 1 });
    expect(first.rows).toHaveLength(1);
    const awaits = async (id: string) => (await house.queries.receipt(idOfReceipt(id), {}))?.awaitsCourt;
    expect(await Promise.all(['dcd.1', 'dcd.2', 'dcd.3'].map(awaits))).toEqual([false, true, false]);
    await house.close();
  });
});
