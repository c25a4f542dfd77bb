/**
 * `npm run check`: every step that keeps the house in order, as many at a time as the machine has cores. All of them
 * run, whatever fails, and what a failed step has to say is printed under its name.
 *
 *     npm run check                 all steps
 *     npm run check -- lint types   these alone
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';

const steps = {
  format: ['prettier --check --log-level warn .', 'npm run format puts it right'],
  lint: ['eslint --max-warnings 0 .', 'the rules stand in eslint.config.js'],
  types: ['tsc -p tsconfig.json', 'the compiler’s own words'],
  walls: ['depcruise src --config .dependency-cruiser.mjs', 'who may import whom: .dependency-cruiser.mjs'],
  unused: ['knip', 'files, exports and packages that nothing uses: knip.json'],
  house: ['npm test --silent -- --selectProjects house', 'documents and tidiness: test/house'],
};

const root = join(import.meta.dirname, '..', '..');
const env = {
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`no such step: ${unknown.join(', ')}; there are ${Object.keys(steps).join(', ')}`);
  process.exit(2);
}
const waiting = asked.length > 0 ? asked : Object.keys(steps);
const failed = [];
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, work));
if (failed.length > 0) {
  console.error(`\ncheck failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}

async function work() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const [command, hint] = steps[name];
    const started = performance.now();
    const { code, said } = await run(command);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (code !== 0) failed.push(name);
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(8)}${seconds.padStart(6)} s`);
    if (code !== 0) console.log(`\n$ ${command}   (${hint})\n${said.trim()}\n`);
  }
}

function run(command) {
  return new Promise((resolve) => {
    const child = spawn(command, { cwd: root, env, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (said += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
    child.on('close', (code) => resolve({ code, said }));
  });
}
