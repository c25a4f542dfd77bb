import { statutesInForce } from '../../domain/statutes/in-force.ts';
import type { QuotedLaw } from './explanation.ts';

const words: ReadonlyMap<string, string> = new Map(
  statutesInForce.map((statute) => [statute.citation, statute.words]),
);

/** These provisions, each with its words; a paragraph that has no file of its own, with those of what it is part of. */
export function quoted(...citations: readonly string[]): readonly QuotedLaw[] {
  return [...new Set(citations)].map((citation) => ({ citation, words: wordsOf(citation) }));
}

function wordsOf(citation: string): string | null {
  const found = words.get(citation);
  if (found !== undefined || !citation.endsWith(')')) return found ?? null;
  return wordsOf(citation.slice(0, citation.lastIndexOf('(')));
}
