/**
 * Two machines at once: one is held up at one call to the store, at each of those that its command makes, while the other
 * carries out another command, or the very same, from its beginning to its end.
 */
import { setImmediate as quiet } from 'node:timers/promises';
import type { Command } from '../../src/domain/commands.ts';
import { Rejection } from '../../src/domain/rejection.ts';
import {
  amendOrder,
  determineLoss,
  makeFinal,
  recordPayment,
  returnPayment,
  setPolicy,
  vacateOrder,
} from '../support/words.ts';
import { close, staleCopies } from './closing.ts';
import { enter, opening, stories, type Story } from './protocols.ts';
import { HeldCall, LastCall, saidIn, Scene, tell } from './scene.ts';

/** What may come in between: to the same victim, the same case, the same receipt, or to all of them. */
const others: readonly Command[] = [
  recordPayment('dcd.9', '30.00', { to: 'o-3' }),
  recordPayment('dcd.9', '45.00', { to: 'o-1' }),
  recordPayment('dcd.9', '45.00', { to: null, caseId: 'c-3', defendantId: 'd-3' }),
  returnPayment('dcd.1'),
  amendOrder('o-3', { 'v-1': '40.00' }),
  amendOrder('o-1', { 'v-1': '95.00', 'v-2': '10.00' }),
  vacateOrder('o-2'),
  vacateOrder('o-1'),
  makeFinal('o-2'),
  determineLoss('c-2', '70.00'),
  determineLoss('c-2', '130.00'),
  enter('o-6', { 'v-1': '50.00' }, { caseId: 'c-2', defendantId: 'd-2' }),
];

async function refused(told: Promise<unknown>): Promise<boolean> {
  try {
    await told;
    return false;
  } catch (error) {
    if (error instanceof Rejection) return true;
    throw error;
  }
}

interface Crossing {
  /** Under which the other command is told. */
  readonly id: string;
  /** The first call at which the command is held up, and how many calls lie between; all of them, unless told. */
  readonly first?: number;
  readonly every?: number;
  readonly holds?: (scene: Scene) => Promise<void>;
}

/** Holds the first command up at each of its calls in turn; at the end all must be at rest, and the books in order. */
async function crossEverywhere(
  story: Story,
  between: Command,
  { id, first = 1, every = 1, holds }: Crossing,
): Promise<void> {
  for (let call = first; ; call += every) {
    const scene = new Scene(story);
    await scene.tellBefore(story.before);
    const line = new HeldCall(call);
    const held = tell(scene.machine(line), story.command);
    await quiet();
    const other = scene.machine(new LastCall());
    const wasRefused = await refused(tell(other, between, id));
    line.letGo();
    const isRefused = await refused(held);
    if (line.calls < call) {
      expect(call).toBeGreaterThan(8);
      return;
    }
    await other.follow();
    await other.follow();
    const { position } = await scene.log.head();
    await scene.machine(new LastCall()).follow();
    expect((await scene.log.head()).position).toBe(position);
    const events = await scene.events();
    const acknowledged = [
      ...(isRefused ? [] : [{ id: 'the-command', command: story.command }]),
      ...(wasRefused ? [] : [{ id, command: between }]),
    ];
    close(events, other.disk.readModel.all('journal'), acknowledged);
    expect([call, staleCopies(events)]).toEqual([call, []]);
    await holds?.(scene);
  }
}

describe.each(stories)('$name, held up at any call', (story) => {
  test('while another machine is told the same under the same id', async () => {
    const undisturbed = new Scene(story);
    await undisturbed.tellBefore(story.before);
    const machine = undisturbed.machine(new LastCall());
    await tell(machine, story.command);
    await machine.follow();
    const said = saidIn(await undisturbed.events());
    await crossEverywhere(story, story.command, {
      id: 'the-command',
      holds: async (scene) => expect(saidIn(await scene.events())).toEqual(said),
    });
  });

  test('while another machine is told something else: the books are in order, and all comes to rest', async () => {
    // Each of the others at every third call, by turns: at every call it would take half a minute.
    for (const [at, between] of others.entries()) {
      await crossEverywhere(story, between, { id: 'another', first: 1 + (at % 3), every: 3 });
    }
  });
});

describe('an amendment below what two payments paid to two victims', () => {
  const paid = ['dcd.3', 'dcd.4'].map((id) => recordPayment(id, '45.00', { to: 'o-1' }));
  const before = [...opening, setPolicy('P-46', 'EXCESS'), ...paid];
  const lowers = amendOrder('o-1', { 'v-1': '10.00', 'v-2': '5.00' });
  const comesBack = returnPayment('dcd.4');
  const name = '';

  test.each([
    ['the amendment', lowers, comesBack],
    ['the return', comesBack, lowers],
  ])('held up at any call of %s, while one of them comes back', async (_, command, between) => {
    await crossEverywhere({ name, before, command, last: 'OverpaymentUnapplied' }, between, {
      id: 'another',
    });
  });
});
