/** What ends, what is owed again, and what was too much: the ledger, and a second reckoning (`test/second/answers-of-recovery.ts`). */
import fc from 'fast-check';
import type { VictimCommand } from '../../../src/domain/victim/commands.ts';
import {
  afterwards,
  cameBack,
  dayOfEnd,
  laterLoss,
  pending,
  setAside,
  tooMuch,
  underVacated,
} from '../../second/answers-of-recovery.ts';
import { daysOn } from '../../second/days.ts';
import { orderReinstatement } from '../../support/reinstatement-words.ts';
import { day } from '../../support/words.ts';
import { becomesFinal, comesBack, impose, tender, vacate } from '../victim/words.ts';
import { asks, few, inWords } from './asking.ts';
import { decided, final, finding, line, owed, told } from './one-victim.ts';

asks('P-14', {
  given: fc.record({ loss: few, ordered: few, other: few, offered: few }),
  ledger: (answer, { loss, ordered, other, offered }) => {
    const second = [finding('c-2', other), impose('o-2', inWords(other))];
    const state = told(
      { 'P-14': answer },
      ...final(loss, ordered),
      ...second,
      tender('dcd.1', inWords(offered)),
    );
    return { paid: line(state).paid, owed: owed(state), owedPending: owed(state, 'o-2') };
  },
  model: pending,
  worked: {
    TERMINATE: [
      { loss: 100_00n, ordered: 120_00n, other: 300_00n, offered: 120_00n },
      { paid: 100_00n, owed: 0n, owedPending: 0n },
    ],
    HOLD: [
      { loss: 100_00n, ordered: 120_00n, other: 300_00n, offered: 120_00n },
      { paid: 100_00n, owed: 20_00n, owedPending: 300_00n },
    ],
  },
});

/** The victim has all: two orders were paid 1.00 and `back`, and what was left of each has ended. */
const whole = (left1: bigint, left2: bigint, back: bigint): readonly VictimCommand[] => [
  ...final(1_00n + back, 1_00n + left1),
  ...[impose('o-2', inWords(back + left2)), tender('dcd.1', '1.00')],
  tender('dcd.2', inWords(back), { to: 'o-2' }),
];

asks('P-15', {
  given: fc.record({ more: fc.bigInt({ min: 0n, max: 3n }), left1: few, left2: few }),
  ledger: (answer, { more, left1, left2 }) => {
    const larger = [finding('c-3', 1_25n + more), impose('o-3', '9.00'), becomesFinal('o-3')];
    const court = answer === 'REVIVE_ALL' ? [] : [orderReinstatement(['o-2'])];
    const state = told({ 'P-15': answer }, ...whole(left1, left2, 25n), ...larger, ...court);
    return { owed1: owed(state), owed2: owed(state, 'o-2') };
  },
  model: laterLoss,
  worked: {
    NO_REVIVAL: [
      { more: 50_00n, left1: 30_00n, left2: 10_00n },
      { owed1: 0n, owed2: 0n },
    ],
    REVIVE_ALL: [
      { more: 50_00n, left1: 30_00n, left2: 10_00n },
      { owed1: 30_00n, owed2: 10_00n },
    ],
    COURT_ONLY: [
      { more: 50_00n, left1: 30_00n, left2: 10_00n },
      { owed1: 0n, owed2: 10_00n },
    ],
  },
});

asks('P-16', {
  given: fc.record({
    cap: few.map((cents) => cents + 1_00n),
    found: fc.option(few.map((cents) => cents + 1_00n)),
    ordered: few,
  }),
  ledger: (answer, { cap, found, ordered }) => {
    const losses = found === null ? [] : [finding('c-3', found)];
    const late = [impose('o-3', inWords(ordered)), tender('dcd.3', '9.00', { to: 'o-3' })];
    const state = told({ 'P-16': answer }, ...whole(5n, 5n, cap - 1_00n), ...losses, ...late);
    return { paid: line(state, 'o-3').paid, owed: owed(state, 'o-3') };
  },
  model: afterwards,
  worked: {
    TERMINATED_AT_ONCE: [
      { cap: 100_00n, found: 100_00n, ordered: 30_00n },
      { paid: 0n, owed: 0n },
    ],
    OPEN_UNTIL_COURT_ACTS: [
      { cap: 100_00n, found: 100_00n, ordered: 30_00n },
      { paid: 0n, owed: 30_00n },
    ],
  },
});

