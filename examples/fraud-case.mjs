/**
 * A fraud case of as many victims as you like, and what comes of it: `node examples/fraud-case.mjs [VICTIMS] [FOLDER]`
 * makes up the files of a case under 18 U.S.C. 2327, takes them in by the program in a ledger of its own, and shows where
 * the money went. Without VICTIMS there are 200,000 of them; that takes four to five minutes and some 4 GB of memory.
 *
 * Two defendants owe jointly: the first all of the losses, the second a tenth. An insurer is paid behind all victims, and
 * the United States last. Special assessments come first; a fine comes last.
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, URL } from 'node:url';

const victims = Number(process.argv[2] ?? 200_000);
const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), 'restitution-fraud-case-'));
const program = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
if (!(Number.isSafeInteger(victims) && victims >= 1 && victims <= 200_000))
  fail('Write a number of victims from 1 to 200,000.');
if (!existsSync(program)) fail('Run npm ci first: it builds the program.');

const data = join(folder, 'ledger');
const [caseId, orderId, jointOrderId] = ['c-fr4d', 'o-fr4d1', 'o-fr4d2'];
const [first, second] = ['d-fr4d1', 'd-fr4d2'];
const day = '2025-03-03';
/** An order has at most 200,000 lines, and two of them are the insurer's and the United States'. */
const paid = Math.min(victims, 199_998);

/** From 25.00 to 25,000.00, the same each time. */
const lossOf = (number) => 2_500 + ((number * 7_919) % 2_497_501);
const written = (cents) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
const victimId = (number) => `v-fr${String(number).padStart(6, '0')}`;

mkdirSync(folder, { recursive: true });
await writeLines('1-people.jsonl', people());
await writeLines('2-orders.csv', orders());
await writeLines('3-judgment.jsonl', judgment());
await writeLines('4-payments.csv', payments());

say(`The files are in ${folder}`);
run('apply', join(folder, '1-people.jsonl'), '--quiet');
run('import', join(folder, '2-orders.csv'));
run('apply', join(folder, '3-judgment.jsonl'));
run('import', join(folder, '4-payments.csv'));
run('debts', '--case', caseId);
run('liabilities', '--victim', victimId(0));
run('liabilities', '--victim', 'v-frns');
run('trial-balance');
run('verify');

function* people() {
  yield command('RegisterCase', { caseId, on: day });
  for (const defendantId of [first, second])
    yield command('RegisterDefendant', { caseId, defendantId, on: day });
  for (let number = 0; number < paid; number += 1)
    yield command('RegisterVictim', { victimId: victimId(number), on: day });
  for (const id of ['v-frns', 'v-frst']) yield command('RegisterVictim', { victimId: id, on: day });
}

function* orders() {
  yield 'order,case,defendant,statute,offence_on,entered_on,victim,track,amount,final_on,final_ground,payee';
  for (const [order, defendant, share] of [
    [orderId, first, 1],
    [jointOrderId, second, 10],
  ]) {
    const row = (victim, cents, payee = '') =>
      [
        order,
        caseId,
        defendant,
        '18 U.S.C. 2327',
        '2021-06-01',
        day,
        victim,
        'FULL_AMOUNT',
        written(cents),
        '2025-03-17',
        '',
        payee,
      ].join();
    for (let number = 0; number < paid; number += 1)
      yield row(victimId(number), Math.ceil(lossOf(number) / share));
    yield row('v-frns', 5_000_000 / share, 'PROVIDER');
    yield row('v-frst', 1_000_000 / share, 'UNITED_STATES');
  }
}

function* judgment() {
  yield command('MakeOrdersJoint', { caseId, orders: [{ orderId }, { orderId: jointOrderId }], on: day });
  const debt = { caseId, defendantId: first, offenceOn: '2021-06-01', on: day };
  yield command('ImposeDebt', { debtId: 'b-fr4d1', kind: 'ASSESSMENT_3013', amount: '300.00', ...debt });
  yield command('ImposeDebt', { debtId: 'b-fr4d2', kind: 'FINE', amount: '50000.00', ...debt });
}

function* payments() {
  yield 'source,reference,case,defendant,order,amount,received_on,method';
  const rows = [
    ['2025-0001', first, '1000000.00', '2025-04-01'],
    ['2025-0002', second, '250000.00', '2025-05-01'],
    ['2025-0003', first, '75.25', '2025-06-02'],
  ];
  for (const [reference, defendant, amount, on] of rows)
    yield ['cc', reference, caseId, defendant, '', amount, on, 'CHECK'].join();
}

function command(name, fields) {
  return JSON.stringify({ command: name, ...fields });
}

async function writeLines(name, lines) {
  const out = createWriteStream(join(folder, name));
  for (const line of lines) if (!out.write(`${line}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'close');
}

function run(...words) {
  say(`\n$ restitution ${words.join(' ')}`);
  const { status } = spawnSync(
    process.execPath,
    ['--max-old-space-size=6144', program, ...words, '--data', data],
    {
      stdio: 'inherit',
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(2);
}
