import type { StoredEvent } from '../../domain/events.ts';
import type { EventWords, WordsByType } from './words-by-type.ts';
import { wordsOfCases } from './words-of-cases.ts';
import { wordsOfCollection } from './words-of-collection.ts';
import { wordsOfPeople } from './words-of-people.ts';
import { wordsOfReceipts } from './words-of-receipts.ts';
import { wordsOfReserve } from './words-of-reserve.ts';
import { wordsOfRuns } from './words-of-runs.ts';
import { wordsOfStatements } from './words-of-statements.ts';
import { wordsOfVictims } from './words-of-victims.ts';

/** The words that are known, by type. */
const wordsOfEvents: WordsByType = {
  ...wordsOfVictims,
  ...wordsOfPeople,
  ...wordsOfCases,
  ...wordsOfCollection,
  ...wordsOfReceipts,
  ...wordsOfRuns,
  ...wordsOfReserve,
  ...wordsOfStatements,
};

/** The words of this event's type, if it has any. */
export function eventWords({ type }: Pick<StoredEvent, 'type'>): EventWords | undefined {
  return (wordsOfEvents as Readonly<Record<string, EventWords | undefined>>)[type];
}

/** What happened, in a sentence without its stop. */
export function eventInWords(event: StoredEvent): string {
  const words = eventWords(event);
  return words === undefined ? nameInWords(event.type) : words.says(event.data);
}

/** As a sentence begins; an id stays as it is written. */
export function capital(text: string): string {
  return /^[a-z]-/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** `LossDetermined`, as people say it: `loss determined`. */
function nameInWords(type: string): string {
  return type.replaceAll(/(?<!^)(?=[A-Z])/g, ' ').toLowerCase();
}
