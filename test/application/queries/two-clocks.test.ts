/**
 * One small ledger, and what it answers on both clocks: each answer worked out by hand from the story, which says when a thing
 * took effect and when it was recorded. A payment of March comes in April, a cheque is returned, a finding is made smaller
 * afterwards, and the last payment makes the victim whole three days before anybody hears of it.
 */
import { Ledger } from '../../../src/application/ledger.ts';
import type { Clocks } from '../../../src/application/views/ledger.ts';
import type { Command } from '../../../src/domain/commands.ts';
import type { OrderId } from '../../../src/domain/ids.ts';
import { MemoryEventStore } from '../../../src/store/log/memory-event-store.ts';
import {
  day,
  determineLoss,
  disburse,
  enterOrder,
  makeFinal,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  returnPayment,
  victimId,
} from '../../support/words.ts';
import { closeAll, queriesOver } from '../asking.ts';

afterEach(closeAll);

const january = day('2026-01-10');

/** When it was recorded, and what: the day on which it took effect stands in the command. */
const story: readonly (readonly [recordedOn: string, command: Command])[] = [
  ['2026-01-10', registerVictim('v-1', { on: january })],
  ...['1', '2'].flatMap((n): [string, Command][] => [
    ['2026-01-10', registerCase(`c-${n}`, { on: january })],
    ['2026-01-10', registerDefendant(`d-${n}`, { on: january })],
  ]),
  ['2026-01-15', determineLoss('c-1', '5,000.00', { on: day('2026-01-12') })],
  ['2026-01-15', enterOrder('o-1', '5,000.00', { on: day('2026-01-12') })],
  ['2026-01-15', enterOrder('o-2', '4,000.00', { on: day('2026-01-14') })],
  ['2026-02-02', makeFinal('o-1', { on: day('2026-02-01') })],
  ['2026-03-05', recordPayment('dcd.1', '1,000.00', { to: 'o-1', on: day('2026-03-03') })],
  ['2026-04-02', recordPayment('dcd.2', '1,500.00', { to: 'o-2', on: day('2026-03-20') })],
  ['2026-04-10', returnPayment('dcd.1', { on: day('2026-04-08') })],
  ['2026-05-04', determineLoss('c-1', '2,000.00', { on: day('2026-04-20') })],
  ['2026-05-20', disburse('p-1', '500.00', { on: day('2026-05-15'), caseId: 'c-2' })],
  ['2026-06-03', recordPayment('dcd.3', '500.00', { to: 'o-1', on: day('2026-05-30') })],
];

/** The ledger as it was when everything up to that day had been recorded. */
async function ledgerUpTo(last: string) {
  let now = '';
  const clock = () => new Date(now);
  const log = new MemoryEventStore({ clock });
  const ledger = new Ledger(log, { clock });
  for (const [at, [recordedOn, command]] of story.entries()) {
    if (recordedOn > last) break;
    now = `${recordedOn}T12:00:${String(at).padStart(2, '0')}Z`;
    await ledger.handle(command, { commandId: `command-${String(at)}`, actor: 'test' });
  }
  return queriesOver(log);
}

interface Answer {
  readonly cap: string | null;
  readonly received: string;
  readonly headroom: string | null;
  readonly held: string;
  readonly owed: readonly [string, string];
  readonly wholeOn: string | null;
}

async function answerOn(queries: ReturnType<typeof queriesOver>, clocks: Clocks) {
  const view = (await queries.victim(victimId('v-1'), clocks))!;
  const owedUnder = async (id: string): Promise<string> => {
    const order = await queries.order(id as OrderId, clocks);
    return order?.liabilities[0]?.outstanding ?? 'unknown';
  };
  const answer: Answer = {
    ...{ cap: view.greatestLoss, received: view.received, headroom: view.headroom, held: view.held },
    ...{ owed: [await owedUnder('o-1'), await owedUnder('o-2')], wholeOn: view.madeWhole?.on ?? null },
  };
  return { answer, hash: view.stamp.hash };
}

