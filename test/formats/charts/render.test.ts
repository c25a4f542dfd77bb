import type { Chart } from '../../../src/formats/charts/chart.ts';
import { renderPng } from '../../../src/formats/charts/render-png.ts';
import { renderSvg } from '../../../src/formats/charts/render-svg.ts';

const words = {
  title: 'Recovery of v-1 (A & <B>)',
  subtitle: 'Received 1,500.00 of 2,000.00 (75 %).',
  foot: 'as of 2026-06-30, as known at position 26 of the log',
  description: 'Received 1,500.00 of 2,000.00. 2026-03-01: 1,500.00 credited.',
};
const charts: Readonly<Record<string, Chart>> = {
  steps: {
    ...words,
    drawing: {
      kind: 'steps',
      reached: {
        name: 'received',
        points: [
          { day: '2026-01-01', amount: '0.00' },
          { day: '2026-03-01', amount: '1500.00' },
          { day: '2026-06-30', amount: '1500.00' },
        ],
      },
      limit: {
        name: 'cap',
        points: [
          { day: '2026-02-01', amount: '2000.00' },
          { day: '2026-06-30', amount: '2000.00' },
        ],
      },
      marks: [{ day: '2026-03-01', amount: '1500.00', came: '1500.00' }],
    },
  },
  'steps without a limit, on one day': {
    ...words,
    drawing: {
      kind: 'steps',
      reached: { name: 'received', points: [{ day: '2026-01-01', amount: '0.00' }] },
      limit: null,
      marks: [],
    },
  },
  bars: {
    ...words,
    drawing: { kind: 'bars', bars: [{ name: 'to 30 days', amount: '1234567.89', note: '3 liabilities' }] },
  },
  flows: {
    ...words,
    drawing: {
      kind: 'flows',
      days: ['2026-03-01', '2026-03-02'],
      cameIn: ['700.00', '0.00'],
      wentOut: ['0.00', '200.50'],
      held: ['700.00', '499.50'],
    },
  },
};

/** What stands in the texts of the picture, line by line. */
function textsIn(svg: string): readonly string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);
}

describe.each(Object.entries(charts))('a chart of %s', (_, chart) => {
  test('tells its title and all that it shows to whoever does not see it', () => {
    const svg = renderSvg(chart);
    expect(svg).toMatch(/^<svg role="img" aria-labelledby="title description" /);
    expect(svg).toContain('<title id="title">Recovery of v-1 (A &amp; &lt;B&gt;)</title>');
    expect(svg).toContain(`<desc id="description">${chart.description}</desc>`);
  });

  test('bears its title, its figures and its clocks in letters', () => {
    expect(textsIn(renderSvg(chart))).toEqual(
      expect.arrayContaining(['Recovery of v-1 (A &amp; &lt;B&gt;)', chart.subtitle, chart.foot]),
    );
  });

  test('is the same each time, and nothing in it moves or answers', async () => {
    expect(renderSvg(chart)).toBe(renderSvg(chart));
    expect(renderSvg(chart)).not.toMatch(/class=|<style|zr\d|<script/);
    const [one, other] = [await renderPng(chart), await renderPng(chart)];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  test('is a PNG of two dots for each of its own', async () => {
    const png = Buffer.from(await renderPng(chart));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2_080, 1_200]);
  });
});

test('writes every amount to the cent beside its mark, and the limit with its amount', () => {
  const texts = textsIn(renderSvg(charts['steps']!));
  expect(texts).toEqual(expect.arrayContaining(['+ 1,500.00', 'cap', '2,000.00', 'received', '1,500.00']));
  expect(textsIn(renderSvg(charts['bars']!))).toEqual(
    expect.arrayContaining(['1,234,567.89', '3 liabilities', 'to 30 days']),
  );
  expect(textsIn(renderSvg(charts['flows']!))).toEqual(expect.arrayContaining(['+ 700.00', '- 200.50']));
});

test('draws the same days wherever the machine stands', () => {
  const there = process.env['TZ'];
  const here = renderSvg(charts['steps']!);
  process.env['TZ'] = 'Pacific/Kiritimati';
  try {
    expect(renderSvg(charts['steps']!)).toBe(here);
  } finally {
    if (there === undefined) delete process.env['TZ'];
    else process.env['TZ'] = there;
  }
});
