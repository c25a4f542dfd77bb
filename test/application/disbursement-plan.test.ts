import type { AppealCommand } from '../../src/domain/appeal/commands.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { ReceiptSource } from '../../src/domain/ids.ts';
import type { SetHold } from '../../src/domain/reference/commands.ts';
import { assignInterest, assumeRights, dies } from '../support/people-words.ts';
import {
  caseId,
  day,
  defendantId,
  disburse,
  enterOrder,
  orderId,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  returnDisbursement,
  returnPayment,
  setPolicy,
  victimId,
} from '../support/words.ts';
import { UnknownSubject } from '../../src/application/queries/unknown-subject.ts';
import { closeAll, queriesOver } from './asking.ts';
import { Telling } from './telling.ts';

afterEach(closeAll);

const entered = day('2026-01-05');
const paidOn = day('2026-02-02');
const asked = day('2026-04-01');
const known = [registerCase('c-1'), registerDefendant('d-1'), registerVictim('v-1'), registerVictim('v-2')];
const fraud = { statute: '18 U.S.C. 3663A', caseId: 'c-1', defendantId: 'd-1', on: entered } as const;
const d1 = defendantId('d-1');

/** v-1 is owed three quarters and v-2 a quarter of 1,000.00; 200.00 come in, and clear on 4 March. */
const judgment: readonly Command[] = [
  ...known,
  enterOrder('o-1', { 'v-1': '750.00', 'v-2': '250.00' }, fraud),
  pay('dcd.1', '200.00'),
];

function pay(id: string, amount: string, on = paidOn, method: 'CHECK' | 'CARD' = 'CHECK'): Command {
  return recordPayment(id, amount, { to: null, caseId: 'c-1', defendantId: d1, on, method });
}

async function planAfter(commands: readonly Command[], asOf = asked) {
  const { ledger, store } = new Telling();
  for (const [at, command] of commands.entries()) {
    await ledger.handle(command, { commandId: `command-${String(at)}`, actor: 'test' });
  }
  const { disbursements } = queriesOver(store);
  const plan = await disbursements.plan({}, { asOf });
  return {
    sums: [plan.held, plan.total, plan.keptTotal],
    paid: plan.payments.map(({ victimId: to, paidTo, representativeId, amount }) => [
      ...[to, representativeId ?? paidTo, amount],
    ]),
    kept: plan.kept.map(({ victimId: of, reason, amount }) => [of, reason, amount]),
  };
}

