import type { Canvas, CanvasKit, Paint, Typeface } from 'canvaskit-wasm';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { SaxesParser } from 'saxes';
import type { Chart } from './chart.ts';
import { look } from './look.ts';
import { renderSvg } from './render-svg.ts';

const require = createRequire(import.meta.url);

/** The chart as PNG, two dots for each of its own: a picture of its SVG, in letters that come with the program. */
export async function renderPng(chart: Chart): Promise<Uint8Array> {
  const kit = await (require('canvaskit-wasm') as () => Promise<CanvasKit>)();
  const surface = kit.MakeSurface(look.width * scale, look.height * scale);
  if (surface === null) throw new Error('there is no room for the picture');
  const canvas = surface.getCanvas();
  canvas.scale(scale, scale);
  new Painter(kit, canvas).paint(renderSvg(chart));
  const image = surface.makeImageSnapshot();
  const bytes = image.encodeToBytes(kit.ImageFormat.PNG, 100);
  if (bytes === null) throw new Error('the picture cannot be written');
  const copy = bytes.slice();
  image.delete();
  surface.delete();
  return copy;
}

const scale = 2;

type Attributes = Readonly<Record<string, string>>;

/** Paints what the SVG of our charts has: rectangles, paths and lines of text, in groups that may be clipped. */
class Painter {
  readonly #kit: CanvasKit;
  readonly #canvas: Canvas;
  readonly #faces: Readonly<Record<'400' | '700', Typeface>>;
  readonly #clips = new Map<string, string>();

  constructor(kit: CanvasKit, canvas: Canvas) {
    this.#kit = kit;
    this.#canvas = canvas;
    this.#faces = { 400: faceOf(kit, 'Regular'), 700: faceOf(kit, 'Bold') };
  }

  paint(svg: string): void {
    for (const [, id = '', d = ''] of svg.matchAll(/<clipPath id="([^"]+)">\s*<path d="([^"]+)"/g)) {
      this.#clips.set(id, d);
    }
    const parser = new SaxesParser();
    let hidden = 0;
    let text: { attributes: Attributes; said: string } | undefined;
    parser.on('opentag', ({ name, attributes }) => {
      if (hidden > 0 || ['defs', 'title', 'desc'].includes(name)) hidden += 1;
      if (hidden > 0) return;
      this.#open(attributes);
      if (name === 'rect') this.#rectangle(attributes);
      if (name === 'path') this.#path(attributes);
      if (name === 'text') text = { attributes, said: '' };
    });
    parser.on('text', (said) => {
      if (text !== undefined) text.said += said;
    });
    parser.on('closetag', ({ name }) => {
      if (hidden > 0) {
        hidden -= 1;
        return;
      }
      if (name === 'text' && text !== undefined) {
        this.#text(text.attributes, text.said);
        text = undefined;
      }
      this.#canvas.restore();
    });
    parser.write(svg).close();
  }

  #open({ transform, 'clip-path': clip }: Attributes): void {
    this.#canvas.save();
    const [, id = ''] = /url\(#(.+)\)/.exec(clip ?? '') ?? [];
    const within = this.#clips.get(id);
    if (within !== undefined) {
      this.#canvas.clipPath(this.#pathOf(within), this.#kit.ClipOp.Intersect, true);
    }
    for (const [, how = '', of = ''] of (transform ?? '').matchAll(/(\w+)\(([^)]*)\)/g)) {
      this.#canvas.concat(matrixOf(how, of.split(/[ ,]+/).map(Number)));
    }
  }

  #rectangle(attributes: Attributes): void {
    const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((each) =>
      Number(attributes[each] ?? 0),
    );
    this.#fill(attributes, (paint) => this.#canvas.drawRect(this.#kit.XYWHRect(x, y, width, height), paint));
  }

  #path(attributes: Attributes): void {
    const path = this.#pathOf(attributes['d'] ?? '');
    this.#fill(attributes, (paint) => this.#canvas.drawPath(path, paint));
    this.#stroke(attributes, (paint) => this.#canvas.drawPath(path, paint));
    path.delete();
  }

  #text(attributes: Attributes, said: string): void {
    const style = attributes['style'] ?? '';
    const size = Number(/font-size:([\d.]+)px/.exec(style)?.[1] ?? 12);
    const isBold = /font-weight:(?:bold|700)/.test(style);
    const font = new this.#kit.Font(this.#faces[isBold ? 700 : 400], size);
    font.setSubpixel(true);
    const widths = font.getGlyphWidths(font.getGlyphIDs(said));
    const width = widths.reduce((sum, each) => sum + each, 0);
    const share = { start: 0, middle: 0.5, end: 1 }[attributes['text-anchor'] ?? 'start'] ?? 0;
    const x = Number(attributes['x'] ?? 0) - width * share;
    // From the middle of a line down to the foot of its letters.
    const drop = attributes['dominant-baseline'] === 'central' ? size * 0.36 : 0;
    const y = Number(attributes['y'] ?? 0) + drop;
    this.#fill(attributes, (paint) => this.#canvas.drawText(said, x, y, paint, font));
    font.delete();
  }

  #pathOf(d: string): NonNullable<ReturnType<CanvasKit['Path']['MakeFromSVGString']>> {
    const path = this.#kit.Path.MakeFromSVGString(d);
    if (path === null) throw new Error('the chart has a path that is none');
    return path;
  }

  #fill({ fill = '#000', 'fill-opacity': opacity = '1' }: Attributes, draw: (paint: Paint) => void): void {
    if (fill === 'none' || fill === 'transparent') return;
    const paint = this.#paint(fill, opacity);
    paint.setStyle(this.#kit.PaintStyle.Fill);
    draw(paint);
    paint.delete();
  }

  #stroke(attributes: Attributes, draw: (paint: Paint) => void): void {
    const { stroke = 'none', 'stroke-opacity': opacity = '1', 'stroke-width': width = '1' } = attributes;
    if (stroke === 'none' || stroke === 'transparent' || Number(width) === 0) return;
    const paint = this.#paint(stroke, opacity);
    paint.setStyle(this.#kit.PaintStyle.Stroke);
    paint.setStrokeWidth(Number(width));
    paint.setStrokeJoin(this.#kit.StrokeJoin.Bevel);
    const dashes = (attributes['stroke-dasharray'] ?? '').split(/[ ,]+/).filter(Boolean).map(Number);
    if (dashes.length > 1) paint.setPathEffect(this.#kit.PathEffect.MakeDash(dashes));
    draw(paint);
    paint.delete();
  }

  #paint(color: string, opacity: string): Paint {
    const paint = new this.#kit.Paint();
    paint.setAntiAlias(true);
    const parsed = this.#kit.parseColorString(color);
    paint.setColor(this.#kit.multiplyByAlpha(parsed, Number(opacity)));
    return paint;
  }
}

/** A movement of the pen as SVG writes it, as nine numbers, row by row. */
function matrixOf(how: string, given: readonly number[]): number[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = given;
  if (how === 'translate') return [1, 0, a, 0, 1, b, 0, 0, 1];
  if (how === 'matrix') return [a, c, e, b, d, f, 0, 0, 1];
  throw new Error(`the chart moves its pen in a way that is not known: ${how}`);
}

function faceOf(kit: CanvasKit, weight: 'Regular' | 'Bold'): Typeface {
  const file = require.resolve(`roboto-fontface/fonts/roboto/Roboto-${weight}.woff2`);
  const face = kit.Typeface.MakeFreeTypeFaceFromData(new Uint8Array(readFileSync(file)).buffer);
  if (face === null) throw new Error('the letters that come with the program cannot be read');
  return face;
}
