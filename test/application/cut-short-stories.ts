/** Commands that go through several streams, for a store that may be cut off between any two of them. */
import type { Command } from '../../src/domain/commands.ts';
import type { EventType } from '../../src/domain/events.ts';
import { sameVictim } from '../support/people-words.ts';
import { reduceLiability, reportRecovery, reverseReduction } from '../support/recovery-words.ts';
import {
  amendOrder,
  day,
  determineLoss,
  disburse,
  enterOrder,
  expire,
  makeFinal,
  recordClearance,
  recordDeath,
  recordNoImprisonment,
  recordPayment,
  recordYield,
  registerCase,
  registerDefendant,
  registerVictim,
  returnPayment,
  review,
  setPolicy,
  undoExpiry,
  tomorrow,
  vacateOrder,
} from '../support/words.ts';

/** Two victims, two cases, three orders, and two payments that came in. */
export const before: readonly Command[] = [
  ...[
    registerVictim('v-1'),
    registerVictim('v-2'),
    registerCase('c-1'),
    registerCase('c-2'),
    registerDefendant('d-1'),
  ],
  ...[registerDefendant('d-2'), determineLoss('c-1', '9,000.00'), determineLoss('c-2', '5,000.00')],
  enterOrder('o-1', { 'v-1': '6,000.00', 'v-2': '3,000.00' }),
  enterOrder('o-2', '4,000.00'),
  enterOrder('o-3', '500.00', { caseId: 'c-1', defendantId: 'd-1', statute: '18 U.S.C. 3663A' }),
  makeFinal('o-2'),
  recordPayment('dcd.1', '1,500.00'),
  recordPayment('dcd.2', '3,800.00', { to: 'o-2' }),
];

/** A payor with two cases: what one cannot place goes to the other. */
const twoCases: readonly Command[] = [
  ...before,
  registerDefendant('d-1', { caseId: 'c-2' }),
  enterOrder('o-4', { 'v-2': '3,040.00' }, { caseId: 'c-2', defendantId: 'd-1' }),
  enterOrder('o-5', { 'v-2': '7.00' }, { caseId: 'c-2', defendantId: 'd-1', statute: '18 U.S.C. 3663A' }),
];
const throughBoth = recordPayment('dcd.8', '9,000.00', { to: null });

/** What was paid above an amount that is lowered is excess: of that case and of the other. Nobody has all that was lost. */
const lowered: readonly Command[] = [
  ...[setPolicy('P-46', 'EXCESS'), setPolicy('P-42', 'RECORD')],
  ...[...twoCases.filter(({ type }) => type !== 'MakeOrderFinal'), throughBoth],
  enterOrder('o-6', { 'v-2': '700.00' }, { caseId: 'c-2', defendantId: 'd-1' }),
];

/** The victim has all, and so the payor’s other orders ended, in that case and in another; some of it is excess when the first is lowered. */
const wholeByOne: readonly Command[] = [
  ...[setPolicy('P-46', 'EXCESS'), setPolicy('P-42', 'RECORD'), registerVictim('v-1')],
  ...['c-1', 'c-2'].flatMap((id) => [registerCase(id), registerDefendant('d-1', { caseId: id })]),
  ...[determineLoss('c-1', '6,000.00'), enterOrder('o-1', '6,000.00'), makeFinal('o-1')],
  enterOrder('o-7', '1,500.00', { caseId: 'c-1', defendantId: 'd-1' }),
  enterOrder('o-8', '3,000.00', { caseId: 'c-2', defendantId: 'd-1' }),
  ...[recordPayment('dcd.1', '3,500.00'), recordPayment('dcd.2', '4,000.00')],
];

/** A payment of more than principal, where the yield of another week is known. */
const fraud: readonly Command[] = [
  ...[
    registerVictim('v-1'),
    registerCase('c-1'),
    registerDefendant('d-1'),
    recordYield('2026-02-27', '4.00'),
  ],
  enterOrder('o-1', '5,000.00', { statute: '18 U.S.C. 3663A', on: day('2026-03-02') }),
];
const beyondPrincipal = recordPayment('dcd.1', '6,000.00', { on: day('2027-03-17') });
/** The same under section 2259, with less room than interest, where that counts. */
const images: readonly Command[] = [
  ...[
    registerVictim('v-1'),
    registerCase('c-1'),
    registerDefendant('d-1'),
    registerDefendant('d-2', { caseId: 'c-1' }),
  ],
  ...[recordYield('2026-03-13', '4.00'), setPolicy('P-10', 'COUNTS', { on: day('2026-03-02') })],
  ...[determineLoss('c-1', '5,100.00'), enterOrder('o-1', '5,000.00', { on: day('2026-03-02') })],
  ...[enterOrder('o-4', '3,000.00', { caseId: 'c-1', defendantId: 'd-2' }), makeFinal('o-1')],
];
const countsSince = setPolicy('P-10', 'COUNTS', { on: day('2027-05-01') });
const awaited: readonly Command[] = [
  ...[...fraud, beyondPrincipal],
  recordPayment('dcd.2', '1.00', { on: day('2027-03-18') }),
];
/** The second victim has a cap and money of its own; both orders of the first case are owed to both ids. */
const twoIds: readonly Command[] = [
  ...before.filter(({ type }) => type !== 'MakeOrderFinal'),
  determineLoss('c-1', '5,500.00', { victim: 'v-2' }),
  makeFinal('o-1'),
  recordPayment('dcd.3', '900.00'),
];
const onePerson: readonly Command[] = [...twoIds, sameVictim('v-2')];

