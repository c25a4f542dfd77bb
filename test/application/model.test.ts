/**
 * The ledger against the model: whatever both are told, be it invalid, late or twice, they agree on every figure after
 * every command; and what must hold at every position holds at every position.
 */
import fc from 'fast-check';
import type { Command } from '../../src/domain/commands.ts';
import type { EventType, LedgerEvent } from '../../src/domain/events.ts';
import { findingsKey } from '../../src/domain/victim/keys.ts';
import { ModelLedger } from '../support/model-ledger.ts';
import {
  amendOrder,
  day,
  determineLoss,
  enterOrder,
  makeFinal,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  returnPayment,
  today,
  tomorrow,
  vacateOrder,
  type Shares,
} from '../support/words.ts';
import { verdictOn, type Verdict } from './verdicts.ts';
import { same, Watcher } from './watcher.ts';

const runs = { numRuns: 260, seed: 20181207 };

/** Three victims; four cases; `d-1` has two orders in `c-1`, one of them for two victims, and a third under 3663A. */
const orders: Readonly<Record<string, { caseId: string; defendantId: string; statute?: '18 U.S.C. 3663A' }>> =
  {
    'o-1': { caseId: 'c-1', defendantId: 'd-1' },
    'o-2': { caseId: 'c-2', defendantId: 'd-2' },
    'o-3': { caseId: 'c-3', defendantId: 'd-3' },
    'o-4': { caseId: 'c-1', defendantId: 'd-1' },
    'o-5': { caseId: 'c-1', defendantId: 'd-1', statute: '18 U.S.C. 3663A' },
    'o-6': { caseId: 'c-3', defendantId: 'd-4' },
  };
const opening: readonly Command[] = [
  ...['v-1', 'v-2', 'v-3'].map((id) => registerVictim(id)),
  ...['c-1', 'c-2', 'c-3'].map((id) => registerCase(id)),
  ...Object.values(orders).map(({ caseId, defendantId }) => registerDefendant(defendantId, { caseId })),
  enterOrder('o-1', { 'v-1': '4,000.00', 'v-2': '3,000.00' }),
  enterOrder('o-2', '5,000.00'),
];

/** A cap of 6,000.00, of which 4,500.00 are paid. */
const halfway: readonly Command[] = [
  determineLoss('c-2', '6,000.00'),
  makeFinal('o-2'),
  recordPayment('dcd.10', '3,000.00', { to: 'o-2' }),
  recordPayment('dcd.11', '1,500.00', { to: 'o-2' }),
];
/** And the rest of it, from another defendant, who owes another victim as well. */
const whole: readonly Command[] = [...halfway, recordPayment('dcd.12', '2,625.00')];
/** Then a greater loss, in an order entered since, and that is paid as well. */
const wholeTwice: readonly Command[] = [
  ...whole,
  determineLoss('c-3', '9,000.00'),
  enterOrder('o-3', '5,000.00'),
  makeFinal('o-3'),
  recordPayment('dcd.13', '3,000.00', { to: 'o-3' }),
];
/** More paid than was found, before anything is final. */
const early: readonly Command[] = [
  determineLoss('c-2', '4,500.00'),
  recordPayment('dcd.10', '4,000.00', { to: 'o-2' }),
  recordPayment('dcd.11', '3,000.00'),
];

const orderIds = fc.constantFrom('o-1', 'o-2', 'o-2', 'o-3', 'o-3', 'o-4', 'o-5', 'o-6');
const cases = fc.constantFrom('c-1', 'c-2', 'c-2', 'c-3', 'c-9');
const victims = fc.constantFrom('v-1', 'v-1', 'v-1', 'v-1', 'v-2', 'v-3', 'v-9');
const losses = fc.constantFrom('0.00', '3,000.00', '4,500.00', '6,000.00', '7,000.00', '9,000.00');
const amounts = fc.constantFrom('0.01', '33.33', '500.00', '1,000.00', '1,500.00', '2,999.99', '4,000.00');
const shares: fc.Arbitrary<Shares> = fc
  .tuple(
    fc.constantFrom('v-1', 'v-1', 'v-1', 'v-2', 'v-3'),
    fc.constantFrom('2,999.99', '3,000.00', '3,000.00', '4,000.00', '5,000.00', '7,000.00'),
    fc.dictionary(fc.constantFrom('v-2', 'v-3'), fc.constantFrom('3,000.00', '4,000.00'), { maxKeys: 1 }),
  )
  .map(([victim, amount, others]) => ({ ...others, [victim]: amount }));
