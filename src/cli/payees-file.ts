import { readPayees, type Payee } from '../formats/payees/read-payees.ts';
import type { Fault } from '../formats/fault.ts';
import type { Exit } from './exit-codes.ts';
import { openInput } from './input.ts';
import { isSet, textOf, type Options } from './verb.ts';
import type { World } from './world.ts';

/** The payees that `--payees` names, read now and kept nowhere; undefined where it names none, and the faults where it has any. */
export async function payeesIn(
  options: Options,
  world: World,
): Promise<{ readonly payees: readonly Payee[] | undefined; readonly faults: readonly Fault[] }> {
  const name = textOf(options, 'payees');
  if (name === undefined) return { payees: undefined, faults: [] };
  const { bytes } = await openInput(name, world);
  return readPayees(bytes);
}

/** Tells what is wrong with a table, by line, column and rule; never what stood there. */
export async function tellFaults(
  faults: readonly Fault[],
  { options, world }: { readonly options: Options; readonly world: World },
): Promise<Exit> {
  const { stdout } = world;
  if (isSet(options, 'json')) {
    await stdout.write(`${JSON.stringify({ isWritten: false, faults }, null, 2)}\n`);
    return 'rejected';
  }
  for (const { line, column = '', rule, message } of faults) {
    const where = line === 0 ? 'the file' : `line ${String(line)}`;
    await stdout.write(`${where.padEnd(10)}  ${column.padEnd(12)}  ${rule}: ${message}\n`);
  }
  await stdout.write('Nothing was written or recorded.\n');
  return 'rejected';
}
