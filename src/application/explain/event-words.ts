import type { StoredEvent } from '../../domain/events.ts';
import { fullRecovery } from '../../domain/statutes/18-usc-2259-b-2-c-full-recovery.ts';
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

/**
 * The provisions that an event rests on, beside the one that it names itself. What a case decides in its own stream is under
 * another statute than 18 U.S.C. 2259, whose cap has no part in it.
 */
export function provisionsOf(event: Pick<StoredEvent, 'type'>, stream: string): readonly string[] {
  const provisions = eventWords(event)?.law ?? [];
  return stream.startsWith('Case-')
    ? provisions.filter((each) => each !== fullRecovery.citation)
    : provisions;
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
