import { heightOf, readable, type Flows } from './chart.ts';
import { axisOfAmounts, letters, look } from './look.ts';

/** What was there at the end of each day above; below it what came in, upward, and what went out, downward. */
export function drawFlows({ days, cameIn, wentOut, held }: Flows): object {
  const data = days.map((day) => String(Number(day.slice(8))));
  return {
    grid: [
      { left: 110, right: 40, top: 124, height: 150 },
      { left: 110, right: 40, top: 330, bottom: 88 },
    ],
    legend: {
      ...{ bottom: 36, left: 24, itemGap: 26, textStyle: letters(12) },
      data: Object.values(names).map((name) => ({ name, icon: 'rect' })),
    },
    xAxis: [
      { ...axisOfDays, data, gridIndex: 0, axisLabel: { show: false } },
      { ...axisOfDays, data, gridIndex: 1, position: 'bottom', axisLabel: labelOfDay },
    ],
    yAxis: [
      axisOfAmounts({ gridIndex: 0, splitNumber: 3, name: names.held, ...named }),
      axisOfAmounts({ gridIndex: 1, splitNumber: 4, name: 'in and out by day', ...named }),
    ],
    series: [
      lineOf(held),
      {
        ...barsOf(names.came, look.main, [2, 2, 0, 0]),
        data: cameIn.map(heightOf),
        label: labelOf(cameIn, 'top', '+ '),
      },
      {
        ...barsOf(names.went, look.out, [0, 0, 2, 2]),
        data: wentOut.map((amount) => -heightOf(amount)),
        label: labelOf(wentOut, 'bottom', '- '),
      },
    ],
  };
}

const names = { held: 'cash at the end of the day', came: 'came in', went: 'went out' } as const;

const named = {
  nameLocation: 'end',
  nameGap: 14,
  nameTextStyle: { ...letters(12, 700, look.soft), align: 'left', padding: [0, 0, 0, -4] },
};

const axisOfDays = {
  type: 'category',
  silent: true,
  axisTick: { show: false },
  axisLine: { onZero: true, lineStyle: { color: look.soft } },
};

const labelOfDay = { ...letters(11.5, 400, look.soft), interval: 0 };

function lineOf(held: readonly string[]): object {
  return {
    type: 'line',
    name: names.held,
    silent: true,
    step: 'middle',
    symbol: 'none',
    lineStyle: { color: look.ink, width: 2.2 },
    itemStyle: { color: look.ink },
    areaStyle: { color: look.grid, opacity: 0.6 },
    data: held.map(heightOf),
  };
}

function barsOf(name: string, color: string, borderRadius: readonly number[]): object {
  return {
    type: 'bar',
    name,
    stack: 'day',
    silent: true,
    xAxisIndex: 1,
    yAxisIndex: 1,
    barWidth: '62%',
    itemStyle: { color, borderRadius },
    labelLayout: { hideOverlap: true },
  };
}

/** Amounts are written where few days have any; else they would hide each other. */
function labelOf(amounts: readonly string[], position: 'top' | 'bottom', sign: string): object {
  const some = amounts.filter((amount) => amount !== '0.00').length;
  return {
    show: some > 0 && some <= 10,
    position,
    distance: 4,
    ...letters(11),
    formatter: ({ dataIndex }: { dataIndex: number }) => {
      const amount = amounts[dataIndex] ?? '0.00';
      return amount === '0.00' ? '' : sign + readable(amount);
    },
  };
}
