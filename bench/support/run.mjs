/**
 * Runs a TypeScript file of this project: `node bench/support/run.mjs store` runs bench/store.ts, and
 * `node bench/support/run.mjs test/store/support/writer.ts …` runs that file, with the arguments that follow.
 */
import { register } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [named, ...rest] = process.argv.slice(2);
if (named === undefined) throw new Error('say what to run');
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const file = resolve(root, named.endsWith('.ts') ? named : `bench/${named}.ts`);

register('./typescript.mjs', import.meta.url);
// What runs sees its own name and its own arguments, as though it had been started by itself.
process.argv = [process.execPath, file, ...rest];
await import(pathToFileURL(file).href);
