import { Body, Controller, Get, Module, Post, Query, type DynamicModule, type Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { getMetadataStorage } from 'class-validator';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { House } from '../../src/application/house.ts';
import { AppModule } from '../../src/app.module.ts';
import { problemCodes, problemTypes } from '../../src/http/problem-types.ts';
import { openHouse } from '../../src/open-house.ts';
import { requestTypes } from '../../src/requests/request-types.ts';
import { doorOf, type Door } from './app.ts';

const textOf = (...path: readonly string[]): string =>
  readFileSync(join(import.meta.dirname, '..', '..', ...path), 'utf8');
const docs = textOf('docs', 'http.md');
const requests = textOf('examples', 'requests.http');

describe('the OpenAPI document', () => {
  let door: Door;
  let document: Document;

  beforeAll(async () => {
    door = await doorOf(await openHouse('memory'));
    document = (await door.get('/api/openapi.json')).body;
  });

  afterAll(() => door.close());

  const operations = (): readonly (Operation & { method: string; path: string })[] =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ ...operation, method, path })),
    );

  test('is of version 3.1, and has a page that needs no other machine', async () => {
    expect(document.openapi).toBe('3.1.1');
    const page = await door.get('/api/docs');
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/(?:src|href)="https?:/);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    for (const [, file = ''] of page.text.matchAll(/(?:src|href)="(\.[^"]+)"/g)) {
      const { status } = await door.get(new URL(file, 'http://here/api/').pathname);
      expect([file, status]).toEqual([file, 200]);
    }
  });

  test('names every route', () => {
    const told = operations().map(({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`);
    expect([...told].sort()).toEqual([...routesOf(door)].sort());
  });

  test('has a route of its own for every command', () => {
    const ids = operations().flatMap(({ method, operationId }) => (method === 'post' ? [operationId] : []));
    // A file, and what lies open, come to commands of their own, one by one.
    const others = ['AnyCommand', 'TakeInFile', 'Reconcile'];
    expect([...ids].sort()).toEqual([...requestTypes.map(({ name }) => name), ...others].sort());
  });

  test('says of each operation what it does, with an example', () => {
    for (const { path, method, summary, requestBody, responses } of operations()) {
      const given =
        requestBody?.content['application/json'] ?? responses['200']?.content?.['application/json'];
      const { example, examples } = given ?? {};
      expect([method, path, Boolean(summary), Boolean(example ?? examples)]).toEqual([
        method,
        path,
        true,
        true,
      ]);
    }
  });

  test('asks for each header once', () => {
    for (const { parameters = [], path } of operations()) {
      const names = parameters.map(({ name, in: place }) => `${place} ${name.toLowerCase()}`);
      expect([path, ...names]).toEqual([path, ...new Set(names)]);
    }
  });

  test('leads nowhere that is not there', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
    const dangling = refs
      .map(([, name = '']) => name)
      .filter((name) => !(name in document.components.schemas));
    expect(refs.length).toBeGreaterThan(50);
    expect(dangling).toEqual([]);
  });

  test('says of every field what it is', () => {
    for (const { name, requestClass, fields } of requestTypes) {
      const schema = document.components.schemas[requestClass.name];
      expect([name, Object.keys(schema?.properties ?? {})]).toEqual([
        name,
        fields.map((field) => field.name),
      ]);
      for (const field of fields) {
        expect(schema?.properties?.[field.name]?.description).toContain(field.schema.description);
      }
    }
  });

  test('does not ask in a body for what stands in the path', () => {
    const { required } = document.components.schemas['RecordRefundRequest'] ?? {};
    expect(required).toEqual(['refundId', 'amount', 'on']);
  });

  test('agrees with docs/http.md on the routes', () => {
    const told = [...docs.matchAll(/^#+ `(GET|POST|PUT) (\S+)`$/gm)].map(
      ([, method, path]) => `${method} ${path}`,
    );
    const routes = operations().map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect([...told].sort()).toEqual([...routes].sort());
  });

  test('agrees with docs/http.md on what is sent and answered', () => {
    const told = [...docs.matchAll(/^### `(GET|POST|PUT) (\S+)`\n[^#]*?```json\n([^`]*)```/gm)];
    expect(told).toHaveLength(operations().length);
    for (const [, method = '', path = '', json = ''] of told) {
      const shown = exampleOf(path, document.paths[path]?.[method.toLowerCase()]);
      expect({ method, path, json: JSON.parse(json) }).toEqual({ method, path, json: shown });
    }
  });

  test('agrees with examples/requests.http, which asks for every route', () => {
    const asked = [...requests.matchAll(/^(GET|POST|PUT) \{\{host\}\}([^?\s]+)/gm)];
    const routes = operations().map(({ method, path }) => ({
      route: `${method.toUpperCase()} ${path}`,
      pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
      method: method.toUpperCase(),
    }));
    const unasked = routes.filter(
      ({ method, pattern }) => !asked.some(([, by, path = '']) => by === method && pattern.test(path)),
    );
    expect(unasked).toEqual([]);
  });

  test('agrees with docs/http.md on the problems', () => {
    const rows = [...docs.matchAll(/^\| `([\w-]+)`\s*\| (\d{3})/gm)].map(
      ([, code, status]) => `${code} ${status}`,
    );
    expect(rows).toEqual(problemCodes.map((code) => `${code} ${problemTypes[code].status}`));
  });
});

describe('every body and query', () => {
  @Controller('bad')
  class BadController {
    @Post()
    typeOnly(@Body() body: { readonly amount: string }): object {
      return body;
    }

    @Get()
    oneByOne(@Query('asOf') asOf: string): string {
      return asOf;
    }
  }

  @Module({ controllers: [BadController] })
  class BadModule {}

  @Module({})
  class RootModule {}

  const unvalidatedIn = async (root: DynamicModule | Type<object>): Promise<readonly string[]> => {
    const module = { module: RootModule, imports: [DiscoveryModule, root] };
    const app = await Test.createTestingModule({ imports: [module] }).compile();
    const controllers = app.get(DiscoveryService).getControllers();
    const found = controllers.flatMap(({ metatype }) => unvalidated(metatype as Type<object>));
    await app.close();
    return found;
  };

  test('is typed by a class that is there at run time, and so is validated', async () => {
    expect(await unvalidatedIn(AppModule.over({} as House))).toEqual([]);
  });

  test('would be found out if it were not', async () => {
    expect(await unvalidatedIn(BadModule)).toEqual([
      'BadController.typeOnly[0]',
      'BadController.oneByOne[0]',
    ]);
  });
});

/** Bodies and queries that nothing validates: taken apart, or of a type that is gone at run time. */
function unvalidated(controller: Type<object>): readonly string[] {
  const checked: readonly number[] = [RouteParamtypes.BODY, RouteParamtypes.QUERY];
  return Object.getOwnPropertyNames(controller.prototype).flatMap((method) => {
    const args: Record<string, { index: number; data?: unknown }> =
      Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {};
    const types: Type<object>[] =
      Reflect.getMetadata('design:paramtypes', controller.prototype, method) ?? [];
    return Object.entries(args)
      .filter(([key]) => checked.includes(Number(key.split(':')[0])))
      .filter(([, { index, data }]) => data !== undefined || !isValidated(types[index]))
      .map(([, { index }]) => `${controller.name}.${method}[${index}]`);
  });
}

function isValidated(type: Type<object> | undefined): boolean {
  if (type === undefined) return false;
  return getMetadataStorage().getTargetValidationMetadatas(type, '', true, false).length > 0;
}

/** What is sent to a route, save what its path says; or what it answers, where nothing is sent. */
function exampleOf(path: string, operation: Operation | undefined): unknown {
  const answer = operation?.responses['200']?.content?.['application/json']?.example;
  const examples = operation?.requestBody?.content['application/json']?.examples;
  const [sent] = Object.values(examples ?? {}).map(({ value }) => value);
  return sent === undefined ? answer : withoutPath(path, sent);
}

/** The fields that are not said by the path. */
function withoutPath(path: string, body: object): object {
  const said = path.includes('{receiptId}') ? `${path}{source}{reference}` : path;
  return Object.fromEntries(Object.entries(body).filter(([name]) => !said.includes(`{${name}}`)));
}

/** The routes as Express has them, without those that Nest lays for the page of the document. */
function routesOf({ app }: Door): readonly string[] {
  const { stack } = (app.getHttpAdapter().getInstance() as unknown as { router: { stack: readonly Layer[] } })
    .router;
  return stack.flatMap(({ route }) => {
    if (route === undefined || route.path.startsWith('/api/docs') || route.path === '/api/openapi.json')
      return [];
    return Object.keys(route.methods).map((method) => `${method} ${route.path}`);
  });
}

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

interface Schema {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
}

interface Content {
  readonly 'application/json'?: {
    readonly example?: unknown;
    readonly examples?: Readonly<Record<string, { readonly value: object }>>;
  };
}

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
