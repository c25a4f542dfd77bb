import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { Chart } from './chart.ts';
import { drawBars } from './draw-bars.ts';
import { drawFlows } from './draw-flows.ts';
import { drawSteps } from './draw-steps.ts';
import { frameOf, look } from './look.ts';

use([
  BarChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  TitleComponent,
  LabelLayout,
  SVGRenderer,
]);

/** The chart as SVG, with its title and its description within; the same chart makes the same text. */
export function renderSvg(chart: Chart): string {
  const drawn = init(null, null, { renderer: 'svg', ssr: true, width: look.width, height: look.height });
  drawn.setOption({ ...frameOf(chart), ...optionOf(chart) });
  const svg = still(drawn.renderToSVGString());
  drawn.dispose();
  const { title, description } = chart;
  return svg
    .replace('<svg ', '<svg role="img" aria-labelledby="title description" ')
    .replace(
      '>',
      `>\n<title id="title">${escaped(title)}</title>\n<desc id="description">${escaped(description)}</desc>`,
    )
    .replaceAll('font-family:Roboto;', `font-family:${families};`);
}

/** What stands in for the font where it is not there. */
const families = "Roboto,'Helvetica Neue',Arial,sans-serif";

function optionOf({ drawing }: Chart): object {
  switch (drawing.kind) {
    case 'steps':
      return drawSteps(drawing);
    case 'bars':
      return drawBars(drawing);
    case 'flows':
      return drawFlows(drawing);
  }
}

/** Without what answers to a mouse, which a picture does not do, and without the number of the drawing in its names. */
function still(svg: string): string {
  return svg
    .replaceAll(/<style\b[\s\S]*?<\/style>\n?/g, '')
    .replaceAll(/ (?:class|pointer-events)="[^"]*"/g, '')
    .replaceAll(/\bzr\d+-/g, '');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
