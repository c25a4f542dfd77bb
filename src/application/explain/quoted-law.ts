import { statutesInForce } from '../../domain/statutes/in-force.ts';
import type { QuotedLaw } from './explanation.ts';

const words: ReadonlyMap<string, string> = new Map(
  statutesInForce.map((statute) => [statute.citation, statute.words]),
);

/**
 * These provisions, each with its words. A paragraph that has no file of its own has those of what it is part of; of a whole
 * section, the first provision that the ledger carries out is quoted.
 */
export function quoted(...citations: readonly string[]): readonly QuotedLaw[] {
  return [...new Set(citations)].map((citation) => {
    const found = withWords(citation) ?? first(citation);
    return {
      citation: found === undefined ? citation : citationOf(citation, found),
      words: words.get(found ?? '') ?? null,
    };
  });
}

function withWords(citation: string): string | undefined {
  if (words.has(citation) || !citation.endsWith(')')) return words.has(citation) ? citation : undefined;
  return withWords(citation.slice(0, citation.lastIndexOf('(')));
}

function first(citation: string): string | undefined {
  return [...words.keys()].find((each) => each.startsWith(`${citation}(`));
}

/** The narrower of the two: what was cited, or what of it is quoted. */
function citationOf(cited: string, found: string): string {
  return found.startsWith(cited) ? found : cited;
}
