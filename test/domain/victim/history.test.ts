/** What one id hands to the one that survives it: all of it, in parts that any store takes, and each once. */
import { historyInParts } from '../../../src/domain/victim/history.ts';
import { emptyVictim, type VictimState } from '../../../src/domain/victim/state.ts';
import { victimDecider } from '../../../src/domain/victim/decide.ts';
import type { JoinHistories, TakeOverHistory, VictimCommand } from '../../../src/domain/victim/commands.ts';
import {
  assignInterest,
  assumeRights,
  dies,
  inherit,
  isConvictedOfAbuse,
  payOut,
} from '../../support/people-words.ts';
import { issue, payAgain, seen } from '../../support/instrument-words.ts';
import { orderReinstatement } from '../../support/reinstatement-words.ts';
import { reportRecovery, verifyRecovery } from '../../support/recovery-words.ts';
import type { DisbursementId } from '../../../src/domain/ids.ts';
import { noMoney } from '../../../src/domain/money.ts';
import { specify } from '../../support/given.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import {
  day,
  determineLoss,
  disburse,
  receiptId,
  registerVictim,
  returnDisbursement,
  text,
  today,
  tomorrow,
  usd,
  victimId,
} from '../../support/words.ts';
import {
  amend,
  becomesFinal,
  clears,
  comesBack,
  impose,
  ref,
  registered,
  spec,
  tender,
  vacate,
} from './words.ts';

const survivor = victimId('v-2');
const absorbed = victimId('v-1');

/** The commands by which the passage hands over what stands in a state. */
function handedOver(state: VictimState): readonly VictimCommand[] {
  const names = { victimId: survivor, absorbedId: absorbed, on: tomorrow };
  const parts = historyInParts(state);
  const taking = parts.map((lines, at): TakeOverHistory => {
    return { type: 'TakeOverHistory', ...names, part: at + 1, lines };
  });
  const joining: JoinHistories = { type: 'JoinHistories', ...names, parts: parts.length, of: state };
  return [...taking, joining];
}

function isOver(order: string): VictimCommand {
  return { type: 'ExpireVictimLiability', ...ref(order), change: 1, on: today };
}

const ofP4 = { victimId: victimId('v-1'), disbursementId: 'p-4' as DisbursementId };
const full = spec.after(
  registered,
  determineLoss('c-1', '9,000.00'),
  determineLoss('c-1', '8,000.00', { on: tomorrow }),
  determineLoss('c-2', '70.00', { category: 'PRODUCTION' }),
  ...[impose('o-1', '6,000.00'), impose('o-2', '4,000.00'), impose('o-3', '500.00'), becomesFinal('o-1')],
  ...[
    tender('dcd.1', '3,000.00'),
    tender('dcd.2', '100.00', { to: 'o-2' }),
    comesBack('dcd.2', { to: 'o-2' }),
  ],
  ...[amend('o-2', '4,200.00'), tender('dcd.3', '20.00', { to: 'o-3' }), vacate('o-3')],
  ...[impose('o-4', '80.00'), isOver('o-4'), vacate('o-4', tomorrow)],
  assignInterest({ on: today, inCase: 'c-2' }),
  tender('dcd.4', '44.00', { to: 'o-2' }),
  ...[clears('dcd.4', { to: 'o-2' }), clears('dcd.3', { to: 'o-3' }), clears('dcd.1')],
  ...[disburse('p-1', '10.00'), returnDisbursement('p-1'), payOut('p-2', '5.00', { to: 'h-9' })],
  ...[
    issue('p-2', '100231'),
    seen('p-2', '6.00', { matchId: 'm-1' }),
    payAgain('p-3', 'p-1', { amount: '10.00' }),
  ],
  ...[disburse('p-4', '7.00'), returnDisbursement('p-4')],
  { type: 'DepositUnclaimed', ...ofP4, place: 'REGISTRY', on: tomorrow },
  ...[reportRecovery('x-1', '30.00'), reportRecovery('x-2', '31.00'), verifyRecovery('x-2', '31.00')],
  ...[assumeRights('h-1', { until: day('2030-01-01') }), isConvictedOfAbuse('h-3')],
  ...[dies({ on: tomorrow }), inherit({ 'h-4': 'd-4' }, { on: tomorrow })],
  tender('dcd.5', '5,000.00', { on: tomorrow }),
  tender('dcd.6', '5,000.00', { to: 'o-2', on: tomorrow }),
  orderReinstatement(['o-2'], { on: tomorrow }),
);
const toNobody = spec.after(registerVictim('v-2'));