/** Days of courts: not before an order is entered, and in any order. */
const days = fc.constantFrom(today, today, tomorrow, day('2026-04-01'));
const receipts = fc.integer({ min: 1, max: 14 }).map((number) => `dcd.${String(number)}`);
const grounds = fc.constantFrom('ENTRY_OF_JUDGMENT', 'DIRECT_REVIEW_DONE', 'DIRECT_REVIEW_DONE', 'MANUAL');
const tracks = fc.constantFrom('TRAFFICKING', 'TRAFFICKING', 'TRAFFICKING', 'FULL_AMOUNT');

const inCaseOf = (id: string) => orders[id] ?? { caseId: 'c-9', defendantId: 'd-9' };
const enter = fc.tuple(orderIds, shares, tracks).map(([id, each, track]) => {
  const given = inCaseOf(id);
  return enterOrder(id, each, { ...given, track: given.statute ? 'FULL_AMOUNT' : track });
});
const pay = fc.tuple(receipts, amounts, orderIds, fc.boolean()).map(([id, amount, order, isNamed]) => {
  const { caseId, defendantId } = inCaseOf(order);
  return recordPayment(id, amount, { caseId, defendantId, to: isNamed ? order : null });
});
const commands: fc.Arbitrary<Command> = fc.oneof(
  { weight: 9, arbitrary: pay },
  {
    weight: 4,
    arbitrary: fc
      .tuple(cases, losses, victims, days)
      .map(([id, amount, victim, on]) => determineLoss(id, amount, { victim, on })),
  },
  { weight: 3, arbitrary: enter },
  {
    weight: 3,
    arbitrary: fc.tuple(orderIds, grounds).map(([id, ground]) => makeFinal(id, { ...inCaseOf(id), ground })),
  },
  { weight: 3, arbitrary: receipts.map((id) => returnPayment(id)) },
  {
    weight: 2,
    arbitrary: fc.tuple(orderIds, shares, days).map(([id, each, on]) =>
      amendOrder(id, each, {
        ...inCaseOf(id),
        on,
        track: inCaseOf(id).statute ? 'FULL_AMOUNT' : 'TRAFFICKING',
      }),
    ),
  },
  { weight: 1, arbitrary: orderIds.map((id) => vacateOrder(id, inCaseOf(id))) },
);
/** Some commands come twice, at once. */
const stories = fc
  .tuple(
    fc.constantFrom([], halfway, whole, wholeTwice, early),
    fc.array(fc.tuple(commands, fc.nat({ max: 12 })), { minLength: 10, maxLength: 30 }),
  )
  .map(([before, told]) => [
    ...before,
    ...told.flatMap(([command, luck]) => (luck === 0 ? [command, command] : [command])),
  ]);

interface Seen {
  readonly command: Command;
  readonly verdict: Verdict;
  readonly events: readonly LedgerEvent[];
  readonly ledger: Watcher;
}

function of<Type extends EventType>(
  { events }: Seen,
  type: Type,
): readonly Extract<LedgerEvent, { type: Type }>[] {
  return events.filter((event): event is Extract<LedgerEvent, { type: Type }> => event.type === type);
}

function has(seen: Seen, command: Command['type'], event: EventType): boolean {
  return seen.command.type === command && of(seen, event).length > 0;
}

