/** Interest that was paid out to a victim is no recovery of losses, whoever counts (P-05, P-10, P-29). */
import type { Command } from '../../src/domain/commands.ts';
import { assignInterest } from '../support/people-words.ts';
import {
  day,
  determineLoss,
  disburse,
  enterOrder,
  makeFinal,
  returnDisbursement,
  setPolicy,
  victimId,
} from '../support/words.ts';
import { aYearOn, fraud, inCase, judgment, known, paid, told } from './interest-world.ts';

/** 6,000.00 are owed and lost, and bear 243.00 in a year; received is what is paid out (P-05). */
const owing: readonly Command[] = [
  ...known,
  setPolicy('P-05', 'DISBURSED', { on: judgment }),
  determineLoss('c-1', '6,000.00', { on: judgment }),
  enterOrder('o-1', { 'v-1': '6,000.00' }, inCase),
  makeFinal('o-1', { caseId: 'c-1', on: judgment }),
  paid('dcd.1', '6,243.00', aYearOn),
];
const out = (id: string, amount: string, on = aYearOn) =>
  disburse(id, amount, { caseId: 'c-1', on: day(on) });

async function received(commands: readonly Command[]) {
  const all = await told(commands);
  const victim = await all.queries.victim(victimId('v-1'), {});
  return [victim?.received, all.moved.includes('FullRecoveryReached v-1')];
}

describe('interest that is paid out', () => {
  test('goes out first, and is not received as principal', async () => {
    expect((6_000_00n * 405n) / 10_000n).toBe(243_00n);
    expect(await received([...owing, out('p-1', '243.00')])).toEqual(['0.00', false]);
    const most = [...owing, out('p-1', '100.00'), out('p-2', '6,042.99')];
    expect(await received(most)).toEqual(['5899.99', false]);
    expect(await received([...most, out('p-3', '100.01')])).toEqual(['6000.00', true]);
  });

  test('comes back as interest, and goes out as interest again', async () => {
    const back = returnDisbursement('p-1', { on: day(aYearOn) });
    const again = [...owing, out('p-1', '300.00'), back];
    expect(await received(again)).toEqual(['0.00', false]);
    expect(await received([...again, out('p-2', '250.00')])).toEqual(['7.00', false]);
  });

  test('stands beside what is owed under another statute in the same case', async () => {
    const beside = enterOrder('o-2', { 'v-1': '1,000.00' }, fraud);
    const both = [...owing.slice(0, -1), beside, paid('dcd.1', '7,000.00', aYearOn)];
    expect(await received([...both, out('p-1', '1,500.00')])).toEqual(['500.00', false]);
  });

  test('puts no payment into doubt for what was assigned', async () => {
    const lost = [...known, determineLoss('c-1', '60,000.00', { on: judgment })];
    const first = [
      ...lost,
      enterOrder('o-1', { 'v-1': '6,000.00' }, inCase),
      paid('dcd.1', '6,243.00', aYearOn),
    ];
    const second = enterOrder('o-2', { 'v-1': '3,000.00' }, { ...inCase, on: day('2027-03-18') });
    const assigned = assignInterest({ inCase: 'c-1', on: day('2027-03-18') });
    const all = [...first, second, assigned, paid('dcd.2', '500.00', '2027-03-20')];
    const { queries } = await told([
      ...all,
      out('p-1', '6,243.00', '2027-03-21'),
      out('p-2', '0.01', '2027-03-21'),
    ]);
    const { rows } = await queries.reviews({}, {}, { limit: 20 });
    expect(rows.filter(({ reason }) => reason === 'PAYEE_QUESTIONED')).toHaveLength(1);
  });
});
