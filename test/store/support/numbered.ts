import { createHash } from 'node:crypto';
import type { StreamWrite } from '../../../src/store/event-store.ts';
import type { EventToAppend } from '../../../src/store/recorded-event.ts';

/** The event of this name: the same name is the same event, in every process. */
export function eventOf(name: string): EventToAppend {
  const digits = createHash('sha256').update(name).digest('hex').slice(0, 32);
  return {
    id: digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    type: 'PaymentReceived',
    schemaVersion: 1,
    commandId: name,
    causationId: null,
    actor: 'writer',
    effectiveOn: '2026-03-01',
    data: { name },
  };
}

/** The append of a writer in a hurry, by its key, `<name>.<hand>-<n>`: three events over two streams. */
export function hurriedAppend(key: string): StreamWrite[] {
  const [hand, digits] = key.split('-') as [string, string];
  const n = Number(digits);
  const events = [eventOf(`${key}-b`), eventOf(`${key}-c`)];
  return [
    { stream: `Receipt-${key}`, expected: 'no-stream', events: [eventOf(`${key}-a`)] },
    { stream: `Case-${hand}`, expected: n === 0 ? 'no-stream' : 2 * n - 1, events },
  ];
}
