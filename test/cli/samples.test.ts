import { exampleBodies } from '../../src/requests/example-bodies.ts';
import { neededBefore } from '../../src/requests/example-story.ts';
import { smallWorld } from './small-world.ts';

describe('restitution commands', () => {
  test('prints a sample line of each, and told in the order of their story every one of them is accepted', async () => {
    const world = await smallWorld();
    for (const command of Object.keys(exampleBodies)) {
      const needed = neededBefore[command] ?? [];
      if (needed.length > 0) await world.apply(needed.map(([name, body]) => ({ command: name, ...body })));
      const { stdout } = await world.restitution(['commands', command]);
      const sample = stdout.trimEnd().split('\n').at(-1) ?? '';
      const { exitCode, stdout: answered } = await world.restitution(['apply', '-'], {
        stdin: `${sample}\n`,
      });
      expect([command, exitCode, answered.includes(' 0 refused')]).toEqual([command, 0, true]);
      expect(Object.values(JSON.parse(sample) as object)).not.toContain(null);
    }
    await world.close();
  });
});
