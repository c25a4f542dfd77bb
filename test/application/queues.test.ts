import { Queues } from '../../src/application/queues.ts';

/** A deed that is done when the test says so. */
function held(log: string[], name: string) {
  let finish = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const act = async (): Promise<string> => {
    log.push(`${name} begins`);
    await done;
    log.push(`${name} ends`);
    return name;
  };
  return { act, finish };
}

describe('what is asked under one name', () => {
  test('is done one after the other, in the order of asking', async () => {
    const log: string[] = [];
    const queues = new Queues();
    const [one, two] = [held(log, 'one'), held(log, 'two')];
    const results = Promise.all([queues.run('Case-c-1', one.act), queues.run('Case-c-1', two.act)]);
    two.finish();
    await Promise.resolve();
    expect(log).toEqual(['one begins']);
    one.finish();
    expect(await results).toEqual(['one', 'two']);
    expect(log).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  test('does not wait for what is asked under another', async () => {
    const log: string[] = [];
    const queues = new Queues();
    const [one, two] = [held(log, 'one'), held(log, 'two')];
    const first = queues.run('Case-c-1', one.act);
    two.finish();
    expect(await queues.run('Case-c-2', two.act)).toBe('two');
    expect(log).toEqual(['one begins', 'two begins', 'two ends']);
    one.finish();
    await first;
  });

  test('is done though what was asked before has failed, whose failure goes to whoever asked it', async () => {
    const queues = new Queues();
    const failing = queues.run('Case-c-1', () => Promise.reject(new Error('cut off')));
    const next = queues.run('Case-c-1', () => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('cut off');
    expect(await next).toBe('done');
  });
});
