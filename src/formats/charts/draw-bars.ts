import { heightOf, readable, type Bars } from './chart.ts';
import { atLeastOne, axisOfAmounts, letters, look } from './look.ts';

/** A column for each name, with its amount and its note written over it. */
export function drawBars({ bars }: Bars): object {
  return {
    grid: { left: 110, right: 40, top: 116, bottom: 88 },
    xAxis: {
      type: 'category',
      silent: true,
      data: bars.map(({ name }) => name),
      axisLine: { lineStyle: { color: look.soft } },
      axisTick: { show: false },
      axisLabel: { ...letters(13), margin: 12, interval: 0 },
    },
    yAxis: axisOfAmounts({ min: 0, max: atLeastOne }),
    series: [
      {
        type: 'bar',
        silent: true,
        barWidth: '58%',
        itemStyle: { color: look.main, borderRadius: [3, 3, 0, 0] },
        label: {
          show: true,
          position: 'top',
          distance: 8,
          ...letters(12.5, 700),
          lineHeight: 17,
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const bar = bars[dataIndex];
            return `${readable(bar?.amount ?? '')}\n${bar?.note ?? ''}`;
          },
        },
        data: bars.map(({ amount }) => heightOf(amount)),
      },
    ],
  };
}
