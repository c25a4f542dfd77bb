import type { ExpectedRevision, StreamWrite } from '../../../src/store/event-store.ts';
import { AppendRefused } from '../../../src/store/event-store.ts';
import type { EventToAppend } from '../../../src/store/recorded-event.ts';
import type { Subject } from '../event-store.contract.ts';
import { anEvent, idOf, rejectionOf, write } from '../support/events.ts';

type Change = Partial<Record<keyof EventToAppend, unknown>>;

class Money {
  readonly cents = 1;
}

function partOfItself(): unknown {
  const data: { self?: unknown; other: number[] } = { other: [1] };
  data.self = [data, data];
  return data;
}

/** Doubles at each step: written out, it would be longer than any disk. */
function withoutEnd(): unknown {
  return Array.from({ length: 60 }).reduce<unknown>((inner) => [inner, inner], 1);
}

const badData: readonly (readonly [string, unknown])[] = [
  ['undefined', undefined],
  ['undefined in an object', { a: undefined }],
  ['undefined in a list', [1, undefined]],
  ['a hole in a list', [1, , 2]], // eslint-disable-line no-sparse-arrays
  ['a list with a name', Object.assign([1], { name: 2 })],
  ['NaN', NaN],
  ['NaN in an object', { a: { b: NaN } }],
  ['Infinity', Infinity],
  ['-Infinity', [-Infinity]],
  ['minus zero', { a: -0 }],
  ['a bigint', { cents: 12n }],
  ['a symbol', Symbol('a')],
  ['a key that is a symbol', { [Symbol('a')]: 1 }],
  ['a Date', { on: new Date(0) }],
  ['a Map', new Map([['a', 1]])],
  ['a Set', new Set([1])],
  ['a Buffer', Buffer.from('a')],
  ['a typed array', new Uint8Array(2)],
  ['an instance of a class', { amount: new Money() }],
  ['a boxed string', Object('a')],
  ['a regular expression', /a/],
  ['an error', new Error('a')],
  ['a promise', Promise.resolve(1)],
  ['a function', { f: () => 1 }],
  ['an object that says how it is written', { toJSON: () => 'x' }],
  ['an object that is part of itself', partOfItself()],
  ['an object without end', withoutEnd()],
  ['depth 101', Array.from({ length: 101 }).reduce<unknown>((inner) => [inner], 1)],
  ['depth 100,000', Array.from({ length: 100_000 }).reduce<unknown>((inner) => [inner], 1)],
  ['half of a surrogate pair', { a: 'x\ud800y' }],
  ['the other half', ['\udc00']],
  ['two halves in the wrong order', '\udc00\ud800'],
  ['half of a surrogate pair in a key', { '\ud800': 1 }],
];

const badEnvelopes: readonly (readonly [string, Change])[] = [
  ['an empty id', { id: '' }],
  ['an id that is no UUID', { id: 'payment-1' }],
  ['an id in capital letters', { id: 'ABCDEF00-0000-4000-8000-000000000001' }],
  ['an id in braces', { id: `{${idOf(1)}}` }],
  ['an id with a line end', { id: `${idOf(1)}\n` }],
  ['an id that is a number', { id: 17 }],
  ['no id', { id: undefined }],
  ['an empty type', { type: '' }],
  ['a type with a small letter first', { type: 'paymentReceived' }],
  ['a type with a dash', { type: 'Payment-Received' }],
  ['a type of the system', { type: '$metadata' }],
  ['a type with a quotation mark', { type: 'Payment"' }],
  ['a type of 101 letters', { type: 'A'.repeat(101) }],
  ['no type', { type: undefined }],
  ['schema version 0', { schemaVersion: 0 }],
  ['schema version 1.5', { schemaVersion: 1.5 }],
  ['schema version NaN', { schemaVersion: NaN }],
  ['a schema version in quotes', { schemaVersion: '1' }],
  ['an empty command id', { commandId: '' }],
  ['a command id of 201 letters', { commandId: 'c'.repeat(201) }],
  ['a command id with half of a surrogate pair', { commandId: '\ud800' }],
  ['no command id', { commandId: null }],
  ['an empty causation id', { causationId: '' }],
  ['a causation id that is no UUID', { causationId: 'x' }],
  ['an undefined causation id', { causationId: undefined }],
  ['an empty actor', { actor: '' }],
  ['an actor of 201 letters', { actor: 'a'.repeat(201) }],
  ['an actor with half of a surrogate pair', { actor: 'a\udfff' }],
  ['no actor', { actor: undefined }],
  ['a day in another order', { effectiveOn: '01-03-2026' }],
  ['a day with a time', { effectiveOn: '2026-03-01T00:00:00Z' }],
  ['month 13', { effectiveOn: '2026-13-01' }],
  ['day 32', { effectiveOn: '2026-03-32' }],
  ['day 0', { effectiveOn: '2026-03-00' }],
  ['a day with a line end', { effectiveOn: '2026-03-01\n' }],
  ['a Date for a day', { effectiveOn: new Date(0) }],
];

const badStreams: readonly (readonly [string, unknown])[] = [
  ['empty', ''],
  ['without a dash', 'Victim'],
  ['without an id', 'Victim-'],
  ['without a category', '-1'],
  ['with a small letter first', 'victim-1'],
  ['with a digit in the category', 'Victim2-1'],
  ['with a space', 'Victim-1 2'],
  ['with a slash', 'Victim-1/2'],
  ['with a line end', 'Victim-1\n'],
  ['with a NUL', 'Victim-1\u0000'],
  ['with a letter that is not ASCII', 'Victim-é'],
  ['of the system', '$all'],
  ['with an id of 121 letters', `Victim-${'1'.repeat(121)}`],
  ['not text', 17],
];