asks('P-17', {
  given: fc.record({ first: few, second: few, before: few, offered: few }),
  ledger: (answer, { first, second, before, offered }) => {
    const state = told(
      { 'P-17': answer },
      ...[...final(first, 9_00n), finding('c-2', second), impose('o-2', '999.00'), becomesFinal('o-2')],
      tender('dcd.1', inWords(before), { to: 'o-2' }),
      ...[vacate('o-1'), tender('dcd.2', inWords(offered), { to: 'o-2' })],
    );
    return { cap: state.greatestLoss, paid: line(state, 'o-2').paid };
  },
  model: setAside,
  worked: {
    RECOMPUTE_FORWARD: [
      { first: 150_00n, second: 100_00n, before: 110_00n, offered: 10_00n },
      { cap: 100_00n, paid: 110_00n },
    ],
    RECOMPUTE_RETROACTIVELY: [
      { first: 150_00n, second: 100_00n, before: 110_00n, offered: 10_00n },
      { cap: 100_00n, paid: 100_00n },
    ],
    KEEP_UNTIL_COURT_ACTS: [
      { first: 150_00n, second: 100_00n, before: 110_00n, offered: 10_00n },
      { cap: 150_00n, paid: 120_00n },
    ],
  },
});

asks('P-18', {
  given: fc.record({
    loss: few.map((cents) => cents + 40n),
    before: few,
    offered: few.map((cents) => 2n * cents),
  }),
  ledger: (answer, { loss, before, offered }) => {
    const state = told(
      { 'P-18': answer },
      ...[...final(loss, 999_00n), finding('c-2', loss), impose('o-2', '999.00'), becomesFinal('o-2')],
      ...[tender('dcd.1', inWords(before)), vacate('o-1')],
      tender('dcd.2', inWords(offered), { to: 'o-2' }),
    );
    return { paid: line(state, 'o-2').paid };
  },
  model: underVacated,
  worked: {
    COUNT: [{ loss: 100_00n, before: 40_00n, offered: 70_00n }, { paid: 60_00n }],
    DO_NOT_COUNT: [{ loss: 100_00n, before: 40_00n, offered: 70_00n }, { paid: 70_00n }],
  },
});

asks('P-19', {
  given: fc.record({ left1: few, left2: few, back: few }),
  ledger: (answer, { left1, left2, back }) => {
    const court = answer === 'REINSTATE' ? [] : [orderReinstatement(['o-1'])];
    const state = told(
      { 'P-19': answer },
      ...whole(left1, left2, back),
      comesBack('dcd.2', { to: 'o-2' }),
      ...court,
    );
    return { owed1: owed(state), owed2: owed(state, 'o-2') };
  },
  model: cameBack,
  worked: {
    REINSTATE: [
      { left1: 30_00n, left2: 10_00n, back: 25_00n },
      { owed1: 30_00n, owed2: 35_00n },
    ],
    NO_REINSTATEMENT: [
      { left1: 30_00n, left2: 10_00n, back: 25_00n },
      { owed1: 0n, owed2: 25_00n },
    ],
    COURT_ONLY: [
      { left1: 30_00n, left2: 10_00n, back: 25_00n },
      { owed1: 30_00n, owed2: 25_00n },
    ],
  },
});

asks('P-20', {
  given: fc.record({ cap: few, paid: few }),
  ledger: (answer, { cap, paid }) => {
    const early = [finding('c-1', cap), impose('o-1', '999.00'), tender('dcd.1', inWords(paid))];
    const state = told({ 'P-20': answer }, ...early, becomesFinal('o-1'));
    return { above: state.overRecovery, claimed: state.overRecoveryClaimed };
  },
  model: tooMuch,
  worked: {
    NOTE_ONLY: [
      { cap: 100_00n, paid: 130_00n },
      { above: 30_00n, claimed: 0n },
    ],
    CREATE_RECEIVABLE: [
      { cap: 100_00n, paid: 130_00n },
      { above: 30_00n, claimed: 30_00n },
    ],
  },
});

const marchDay = fc.nat(40).map((at) => daysOn('2026-03-03', at));

asks('P-22', {
  given: fc.record({ fact: marchDay, recorded: marchDay }),
  ledger: (answer, { fact, recorded }) => {
    const state = told({ 'P-22': answer }, ...final(1_00n, 2_00n));
    const last = tender('dcd.1', '1.00', { on: day(fact) });
    const events = decided(last, state, { 'P-22': answer }, recorded);
    return { ended: events.find(({ type }) => type === 'LiabilitiesTerminated')?.effectiveOn };
  },
  model: dayOfEnd,
  worked: {
    EFFECTIVE_DATE: [{ fact: '2026-03-05', recorded: '2026-03-20' }, { ended: '2026-03-05' }],
    RECORDED_TIME: [{ fact: '2026-03-05', recorded: '2026-03-20' }, { ended: '2026-03-20' }],
  },
});
