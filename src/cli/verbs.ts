import { keepingVerbs } from './keeping-verbs.ts';
import { closingVerbs } from './closing-verbs.ts';
import { reconcilingVerbs } from './reconciling-verbs.ts';
import { historyVerbs } from './history-verbs.ts';
import { readingVerbs } from './reading-verbs.ts';
import type { Verb } from './verb.ts';
import { writingVerbs } from './writing-verbs.ts';

/** Everything that the program can be asked to do, in the order of its help. */
export const verbs: readonly Verb[] = [
  ...writingVerbs,
  ...reconcilingVerbs,
  ...closingVerbs,
  ...readingVerbs,
  ...historyVerbs,
  ...keepingVerbs,
];