const badRevisions: readonly (readonly [string, unknown])[] = [
  ['-1', -1],
  ['-0.5', -0.5],
  ['1.5', 1.5],
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['2^53', 2 ** 53],
  ['2^53 - 1, after which there is no next', 2 ** 53 - 1],
  ['a bigint', 0n],
  ['any', 'any'],
  ['a number in quotes', '0'],
  ['undefined', undefined],
  ['null', null],
];

export function refusing({ open, traits }: Subject): void {
  const refused = async (
    writes: readonly StreamWrite[],
    atomicStreams = traits.atomicStreams,
  ): Promise<void> => {
    const store = await open({ atomicStreams });
    await store.append([write('Victim-1', 'no-stream', [1])]);
    const before = await store.head();
    expect(await rejectionOf(store.append(writes))).toBeInstanceOf(AppendRefused);
    expect(await store.head()).toEqual(before);
    expect(await store.append([write('Victim-1', 0, [2])])).toEqual({ revisions: [1], position: 2 });
  };
  const changed = (change: Change): StreamWrite[] => [
    { stream: 'Victim-2', expected: 'no-stream', events: [{ ...anEvent(3), ...change } as EventToAppend] },
  ];

  test('an append of nothing is refused', () => refused([]));
  test('where streams are written one at a time, a write of no events is refused', () =>
    refused([write('Victim-2', 'no-stream', [])], false));
  test.each(badData)('data is refused where it is %s', (_name, data) => refused(changed({ data })));
  test.each(badEnvelopes)('%s is refused', (_name, change) => refused(changed(change)));
  test.each(badStreams)('the name of a stream is refused where it is %s', (_name, stream) =>
    refused([write(stream as string, 'no-stream', [3])]),
  );
  test.each(badRevisions)('the expected revision %s is refused', (_name, expected) =>
    refused([write('Victim-1', expected as ExpectedRevision, [3])]),
  );
  test('an id twice in one write is refused', () => refused([write('Victim-1', 0, [3, 4, 3])]));
  test('the second event of a write is looked at like the first', () =>
    refused([{ stream: 'Victim-1', expected: 0, events: [anEvent(3), anEvent(4, { data: NaN })] }]));

  test('where streams are written one at a time, two are refused', () =>
    refused([write('Victim-2', 'no-stream', [3]), write('Victim-3', 'no-stream', [4])], false));

  test('where streams are written one at a time, one is stored', async () => {
    const store = await open({ atomicStreams: false });
    expect(store.capabilities.atomicStreams).toBe(false);
    expect(await store.append([write('Victim-1', 'no-stream', [1])])).toEqual({
      revisions: [0],
      position: 1,
    });
  });

  test('an event may have 900 KiB of stored bytes, and no byte more', async () => {
    const store = await open();
    const letters = 900 * 1024 - (await sizeOfEmpty(store));
    const large = (n: number): EventToAppend => anEvent(1, { data: 'é'.repeat(1) + 'x'.repeat(n - 2) });
    const tooLarge = [{ stream: 'Case-1', expected: 'no-stream' as const, events: [large(letters + 1)] }];
    expect(await rejectionOf(store.append(tooLarge))).toBeInstanceOf(AppendRefused);
    const justRight = [{ stream: 'Case-1', expected: 'no-stream' as const, events: [large(letters)] }];
    expect(await store.append(justRight)).toMatchObject({ revisions: [0] });
  });

  test('an append greater than the store takes is refused', async () => {
    const store = await open();
    const { maxAppendBytes } = store.capabilities;
    const data = 'x'.repeat(800 * 1024);
    const count = Math.ceil(maxAppendBytes / (800 * 1024));
    const events = Array.from({ length: count }, (_, n) => anEvent(n + 1, { data }));
    const writes = [{ stream: 'Case-1', expected: 'no-stream' as const, events }];
    expect(await rejectionOf(store.append(writes))).toBeInstanceOf(AppendRefused);
    expect((await store.head()).position).toBe(0);
  });

  if (traits.atomicStreams) {
    test('a second write to a stream that does not follow on the first is refused', async () => {
      await refused([write('Victim-2', 'no-stream', [3]), write('Victim-2', 1, [4])]);
      await refused([write('Victim-2', 'no-stream', [3]), write('Victim-2', 'no-stream', [4])]);
    });
    test('an id in two writes of one append is refused', () =>
      refused([write('Victim-2', 'no-stream', [3]), write('Victim-3', 'no-stream', [3])]));
    test('a good write beside a bad one is not stored', () =>
      refused([write('Victim-2', 'no-stream', [3]), write('victim', 'no-stream', [4])]));
  }
}

/** How many bytes the first event of Case-1 has around its data. */
async function sizeOfEmpty(store: Awaited<ReturnType<Subject['open']>>): Promise<number> {
  await store.append([{ stream: 'Case-2', expected: 'no-stream', events: [anEvent(2, { data: '' })] }]);
  for await (const [event] of store.readStream('Case-2')) {
    const { position, ...said } = event ?? { position: 0 };
    expect(position).toBe(1);
    return Buffer.byteLength(JSON.stringify({ v: 1, ...said }));
  }
  throw new Error('nothing was stored');
}
