import { Command, CommanderError } from 'commander';
import { types } from 'node:util';
import { exitCodes, meanings, type Exit } from './exit-codes.ts';
import { Failure, failureOf } from './failure.ts';
import { unknownSettings } from './settings.ts';
import { watched } from './passed-over.ts';
import { styleFor } from './style.ts';
import { wrongSetting, type Asked, type Options, type Verb } from './verb.ts';
import { verbs } from './verbs.ts';
import { versionOfProgram } from './version.ts';
import type { World } from './world.ts';

/** Does what the command line asks, and gives the code to exit with. It never throws. */
export async function runProgram(argv: readonly string[], world: World): Promise<number> {
  try {
    return exitCodes[await carryOut(argv, world)];
  } catch (thrown) {
    const failure = failureOf(thrown);
    await complain(failure, thrown, world);
    return exitCodes[failure.exit];
  }
}

async function carryOut(argv: readonly string[], world: World): Promise<Exit> {
  let exit: Exit = 'fine';
  const said: string[] = [];
  const program = programOf(
    (text) => said.push(text),
    async (verb, { args, options }, written) => {
      const [unknown] = unknownSettings(world.env);
      if (unknown !== undefined) throw wrongSetting(unknown);
      const deed = await verb.load();
      const watch = watched(options);
      exit = await deed({ args, options: watch.options }, world);
      for (const name of watch.passedOver([...written.keys()]))
        await world.stderr.write(`${written.get(name) ?? name} was passed over: it means nothing here.\n`);
    },
  );
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.exitCode !== 0) throw misunderstood(thrown, said, argv);
    await world.stdout.write(said.join(''));
  }
  return exit;
}

/** Also by their names: the options that were written, as they are written. */
type Act = (verb: Verb, asked: Asked, written: ReadonlyMap<string, string>) => Promise<void>;

function programOf(say: (text: string) => void, act: Act): Command {
  const program = new Command('restitution')
    .description(
      'A ledger of what victims lost, what defendants were ordered to pay, what was paid, and what the law makes of it.',
    )
    .addHelpText(
      'before',
      examplesOf(['restitution demo', 'restitution import payments.csv', 'restitution victim v-7k2m9q']),
    )
    .addHelpText('after', `\nExit codes:\n${exitsInWords(Object.keys(exitCodes) as Exit[])}`)
    .version(versionOfProgram(), '--version', 'print the version of this program');
  for (const verb of verbs) addVerb(program, verb, act);
  for (const each of [program, ...program.commands]) {
    each.exitOverride().configureOutput({ writeOut: say, writeErr: say }).helpCommand(false);
  }
  return program;
}

function addVerb(program: Command, verb: Verb, act: Act): void {
  const { name, summary, args, options, examples, exits } = verb;
  const command = program.command(name).description(summary).addHelpText('before', examplesOf(examples));
  for (const { syntax, meaning } of args) command.argument(syntax, meaning);
  for (const { flags, meaning } of options) command.option(flags, meaning);
  command.addHelpText('after', `\nExit codes:\n${exitsInWords([...always, ...exits])}`);
  command.action(() => {
    const asked = { args: command.args, options: command.opts<Options>() };
    expectNoneEmpty(command, asked.options);
    return act(verb, asked, writtenIn(command));
  });
}

function writtenIn(command: Command): ReadonlyMap<string, string> {
  const written = command.options.filter(
    (option) => command.getOptionValueSource(option.attributeName()) === 'cli',
  );
  return new Map(written.map((option) => [option.attributeName(), option.long ?? option.flags]));
}

/** An option that holds nothing would be taken for its widest meaning: an empty host is every address of the machine. */
function expectNoneEmpty(command: Command, given: Options): void {
  const empty = command.options.find((option) => given[option.attributeName()] === '');
  if (empty === undefined) return;
  throw new Failure(
    'usage',
    `${empty.long ?? empty.flags} is empty.`,
    `Write ${empty.flags}: ${empty.description}.`,
  );
}

/** Every verb may end in these ways. */
const always: readonly Exit[] = ['fine', 'unexpected', 'usage', 'integrity', 'unavailable', 'configuration'];

function examplesOf(examples: readonly string[]): string {
  return `Examples:\n${examples.map((example) => `  ${example}\n`).join('')}`;
}

function exitsInWords(exits: readonly Exit[]): string {
  const sorted = [...new Set(exits)].sort((a, b) => exitCodes[a] - exitCodes[b]);
  return sorted.map((exit) => `  ${String(exitCodes[exit]).padEnd(5)}${meanings[exit]}\n`).join('');
}

function misunderstood(
  { message }: CommanderError,
  said: readonly string[],
  [first = '']: readonly string[],
): Failure {
  const isBare = said.join('').startsWith('Examples:');
  const what = isBare ? 'No verb was given.' : sentence(message.replace(/^error: /, ''));
  const isTooEarly = first.startsWith('-') && message.includes('unknown option');
  const order = isTooEarly ? 'The verb comes first, and its options behind it.' : '';
  const meant = /\((Did you mean .*\?)\)/.exec(message)?.[1] ?? '';
  return new Failure(
    'usage',
    what,
    [order, meant, 'See `restitution --help`, or `restitution VERB --help`.'].filter(Boolean).join(' '),
  );
}

function sentence(text: string): string {
  const [first = ''] = text.split('\n');
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}${/[.?!]$/.test(first) ? '' : '.'}`;
}

async function complain(failure: Failure, thrown: unknown, world: World): Promise<void> {
  const { bold } = styleFor(world.stderr, world);
  await world.stderr.write(`${bold(failure.message)}\n${failure.advice}\n`);
  const trace = types.isNativeError(thrown) ? thrown.stack : undefined;
  if (world.env['RESTITUTION_DEBUG'] && trace !== undefined) await world.stderr.write(`${trace}\n`);
}
