import type { LedgerEvent } from '../../domain/events.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import type { Documents } from '../documents/documents.ts';
import type { EventStore } from '../../store/event-store.ts';
import type { AllQueries } from '../views/all-queries.ts';
import type { Clocks, Standpoint } from '../views/ledger.ts';
import { LogFacts } from './log-facts.ts';
import { PolicyBook } from './policy-book.ts';

/** What explanations are made from: the log, and what the ledger answers. */
export interface Sources {
  readonly log: EventStore;
  readonly documents: Documents;
  readonly queries: AllQueries;
}

/** One explanation in the making: the answer that is explained stands on the same clocks. */
export interface Asking extends Sources {
  readonly clocks: Clocks;
  readonly standpoint: Standpoint;
  readonly facts: LogFacts;
  readonly book: PolicyBook;
}

/** Reads on the clocks of an answer. */
export async function askingOn(sources: Sources, clocks: Clocks, standpoint: Standpoint): Promise<Asking> {
  const { log, documents } = sources;
  const facts = new LogFacts(log, documents, standpoint);
  return { ...sources, clocks, standpoint, facts, book: await PolicyBook.read(log, standpoint.position) };
}

/** The answers by which something was decided, where its event names them. */
export function policiesNamed({ book }: Asking, { data }: LedgerEvent): Policies | undefined {
  const version = 'policyVersion' in data ? data.policyVersion : undefined;
  return version === undefined ? undefined : book.version(version);
}
