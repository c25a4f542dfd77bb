/** How every chart looks: its size, its letters and its colours, which differ in lightness too. */
export const look = {
  width: 1040,
  height: 600,
  font: 'Roboto',
  ink: '#1c2733',
  soft: '#5a6775',
  grid: '#e3e8ed',
  paper: '#ffffff',
  main: '#1f5a8c',
  wash: '#dbe8f3',
  limit: '#b03a2e',
  out: '#d08a2e',
} as const;

/** Text in this size, and weight. */
export function letters(
  fontSize: number,
  fontWeight: 400 | 700 = 400,
  color: string = look.ink,
): { fontFamily: string; fontSize: number; fontWeight: number; color: string } {
  return { fontFamily: look.font, fontSize, fontWeight, color };
}

/** What every drawing has: no motion, white paper, title, subtitle and foot. */
export function frameOf({
  title,
  subtitle,
  foot,
}: {
  title: string;
  subtitle: string;
  foot: string;
}): object {
  return {
    animation: false,
    useUTC: true,
    backgroundColor: look.paper,
    textStyle: letters(12),
    title: [
      {
        text: title,
        subtext: subtitle,
        left: 28,
        top: 18,
        itemGap: 8,
        textStyle: letters(20, 700),
        // A long one goes on in a second line.
        subtextStyle: { ...letters(13.5, 400, look.soft), width: look.width - 56, overflow: 'break' },
      },
      { text: foot, left: 28, bottom: 12, textStyle: letters(11, 400, look.soft) },
    ],
  };
}

/** An axis of amounts. */
export function axisOfAmounts(more: object = {}): object {
  return {
    type: 'value',
    silent: true,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: look.grid, width: 1 } },
    splitNumber: 5,
    axisLabel: {
      ...letters(12, 400, look.soft),
      formatter: (value: number) => value.toLocaleString('en-US'),
    },
    ...more,
  };
}

/** The end of an axis on which there is nothing: an axis has to have some length. Else the axis finds its own. */
export function atLeastOne({ max }: { readonly max: number }): number | undefined {
  return max === 0 ? 1 : undefined;
}
