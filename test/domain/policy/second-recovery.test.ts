/** Whose losses set the cap, what counts toward it, and what is credited: the ledger, and a second reckoning (`test/second/answers-of-recovery.ts`). */
import fc from 'fast-check';
import type { Policies } from '../../../src/domain/policy/catalogue.ts';
import type { FinalityGround } from '../../../src/domain/liability/events.ts';
import { recoverySources } from '../../../src/domain/statutes/18-usc-2259-b-2-c-last-sentence-other-cases.ts';
import {
  assignedAway,
  assisted,
  beforeTheAct,
  collected,
  crossing,
  elsewhere,
  finality,
  heldForVictim,
  missingFinding,
  whenReceived,
  whoseLosses,
} from '../../second/answers-of-recovery.ts';
import { assignInterest } from '../../support/people-words.ts';
import { reportRecovery, verifyRecovery } from '../../support/recovery-words.ts';
import { disbursementId, orderAssistance, requestId, start } from '../../support/reserve-words.ts';
import { determineLoss, disburse, tomorrow, usd, victimId } from '../../support/words.ts';
import { becomesFinal, clears, comesBack, impose, tender } from '../victim/words.ts';
import { asks, few, inWords } from './asking.ts';
import { decided, final, finding, line, owed, told } from './one-victim.ts';

const perhaps = fc.option(few);

asks('P-01', {
  given: fc.record({
    loss: few,
    ground: fc.constantFrom<FinalityGround | 'NONE'>(
      ...(['NONE', 'ENTRY_OF_JUDGMENT', 'DIRECT_REVIEW_DONE', 'CERT_EXHAUSTED', 'MANUAL'] as const),
    ),
  }),
  ledger: (answer, { loss, ground }) => {
    const final = ground === 'NONE' ? [] : [becomesFinal('o-1', ground)];
    const state = told({ 'P-01': answer }, finding('c-1', loss), impose('o-1', '5.00'), ...final);
    return { cap: state.greatestLoss };
  },
  model: finality,
  worked: {
    ENTRY_OF_JUDGMENT: [{ loss: 5_117_92n, ground: 'NONE' }, { cap: 5_117_92n }],
    DIRECT_REVIEW_DONE: [{ loss: 5_117_92n, ground: 'CERT_EXHAUSTED' }, { cap: 5_117_92n }],
    CERT_EXHAUSTED: [{ loss: 5_117_92n, ground: 'DIRECT_REVIEW_DONE' }, { cap: undefined }],
    MANUAL: [{ loss: 5_117_92n, ground: 'CERT_EXHAUSTED' }, { cap: undefined }],
  },
});

asks('P-02', {
  given: fc.record({ share: few, found: perhaps }),
  ledger: (answer, { share, found }) => {
    const losses = found === null ? [] : [finding('c-1', found)];
    const order = [impose('o-1', inWords(share)), becomesFinal('o-1')];
    return { cap: told({ 'P-02': answer }, ...losses, ...order).greatestLoss };
  },
  model: missingFinding,
  worked: {
    UNKNOWN_SETS_NO_CAP: [{ share: 3_000_00n, found: null }, { cap: undefined }],
    ORDERED_AS_LOWER_BOUND: [{ share: 3_000_00n, found: null }, { cap: 3_000_00n }],
  },
});

