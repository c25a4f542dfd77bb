import type { Option } from './verb.ts';

/** Who signs, in what part, and when. */
export const signatureOptions: readonly Option[] = [
  { flags: '--as <role>', meaning: 'prepared or approved' },
  { flags: '--by <id>', meaning: 'who signs, by id or label' },
  { flags: '--on <date>', meaning: 'the day of the signature; the present one unless told' },
];