const none: Answer = {
  ...{ cap: null, received: '0.00', headroom: null, held: '0.00', wholeOn: null },
  owed: ['5000.00', '4000.00'],
};
const final: Answer = { ...none, cap: '5000.00', headroom: '5000.00' };
const first: Answer = {
  ...{ cap: '5000.00', received: '1000.00', headroom: '4000.00', held: '1000.00', wholeOn: null },
  owed: ['4000.00', '4000.00'],
};
const both: Answer = {
  ...{ cap: '5000.00', received: '2500.00', headroom: '2500.00', held: '2500.00', wholeOn: null },
  owed: ['4000.00', '2500.00'],
};
const returned: Answer = {
  ...{ cap: '5000.00', received: '1500.00', headroom: '3500.00', held: '1500.00', wholeOn: null },
  owed: ['5000.00', '2500.00'],
};
const smaller: Answer = { ...returned, cap: '2000.00', headroom: '500.00' };
const paidOut: Answer = { ...smaller, held: '1000.00' };
const whole: Answer = {
  ...{ cap: '2000.00', received: '2000.00', headroom: '0.00', held: '1500.00', wholeOn: '2026-05-30' },
  owed: ['0.00', '0.00'],
};

describe('what was so on a day, as known by the end of another', () => {
  test.each<[asOf: string | undefined, knownAt: string, why: string, answer: Answer]>([
    ['2025-12-31', '2026-06-30', 'before any order', { ...none, owed: ['unknown', 'unknown'] }],
    [
      '2026-01-13',
      '2026-06-30',
      'the second order is of the day after',
      { ...none, owed: ['5000.00', 'unknown'] },
    ],
    ['2026-01-31', '2026-01-31', 'ordered, and nothing final', none],
    ['2026-01-31', '2026-06-30', 'final the day after, whatever is known since', none],
    ['2026-02-01', '2026-02-01', 'final on that day, and recorded on the next', none],
    ['2026-02-01', '2026-02-02', 'now it is known', final],
    ['2026-03-02', '2026-06-30', 'the day before the first payment', final],
    ['2026-03-04', '2026-03-04', 'the first payment is made, and not recorded', final],
    ['2026-03-03', '2026-03-05', 'the day of the first payment', first],
    ['2026-03-31', '2026-03-31', 'the second payment of March is not heard of in March', first],
    ['2026-03-31', '2026-04-02', 'the second payment of March is heard of in April', both],
    ['2026-03-19', '2026-04-02', 'it counts from its day, not from that of its record', first],
    ['2026-03-20', '2026-04-02', 'and on its day', both],
    [undefined, '2026-04-02', 'without a day, all that is recorded', both],
    ['2026-04-09', '2026-04-09', 'the cheque is returned, and nobody knows', both],
    ['2026-04-09', '2026-04-10', 'now it is known', returned],
    ['2026-04-07', '2026-04-10', 'until it was returned, it counted', both],
    ['2026-04-30', '2026-05-03', 'the smaller finding is not recorded', returned],
    ['2026-04-30', '2026-05-04', 'now the greatest loss is smaller', smaller],
    ['2026-04-19', '2026-06-30', 'the day before it was found', returned],
    ['2026-05-14', '2026-06-30', 'the day before money went out', smaller],
    ['2026-05-31', '2026-05-31', 'money went out; the last payment is not heard of', paidOut],
    ['2026-05-29', '2026-06-30', 'the day before the last payment', paidOut],
    ['2026-05-30', '2026-06-03', 'the last payment makes whole, and nobody owes any more', whole],
    [undefined, '2026-06-02', 'the day before anybody hears of it', paidOut],
    [undefined, '2026-06-03', 'the day on which it is heard of', whole],
  ])('%s, %s: %s', async (asOf, knownAt, _, expected) => {
    const queries = await ledgerUpTo('2026-12-31');
    const effective = asOf === undefined ? {} : { asOf: day(asOf) };
    const now = await answerOn(queries, { ...effective, knownAt: `${knownAt}T23:59:59.999Z` });
    expect(now.answer).toEqual(expected);
    // Whoever asked that evening, without the other clock, was told the same to the letter.
    expect(await answerOn(await ledgerUpTo(knownAt), effective)).toEqual(now);
  });
});
