import pico from 'picocolors';
import type { Output, World } from './world.ts';

/** The ways in which text can be set off; each leaves it as it is where nobody looks. */
export type Style = ReturnType<typeof pico.createColors>;

/** Colours where a person looks and has not asked for none; nothing is ever told by colour alone. */
export function styleFor(output: Output, { env }: Pick<World, 'env'>): Style {
  return pico.createColors(output.isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb');
}
