import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { idPattern } from '../../domain/ids.ts';
import { docsPath } from '../api.ts';
import { answerSchemas } from './answer-schemas.ts';
import { doorSchemas } from './door-schemas.ts';
import { intakeSchemas } from './intake-schemas.ts';
import { monthSchemas } from './month-schemas.ts';
import { reconciliationSchemas } from './reconciliation-schemas.ts';
import { disbursementSchemas } from './disbursement-schemas.ts';
import { projectionSchemas } from './projection-schemas.ts';
import { reserveSchemas } from './reserve-schemas.ts';
import { describeRequests } from './request-schemas.ts';
import type { Schema } from './schema-words.ts';

/** Serves the document at `/api/openapi.json`, and a page of it, which needs no other machine, at `/api/docs`. */
export function serveDocument(app: NestExpressApplication): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup(docsPath, app, () => (document ??= documentOf(app)), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Restitution ledger',
    swaggerOptions: { validatorUrl: null, tryItOutEnabled: true },
  });
}

/** The OpenAPI document of every route. */
export function documentOf(app: NestExpressApplication): OpenAPIObject {
  describeRequests();
  const said = new DocumentBuilder()
    .setOpenAPIVersion('3.1.1')
    .setTitle('Restitution ledger')
    .setDescription(introduction)
    .setVersion('1')
    .build();
  const document = SwaggerModule.createDocument(app, said);
  const schemas = {
    ...document.components?.schemas,
    ...answerSchemas,
    ...projectionSchemas,
    ...reserveSchemas,
    ...reconciliationSchemas,
    ...intakeSchemas,
    ...monthSchemas,
    ...disbursementSchemas,
    ...doorSchemas,
  };
  const whole = { ...document, components: { ...document.components, schemas } } as OpenAPIObject;
  for (const [path, item] of Object.entries(whole.paths))
    fillPath(whole, path, Object.values(item) as Operation[]);
  return whole;
}

const introduction =
  'What victims lost, what defendants were ordered to pay, what was paid, and what the law makes of it. Amounts are ' +
  'text with two decimals, days are YYYY-MM-DD, instants are RFC 3339 in UTC. Every command needs an Idempotency-Key, and ' +
  'every question takes two clocks: asOf, what was in effect, and knownAt, what had been recorded.';

interface Operation {
  parameters?: Schema[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: { $ref: string } }>>;
  };
}

const pathSchemas: Readonly<Record<string, Schema>> = {
  victimId: { type: 'string', pattern: idPattern('victim'), example: 'v-7k2m9q' },
  caseId: { type: 'string', pattern: idPattern('case'), example: 'c-s4t8' },
  orderId: { type: 'string', pattern: idPattern('order'), example: 'o-5h3w' },
  representativeId: { type: 'string', pattern: idPattern('representative'), example: 'h-2w9d' },
  disbursementId: { type: 'string', pattern: idPattern('disbursement'), example: 'p-0091' },
  accountId: { type: 'string', pattern: idPattern('account'), example: 'k-2d7b' },
  runId: { type: 'string', pattern: idPattern('run'), example: 'n-20260701' },
  receiptId: { type: 'string', description: 'Source, point and number.', example: 'dcd.2026-00017' },
  id: { type: 'string', pattern: '^[vcdoh]-[0-9a-z]{1,26}$', example: 'v-7k2m9q' },
  kind: {
    type: 'string',
    enum: ['victim', 'liability', 'receipt', 'event', 'interest'],
    description: 'What is to be explained.',
    example: 'liability',
  },
  subject: {
    type: 'string',
    description:
      'The id of the victim, of the order, of the receipt, or, for interest, of the order or debt; the position of an event.',
    example: 'o-5h3w',
  },
  policy: { type: 'string', pattern: '^P-[0-9]{2}$', example: 'P-42' },
};

/** Says what stands in a path, and that it need not stand in the body as well. */
function fillPath(document: OpenAPIObject, path: string, operations: readonly Operation[]): void {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const inPath = names.map((name) => ({ name, in: 'path', required: true, schema: pathSchemas[name] }));
  for (const operation of operations) {
    const others = (operation.parameters ?? []).filter((parameter) => parameter['in'] !== 'path');
    operation.parameters = [...inPath, ...others];
    const body = bodyOf(document, operation);
    if (body?.required !== undefined)
      body.required = body.required.filter((field) => !isInPath(field, names));
  }
}

function bodyOf(
  { components }: OpenAPIObject,
  { requestBody }: Operation,
): { required?: string[] } | undefined {
  const name = requestBody?.content['application/json']?.schema.$ref.split('/').at(-1) ?? '';
  return components?.schemas?.[name] as { required?: string[] } | undefined;
}

function isInPath(field: string, names: readonly string[]): boolean {
  return names.includes(field === 'source' || field === 'reference' ? 'receiptId' : field);
}
