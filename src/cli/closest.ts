import leven from 'leven';

/** The word that was most likely meant, in a sentence to be put before an advice; nothing where none is close. */
export function didYouMean(word: string, words: readonly string[]): string {
  const found = closest(word, words);
  return found === undefined ? '' : `Did you mean ${found}? `;
}

function closest(word: string, words: readonly string[]): string | undefined {
  const [first] = words
    .map((each) => ({ each, distance: leven(word.toLowerCase(), each.toLowerCase()) }))
    .sort((one, other) => one.distance - other.distance);
  // A third of the letters may be wrong: whoever is further off meant something else.
  return first !== undefined && first.distance <= Math.max(1, word.length / 3) ? first.each : undefined;
}
