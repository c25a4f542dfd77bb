/** What is told of the Reserve in a small world, beside all the rest: few requests, small amounts, and never enough. */
import type { Command } from '../../src/domain/commands.ts';
import {
  closeRequest,
  deposit,
  orderAssistance,
  payAssistance,
  recordIndex,
  requestAssistance,
  returnAssistance,
} from '../support/reserve-words.ts';
import { day, setPolicy } from '../support/words.ts';
import type { Chance } from './chance.ts';

const first = day('2026-01-01');
const days = ['2026-01-05', '2026-01-05', '2026-01-09'].map(day);
const amounts = ['5.00', '20.03', '45.00', '60.00'];

/** Two requests of each victim: the second can be made only where the first has come to nothing. */
const victimOf: Readonly<Record<string, string>> = { 'q-1': 'v-1', 'q-2': 'v-2', 'q-3': 'v-1', 'q-4': 'v-2' };
const requests = Object.keys(victimOf);

/** What is told of the Reserve before anything goes wrong. */
export function reserveOpening(chance: Chance): readonly Command[] {
  const on = { on: first };
  return [
    recordIndex(2025, '320.000', on),
    deposit('r-0', chance.oneOf(['45.00', '100.00']), on),
    requestAssistance('q-1', { victim: 'v-1', ...on }),
    requestAssistance('q-2', { victim: 'v-2', ...on }),
    orderAssistance('q-2', chance.oneOf(amounts), { victim: 'v-2', ...on }),
    ...(chance.is(0.2) ? [setPolicy('P-38', 'SKIP_AHEAD', on)] : []),
  ];
}

/** What is told of it afterwards. */
export function reserveStory(chance: Chance): readonly Command[] {
  return Array.from({ length: 4 + chance.below(6) }, (_, number) => reserveCommand(chance, number));
}

function reserveCommand(chance: Chance, number: number): Command {
  const on = chance.oneOf(days);
  const id = chance.weighted([
    [3, 'q-1'],
    [3, 'q-2'],
    [1, chance.oneOf(requests)],
  ]);
  const victim = victimOf[id] ?? 'v-1';
  const payment = `p-${id.slice(2)}${String(chance.below(2))}`;
  return chance.weighted<() => Command>([
    [2, () => deposit(`r-${String(number + 1)}`, chance.oneOf(amounts), { on })],
    [1, () => requestAssistance(id, { victim, on: first })],
    [3, () => orderAssistance(id, chance.oneOf(amounts), { victim, on })],
    [4, () => payAssistance(id, { as: payment, on })],
    [2, () => returnAssistance(id, { of: payment, on })],
    [1, () => closeRequest(id, chance.oneOf(['ORDER_VACATED', 'WITHDRAWN']), { on })],
  ])();
}
