import type { PolicyValue } from '../../src/domain/policy/catalogue.ts';
import { Ledger } from '../../src/application/ledger.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import {
  day,
  determineLoss,
  enterOrder,
  makeFinal,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  setPolicy,
  victimId,
} from '../support/words.ts';
import { closeAll, explainerOver, answersIn, stepThat } from './explain/explaining.ts';

afterEach(closeAll);

const first = day('2026-03-01');

/** 10,000.00 found and 9,000.00 and 4,000.00 ordered; the last cent of the loss is of 5 March, and recorded on the 20th. */
async function told(atomicStreams: boolean, answer: PolicyValue<'P-22'>) {
  const log = new MemoryEventStore({ atomicStreams });
  const ledger = new Ledger(log, { clock: () => new Date('2026-03-20T23:59:59Z') });
  const commands = [
    setPolicy('P-22', answer, { on: first }),
    ...[registerCase('c-1'), registerCase('c-2'), registerDefendant('d-1'), registerDefendant('d-2')],
    registerVictim('v-1'),
    determineLoss('c-1', '10,000.00', { on: first }),
    enterOrder('o-1', '9,000.00', { on: first }),
    enterOrder('o-2', '4,000.00', { on: first }),
    makeFinal('o-1', { on: first }),
    recordPayment('dcd.1', '9,000.00', { on: day('2026-03-04') }),
    recordPayment('dcd.2', '1,000.00', { to: 'o-2', on: day('2026-03-05') }),
  ];
  for (const [at, command] of commands.entries()) {
    await ledger.handle(command, { commandId: `command-${String(at)}`, actor: 'test' });
  }
  return explainerOver(log);
}

/** What is owed under the second order at the end of a day, and what has ended. */
async function standing({ queries }: Awaited<ReturnType<typeof told>>, on: string) {
  const asked = { victimId: victimId('v-1') };
  const { rows } = await queries.liabilities(asked, { asOf: day(on) }, { limit: 10 });
  const [found] = rows.filter(({ orderId }) => orderId === 'o-2');
  return [found?.outstanding, found?.terminated];
}

describe.each([true, false])('P-22, with one append a command: %s', (atomicStreams) => {
  test('EFFECTIVE_DATE: at the end of the 5th nothing is owed any more', async () => {
    const house = await told(atomicStreams, 'EFFECTIVE_DATE');
    expect(await standing(house, '2026-03-05')).toEqual(['0.00', '3000.00']);
  });

  test('RECORDED_TIME: 3,000.00 is owed until the 19th, and ends on the 20th', async () => {
    const house = await told(atomicStreams, 'RECORDED_TIME');
    expect(await standing(house, '2026-03-05')).toEqual(['3000.00', '0.00']);
    expect(await standing(house, '2026-03-19')).toEqual(['3000.00', '0.00']);
    expect(await standing(house, '2026-03-20')).toEqual(['0.00', '3000.00']);
  });

  test('RECORDED_TIME: the explanation names the answer', async () => {
    const { explain } = await told(atomicStreams, 'RECORDED_TIME');
    const explained = await explain.victim(victimId('v-1'), {});
    const step = stepThat(explained, /has received the full amount on 2026-03-20/);
    expect(answersIn(step)).toMatchObject({ 'P-22': 'RECORDED_TIME (1)' });
  });
});