/** What the victim of `o-2` recovered in a civil proceeding, and what a court made of it. */
const recovered = reportRecovery('x-1', '500.00', { victim: 'v-1' });
const credited = reduceLiability('x-1', '500.00', { to: 'o-2' });

/** What it is, what was before, the command, and the last thing that it brings about. */
export const stories: readonly (readonly [string, readonly Command[], Command, EventType])[] = [
  [
    'an order for two victims',
    before.slice(0, 8),
    enterOrder('o-1', { 'v-1': '6,000.00', 'v-2': '3,000.00' }),
    'LiabilityImposed',
  ],
  [
    'an order that becomes final, and ends all',
    [...before.filter(({ type }) => type !== 'MakeOrderFinal'), determineLoss('c-1', '4,800.00')],
    makeFinal('o-1'),
    'LiabilityTerminated',
  ],
  [
    'an order that is amended, with a victim more',
    before.slice(0, -3),
    amendOrder('o-2', { 'v-1': '3,500.00', 'v-2': '3,100.00' }),
    'LiabilityAmended',
  ],
  [
    'an order that is lowered below what two receipts paid, of a payor with two cases',
    lowered,
    amendOrder('o-1', { 'v-1': '10.00', 'v-2': '5.00' }),
    'OverpaymentPassedOn',
  ],
  [
    'the same under another statute',
    lowered,
    amendOrder('o-3', '30.00', { caseId: 'c-1', track: 'FULL_AMOUNT' }),
    'OverpaymentPassedOn',
  ],
  [
    'the same, where what is taken back is held at once',
    [...lowered, setPolicy('P-09', 'SUSPENSE')],
    amendOrder('o-1', { 'v-1': '10.00', 'v-2': '5.00' }),
    'ExcessHeld',
  ],
  [
    'the same, of one person under two ids',
    [...lowered, sameVictim('v-2')],
    amendOrder('o-1', { 'v-1': '10.00', 'v-2': '5.00' }),
    'OverpaymentPassedOn',
  ],
  [
    'the same, which undoes what had ended all',
    [setPolicy('P-46', 'EXCESS'), setPolicy('P-42', 'RECORD'), ...before, recordPayment('dcd.3', '5,000.00')],
    amendOrder('o-2', '3,000.00'),
    'LiabilityReinstated',
  ],
  [
    'the same, by which others of the payor’s orders are owed again, and take it',
    wholeByOne,
    amendOrder('o-1', '4,000.00'),
    'OverpaymentPassedOn',
  ],
  [
    'the return of a receipt of which something was taken back',
    [...lowered, amendOrder('o-1', { 'v-1': '10.00', 'v-2': '5.00' })],
    returnPayment('dcd.8'),
    'ReceiptTakenBack',
  ],
  ['an order that is vacated', before, vacateOrder('o-1'), 'LiabilityVacated'],
  [
    'an order whose term is over',
    [...before, recordNoImprisonment()],
    expire({ order: 'o-1', on: day('2046-03-02') }),
    'LiabilityExpired',
  ],
  [
    'an end of a term that was an error',
    [...before, recordNoImprisonment(), expire({ order: 'o-1', on: day('2046-03-02') })],
    undoExpiry({ order: 'o-1', on: day('2046-03-03') }),
    'LiabilityExpiryUndone',
  ],
  [
    'a death of a defendant of two cases',
    [...before, registerDefendant('d-1', { caseId: 'c-2' })],
    recordDeath('d-1', { inCase: 'c-2' }),
    'DefendantDied',
  ],
  ['a court’s credit for a civil recovery', [...before, recovered], credited, 'ReductionNoted'],
  [
    'such a credit that holds no more',
    [...before, recovered, credited],
    reverseReduction('x-1', { to: 'o-2' }),
    'ReductionNoted',
  ],
  ['two ids that are one victim', before, sameVictim('v-2'), 'IdentityTakenOver'],
  [
    'a payment that is divided between two victims',
    before,
    recordPayment('dcd.3', '70.01'),
    'PaymentApplied',
  ],
  [
    'a payment that crosses the cap, and goes on to other debts',
    before,
    recordPayment('dcd.3', '5,000.00'),
    'LiabilityTerminated',
  ],
  [
    'a payment of which nothing can be placed',
    [...before, vacateOrder('o-2')],
    recordPayment('dcd.3', '70.00', { to: null, caseId: 'c-2', defendantId: 'd-2' }),
    'ExcessHeld',
  ],
  ['a return of a payment', before, returnPayment('dcd.1'), 'PaymentUnapplied'],
  ['a payment that clears', before, recordClearance('dcd.1'), 'RecoveryCleared'],
  [
    'a payment that clears, by which all has cleared',
    [
      setPolicy('P-05', 'CLEARED'),
      ...before,
      ...[recordPayment('dcd.3', '5,000.00'), recordClearance('dcd.1'), recordClearance('dcd.2')],
    ],
    recordClearance('dcd.3'),
    'LiabilityTerminated',
  ],
  [
    'the return of a payment that had cleared',
    [
      setPolicy('P-05', 'CLEARED'),
      ...before,
      ...[recordPayment('dcd.3', '5,000.00'), recordClearance('dcd.1'), recordClearance('dcd.2')],
      recordClearance('dcd.3'),
    ],
    returnPayment('dcd.3'),
    'LiabilityReinstated',
  ],
  [
    'a return of a payment that had ended all',
    [...before, recordPayment('dcd.3', '5,000.00')],
    returnPayment('dcd.3'),
    'LiabilityReinstated',
  ],
  ['a finding that ends all', before, determineLoss('c-2', '4,800.00'), 'LiabilityTerminated'],
  [
    'a review that ends all',
    [
      setPolicy('P-01', 'CERT_EXHAUSTED'),
      ...before,
      determineLoss('c-2', '4,500.00'),
      setPolicy('P-01', 'DIRECT_REVIEW_DONE'),
    ],
    review(),
    'LiabilityTerminated',
  ],
  ['a payment that goes on to another case, and comes home', twoCases, throughBoth, 'ReceiptPassedOn'],
  [
    'the return of a payment that went on to another case',
    [...twoCases, throughBoth],
    returnPayment('dcd.8'),
    'ReceiptTakenBack',
  ],
  [
    'a defendant of a second case',
    before,
    registerDefendant('d-1', { caseId: 'c-2' }),
    'DefendantJoinedCase',
  ],
  ['a payment that comes to wait for a yield', fraud, beyondPrincipal, 'YieldAwaited'],
  ['a yield that money has waited for', awaited, recordYield('2026-03-13', '4.05'), 'InterestCredited'],
  [
    'a yield by which a payment that has cleared comes to a victim',
    [
      ...[...awaited, recordClearance('dcd.1', { on: day('2027-04-20') })],
      enterOrder('o-2', '5,000.00', { caseId: 'c-1', defendantId: 'd-1', on: day('2027-05-03') }),
    ],
    recordYield('2026-03-13', '4.05'),
    'RecoveryCleared',
  ],
  ['a payment of interest that counts, to the cap', images, beyondPrincipal, 'ExcessHeld'],
  [
    'the return of a receipt with interest that counts',
    [...images, beyondPrincipal],
    returnPayment('dcd.1', { on: day('2027-04-01') }),
    'PaymentUnapplied',
  ],
  [
    'the clearing of a receipt with interest that counts',
    [...images, beyondPrincipal],
    recordClearance('dcd.1', { on: day('2027-04-20') }),
    'InterestCleared',
  ],
  [
    'interest of before, which is told when it comes to count',
    [...images.filter(({ type }) => type !== 'SetPolicy'), beyondPrincipal, countsSince],
    review('v-1', { on: day('2027-05-02') }),
    'PastInterestTold',
  ],
  ['two ids that are one person', twoIds, sameVictim('v-2'), 'HistoriesJoined'],
  [
    'two ids that are one person, who has all',
    [...twoIds, determineLoss('c-1', '6,000.00'), recordPayment('dcd.4', '1,000.00')],
    sameVictim('v-2'),
    'LiabilityTerminated',
  ],
  [
    'an id that was joined with another, and is joined with a third',
    [registerVictim('v-3'), ...onePerson],
    sameVictim('v-3', { victim: 'v-2' }),
    'HistoriesJoined',
  ],
  [
    'a payment to one person under two ids, that crosses the cap',
    onePerson,
    recordPayment('dcd.5', '7,000.00'),
    'LiabilityTerminated',
  ],
  [
    'the return of a payment that came before two ids were one person',
    [...onePerson, recordPayment('dcd.5', '7,000.00')],
    returnPayment('dcd.1'),
    'LiabilityReinstated',
  ],
  [
    'an order for one person under two ids',
    onePerson,
    amendOrder('o-1', { 'v-1': '6,500.00', 'v-2': '3,100.00' }),
    'LiabilityAmended',
  ],
  [
    'a finding for an id that was joined',
    onePerson,
    determineLoss('c-1', '4,000.00', { on: tomorrow }),
    'GreatestLossChanged',
  ],
  ['a payment out', before, disburse('p-1', '70.00'), 'RestitutionDisbursed'],
];
