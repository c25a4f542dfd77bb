/**
 * A process with no rights but to read: to root, nothing is read-only. Runs the program on each line of words that it
 * is given as JSON, `[[data, words], …]`, and answers what became of each.
 */
import { run, type Ran } from '../../src/cli/program.ts';
import { openHouse } from '../../src/open-house.ts';
import { jsonLines, payment } from './small-world.ts';

const nobody = 65_534;
if (process.getuid?.() === 0) {
  process.setgid?.(nobody);
  process.setuid?.(nobody);
}

const asked = JSON.parse(process.argv[2] ?? '[]') as readonly (readonly [data: string, words: string])[];
const answers: Ran[] = [];
for (const [data, words] of asked) {
  const stdin = jsonLines([payment('9', '1.00')]);
  answers.push(await run([...words.split(' '), '--data', data], { openHouse, stdin }));
}
process.stdout.write(JSON.stringify(answers));
