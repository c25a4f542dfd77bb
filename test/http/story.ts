import type { Response } from 'supertest';
import type { CommandType } from '../../src/domain/commands.ts';
import { exampleBodies } from '../../src/requests/example-bodies.ts';
import { neededBefore } from '../../src/requests/example-story.ts';
import { documentOf } from '../../src/http/openapi/openapi.ts';
import type { Door } from './app.ts';

/** One command of the story, and what became of it. */
export interface Told {
  readonly command: string;
  readonly path: string;
  readonly body: object;
  readonly key: string;
  readonly answer: Response;
}

/** Sends the examples of the document, each to the route of its own, up to the one before `until`. */
export async function tellStory(
  door: Door,
  { until }: { until?: CommandType } = {},
): Promise<readonly Told[]> {
  const paths = pathsOf(door);
  const told: Told[] = [];
  for (const [command, body] of Object.entries(exampleBodies)) {
    if (command === until) break;
    await tellWhatIsNeeded(door, command);
    const path = paths.get(command) ?? '';
    const key = `story-${command}`;
    const answer = await door.post(path, withoutPath(path, body), key);
    told.push({ command, path, body: withoutPath(path, body), key, answer });
  }
  return told;
}

/** What the command needs to have been sent before it. */
export async function tellWhatIsNeeded(door: Door, by: string): Promise<void> {
  for (const [command, body] of neededBefore[by] ?? [])
    await door.post('/api/v1/commands', { command, ...body });
}

/** The path of each command, with the values of the examples in it. */
function pathsOf({ app }: Door): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const [path, { post }] of Object.entries(documentOf(app).paths)) {
    const command = post?.operationId ?? '';
    const { source = '', reference = '', ...fields } = examples[command] ?? {};
    const values: Readonly<Record<string, string>> = { ...fields, receiptId: `${source}.${reference}` };
    paths.set(
      command,
      path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
    );
  }
  return paths;
}

const examples = exampleBodies as unknown as Readonly<
  Record<string, Readonly<Record<string, string>> | undefined>
>;

/** What the path says need not be said again. */
function withoutPath(path: string, body: object): object {
  const parts = path.split('/').flatMap((part) => [part, ...part.split('.')]);
  const isDeep = path.split('/').length > 4;
  return Object.fromEntries(
    Object.entries(body).filter(([, value]) => !isDeep || !parts.includes(String(value))),
  );
}
