import { setImmediate as nextTurn } from 'node:timers/promises';
import { Turns } from '../../src/application/turns.ts';

describe('turns', () => {
  let turns: Turns;
  let log: string[];

  beforeEach(() => {
    turns = new Turns();
    log = [];
  });

  const take = (ticket: number, name: string): Promise<void> =>
    turns.take(ticket, async () => {
      log.push(name);
      await nextTurn();
      log.push(`${name} done`);
    });

  test('are taken one after the other, in the order of asking', async () => {
    const [one, two] = [turns.ask(), turns.ask()];
    await Promise.all([take(one, 'one'), take(two, 'two')]);
    expect(log).toEqual(['one', 'one done', 'two', 'two done']);
  });

  test('are taken by those who come back before those who asked later', async () => {
    const [one, two, three] = [turns.ask(), turns.ask(), turns.ask()];
    await take(one, 'one');
    turns.expect(one);
    const later = Promise.all([take(two, 'two'), take(three, 'three')]);
    await nextTurn();
    expect([turns.isFirst(one), turns.isFirst(two)]).toEqual([true, false]);
    await Promise.all([take(one, 'one again'), later]);
    expect(log.filter((line) => !line.endsWith('done'))).toEqual(['one', 'one again', 'two', 'three']);
  });

  test('go on when whoever was to come back does not', async () => {
    const [one, two] = [turns.ask(), turns.ask()];
    turns.expect(one);
    const later = take(two, 'two');
    await nextTurn();
    expect(log).toEqual([]);
    turns.leave(one);
    await later;
    expect(log).toEqual(['two', 'two done']);
  });

  test('go on when one of them fails', async () => {
    const [one, two] = [turns.ask(), turns.ask()];
    const failing = turns.take(one, () => Promise.reject(new Error('no')));
    const next = take(two, 'two');
    await expect(failing).rejects.toThrow('no');
    await next;
    expect(log).toEqual(['two', 'two done']);
  });
});
