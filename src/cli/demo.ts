import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { House } from '../application/house.ts';
import { counted, secondsSince } from './amounts.ts';
import { DemoReport, type Reinstatement } from './demo-report.ts';
import { Desk, inHouse } from './desk.ts';
import { findExamples, takeIn } from './example-files.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { addressOf, serveUntilStopped } from './serve.ts';
import { textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution demo`: a new ledger of all the examples, what came of them, and the API to ask more. */
export async function showDemo(asked: Asked, world: World): Promise<Exit> {
  const at = addressOf(asked.options, world);
  const isServed = asked.options['serve'] !== false;
  // It takes a while to fill the ledger, and only then is the door opened: so whether it can be is found out before.
  if (isServed) await world.expectFree(at);
  const folder = textOf(asked.options, 'data') ?? (await mkdtemp(join(tmpdir(), 'restitution-demo-')));
  const options = { ...asked.options, data: folder };
  return inHouse({ options }, world, async (house) => {
    await checkNew(house);
    await world.stderr.write(`The ledger of this demonstration is in ${folder}\n`);
    const reinstatements = await takeInAll(house, world);
    if (world.interrupted.aborted) return 'interrupted';
    const report = new DemoReport(new Desk(house, options, world), folder, reinstatements);
    const exit = await report.give();
    if (!isServed) return exit;
    return serveUntilStopped({ house, at, folder }, asked, world);
  });
}

/** What is recorded is recorded for ever, so the made-up must not stand beside the real. */
async function checkNew({ store }: House): Promise<void> {
  const { position } = await store.head();
  if (position === 0) return;
  const what = `This folder holds a ledger of ${counted(position, 'event')}, and the demonstration would mix its own into it.`;
  throw new Failure('conflict', what, 'Leave --data out, or name an empty folder.');
}

async function takeInAll(house: House, world: World): Promise<readonly Reinstatement[]> {
  const reinstatements: Reinstatement[] = [];
  for (const example of findExamples()) {
    const started = performance.now();
    let commands = 0;
    const tallies = await takeIn(example, {
      ...{ house, world },
      hear: (sent) => {
        commands += 1;
        for (const { event } of sent.outcome?.events ?? []) {
          if (event.type !== 'LiabilitiesReinstated') continue;
          const { effectiveOn: on, data } = event;
          reinstatements.push({
            on,
            victimId: data.victimId,
            liabilities: data.liabilities,
            byReceipt: sent.receiptId,
          });
        }
      },
    });
    const refused = tallies.reduce((sum, tally) => sum + tally.refused, 0);
    const bad = refused === 0 ? '' : `, ${counted(refused, 'line')} refused`;
    await world.stderr.write(
      `${example.name}: ${counted(commands, 'command')} in ${secondsSince(started)}${bad}\n`,
    );
  }
  return reinstatements;
}
