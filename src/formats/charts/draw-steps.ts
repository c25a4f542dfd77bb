import { heightOf, placeOf, readable, type NamedLine, type Steps } from './chart.ts';
import { atLeastOne, axisOfAmounts, letters, look } from './look.ts';

/** What was reached, as a stair with its marks, under the limit as a dashed line that bears its amount. */
export function drawSteps({ reached, limit, marks }: Steps): object {
  const lines = limit === null ? [reached] : [reached, limit];
  const days = lines.flatMap(({ points }) => points.map(({ day }) => day)).toSorted();
  const isClose = limit !== null && areClose(endOf(reached), endOf(limit));
  const stair = lineOf(reached, { color: look.main, dash: 'solid', lift: isClose ? 22 : 0 });
  return {
    grid: { left: 100, right: 196, top: 104, bottom: 84 },
    legend: {
      ...{ bottom: 36, left: 24, itemGap: 26, itemWidth: 30, textStyle: letters(12) },
      data: [
        ...lines.map(({ name }) => ({ name })),
        ...(marks.length === 0 ? [] : [{ name: nameOf(marks), icon: 'circle' }]),
      ],
    },
    xAxis: axisOfTime(days[0] ?? '', days.at(-1) ?? ''),
    yAxis: axisOfAmounts({ min: 0, max: atLeastOne }),
    series: [
      { ...stair, areaStyle: { color: look.wash, opacity: 0.6 } },
      ...(limit === null
        ? []
        : [{ ...lineOf(limit, { color: look.limit, dash: [7, 5], lift: isClose ? -16 : 0 }), z: 4 }]),
      dotsOf(marks),
    ],
  };
}

function dotsOf(marks: Steps['marks']): object {
  return {
    type: 'scatter',
    name: nameOf(marks),
    silent: true,
    z: 5,
    symbol: 'circle',
    symbolSize: marks.length > mostWithWords ? 6 : 10,
    itemStyle: { opacity: 1, color: look.main, borderColor: look.paper, borderWidth: 1.5 },
    label: {
      show: marks.length <= mostWithWords,
      position: 'top',
      align: 'right',
      distance: 7,
      minMargin: 4,
      ...letters(11.5),
      formatter: ({ dataIndex }: { dataIndex: number }) => cameInWords(marks[dataIndex]?.came ?? ''),
    },
    labelLayout: { hideOverlap: true },
    data: marks.map(({ day, amount }) => [placeOf(day), heightOf(amount)]),
  };
}

function nameOf(marks: Steps['marks']): string {
  return marks.some(({ came }) => came.startsWith('-')) ? 'a payment, or its return' : 'a payment';
}

/** `+ 1,200.00`, or `- 17.00` of what was taken back. */
function cameInWords(came: string): string {
  return came.startsWith('-') ? `- ${readable(came.slice(1))}` : `+ ${readable(came)}`;
}

/** More marks than these would hide each other's words. */
const mostWithWords = 14;

function endOf({ points }: NamedLine): number {
  return heightOf(points.at(-1)?.amount ?? '0.00');
}

/** Whether the words at the ends of two lines would stand upon each other. */
function areClose(one: number, other: number): boolean {
  return Math.abs(one - other) < 0.09 * Math.max(one, other);
}

interface Stroke {
  readonly color: string;
  readonly dash: 'solid' | readonly number[];
  /** By how much the words at its end are moved down. */
  readonly lift: number;
}

function lineOf({ name, points }: NamedLine, { color, dash, lift }: Stroke): object {
  const last = points.at(-1);
  return {
    type: 'line',
    name,
    silent: true,
    step: 'end',
    symbol: 'none',
    lineStyle: { color, width: 2.5, type: dash },
    itemStyle: { color },
    endLabel: {
      show: true,
      distance: 10,
      offset: [0, lift],
      ...letters(12.5, 700, color),
      lineHeight: 17,
      formatter: `${name}\n${readable(last?.amount ?? '')}`,
    },
    data: points.map(({ day, amount }) => [placeOf(day), heightOf(amount)]),
  };
}

const dayLong = 86_400_000;
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function axisOfTime(first: string, last: string): object {
  const long = (placeOf(last) - placeOf(first)) / dayLong;
  return {
    type: 'time',
    silent: true,
    min: placeOf(first),
    max: long < 1 ? placeOf(last) + dayLong : placeOf(last),
    splitNumber: 7,
    axisLine: { lineStyle: { color: look.soft } },
    axisTick: { lineStyle: { color: look.soft } },
    splitLine: { show: false },
    axisLabel: {
      ...letters(12, 400, look.soft),
      hideOverlap: true,
      formatter: (value: number) => dayInWords(value, long),
    },
  };
}

/** As much of a day as a stretch so long needs. */
function dayInWords(value: number, long: number): string {
  const day = new Date(value).toISOString().slice(0, 10);
  const month = months[Number(day.slice(5, 7)) - 1] ?? '';
  if (long > 2_200) return day.slice(0, 4);
  return long > 120 ? `${month} ${day.slice(0, 4)}` : `${month} ${String(Number(day.slice(8)))}`;
}
