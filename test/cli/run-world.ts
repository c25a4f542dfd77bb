import { opening, payment, smallWorld, type SmallWorld } from './small-world.ts';

/** A ledger in which a run of payments can go out: 700.00 to v-1, called Doe 1, and 300.00 to v-2, called Doe 2. */
export async function runWorld(): Promise<SmallWorld> {
  const world = await smallWorld();
  const { stdout } = await world.apply([
    ...opening,
    { command: 'RegisterVictim', victimId: 'v-2', on: '2024-01-02', label: 'Doe 2' },
    { command: 'RegisterDefendant', caseId: 'c-1', defendantId: 'd-2', on: '2024-01-02' },
    {
      ...{ command: 'DetermineLoss', victimId: 'v-2', caseId: 'c-1', category: 'TRAFFICKING' },
      ...{ amount: '4000.00', on: '2024-02-01' },
    },
    {
      ...{ command: 'EnterOrder', orderId: 'o-2', caseId: 'c-1', defendantId: 'd-2' },
      ...{ statute: '18 U.S.C. 2259', offenceOn: '2020-05-04', on: '2024-02-01' },
      lines: [{ victimId: 'v-2', track: 'TRAFFICKING', amount: '4000.00' }],
    },
    { command: 'MakeOrderFinal', orderId: 'o-2', caseId: 'c-1', on: '2024-02-16' },
    payment('1', '700.00'),
    { ...payment('2', '300.00', '2024-03-02'), defendantId: 'd-2' },
  ]);
  if (!stdout.includes(' 0 refused')) throw new Error(stdout);
  return world;
}

/** Proposes, approves and releases what can be paid. */
export async function released(
  world: SmallWorld,
  run: string,
  options = '',
  purpose = '--purpose victims',
): Promise<void> {
  const on = '--on 2024-05-01';
  await done(world, `disburse propose ${run} ${purpose} --by w-1 ${on}`);
  const { contentHash } = JSON.parse(await done(world, `disburse show ${run} --json`)) as {
    contentHash: string;
  };
  await done(world, `disburse approve ${run} --by w-2 --hash ${contentHash} ${on}`);
  await done(world, `disburse release ${run} ${on} ${options}`.trim());
}

/** What a verb says that is to be fine. */
export async function done(world: SmallWorld, words: string): Promise<string> {
  const { exitCode, stdout, stderr } = await world.restitution(words);
  if (exitCode !== 0) throw new Error(`${words}: ${String(exitCode)}\n${stdout}\n${stderr}`);
  return stdout;
}
