import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ageingChart } from '../../src/application/charts/ageing.ts';
import { cashFlowChart } from '../../src/application/charts/cash-flow.ts';
import { recoveryChart } from '../../src/application/charts/recovery.ts';
import type { OfVictim, Sources } from '../../src/application/papers/one-state.ts';
import type { Clocks } from '../../src/application/views/ledger.ts';
import { calendarDate } from '../../src/domain/calendar-date.ts';
import type { VictimId } from '../../src/domain/ids.ts';
import { formatMoney, parseBalance, sum } from '../../src/domain/money.ts';
import type { Month } from '../../src/domain/period/month.ts';
import type { Chart, Steps } from '../../src/formats/charts/chart.ts';
import { renderSvg } from '../../src/formats/charts/render-svg.ts';
import {
  busy,
  fileOf,
  opening,
  payment,
  smallWorld,
  temporaryFolder,
  underTwoIds,
  type SmallWorld,
} from './small-world.ts';

let world: SmallWorld;
const folder = temporaryFolder();
const at = (name: string): string => join(folder.path, name);

beforeAll(async () => {
  world = await smallWorld();
  await world.restitution(['apply', fileOf('examples/made-whole/made-whole.jsonl')]);
});

afterAll(async () => {
  folder.remove();
  await world.close();
});

const subjectOf = (id: string): OfVictim => ({
  victimId: id as VictimId,
  shown: (text) => text,
  learn: () => Promise.resolve(),
});
const subject = subjectOf('v-w001');

/** The chart, where there is one. */
async function recoveryOf(sources: Sources, of: OfVictim, clocks: Clocks = {}): Promise<Chart> {
  const chart = await recoveryChart(sources, of, clocks);
  if (typeof chart === 'string') throw new TypeError(`a chart was expected, not ${chart}`);
  return chart;
}

function stepsIn({ drawing }: Chart): Steps {
  if (drawing.kind !== 'steps') throw new TypeError('a stair was expected');
  return drawing;
}

describe('the recovery of a victim', () => {
  test('is a stair of what the ledger answers on each day, under the cap', async () => {
    const chart = await recoveryOf(world.house, subject);
    expect(chart).toMatchObject({
      subtitle:
        'Received 150,000.00 of 150,000.00. Made whole on 2024-05-01 by receipt dcd.4; liability of 3 defendants ended under 18 U.S.C. 2259(b)(2)(C).',
      drawing: {
        kind: 'steps',
        marks: [
          { day: '2020-12-01', came: '60000.00', amount: '60000.00' },
          { came: '50000.00', amount: '110000.00' },
          { came: '37000.00', amount: '147000.00' },
          { day: '2024-05-01', came: '3000.00', amount: '150000.00' },
        ],
      },
    });
    const drawing = stepsIn(chart);
    for (const { day, amount } of drawing.reached.points.slice(0, -1)) {
      const view = await world.house.queries.victim(subject.victimId, { asOf: calendarDate(day) });
      expect([day, view?.received]).toEqual([day, amount]);
    }
    expect(drawing.limit?.points.at(-1)?.amount).toBe('150000.00');
  });

  test('ends on the day that is asked for', async () => {
    const chart = await recoveryOf(world.house, subject, { asOf: calendarDate('2023-01-31') });
    expect(chart.foot).toContain('as of 2023-01-31');
    expect(chart.drawing).toMatchObject({
      reached: { points: expect.arrayContaining([{ day: '2023-01-31', amount: '110000.00' }]) },
    });
    expect(chart.description).not.toContain('2024');
  });

  test('is not known of whom nobody knows', async () => {
    expect(await recoveryChart(world.house, subjectOf('v-9'), {})).toBe('unknown');
  });

  test('has no days where nothing had happened by then', async () => {
    const long = { asOf: calendarDate('1990-01-01') };
    expect(await recoveryChart(world.house, subject, long)).toBe('nothing yet');
  });
});

