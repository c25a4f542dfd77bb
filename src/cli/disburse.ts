import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { showPlan } from './show-plan.ts';
import { showRun } from './show-run.ts';
import { tellRun } from './tell-run.ts';
import type { Asked, Deed } from './verb.ts';
import type { World } from './world.ts';

/** `restitution disburse`: what would be paid out, and what was. */
export async function disburse(asked: Asked, world: World): Promise<Exit> {
  const [what = ''] = asked.args;
  const deed = Object.hasOwn(deeds, what) ? deeds[what as keyof typeof deeds] : undefined;
  if (deed === undefined) {
    const advice = `Write one of: ${Object.keys(deeds).join(', ')}.`;
    throw new Failure('usage', 'There is no such thing to do with payments.', advice);
  }
  return deed(asked, world);
}

const deeds = {
  plan: showPlan,
  propose: tellRun,
  approve: tellRun,
  release: tellRun,
  show: showRun,
} as const satisfies Readonly<Record<string, Deed>>;
