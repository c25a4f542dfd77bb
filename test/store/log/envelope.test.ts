import { createHash } from 'node:crypto';
import {
  draftOf,
  emptyHash,
  leafHash,
  readEnvelope,
  runningHash,
  seal,
} from '../../../src/store/log/envelope.ts';
import { LogDamaged } from '../../../src/store/event-store.ts';
import { anEvent, idOf } from '../support/events.ts';

const said = anEvent(1, {
  causationId: idOf(7),
  actor: 'Żółć',
  data: { amount: '125.00', parts: [1, null] },
});
const draft = draftOf('Victim-1', 3, said);
const prev = 'ab'.repeat(32);
const sealed = seal(draft, '2026-03-01T12:00:00.000Z', prev);

/** What stands in every log, letter for letter. A change here is a change of every log there is. */
const written =
  '{"v":1,"id":"00000000-0000-5000-8000-000000000001","type":"PaymentReceived","schemaVersion":1,' +
  '"stream":"Victim-1","revision":3,"commandId":"command-1","causationId":"00000000-0000-5000-8000-000000000007",' +
  '"actor":"Żółć","recordedAt":"2026-03-01T12:00:00.000Z","effectiveOn":"2026-03-01",' +
  `"prev":"${prev}","data":{"amount":"125.00","parts":[1,null]}}`;

test('the bytes of an event are UTF-8 JSON, its fields in their order', () => {
  expect(sealed.bytes.toString('utf8')).toBe(written);
  expect(sealed.bytes.equals(Buffer.from(written, 'utf8'))).toBe(true);
});

test('a draft knows how many bytes there will be', () => {
  expect(draft.size).toBe(Buffer.byteLength(written));
});

test('what was written is what is read', () => {
  const place = {
    stream: 'Victim-1',
    revision: 3,
    position: 9,
    recordedAt: '2026-03-01T12:00:00.000Z',
    prev,
  };
  expect(readEnvelope(written, 9)).toEqual({ ...said, ...place });
});

test('the leaf hash is that of a zero byte and the bytes', () => {
  const hash = createHash('sha256')
    .update(Buffer.from([0]))
    .update(written)
    .digest('hex');
  expect(sealed.leaf).toBe(hash);
  expect(leafHash(sealed.bytes)).toBe(hash);
});

test('the running hash is that of a one byte, the hash before and the leaf', () => {
  const [before, leaf] = [Buffer.alloc(32, 7), Buffer.alloc(32, 9)];
  const hash = createHash('sha256')
    .update(Buffer.from([1]))
    .update(before)
    .update(leaf)
    .digest('hex');
  expect(runningHash(before.toString('hex'), leaf.toString('hex'))).toBe(hash);
});

test('the hashes of a known event are known', () => {
  expect(emptyHash).toBe('0'.repeat(64));
  expect(sealed.leaf).toBe('2949fceae120ac36523c32d2caf00e81023363e40b2a8f959bb95efb323d1196');
  expect(runningHash(emptyHash, sealed.leaf)).toBe(
    '1af84a5f575500400e318b728d58fdc3985a56e9c07a0762957b1ebbbe5df6d8',
  );
});

test.each(['', '{', 'null', '1', '"v"', '[]', '{}', '{"v":0}', '{"v":2}', '{"v":"1"}', '\u0000'])(
  'what is no event is damage: %j',
  (text) => {
    expect(() => readEnvelope(text, 17)).toThrow(LogDamaged);
    expect(() => readEnvelope(text, 17)).toThrow(/^position 17: /);
  },
);