describe('the recovery of a victim of whom more is to be told', () => {
  let small: SmallWorld;

  beforeEach(async () => {
    small = await smallWorld();
  });

  afterEach(() => small.close());

  test('says that a review is due where a policy was answered anew since', async () => {
    await small.restitution(['apply', fileOf('examples/made-whole/made-whole.jsonl')]);
    await small.apply([{ command: 'SetPolicy', policy: 'P-05', value: 'DISBURSED', on: '2024-05-02' }]);
    const chart = await recoveryOf(small.house, subject);
    const { subtitle, description } = chart;
    expect(subtitle).toContain('was made whole on 2024-05-01, by the answers of then: a review is due');
    expect((await small.restitution('victim v-w001')).stdout).toContain(subtitle);
    expect(description).toContain(subtitle);
    expect(stepsIn(chart).reached.points.at(-1)?.amount).toBe('60000.00');
  });

  test('marks what was taken back as such, and nothing where a day came to nothing', async () => {
    const returned = (reference: string, on: string): object => ({
      ...{ command: 'RecordPaymentReturn', source: 'dcd', reference, on, reason: 'NSF' },
    });
    await small.apply([...opening, payment('1', '700.00'), payment('2', '50.00', '2024-03-04')]);
    await small.apply([returned('2', '2024-03-04'), returned('1', '2024-03-08')]);
    const chart = await recoveryOf(small.house, subjectOf('v-1'));
    expect(stepsIn(chart).marks).toEqual([
      { day: '2024-03-01', came: '700.00', amount: '700.00' },
      { day: '2024-03-08', came: '-700.00', amount: '0.00' },
    ]);
    expect(chart.description).toContain('2024-03-08: 700.00 taken back, 0.00 received in all.');
    expect(renderSvg(chart)).toContain('- 700.00');
  });

  test.each(['v-1', 'v-2'])('is that of the person, whichever of two ids is asked for: %s', async (id) => {
    await small.apply(underTwoIds);
    const { marks, reached } = stepsIn(await recoveryOf(small.house, subjectOf(id)));
    expect(reached.points.at(-1)?.amount).toBe('1045.00');
    expect(marks.at(-1)).toEqual({ day: '2024-04-02', came: '5.00', amount: '1045.00' });
    expect(reached.points).toContainEqual({ day: '2024-04-01', amount: '1040.00' });
    const before = id === 'v-1' ? ['700.00', '40.00'] : ['300.00'];
    expect(marks.slice(0, -1).map(({ came }) => came)).toEqual(before);
  });

  test('and the cash flow are of one state of the log, whatever comes in meanwhile', async () => {
    await small.apply([...opening, payment('1', '700.00')]);
    const { position } = await small.house.store.head();
    const late = [payment('2', '90.00', '2024-03-02')];
    const chart = await recoveryOf(busy(small, late), subjectOf('v-1'));
    expect(stepsIn(chart).reached.points.at(-1)?.amount).toBe('700.00');
    expect(chart.foot).toContain(`as of every day, as known at position ${String(position)} of the log`);
    const flow = await cashFlowChart(busy(small, [payment('3', '1.00')]), '2024-03' as Month, {});
    expect(flow.subtitle).toContain('790.00 came in');
    expect(flow.foot).not.toContain('@');
  });
});

test('the age of what is owed sums up to what is outstanding', async () => {
  const clocks = { asOf: calendarDate('2022-12-31') };
  const { rows } = await world.house.queries.liabilities({ status: 'open' }, clocks, { limit: 1_000 });
  const owed = formatMoney(sum(rows.map(({ outstanding }) => parseBalance(outstanding))));
  const chart = await ageingChart(world.house.queries, {}, clocks);
  if (chart.drawing.kind !== 'bars') throw new TypeError('bars were expected');
  expect(formatMoney(sum(chart.drawing.bars.map(({ amount }) => parseBalance(amount))))).toBe(owed);
  const notes = chart.drawing.bars.map(({ note }) => Number.parseInt(note, 10));
  expect(notes.reduce((all, each) => all + each, 0)).toBe(rows.length);
  expect(rows.length).toBeGreaterThan(1);
});