describe('what is handed over', () => {
  const joined = toNobody.and(...handedOver(full.state));

  test('is all that decisions rest on, as it stood', () => {
    const [before, after] = [full.state, joined.state];
    expect(before.epoch).toBe(1);
    for (const field of ['credits', 'findings', 'disbursements', 'questioned', 'joint', 'assigned'] as const)
      expect([field, [...after[field].entries()]]).toEqual([field, [...before[field].entries()]]);
    expect(new Map(after.cleared.entries())).toEqual(new Map(before.cleared.entries()));
    expect(new Map(after.instruments.entries())).toEqual(new Map(before.instruments.entries()));
    expect([...before.instruments.values()].length).toBe(3);
    expect([...after.elsewhere.recoveries.entries()]).toEqual([...before.elsewhere.recoveries.entries()]);
    expect(after.elsewhere.sums).toEqual(before.elsewhere.sums);
    expect([...before.courtOrders.values()]).toEqual([[{ authority: '3664(o)(1)(B)', on: tomorrow }]]);
    expect([...after.courtOrders.entries()]).toEqual([...before.courtOrders.entries()]);
    expect([...after.waitingForRevival]).toEqual([...before.waitingForRevival]);
    expect(before.waitingForRevival.size).toBe(1);
    expect(after.total).toEqual(before.total);
    expect(before.total).toMatchObject({ cleared: { TRAFFICKING: 3_064_00n } });
    expect(before.total).toMatchObject({ clearedUnderVacated: { TRAFFICKING: 20_00n } });
    expect(after.frontier).toEqual(before.frontier);
    expect([...after.accounts.entries()].sort()).toEqual([...before.accounts.entries()].sort());
    expect(before.people).toMatchObject(after.people);
    const lines = [...before.liabilities.values()].map((each) => ({
      ...each,
      ended: each.ended.map((end) => ({ ...end, heardAs: end.epoch })),
    }));
    expect(lines.map(({ lapsed }) => lapsed)).toEqual([noMoney, noMoney, noMoney, usd('80.00')]);
    expect(
      [...after.liabilities.values()].map(({ ended, ...each }) => ({
        ...each,
        ended: ended.filter(({ epoch }) => epoch === 1),
      })),
    ).toEqual(lines);
  });

  test('counts once it is joined, and not before', () => {
    const [first] = handedOver(full.state);
    const { state } = toNobody.and(first!);
    expect([...state.liabilities.values(), ...state.credits.values()]).toEqual([]);
    expect(joined.state.greatestLoss).toBe(usd('8,000.00'));
    expect(joined.state.incoming.size).toBe(0);
  });

  test('is heard once, part by part', () => {
    for (const command of handedOver(full.state)) joined.when(command).thenNothing();
  });

  test('leaves the full recoveries of the other id their order, behind those of this one', () => {
    expect(joined.state.standing.map(({ epoch, at }) => [epoch, at])).toEqual([
      [1, usd('8,000.00')],
      [3, usd('8,000.00')],
    ]);
    expect(joined.state.epoch).toBe(3);
  });
});

test('what is claimed of one id is claimed of both, so that the books keep it once', () => {
  const claiming = specify(victimDecider, { 'P-07': 'ACCEPT_WHOLE', 'P-20': 'CREATE_RECEIVABLE' });
  const { state } = claiming.after(
    ...[registered, determineLoss('c-1', '100.00'), impose('o-1', '500.00'), becomesFinal('o-1')],
    tender('dcd.1', '130.00'),
  );
  expect(state.overRecoveryClaimed).toBe(usd('30.00'));
  const [joining, ...handing] = handedOver(state).toReversed();
  const toBeJoined = claiming.after(registerVictim('v-2'), ...handing.toReversed());
  const { happened, follows } = toBeJoined.when(joining!).decided();
  expect([...happened, ...follows].map(({ type }) => type)).toContain('HistoriesJoined');
  expect(follows.map(({ type }) => type)).not.toContain('OverRecoveryClaimed');
});

test('ten thousand orders and as many credits are handed over in parts of a thousand lines', () => {
  const context = { policies: defaultPolicies };
  const state = emptyVictim();
  const on = today;
  victimDecider.evolve(state, { type: 'VictimRegistered', effectiveOn: on, data: { victimId: absorbed } });
  for (let n = 1; n <= 10_000; n += 1) {
    const order = `o-${String(n)}`;
    const imposed = { ...ref(order), track: 'TRAFFICKING', amount: text('9.00') } as const;
    victimDecider.evolve(state, { type: 'LiabilityImposed', effectiveOn: on, data: imposed });
    const offered = { receiptId: receiptId(`dcd.${String(n)}`), round: 1, offered: text('4.00') };
    const credited = { ...ref(order), ...offered, accepted: text('4.00') };
    victimDecider.evolve(state, { type: 'RecoveryCredited', effectiveOn: on, data: credited });
  }
  const parts = historyInParts(state);
  expect(parts.length).toBeGreaterThanOrEqual(20);
  for (const lines of parts) {
    expect(lines.length).toBeLessThanOrEqual(1_000);
    expect(JSON.stringify(lines).length).toBeLessThan(450_000);
  }
  const other = emptyVictim();
  victimDecider.evolve(other, { type: 'VictimRegistered', effectiveOn: on, data: { victimId: survivor } });
  const began = performance.now();
  for (const command of handedOver(state)) {
    const { happened, follows } = victimDecider.decide(command, other, context);
    for (const event of [...happened, ...follows]) victimDecider.evolve(other, event);
  }
  expect(performance.now() - began).toBeLessThan(20_000);
  expect([...other.liabilities.values()]).toHaveLength(10_000);
  expect(other.total.credited.TRAFFICKING).toBe(usd('40,000.00'));
});
