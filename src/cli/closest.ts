/** The word that was most likely meant, in a sentence to be put before an advice; nothing where none is close. */
export function didYouMean(word: string, words: readonly string[]): string {
  const found = closest(word, words);
  return found === undefined ? '' : `Did you mean ${found}? `;
}

function closest(word: string, words: readonly string[]): string | undefined {
  const [first] = words
    .map((each) => ({ each, distance: distanceOf(word.toLowerCase(), each.toLowerCase()) }))
    .sort((one, other) => one.distance - other.distance);
  // A third of the letters may be wrong: whoever is further off meant something else.
  return first !== undefined && first.distance <= Math.max(1, word.length / 3) ? first.each : undefined;
}

/** How many letters must be put in, left out or changed to make one word of the other. */
function distanceOf(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [row, letter] of [...one].entries()) {
    const now = [row + 1];
    for (const [column, its] of [...other].entries()) {
      const changed = (before[column] ?? 0) + (letter === its ? 0 : 1);
      now.push(Math.min(changed, (before[column + 1] ?? 0) + 1, (now[column] ?? 0) + 1));
    }
    before = now;
  }
  return before.at(-1) ?? 0;
}