asks('P-03', {
  given: fc.record({ trade: few, abuse: few, first: few, second: few, isOneCase: fc.boolean() }),
  ledger: (answer, { trade, abuse, first, second, isOneCase }) => {
    const inCase = isOneCase ? 'c-1' : 'c-2';
    const state = told(
      { 'P-03': answer },
      finding('c-1', trade),
      determineLoss(inCase, inWords(abuse), { category: 'PRODUCTION' }),
      impose('o-1', inWords(trade)),
      impose('o-2', inWords(abuse), { track: 'FULL_AMOUNT', inCase }),
      ...[becomesFinal('o-1'), { ...becomesFinal('o-2'), caseId: impose('o-2', '1.00', { inCase }).caseId }],
      tender('dcd.1', inWords(first)),
      {
        ...tender('dcd.2', inWords(second), { to: 'o-2' }),
        caseId: impose('o-2', '1.00', { inCase }).caseId,
      },
    );
    const [paidForTrade, paidForAbuse] = [line(state).paid, line(state, 'o-2').paid];
    return { cap: state.greatestLoss, paidForTrade, paidForAbuse };
  },
  model: whoseLosses,
  worked: {
    TRAFFICKING: [
      { trade: 100_00n, abuse: 300_00n, first: 100_00n, second: 250_00n, isOneCase: false },
      { cap: 100_00n, paidForTrade: 100_00n, paidForAbuse: 250_00n },
    ],
    ANY_2259: [
      { trade: 100_00n, abuse: 300_00n, first: 100_00n, second: 250_00n, isOneCase: false },
      { cap: 300_00n, paidForTrade: 100_00n, paidForAbuse: 200_00n },
    ],
  },
});

asks('P-04', {
  given: fc.record({ old: few, young: few, offered: few }),
  ledger: (answer, { old, young, offered }) => {
    const state = told(
      { 'P-04': answer },
      ...[finding('c-1', old), finding('c-2', young)],
      ...[impose('o-1', inWords(old), { isBeforeAct: true }), impose('o-2', inWords(young))],
      ...[becomesFinal('o-1'), becomesFinal('o-2'), tender('dcd.1', inWords(offered), { to: 'o-2' })],
    );
    const paid = line(state, 'o-2').paid;
    return { cap: state.greatestLoss, paid, owedOld: owed(state), owedYoung: owed(state, 'o-2') };
  },
  model: beforeTheAct,
  worked: {
    COUNT: [
      { old: 200_00n, young: 300_00n, offered: 300_00n },
      { cap: 300_00n, paid: 300_00n, owedOld: 0n, owedYoung: 0n },
    ],
    DO_NOT_COUNT: [
      { old: 200_00n, young: 300_00n, offered: 300_00n },
      { cap: 300_00n, paid: 300_00n, owedOld: 200_00n, owedYoung: 0n },
    ],
  },
});

/** 100.00 were lost, and 120.00 ordered: 99.99 come in, and then a cent. */
const ofTwo = { loss: 100_00n, ordered: 120_00n, offered: 99_99n, more: 1n };

asks('P-05', {
  given: fc.record({
    ...{ loss: few, ordered: few, offered: few, more: few, out: few },
    clears: fc.constantFrom('NEITHER', 'FIRST', 'SECOND', 'BOTH'),
    isBack: fc.boolean(),
  }),
  ledger: (answer, { loss, ordered, offered, more, out, clears: which, isBack }) => {
    const money = [tender('dcd.1', inWords(offered)), tender('dcd.2', inWords(more))];
    const cleared = [
      ...(which === 'FIRST' || which === 'BOTH' ? [clears('dcd.1')] : []),
      ...(which === 'SECOND' || which === 'BOTH' ? [clears('dcd.2')] : []),
    ];
    const moved = [...cleared, disburse('p-1', inWords(out)), ...(isBack ? [comesBack('dcd.1')] : [])];
    const state = told({ 'P-05': answer }, ...final(loss, ordered), ...money, ...moved);
    return { paid: line(state).paid, owed: owed(state) };
  },
  model: whenReceived,
  worked: {
    PAID_THROUGH_COURT: [
      { ...ofTwo, out: 99_99n, clears: 'NEITHER', isBack: false },
      { paid: 100_00n, owed: 0n },
    ],
    DISBURSED: [
      { ...ofTwo, out: 99_99n, clears: 'BOTH', isBack: false },
      { paid: 100_00n, owed: 20_00n },
    ],
    CLEARED: [
      { ...ofTwo, out: 100_00n, clears: 'FIRST', isBack: false },
      { paid: 100_00n, owed: 20_00n },
    ],
  },
});

