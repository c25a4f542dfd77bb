import type { Subject } from '../event-store.contract.ts';
import { allOf, anEvent, clockOf, rejectionOf, write } from '../support/events.ts';

export function telling({ open }: Subject): void {
  test('the head of an empty log is at 0, and its hash is 64 zeros', async () => {
    expect(await (await open()).head()).toEqual({ position: 0, hash: '0'.repeat(64) });
  });

  test('the head moves with each append, and its hash with it', async () => {
    const store = await open();
    const hashes = new Set([(await store.head()).hash]);
    for (let n = 1; n <= 10; n += 1) {
      await store.append([write(`Victim-${String(n)}`, 'no-stream', [n])]);
      const head = await store.head();
      expect(head.position).toBe(n);
      expect(head.hash).toMatch(/^[0-9a-f]{64}$/);
      hashes.add(head.hash);
    }
    expect(hashes.size).toBe(11);
  });

  test('what is refused does not move the head', async () => {
    const store = await open();
    await store.append([write('Victim-1', 'no-stream', [1])]);
    const before = await store.head();
    await rejectionOf(store.append([write('Victim-1', 'no-stream', [2])]));
    expect(await store.head()).toEqual(before);
  });

  test('two logs with the same events have the same hash, and with others another', async () => {
    const hashOf = async (actor: string): Promise<string> => {
      const store = await open({ clock: () => new Date('2026-03-01T00:00:00Z') });
      await store.append([write('Victim-1', 'no-stream', [1])]);
      await store.append([{ stream: 'Victim-1', expected: 0, events: [anEvent(2, { actor })] }]);
      return (await store.head()).hash;
    };
    expect(await hashOf('one')).toBe(await hashOf('one'));
    expect(await hashOf('one')).not.toBe(await hashOf('other'));
  });

  test('an event is recorded when the clock says', async () => {
    const store = await open({ clock: clockOf('2026-03-01T10:00:00.001Z', '2026-03-01T10:00:00.002Z') });
    await store.append([write('Victim-1', 'no-stream', [1])]);
    await store.append([write('Victim-1', 0, [2])]);
    const times = (await allOf(store.readAll())).map((event) => event.recordedAt);
    expect(times).toEqual(['2026-03-01T10:00:00.001Z', '2026-03-01T10:00:00.002Z']);
  });

  test('a clock that is set back does not set the log back', async () => {
    const store = await open({
      clock: clockOf(
        '2026-03-01T10:00:00Z',
        '2016-03-01T10:00:00Z',
        '2026-03-01T09:59:59Z',
        '2026-03-01T11:00:00Z',
      ),
    });
    for (let n = 1; n <= 4; n += 1) await store.append([write(`Victim-${String(n)}`, 'no-stream', [n])]);
    const times = (await allOf(store.readAll())).map((event) => event.recordedAt);
    const ten = '2026-03-01T10:00:00.000Z';
    expect(times).toEqual([ten, ten, ten, '2026-03-01T11:00:00.000Z']);
  });

  test.each([
    ['2026-03-01T09:59:59.999Z', 0],
    ['1970-01-01T00:00:00Z', 0],
    ['2026-03-01T10:00:00Z', 2],
    ['2026-03-01T10:00:00.000Z', 2],
    ['2026-03-01T10:00:00.9999Z', 2],
    ['2026-03-01T10:00:01Z', 3],
    ['2026-03-01T10:59:59.999999Z', 3],
    ['2026-03-01T11:00:00Z', 6],
    ['2099-12-31T23:59:59Z', 6],
  ])('at %s the last position was %i', async (instant, position) => {
    const [ten, tenAndOne, eleven] = ['2026-03-01T10:00:00Z', '2026-03-01T10:00:01Z', '2026-03-01T11:00:00Z'];
    const store = await open({ clock: clockOf(ten, ten, tenAndOne, eleven, eleven, eleven) });
    for (let n = 1; n <= 6; n += 1) await store.append([write(`Victim-${String(n)}`, 'no-stream', [n])]);
    expect(await store.positionAt(instant)).toBe(position);
  });

  test('in an empty log there was never an event', async () => {
    expect(await (await open()).positionAt('2026-03-01T10:00:00Z')).toBe(0);
  });

  test.each([
    '',
    'yesterday',
    '2026-03-01',
    '2026-03-01T10:00:00',
    '2026-03-01T10:00:00+01:00',
    '2026-13-01T10:00:00Z',
  ])('%j is no instant', async (instant) => {
    const store = await open();
    await store.append([write('Victim-1', 'no-stream', [1])]);
    expect(await rejectionOf(store.positionAt(instant))).toBeInstanceOf(RangeError);
  });
}
