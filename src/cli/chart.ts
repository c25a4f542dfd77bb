import { ageingChart } from '../application/charts/ageing.ts';
import { cashFlowChart } from '../application/charts/cash-flow.ts';
import { recoveryChart } from '../application/charts/recovery.ts';
import type { OfVictim } from '../application/papers/one-state.ts';
import { today } from '../application/today.ts';
import type { VictimId } from '../domain/ids.ts';
import { isMonth } from '../domain/period/month.ts';
import type { Chart } from '../formats/charts/chart.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { endingOf, expectRoom, makeFile, outFileOf } from './out-file.ts';
import { subjectOf } from './subjects.ts';
import { textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution chart`: a picture of what the ledger answers, as SVG or PNG. */
export async function drawChart(asked: Asked, world: World): Promise<Exit> {
  const [what = '', whom] = asked.args;
  const draw = Object.hasOwn(charts, what) ? charts[what as keyof typeof charts] : undefined;
  if (draw === undefined)
    throw new Failure('usage', 'There is no such chart.', `Write one of ${Object.keys(charts).join(', ')}.`);
  expectNothingElse(what as keyof typeof charts, asked);
  const file = outFileOf(asked.options);
  const render = file === undefined ? undefined : renderers[endingOf(file)];
  if (file === undefined || render === undefined) {
    throw new Failure('usage', 'A chart goes to a file.', 'Name it with --out, and end it in .svg or .png.');
  }
  return atDesk(asked, world, async (desk) => {
    await expectRoom(file);
    const chart = await draw(desk, whom);
    await makeFile(file, [await render(chart)]);
    const { title, subtitle } = chart;
    if (desk.isJson)
      await desk.print(`${JSON.stringify({ chart: what, file: file.path, title, subtitle }, null, 2)}\n`);
    else await desk.remark(`${title}: ${subtitle} ${file.path}`);
    return 'fine';
  });
}

const renderers: Readonly<Record<string, ((chart: Chart) => Promise<Uint8Array>) | undefined>> = {
  svg: async (chart) => Buffer.from((await import('../formats/charts/render-svg.ts')).renderSvg(chart)),
  png: async (chart) => (await import('../formats/charts/render-png.ts')).renderPng(chart),
};

/** What each chart may be narrowed to. */
const narrowing: Readonly<Record<keyof typeof charts, readonly string[]>> = {
  recovery: [],
  ageing: ['victim', 'case', 'defendant'],
  'cash-flow': ['month'],
};

/** What says nothing to this chart would be passed over, and the picture be another than was meant. @throws Failure */
function expectNothingElse(what: keyof typeof charts, { args, options }: Asked): void {
  const [, whom, ...more] = args;
  const said = Object.values(narrowing).flat();
  const other = said.find((name) => textOf(options, name) !== undefined && !narrowing[what].includes(name));
  if (other !== undefined)
    throw new Failure(
      'usage',
      `The chart ${what} does not take --${other}.`,
      'Leave it out, or draw another chart.',
    );
  if (more.length > 0 || (whom !== undefined && what !== 'recovery')) {
    const advice = 'Only recovery names whose it is: restitution chart recovery VICTIM --out FILE.';
    throw new Failure('usage', `The chart ${what} does not take so many words.`, advice);
  }
}

type Draw = (desk: Desk, whom: string | undefined) => Promise<Chart>;

const charts = {
  recovery: async (desk, whom) => {
    if (whom === undefined)
      throw new Failure('usage', 'Whose recovery?', 'Write: restitution chart recovery VICTIM --out FILE.');
    const victimId = (await desk.names.idOf('victim', whom)) as VictimId;
    await desk.learn({ victimId });
    const subject: OfVictim = {
      victimId,
      shown: (id) => desk.names.shown(id),
      learn: (found) => desk.learn(found),
    };
    const chart = await recoveryChart(desk.house, subject, desk.clocks);
    if (chart === 'unknown') return desk.unknown('victim');
    if (chart !== 'nothing yet') return chart;
    throw new Failure('notFound', 'Nothing had happened to this victim by then.', 'Ask as of a later day.');
  },
  ageing: async (desk) => {
    const filter = await subjectOf(desk, ['victim', 'case', 'defendant']);
    return ageingChart(desk.house.queries, filter, { asOf: today(), ...desk.clocks });
  },
  'cash-flow': ({ house, options, clocks }) => {
    const month = textOf(options, 'month') ?? '';
    if (!isMonth(month)) throw new Failure('usage', 'Of which month?', 'Write it as --month 2026-03.');
    if (clocks.asOf !== undefined)
      throw new Failure('usage', 'A month has its own days.', 'Leave --as-of out; --known-at may stand.');
    return cashFlowChart(house, month, clocks);
  },
} as const satisfies Readonly<Record<string, Draw>>;