asks('P-06', {
  given: fc.record({ loss: few, ordered: few, first: few, out: few, second: few }),
  ledger: (answer, { loss, ordered, first, out, second }) => {
    const state = told(
      { 'P-05': 'DISBURSED', 'P-06': answer },
      ...final(loss, ordered),
      ...[tender('dcd.1', inWords(first)), disburse('p-1', inWords(out)), tender('dcd.2', inWords(second))],
    );
    return { paid: line(state).paid, owed: owed(state) };
  },
  model: heldForVictim,
  worked: {
    FREEZE: [
      { loss: 100_00n, ordered: 120_00n, first: 90_00n, out: 40_00n, second: 50_00n },
      { paid: 100_00n, owed: 20_00n },
    ],
    KEEP_COLLECTING: [
      { loss: 100_00n, ordered: 120_00n, first: 90_00n, out: 40_00n, second: 50_00n },
      { paid: 120_00n, owed: 0n },
    ],
  },
});

asks('P-07', {
  given: fc.record({ room: few, owed: few, offered: few }),
  ledger: (answer, { room, owed: ordered, offered }) => {
    const state = told(
      { 'P-07': answer },
      ...final(1_00n + room, 9_00n),
      ...[impose('o-2', inWords(ordered)), tender('dcd.1', '1.00')],
      tender('dcd.2', inWords(offered), { to: 'o-2' }),
    );
    return { paid: line(state, 'o-2').paid };
  },
  model: crossing,
  worked: {
    SPLIT: [{ room: 40_00n, owed: 80_00n, offered: 50_00n }, { paid: 40_00n }],
    ACCEPT_WHOLE: [{ room: 40_00n, owed: 80_00n, offered: 50_00n }, { paid: 50_00n }],
    REJECT_WHOLE: [{ room: 40_00n, owed: 80_00n, offered: 50_00n }, { paid: 0n }],
  },
});

const q1 = { victimId: victimId('v-1'), requestId: requestId('q-1'), on: start } as const;

asks('P-12', {
  given: fc.record({ net: few, assistance: few, offered: few }),
  ledger: (answer, { net, assistance, offered }) => {
    const amount = usd(inWords(assistance));
    const state = told(
      { 'P-12': answer },
      orderAssistance('q-1', inWords(assistance), { victim: 'v-1' }),
      { type: 'ReceiveAssistance', ...q1, disbursementId: disbursementId('p-1') },
      { ...finding('c-1', net), assistanceDeducted: amount },
      ...[impose('o-1', '9.00'), becomesFinal('o-1'), tender('dcd.1', inWords(offered))],
    );
    return { cap: state.greatestLoss, paid: line(state).paid };
  },
  model: assisted,
  worked: {
    COUNT_AGAINST_GROSS: [
      { net: 52_09n, assistance: 4_47n, offered: 5_00n },
      { cap: 56_56n, paid: 5_00n },
    ],
    NET_FINDINGS_ONLY: [
      { net: 2_09n, assistance: 4_47n, offered: 5_00n },
      { cap: 2_09n, paid: 2_09n },
    ],
    IGNORE: [
      { net: 2_09n, assistance: 4_47n, offered: 5_00n },
      { cap: 6_56n, paid: 5_00n },
    ],
  },
});

const recovery = fc
  .record({ source: fc.constantFrom(...recoverySources), told: few, part: perhaps, loss: few, offered: few })
  .map(({ part, ...given }) => ({
    ...given,
    shown: part === null ? null : part > given.told ? given.told : part,
  }));
type Recovery = typeof recovery extends fc.Arbitrary<infer Given> ? Given : never;