test('the cash flow of a month leads from the balance before it to that at its end', async () => {
  const { queries } = world.house;
  const chart = await cashFlowChart(world.house, '2024-05' as Month, {});
  if (chart.drawing.kind !== 'flows') throw new TypeError('flows were expected');
  const cashOn = async (day: string): Promise<bigint> => {
    const { accounts } = await queries.trialBalance({ asOf: calendarDate(day) });
    return parseBalance(accounts.find(({ account }) => account === 'cash')?.balance ?? '');
  };
  const { days, cameIn, wentOut, held } = chart.drawing;
  expect([days.length, days[0], days.at(-1)]).toEqual([31, '2024-05-01', '2024-05-31']);
  const moved = sum(cameIn.map(parseBalance)) - sum(wentOut.map(parseBalance));
  expect((await cashOn('2024-04-30')) + moved).toBe(await cashOn('2024-05-31'));
  expect(parseBalance(held.at(-1) ?? '')).toBe(await cashOn('2024-05-31'));
  expect(sum(cameIn.map(parseBalance))).toBeGreaterThan(0n);
});

describe('restitution chart', () => {
  test.each([
    ['recovery "Doe 1"', ['chart', 'recovery', 'Doe 1'], 'Recovery of v-w001 (Doe 1)'],
    ['recovery --no-labels', ['chart', 'recovery', 'v-w001', '--no-labels'], 'Recovery of v-w001</title>'],
    ['ageing', ['chart', 'ageing', '--as-of', '2022-12-31', '--victim', 'v-w001'], 'Age of what is owed'],
    ['cash-flow', ['chart', 'cash-flow', '--month', '2024-05'], 'Cash flow of 2024-05'],
  ])('%s makes an SVG and a PNG, for their owner alone', async (name, words, title) => {
    const file = at(`${name.replaceAll(/\W/g, '')}.svg`);
    const { exitCode, stdout, stderr } = await world.restitution([...words, '--out', file]);
    expect([exitCode, stdout]).toEqual([0, '']);
    expect(stderr).toContain(file);
    expect(readFileSync(file, 'utf8')).toContain(title);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const png = file.replace('svg', 'png');
    expect((await world.restitution([...words, '--out', png])).exitCode).toBe(0);
    expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG');
  });

  test.each([
    ['chart pie --out a.svg', 'Write one of recovery, ageing, cash-flow.'],
    ['chart ageing', 'Name it with --out, and end it in .svg or .png.'],
    ['chart ageing --out a.pdf', 'Name it with --out, and end it in .svg or .png.'],
    ['chart recovery --out a.svg', 'Write: restitution chart recovery VICTIM --out FILE.'],
    ['chart cash-flow --out a.svg', 'Write it as --month 2026-03.'],
    ['chart cash-flow --month 2024-13 --out a.svg', 'Write it as --month 2026-03.'],
    ['chart cash-flow --month 2024-05 --as-of 2024-05-04 --out a.svg', 'Leave --as-of out'],
  ])('%s is not understood', async (words, said) => {
    const { exitCode, stderr } = await world.restitution(words);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(said)]);
    expect(existsSync('a.svg')).toBe(false);
  });

  test('writes over no file, and knows nobody whom the ledger does not know', async () => {
    const taken = folder.write('taken.svg', 'mine');
    expect((await world.restitution(['chart', 'ageing', '--out', taken])).exitCode).toBe(5);
    expect(readFileSync(taken, 'utf8')).toBe('mine');
    expect((await world.restitution(['chart', 'recovery', 'v-9', '--out', at('none.svg')])).exitCode).toBe(4);
  });

  test('draws nothing of a day before anything had happened, and says so', async () => {
    const words = ['chart', 'recovery', 'v-w001', '--as-of', '1990-01-01', '--out', at('early.svg')];
    const { exitCode, stderr } = await world.restitution(words);
    expect([exitCode, stderr]).toEqual([
      4,
      expect.stringContaining('Nothing had happened to this victim by then.'),
    ]);
    expect(existsSync(at('early.svg'))).toBe(false);
  });
});