/** What must be seen at least once in a run, or it has not tried what it is for. */
const marks: Readonly<Record<string, (seen: Seen) => boolean>> = {
  'a command was refused': ({ verdict }) => verdict === 'refused',
  'a command was heard again': ({ verdict }) => verdict === 'heard',
  'the cap was reached to the cent': (seen) =>
    has(seen, 'RecordPayment', 'FullRecoveryReached') &&
    of(seen, 'RecoveryCredited').every(({ data }) => data.accepted === data.offered) &&
    of(seen, 'ExcessHeld').length === 0,
  'the cap was crossed': (seen) =>
    of(seen, 'RecoveryCredited').some(
      ({ data }) => data.accepted !== data.offered && data.accepted !== '0.00',
    ),
  'a payment came after all had ended': (seen) =>
    of(seen, 'RecoveryCredited').some(({ data }) => data.accepted === '0.00'),
  'finality came late, with more received than the cap': (seen) =>
    has(seen, 'MakeOrderFinal', 'FullRecoveryReached') && of(seen, 'OverRecoveryNoted').length > 0,
  'a finding came late, and set the cap': (seen) =>
    seen.command.type === 'DetermineLoss' &&
    of(seen, 'GreatestLossChanged').some(({ data }) => data.previous === null),
  'a finding came to be known late, and another stays': (seen) =>
    of(seen, 'LossDetermined').some(({ data, effectiveOn }) =>
      seen.ledger
        .victim(data.victimId)
        .findings.get(findingsKey(data))
        ?.[data.category]?.some(({ on }) => on > effectiveOn),
    ),
  'an amendment came to be known late, and another stays': (seen) =>
    of(seen, 'OrderAmended').length > 0 && of(seen, 'LiabilityAmended').length === 0,
  'an amendment left a share as it was': (seen) =>
    of(seen, 'LiabilityAmended').some(({ data }) => data.amount === data.amountBefore),
  'a finding was reduced, and that was enough': (seen) => has(seen, 'DetermineLoss', 'FullRecoveryReached'),
  'the order that set the cap was vacated': (seen) => has(seen, 'VacateOrder', 'GreatestLossChanged'),
  'and that was enough': (seen) => has(seen, 'VacateOrder', 'FullRecoveryReached'),
  'a return brought ended liabilities back': (seen) =>
    has(seen, 'RecordPaymentReturn', 'LiabilitiesReinstated'),
  'a return left enough, and what it had paid ended': (seen) =>
    has(seen, 'RecordPaymentReturn', 'LiabilitiesTerminated'),
  'the cap was reached a second time': (seen) =>
    of(seen, 'FullRecoveryReached').some(({ data }) => data.epoch === 2),
  'a greater cap was reached, above one that stands': ({ ledger }) =>
    ledger.all('Victim').some(([, { standing }]) => standing.length > 1),
  'the greater one was undone, and the other stands': (seen) =>
    of(seen, 'FullRecoveryUndone').some(({ data }) => seen.ledger.victim(data.victimId).standing.length > 0),
  'an order entered afterwards ended at once': (seen) => has(seen, 'EnterOrder', 'LiabilitiesTerminated'),
  'one of which more may come stayed open': (seen) =>
    of(seen, 'OrderEntered').length > 0 &&
    of(seen, 'LiabilityImposed').some(({ data }) => seen.ledger.victim(data.victimId).standing.length > 0) &&
    of(seen, 'LiabilitiesTerminated').length === 0,
  'and ended when it became final': (seen) =>
    has(seen, 'MakeOrderFinal', 'LiabilitiesTerminated') && of(seen, 'FullRecoveryReached').length === 0,
  'an enlarged order ended again': (seen) =>
    has(seen, 'AmendOrder', 'LiabilitiesTerminated') && of(seen, 'FullRecoveryReached').length === 0,
  'an order was amended below what was paid': (seen) =>
    of(seen, 'LiabilityAmended').some(({ data }) => data.overpaid !== '0.00'),
  'an order was amended below what was paid and ended': (seen) =>
    of(seen, 'LiabilityAmended').some(({ data }) => data.terminatedAfter < data.terminatedBefore),
  'a payment under a vacated order came back': (seen) =>
    of(seen, 'RecoveryReversed').some(
      ({ data }) => seen.ledger.victim(data.victimId).liabilities.get(data)?.isVacated,
    ),
  'a payment was divided between victims': (seen) =>
    of(seen, 'PaymentAllocated').some(
      ({ data }) => new Set(data.parts.map(({ victimId }) => victimId)).size > 1,
    ),
  'what one order could not take went to another': (seen) =>
    of(seen, 'PaymentAllocated').some(({ data }) => data.round > 1 && data.parts.length > 0),
  'the case credited what no victim’s stream decides': (seen) =>
    of(seen, 'RecoveryCredited').some(({ data }) => data.orderId === 'o-5'),
  'a payment was held': (seen) => of(seen, 'ExcessHeld').length > 0,
};

/** Only what concerns a final order moves the cap. None of these ever does. */
const neverMoveTheCap: readonly Command['type'][] = ['EnterOrder', 'RecordPayment', 'RecordPaymentReturn'];

describe('the ledger and the model', () => {
  const seen = new Set<string>();

  test('agree on every figure after every command, whatever they are told, on both kinds of store', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const model = new ModelLedger();
        const ledgers = [new Watcher(true), new Watcher(false)];
        for (const [index, command] of [...opening, ...story].entries()) {
          const verdict = verdictOn(model.world(), command);
          if (verdict === 'recorded') model.tell(command);
          const figures = model.figures();
          for (const ledger of ledgers) {
            const { isRefused, events } = await ledger.tell(`command-${String(index)}`, command);
            const became = [command.type, isRefused, events.length > 0];
            same(became, [command.type, verdict === 'refused', verdict === 'recorded']);
            same(ledger.figures(), figures);
            same(ledger.staleCopies(), []);
            const hasMoved = events.some(({ type }) => type === 'GreatestLossChanged');
            same(hasMoved && neverMoveTheCap.includes(command.type), false);
            for (const [mark, isSeen] of Object.entries(marks)) {
              if (isSeen({ command, verdict, events, ledger })) seen.add(mark);
            }
          }
        }
        for (const ledger of ledgers) await ledger.replays();
      }),
      runs,
    );
  });

  test.each(Object.keys(marks))('have tried it: %s', (mark) => {
    expect([...seen]).toContain(mark);
  });
});
