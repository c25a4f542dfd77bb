/** Decisions of which a store took only a part: the rest of each follows from what was stored. */
import { cloneOf } from '../../support/clone.ts';
import { victimDecider } from '../../../src/domain/victim/decide.ts';
import type { VictimCommand } from '../../../src/domain/victim/commands.ts';
import type { Policies } from '../../../src/domain/policy/catalogue.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import { specify } from '../../support/given.ts';
import { orderReinstatement } from '../../support/reinstatement-words.ts';
import { determineLoss, disburse } from '../../support/words.ts';
import { amend, becomesFinal, comesBack, impose, registered, tender } from './words.ts';

type Told = readonly VictimCommand[];

/** Order 1 sets the cap; order 2 is known to be for no more, and of order 3 nobody knows yet. */
const owed: Told = [
  registered,
  determineLoss('c-1', '10,000.00'),
  determineLoss('c-2', '10,000.00'),
  ...['o-1', 'o-2', 'o-3'].map((id) => impose(id, '9,000.00')),
  impose('o-4', '700.00', { track: 'FULL_AMOUNT' }),
  becomesFinal('o-1'),
  tender('dcd.1', '9,000.00'),
];
const last = tender('dcd.2', '1,000.00', { to: 'o-2' });
const whole: Told = [...owed, last];
/** A greater cap, reached as well. */
const wholeTwice: Told = [
  ...whole,
  determineLoss('c-3', '10,500.00'),
  impose('o-5', '15,000.00', { inCase: 'c-3' }),
  becomesFinal('o-3'),
  tender('dcd.3', '500.00', { to: 'o-5' }),
];

const stories: readonly (readonly [string, Told, VictimCommand, Partial<Policies>, number])[] = [
  ['a payment that makes the victim whole', owed, last, {}, 1],
  ['the same, where later orders stay open', owed, last, { 'P-16': 'OPEN_UNTIL_COURT_ACTS' }, 1],
  ['the same, where all of 2259 counts', owed, last, { 'P-03': 'ANY_2259' }, 1],
  ['a finding that turns out to be enough', owed, determineLoss('c-1', '8,000.00'), {}, 1],
  ['a payment that comes back', whole, comesBack('dcd.2', { to: 'o-2' }), {}, 1],
  ['a payment that takes two full recoveries back', wholeTwice, comesBack('dcd.1'), {}, 2],
  [
    'a greater finding, where it revives all',
    whole,
    determineLoss('c-1', '30,000.00'),
    { 'P-15': 'REVIVE_ALL' },
    1,
  ],
  [
    'a court that revives what had ended at two full recoveries',
    [...wholeTwice, determineLoss('c-3', '30,000.00')],
    orderReinstatement(['o-2', 'o-5']),
    { 'P-15': 'COURT_ONLY', 'P-19': 'NO_REINSTATEMENT' },
    2,
  ],
  ['an order that comes after all has ended', whole, impose('o-6', '50.00', { inCase: 'c-2' }), {}, 1],
  ['an order that is enlarged after all has ended', whole, amend('o-2', '9,500.00'), {}, 1],
];

describe.each(stories)('%s, stored in part', (_, before, command, policies, lists) => {
  const context = { policies: { ...defaultPolicies, ...policies } };
  const scene = specify(victimDecider, policies).after(...before);
  const { happened, follows } = scene.when(command).decided();
  const events = [...happened, ...follows];
  const isList = ({ type }: (typeof events)[number]): boolean =>
    type === 'LiabilitiesTerminated' || type === 'LiabilitiesReinstated';
  const leftOutAfter = (stored: number) => {
    const state = cloneOf(scene.state);
    for (const event of events.slice(0, stored)) victimDecider.evolve(state, event);
    return victimDecider.leftOut?.(state, context);
  };

  test('lacks exactly what was not stored', () => {
    const cuts = events.flatMap((event, at) => (isList(event) ? [at] : []));
    expect(cuts).toHaveLength(lists);
    expect(cuts.map(leftOutAfter)).toEqual(cuts.map((at) => events.slice(at)));
  });

  test('lacks nothing once all is stored', () => {
    expect(leftOutAfter(events.length)).toEqual([]);
  });
});

describe('of lists of a thousand each', () => {
  const orders = Array.from({ length: 2_100 }, (_, at) => `o-${String(at + 1)}`);
  const context = { policies: defaultPolicies };
  const victim = victimDecider.empty();
  const tell = (command: VictimCommand) => {
    const { happened, follows } = victimDecider.decide(command, victim, context);
    const events = [...happened, ...follows];
    for (const event of events) victimDecider.evolve(victim, event);
    return events;
  };
  const before = () => cloneOf(victim);
  for (const command of [registered, determineLoss('c-1', '10,000.00')]) tell(command);
  for (const order of orders) tell(impose(order, '9,000.00'));
  tell(tender('dcd.1', '9,000.00'));
  tell(tender('dcd.2', '1,000.00', { to: 'o-2' }));
  const reached = { from: before(), events: tell(becomesFinal('o-1')) };
  const undone = { from: before(), events: tell(comesBack('dcd.1')) };

  test.each([
    ['those that a full recovery ends', reached, 'LiabilitiesTerminated'],
    ['those that come back', undone, 'LiabilitiesReinstated'],
  ] as const)('%s are known, however many were stored', (_, { from, events }, type) => {
    const cuts = events.flatMap((event, at) => (event.type === type ? [at] : []));
    expect(cuts).toHaveLength(3);
    for (const at of cuts) {
      const state = cloneOf(from);
      for (const event of events.slice(0, at)) victimDecider.evolve(state, event);
      expect(victimDecider.leftOut?.(state, context)).toEqual(events.slice(at));
    }
  });
});

test('what another answer would have ended is not left out, whenever that was set', () => {
  const { state } = specify(victimDecider, { 'P-19': 'NO_REINSTATEMENT' }).after(
    ...whole,
    comesBack('dcd.2', { to: 'o-2' }),
  );
  const then = { ...defaultPolicies, 'P-19': 'NO_REINSTATEMENT' } as const;
  const leftOut = victimDecider.leftOut?.(state, { policies: defaultPolicies, policiesOn: () => then });
  expect(leftOut).toEqual([]);
});

test('what has been followed by another fact is whole', () => {
  const scene = specify(victimDecider).after(...owed);
  const { happened, follows } = scene.when(last).decided();
  const [credited, reached] = [...happened, ...follows];
  const [paidOut] = scene.when(disburse('p-1', '5.00')).decided().happened;
  const state = cloneOf(scene.state);
  for (const event of [credited!, reached!, paidOut!]) victimDecider.evolve(state, event);
  expect(victimDecider.leftOut?.(state, { policies: defaultPolicies })).toEqual([]);
});
