import { notesOn } from '../../../src/application/explain/event-notes.ts';
import type { Command } from '../../../src/domain/commands.ts';
import type { MakeOrdersJoint } from '../../../src/domain/case/commands.ts';
import {
  amendOrder,
  caseId,
  day,
  defendantId,
  enterOrder,
  makeFinal,
  orderId,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  vacateOrder,
  victimId,
} from '../../support/words.ts';
import { closeAll, stepThat, told } from './explaining.ts';

afterEach(closeAll);

const statute = '18 U.S.C. 3663A';
const joint: MakeOrdersJoint = {
  ...{ type: 'MakeOrdersJoint', caseId: caseId('c-1'), on: day('2026-03-02') },
  ...{ orderIds: ['o-1', 'o-2'].map(orderId), crediting: null },
};

/** Two who owe one victim of a fraud 20,000.00 jointly; each has paid something, and the order of the first was amended. */
const fraud: readonly Command[] = [
  ...[registerCase(), registerVictim()],
  ...['d-1', 'd-2'].map((id) => registerDefendant(id, { caseId: 'c-1' })),
  ...['1', '2'].map((n) =>
    enterOrder(`o-${n}`, '20,000.00', {
      ...{ statute, caseId: 'c-1', defendantId: `d-${n}`, on: day('2026-03-02') },
    }),
  ),
  joint,
  makeFinal('o-2', { caseId: 'c-1', on: day('2026-03-03') }),
  ...['1', '2'].map((n) =>
    recordPayment(`dcd.${n}`, `${n},400.00`, {
      ...{ to: `o-${n}`, caseId: caseId('c-1'), defendantId: defendantId(`d-${n}`), on: day('2026-03-04') },
    }),
  ),
];
const amended = amendOrder('o-1', '19,000.00', { track: 'FULL_AMOUNT', on: day('2026-05-01') });

describe('what the case decides by itself', () => {
  test('is told without words of 2259', async () => {
    const { log, explain, queries } = await told(...fraud);
    const { rows } = await queries.timeline({}, {}, { limit: 100 });
    const at = rows.find(({ type }) => type === 'RecoveryCredited')!.position;
    expect(await notesOn(log, [at])).toMatchObject([{ type: 'RecoveryCredited', citation: null }]);
    expect((await explain.event(at, {}))!.steps.flatMap(({ law }) => law)).toEqual([]);
  });

  test('an amendment is told with its amounts, and with what came with it', async () => {
    const { explain, queries } = await told(...fraud, amended);
    const { rows } = await queries.timeline({}, {}, { limit: 100 });
    const why = await explain.event(rows.find(({ type }) => type === 'OrderAmended')!.position, {});
    expect(stepThat(why, /It stands in/).says).toContain('lines 1 entry (v-1 FULL_AMOUNT 19,000.00)');
    expect(stepThat(why, /^1 event came with it, by the same command\.$/).facts).toMatchObject([
      { type: 'LiabilityAmended', amount: '19000.00' },
    ]);
  });

  test('an order that was set aside is told as final before, and with what others had paid', async () => {
    const { explain } = await told(...fraud, vacateOrder('o-2', { caseId: 'c-1', on: day('2026-06-01') }));
    const why = await explain.liability(orderId('o-2'), victimId('v-1'), {});
    if (why === undefined || 'victims' in why) throw new Error('One line was asked for.');
    expect(stepThat(why, /^The court orders/).says).toBe(
      'The court orders d-2 to pay 20,000.00. The order had become final, and was set aside since.',
    );
    expect(stepThat(why, /set aside on/).says).toBe(
      'The order was set aside on 2026-06-01: 17,600.00 that was unpaid under it is owed no more. Of what was unpaid then, others who owe it jointly had paid 1,400.00, so 16,200.00 of it was owed. What was paid stays paid.',
    );
  });

  test('interest tells what was ordered on the day of the judgment, and what since the amendment', async () => {
    const { explain } = await told(...fraud, amended);
    const why = await explain.interest({ orderId: orderId('o-1') }, {});
    expect(stepThat(why, /interest is on the terms/).says).toMatch(
      /^20,000\.00 was ordered on 2026-03-02, and 19,000\.00 by the amendment of 2026-05-01 \(/,
    );
  });
});
