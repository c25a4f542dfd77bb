/** Run by itself: puts questions to the ledger of a folder, and prints what is answered, one line of JSON a question. */
import { run } from '../../src/cli/program.ts';
import { openHouse } from '../../src/open-house.ts';

const [folder = '', ...questions] = process.argv.slice(2);

for (const question of questions) {
  const { exitCode, stdout } = await run([...question.split(' '), '--data', folder], { openHouse });
  console.log(JSON.stringify({ question, exitCode, stdout }));
}
