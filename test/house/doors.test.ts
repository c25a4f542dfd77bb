import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { verbs } from '../../src/cli/verbs.ts';
import { filesUnder, root, textOf } from './source.ts';

const documentOf = (path: string): string => (existsSync(join(root, path)) ? textOf(path) : '');

describe('docs/cli.md', () => {
  const document = documentOf('docs/cli.md');
  const headings = [...document.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading.replaceAll('`', ''),
  );

  test.each(verbs.map((verb) => [verb.name, verb] as const))('tells of %s', (name, { summary, options }) => {
    expect(headings).toContainEqual(expect.stringMatching(new RegExp(`^(?:restitution )?${name}(?: |$)`)));
    expect(document).toContain(summary);
    for (const { flags } of options) expect(document).toContain(flags.split(/[ ,]/)[0]);
  });
});

describe('docs/http.md', () => {
  const document = documentOf('docs/http.md').replaceAll(/\{(\w+)\}/g, ':$1');

  test('tells of every route', async () => {
    const routes = await routesOf(filesUnder('src/http', /\.controller\.ts$/));
    expect(routes.length).toBeGreaterThan(0);
    expect(routes.filter((route) => !document.includes(route))).toEqual([]);
  });
});

/** Every route, as `GET /api/v1/victims/:victimId`. */
async function routesOf(paths: readonly string[]): Promise<readonly string[]> {
  const routes: string[] = [];
  for (const path of paths) {
    const exported: Record<string, unknown> = await import(join(root, path));
    for (const controller of Object.values(exported)) {
      if (typeof controller !== 'function') continue;
      const base = Reflect.getMetadata('path', controller) as string | undefined;
      if (base === undefined) continue;
      for (const handler of handlersOf(controller)) {
        const method = RequestMethod[Reflect.getMetadata('method', handler) as number] ?? '';
        const path = Reflect.getMetadata('path', handler) as string;
        routes.push(`${method} ${joined(base, path)}`);
      }
    }
  }
  return routes;
}

/** The methods of a controller that answer a route. */
function handlersOf({ prototype }: { prototype: object }): readonly object[] {
  return Object.values(Object.getOwnPropertyDescriptors(prototype))
    .map(({ value }: { value?: unknown }) => value)
    .filter((value) => typeof value === 'function')
    .filter((value) => Reflect.hasMetadata('method', value));
}

function joined(...parts: readonly string[]): string {
  const path = parts.flatMap((part) => part.split('/')).filter((part) => part !== '');
  return `/${path.join('/')}`;
}
