import { exampleBodies } from '../requests/example-bodies.ts';
import { fieldsOf, type Field } from '../requests/field.ts';
import { requestTypes, type RequestType } from '../requests/request-types.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { styleFor, type Style } from './style.ts';
import { tableOf, type Column } from './table.ts';
import { isSet, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution commands`: what the ledger can be told, and what each command takes. */
export async function listCommands({ args, options }: Asked, world: World): Promise<Exit> {
  const [name] = args;
  const found = requestTypes.filter((type) => name === undefined || type.name === name);
  const [first] = found;
  if (first === undefined) {
    const advice = `Write one of ${requestTypes.map((type) => type.name).join(', ')}.`;
    throw new Failure('notFound', 'There is no such command.', advice);
  }
  const style = styleFor(world.stdout, world);
  const inWords = (): string => (name === undefined ? overview(found, style) : described(first, style));
  await world.stdout.write(isSet(options, 'json') ? asJson(found) : inWords());
  return 'fine';
}

function overview(types: readonly RequestType[], style: Style): string {
  const columns: readonly Column<RequestType>[] = [
    { title: 'command', text: ({ name }) => name },
    { title: 'what it does', text: ({ summary }) => summary },
  ];
  const more = '\nWhat one of them takes: restitution commands RecordPayment\n';
  return tableOf(types, columns, style.dim) + more;
}

function described({ name, summary, fields }: RequestType, style: Style): string {
  const line = JSON.stringify({ command: name, ...sampleOf(name) });
  return [
    `${style.bold(summary)}\n`,
    tableOf(fields.flatMap(withItems), fieldColumns, style.dim),
    ...fields.flatMap(withItems).flatMap((field) => choicesOf(field, style)),
    `A line of a file for \`restitution apply\`:\n${line}\n`,
  ].join('\n');
}

const fieldColumns: readonly Column<Field>[] = [
  { title: 'field', text: ({ name }) => name },
  { title: 'needed', text: ({ fallback }) => needed(fallback) },
  { title: 'what it is', text: ({ schema }) => schema.description },
];

/** The field, and the fields of what it is a list of. */
function withItems(field: Field): readonly Field[] {
  const { items, name } = field;
  const inner = items === undefined ? [] : [...fieldsOf(items).values()];
  return [field, ...inner.map((each) => ({ ...each, name: `${name}[].${each.name}` }))];
}

function needed(fallback: unknown): string {
  if (fallback === undefined) return 'yes';
  return typeof fallback === 'string' ? `no: ${fallback}` : 'no';
}

function choicesOf({ name, choices }: Field, style: Style): readonly string[] {
  if (choices === undefined) return [];
  const columns: readonly Column<[string, string]>[] = [
    { title: name, text: ([value]) => value },
    { title: 'meaning', text: ([, meaning]) => meaning },
  ];
  return [tableOf(Object.entries(choices), columns, style.dim)];
}

/** What is sent in the story that all samples make together; what it leaves unsaid is left out. */
function sampleOf(name: RequestType['name']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(exampleBodies[name]).filter(([, value]) => value !== null));
}

function asJson(types: readonly RequestType[]): string {
  const told = types.map(({ name, summary, fields }) => ({ name, summary, fields: fields.map(fieldAsJson) }));
  return `${JSON.stringify({ commands: told }, null, 2)}\n`;
}

function fieldAsJson({ name, fallback, schema, choices, items }: Field): object {
  const list = items === undefined ? {} : { items: [...fieldsOf(items).values()].map(fieldAsJson) };
  const needs = fallback === undefined ? { required: true } : { required: false, default: fallback };
  return { name, ...needs, ...schema, ...(choices !== undefined && { choices }), ...list };
}
