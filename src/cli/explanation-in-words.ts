import type { Line } from '../application/explain/arithmetic.ts';
import type { Explanation, Fact, Step } from '../application/explain/explanation.ts';
import { counted } from './amounts.ts';
import type { Desk } from './desk.ts';

/** So wide is the text that people read. */
const width = 100;

/** More facts than so many are not read one by one. */
const factsShown = 20;

/** An explanation for people: numbered steps, each with its facts, the law's words, the answers and the sums. */
export function explanationInWords({ title, steps }: Explanation, { names, style }: Desk): string {
  const quoted = new Map<string, number>();
  const shown = (text: string): string => text.replaceAll(ids, (id) => names.shown(id));
  const told = steps.map((step) => stepInWords(step, { quoted, shown }));
  return [style.bold(wrapped(shown(title), '', '').join('\n')), ...told]
    .map((part) => `${part}\n`)
    .join('\n');
}

const ids = /\b[vcdo]-[0-9bcdfghjkmnpqrstvwxyz]{1,26}\b/g;

interface Told {
  /** The provisions that were quoted in full, each with the step. */
  readonly quoted: Map<string, number>;
  readonly shown: (text: string) => string;
}

function stepInWords(step: Step, { quoted, shown }: Told): string {
  const first = `${String(step.number)}. `;
  return [
    ...wrapped(shown(step.says), first, ' '.repeat(first.length)),
    ...factsInWords(step, shown),
    ...step.law.flatMap(({ citation, words }) => lawInWords(citation, words, { quoted, step })),
    ...step.policies.flatMap(({ policy, value, version, question }) =>
      wrapped(
        `${policy}: ${value}, by the answers of version ${String(version)}. ${question}`,
        '   Policy ',
        wide,
      ),
    ),
    ...step.arithmetic.flatMap(lineInWords(shown)),
  ].join('\n');
}

const wide = ' '.repeat(10);

function factsInWords({ facts, factsLeftOut }: Step, shown: Told['shown']): readonly string[] {
  const lines = facts.slice(0, factsShown).flatMap((fact) => factInWords(fact, shown));
  const more = Math.max(0, facts.length - factsShown) + factsLeftOut;
  return more === 0 ? lines : [...lines, `   and ${counted(more, 'more fact')}; --json gives them`];
}

function factInWords({ position, effectiveOn, type, says }: Fact, shown: Told['shown']): readonly string[] {
  return wrapped(shown(`${type}: ${says}`), `   Fact ${String(position)}, ${effectiveOn}, `, wide);
}

/** The words stand where the provision comes first; later steps point there. */
function lawInWords(
  citation: string,
  words: string | null,
  { quoted, step }: Pick<Told, 'quoted'> & { readonly step: Step },
): readonly string[] {
  const before = quoted.get(citation);
  if (before !== undefined) return [`   Law ${citation}, quoted in step ${String(before)}`];
  if (words === null) return [`   Law ${citation}`];
  quoted.set(citation, step.number);
  return [`   Law ${citation}`, ...wrapped(words, '     > ', '     > ')];
}

function lineInWords(shown: Told['shown']): (line: Line) => readonly string[] {
  return ({ text, note, isAsRecorded }) => {
    const proof = proofs[String(isAsRecorded) as keyof typeof proofs];
    const beside = [...(note === null ? [] : [shown(note)]), ...(proof === undefined ? [] : [proof])];
    const told = beside.length === 0 ? [] : wrapped(beside.join('; '), wide, wide);
    return [...wrapped(text, '   Sum ', wide), ...told];
  };
}

const proofs: Readonly<Record<'true' | 'false' | 'null', string | undefined>> = {
  true: 'as recorded',
  false: 'NOT AS RECORDED: the ledger holds another figure',
  null: undefined,
};

/** The text in lines of no more than so many characters, where its words allow it. */
function wrapped(text: string, first: string, later: string): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      [line, isEmpty] = [later, true];
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}