function toldElsewhere(
  policies: Partial<Policies>,
  { source, told: amount, shown, loss, offered }: Recovery,
) {
  const shownToo = shown === null ? [] : [verifyRecovery('x-1', inWords(shown))];
  const state = told(
    policies,
    ...final(loss, 9_00n),
    ...[reportRecovery('x-1', inWords(amount), { source }), ...shownToo, tender('dcd.1', inWords(offered))],
  );
  return { paid: line(state).paid };
}
const verified = { told: 3_00n, shown: 2_50n, loss: 4_00n, offered: 4_00n };

asks('P-13', {
  given: recovery,
  ledger: (answer, given) => toldElsewhere({ 'P-13': answer }, given),
  model: (answer, given) => elsewhere({ damages: answer === 'COUNT', others: false, reported: false }, given),
  worked: {
    NOT_IN_TOTAL: [{ ...verified, source: 'CIVIL_JUDGMENT_2255' }, { paid: 4_00n }],
    COUNT: [{ ...verified, source: 'CIVIL_JUDGMENT_2255' }, { paid: 1_50n }],
  },
});

asks('P-43', {
  given: recovery,
  ledger: (answer, given) => toldElsewhere({ 'P-43': answer }, given),
  model: (answer, given) =>
    elsewhere({ damages: false, others: false, reported: answer === 'ALL_REPORTED' }, given),
  worked: {
    VERIFIED_ONLY: [{ ...verified, shown: null, source: 'RESTITUTION_2259' }, { paid: 4_00n }],
    ALL_REPORTED: [{ ...verified, shown: null, source: 'RESTITUTION_2259' }, { paid: 1_00n }],
  },
});

asks('P-44', {
  given: recovery,
  ledger: (answer, given) => toldElsewhere({ 'P-44': answer }, given),
  model: (answer, given) => elsewhere({ damages: false, others: answer === 'COUNT', reported: false }, given),
  worked: {
    RECORD_ONLY: [{ ...verified, source: 'STATE_RESTITUTION' }, { paid: 4_00n }],
    COUNT: [{ ...verified, source: 'STATE_RESTITUTION' }, { paid: 1_50n }],
  },
});

asks('P-29', {
  given: fc.record({
    loss: few.map((cents) => cents + 80n),
    before: few,
    assigned: few,
    offered: few.map((cents) => 3n * cents),
  }),
  ledger: (answer, { loss, before, assigned, offered }) => {
    const state = told(
      { 'P-29': answer },
      ...[...final(loss, 999_00n), assignInterest({ on: tomorrow }), impose('o-2', '999.00')],
      ...[tender('dcd.1', inWords(before)), tender('dcd.2', inWords(assigned), { on: tomorrow })],
      tender('dcd.3', inWords(offered), { to: 'o-2', on: tomorrow }),
    );
    return { paid: line(state, 'o-2').paid };
  },
  model: assignedAway,
  worked: {
    ASSIGNED_COUNTS_AS_RECEIVED: [
      { loss: 100_00n, before: 20_00n, assigned: 30_00n, offered: 90_00n },
      { paid: 50_00n },
    ],
    ASSIGNED_DOES_NOT_COUNT: [
      { loss: 100_00n, before: 20_00n, assigned: 30_00n, offered: 90_00n },
      { paid: 80_00n },
    ],
  },
});

asks('P-37', {
  given: fc.record({ paid: few, out: few }),
  ledger: (answer, { paid, out }) => {
    const credited = [impose('o-1', '999.00'), tender('dcd.1', inWords(paid)), disburse('p-1', inWords(out))];
    const state = told({ 'P-37': answer }, ...credited);
    const order = orderAssistance('q-1', '1.00', { victim: 'v-1' });
    const [ordered] = decided(order, state, { 'P-37': answer });
    return { collected: ordered?.type === 'AssistanceOrdered' ? usd(ordered.data.collected) : undefined };
  },
  model: collected,
  worked: {
    WHEN_DISBURSED: [{ paid: 600_00n, out: 447_90n }, { collected: 447_90n }],
    WHEN_CREDITED: [{ paid: 600_00n, out: 447_90n }, { collected: 600_00n }],
  },
});