describe('what would be paid out', () => {
  test('is what was credited and has cleared, to the cent', async () => {
    expect(await planAfter(judgment)).toEqual({
      sums: ['200.00', '200.00', '0.00'],
      paid: [
        ['v-1', 'VICTIM', '150.00'],
        ['v-2', 'VICTIM', '50.00'],
      ],
      kept: [],
    });
  });

  test('leaves out what has not cleared: 30 days, 120 for a card, or as a court set it', async () => {
    expect(await planAfter(judgment, day('2026-03-03'))).toMatchObject({
      sums: ['200.00', '0.00', '200.00'],
    });
    expect(await planAfter(judgment, day('2026-03-04'))).toMatchObject({
      sums: ['200.00', '200.00', '0.00'],
    });
    const byCard = [...judgment, pay('dcd.2', '40.00', paidOn, 'CARD')];
    expect(await planAfter(byCard)).toMatchObject({
      sums: ['240.00', '200.00', '40.00'],
      kept: [
        ['v-1', 'NOT_CLEARED', '30.00'],
        ['v-2', 'NOT_CLEARED', '10.00'],
      ],
    });
    const source = 'dcd' as ReceiptSource;
    const set: SetHold = { type: 'SetHold', source, method: 'CARD', days: 10, on: entered };
    expect(await planAfter([...byCard, set])).toMatchObject({ sums: ['240.00', '240.00', '0.00'] });
  });

  test('waits for the mandate while an appeal is pending', async () => {
    const ids = { caseId: caseId('c-1'), orderId: orderId('o-1') };
    const taken: AppealCommand = { type: 'RecordAppeal', ...ids, on: day('2026-01-20') };
    const ended: AppealCommand = { type: 'RecordAppealEnd', ...ids, on: day('2026-05-04') };
    const appealed = [...judgment, taken, ended];
    expect(await planAfter(appealed)).toMatchObject({
      paid: [],
      kept: [
        ['v-1', 'APPEAL_PENDING', '150.00'],
        ['v-2', 'APPEAL_PENDING', '50.00'],
      ],
    });
    expect(await planAfter(appealed, day('2026-05-04'))).toMatchObject({
      sums: ['200.00', '200.00', '0.00'],
    });
  });

  test('keeps a small share until it has grown, and pays it when it is the last', async () => {
    const little = [...judgment.slice(0, -1), pay('dcd.1', '40.00')];
    expect(await planAfter(little)).toMatchObject({
      paid: [['v-1', 'VICTIM', '30.00']],
      kept: [['v-2', 'BELOW_MINIMUM', '10.00']],
    });
    const grown = [...little, pay('dcd.2', '60.00', day('2026-02-03'))];
    expect((await planAfter(grown)).paid).toEqual([
      ['v-1', 'VICTIM', '75.00'],
      ['v-2', 'VICTIM', '25.00'],
    ]);
    const small = [
      ...known,
      enterOrder('o-1', { 'v-1': '15.00', 'v-2': '5.00' }, fraud),
      pay('dcd.1', '20.00'),
    ];
    expect((await planAfter(small)).paid).toEqual([
      ['v-1', 'VICTIM', '15.00'],
      ['v-2', 'VICTIM', '5.00'],
    ]);
    expect((await planAfter([...little, setPolicy('P-27', 'NO_MINIMUM', { on: entered })])).kept).toEqual([]);
  });

  test('is less what was paid out, and keeps what came back of it (P-28)', async () => {
    const out = [...judgment, disburse('p-1', '150.00', { on: day('2026-03-10') })];
    expect((await planAfter(out)).paid).toEqual([['v-2', 'VICTIM', '50.00']]);
    const back = [...out, returnDisbursement('p-1', { on: day('2026-03-20') })];
    expect(await planAfter(back)).toMatchObject({ kept: [['v-1', 'CAME_BACK', '150.00']] });
    const again = [...back, setPolicy('P-28', 'PAY_AGAIN', { on: entered })];
    expect((await planAfter(again)).sums).toEqual(['200.00', '200.00', '0.00']);
    const byHand = [...back, disburse('p-2', '150.00', { on: day('2026-03-25') })];
    expect(await planAfter(byHand)).toMatchObject({ sums: ['50.00', '50.00', '0.00'], kept: [] });
  });

  test('tells of money that went out and whose check came back', async () => {
    const out = [...judgment, disburse('p-1', '150.00', { on: day('2026-03-10') })];
    const bounced = [...out, returnPayment('dcd.1', { on: day('2026-03-20') })];
    expect(await planAfter(bounced)).toMatchObject({
      sums: ['-150.00', '0.00', '-150.00'],
      kept: [['v-1', 'PAID_TOO_MUCH', '-150.00']],
    });
  });

  test('goes to whoever acts for the victim, and to nobody where that is not known', async () => {
    const acted = [...judgment, assumeRights('h-1', { on: entered })];
    expect((await planAfter(acted)).paid[0]).toEqual(['v-1', 'h-1', '150.00']);
    const dead = [...judgment, dies({ on: entered })];
    expect((await planAfter(dead)).kept).toEqual([['v-1', 'SUCCESSION_UNKNOWN', '150.00']]);
  });

  test('goes to the Crime Victims Fund as far as it was assigned under section 2259, and is told apart by hand else', async () => {
    const own = { caseId: 'c-1', defendantId: 'd-1', on: entered } as const;
    const of2259 = [...known, enterOrder('o-1', { 'v-1': '9,000.00', 'v-2': '3,000.00' }, own)];
    const later = [
      pay('dcd.1', '200.00'),
      assignInterest({ on: day('2026-02-10') }),
      pay('dcd.2', '100.00', day('2026-02-12')),
    ];
    expect((await planAfter([...of2259, ...later])).paid).toEqual([
      ['v-1', 'VICTIM', '150.00'],
      ['v-1', 'CRIME_VICTIMS_FUND', '75.00'],
      ['v-2', 'VICTIM', '75.00'],
    ]);
    const mixed = [...judgment, assignInterest({ on: day('2026-02-10') })];
    expect((await planAfter(mixed)).kept).toEqual([['v-1', 'ASSIGNMENT_NOT_MEASURED', '150.00']]);
  });

  test('is narrowed to a victim and to a case', async () => {
    const telling = new Telling();
    await telling.tell(...(judgment as [Command, ...Command[]]));
    const { disbursements } = queriesOver(telling.store);
    const one = await disbursements.plan(
      { victimId: victimId('v-2'), caseId: caseId('c-1') },
      { asOf: asked },
    );
    expect(one).toMatchObject({ held: '50.00', total: '50.00' });
    await expect(disbursements.plan({ caseId: caseId('c-2') }, { asOf: asked })).rejects.toThrow(
      UnknownSubject,
    );
  });
});
