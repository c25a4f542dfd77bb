/**
 * What holds of every decider, whatever it was told before and under whatever policies: it leaves the state alone, it
 * says a thing once, and the same events make the same state. `specify` holds every decision to the first two.
 */
import { cloneOf } from '../support/clone.ts';
import fc from 'fast-check';
import { ofPeople } from './people/anything-said.ts';
import { caseDecider } from '../../src/domain/case/decide.ts';
import type { CaseCommand } from '../../src/domain/case/commands.ts';
import { isDecidedByVictim, type Allocation, type CaseState } from '../../src/domain/case/state.ts';
import type { Decider } from '../../src/domain/decider.ts';
import type { LedgerEvent } from '../../src/domain/events.ts';
import type { EventId } from '../../src/domain/ids.ts';
import type { LiabilityOf } from '../../src/domain/liability/liability-index.ts';
import { discharged, outstanding, terminated, type Liability } from '../../src/domain/liability/liability.ts';
import {
  add,
  atLeastNothing,
  money,
  noMoney,
  parseMoney,
  subtract,
  sum,
  type Money,
} from '../../src/domain/money.ts';
import { policyCatalogue, type Policies, type PolicyId } from '../../src/domain/policy/catalogue.ts';
import { policyDecider } from '../../src/domain/policy/decide.ts';
import { defaultPolicies } from '../../src/domain/policy/state.ts';
import { receiptDecider } from '../../src/domain/receipt/decide.ts';
import { Rejection } from '../../src/domain/rejection.ts';
import type { ReserveCommand } from '../../src/domain/reserve/commands.ts';
import { reserveDecider } from '../../src/domain/reserve/decide.ts';
import type { ReserveState } from '../../src/domain/reserve/state.ts';
import { reserveCeiling } from '../../src/domain/statutes/34-usc-20101-d-6-ceiling.ts';
import { lossCategories } from '../../src/domain/statutes/18-usc-2259-c-2-losses.ts';
import { restitutionStatutes, tracks } from '../../src/domain/statutes/restitution-statutes.ts';
import { victimDecider } from '../../src/domain/victim/decide.ts';
import type { VictimCommand } from '../../src/domain/victim/commands.ts';
import { recovered } from '../../src/domain/victim/recovery.ts';
import type { VictimState } from '../../src/domain/victim/state.ts';
import { specify } from '../support/given.ts';
import {
  closeRequest,
  deposit,
  orderAssistance,
  payAssistance,
  queueAssistance,
  recordFee,
  recordIndex,
  requestAssistance,
  requestId,
  disbursementId,
  returnAssistance,
} from '../support/reserve-words.ts';
import { anyRecovery, anyReduction } from '../support/any-recovery.ts';
import {
  amendOrder,
  determineLoss,
  disburse,
  enterOrder,
  makeFinal,
  receiptId,
  recordPayment,
  recordRefund,
  registerCase,
  registerDefendant,
  registerVictim,
  returnDisbursement,
  returnPayment,
  review,
  today,
  tomorrow,
  usd,
  vacateOrder,
  yesterday,
} from '../support/words.ts';
import { anyDivision } from './case/any-division.ts';
import { notice, unapply } from './case/words.ts';
import { amend, becomesFinal, comesBack, impose, tender, vacate } from './victim/words.ts';

const few = { numRuns: 300, seed: 20181207 };

const days = fc.constantFrom(yesterday, today, tomorrow);
const sums = fc.constantFrom('0.00', '0.01', '999.99', '3,000.00', '4,000.00', '7,500.00', '10,000.00');
const orders = fc.constantFrom('o-1', 'o-2', 'o-3');
const receipts = fc.constantFrom('dcd.1', 'dcd.2', 'dcd.3');
const grounds = fc.constantFrom('ENTRY_OF_JUDGMENT', 'DIRECT_REVIEW_DONE', 'CERT_EXHAUSTED', 'MANUAL');
const policies: fc.Arbitrary<Policies> = fc
  .record(
    Object.fromEntries(
      Object.entries(policyCatalogue).map(([id, { values }]) => [id, fc.constantFrom<string>(...values)]),
    ),
  )
  .map((chosen) => ({ ...defaultPolicies, ...chosen }));

/** A command as far as it makes sense in a state: what a stream is never asked is left out. */
type Asked<State, Command> = (state: State) => Command | undefined;

type OnEach<State, Command> = (command: Command, before: State, after: State) => void;

/** Tells a stream one command after the other; gives its state, and all that happened. */
function told<State, Command, Event extends LedgerEvent>(
  decider: Decider<State, Command, Event>,
  asked: readonly Asked<State, Command>[],
  { under, onEach }: { under: Policies; onEach?: OnEach<State, Command> },
): void {
  const state = decider.empty();
  const log: Event[] = [];
  for (const ask of asked) {
    const command = ask(state);
    if (command === undefined) continue;
    const before = cloneOf(state);
    try {
      const { happened, follows } = specify(decider, under).from(state).when(command).decided();
      for (const event of [...happened, ...follows]) decider.evolve(state, event);
      log.push(...happened, ...follows);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
    }
    onEach?.(command, before, state);
  }
  const replayed = decider.empty();
  for (const event of JSON.parse(JSON.stringify(log)) as Event[]) decider.evolve(replayed, event);
  expect(replayed).toEqual(state);
}

function addsUp(liability: Liability): void {
  const { ordered, isVacated } = liability;
  const paid = discharged(liability);
  const ended = terminated(liability);
  const accounted = add(paid, add(ended, outstanding(liability)));
  const overpaid = atLeastNothing(subtract(paid, ordered));
  if (!isVacated) expect(accounted).toBe(add(ordered, overpaid));
  for (const amount of [ordered, paid, ended]) expect(amount >= noMoney).toBe(true);
}

describe('the victim', () => {
  const ifImposed =
    (command: VictimCommand & LiabilityOf): Asked<VictimState, VictimCommand> =>
    ({ liabilities, isRegistered }) =>
      liabilities.get(command) || !isRegistered ? command : undefined;
  const always =
    (command: VictimCommand): Asked<VictimState, VictimCommand> =>
    () =>
      command;
  const ifOrdered =
    (
      id: string,
      type: 'ReceiveAssistance' | 'ReturnAssistance' | 'VacateAssistance',
      payment: string,
    ): Asked<VictimState, VictimCommand> =>
    ({ assistance, isRegistered }) => {
      if (isRegistered && !assistance.get(requestId(id))) return undefined;
      const { victimId } = registerVictim();
      return { type, victimId, requestId: requestId(id), disbursementId: disbursementId(payment), on: today };
    };
  const commands = fc.oneof(
    fc
      .tuple(fc.constantFrom('c-1', 'c-2', 'c-3'), sums, fc.constantFrom(...lossCategories))
      .map(([id, amount, category]) => always(determineLoss(id, amount, { category }))),
    fc
      .tuple(orders, sums, fc.constantFrom(...tracks))
      .map(([id, amount, track]) => always(impose(id, amount, { track }))),
    fc.tuple(orders, grounds).map(([id, ground]) => ifImposed(becomesFinal(id, ground))),
    fc
      .tuple(orders, sums, fc.nat({ max: 3 }))
      .map(([id, amount, amendment]) => ifImposed(amend(id, amount, amendment))),
    orders.map((id) => ifImposed(vacate(id))),
    fc
      .tuple(receipts, sums, orders, fc.integer({ min: 1, max: 2 }))
      .map(([id, amount, to, round]) => ifImposed(tender(id, amount, { to, round }))),
    fc.tuple(receipts, orders).map(([id, to]) => ifImposed(comesBack(id, { to }))),
    fc.tuple(fc.constantFrom('p-1', 'p-2'), sums).map(([id, amount]) => always(disburse(id, amount))),
    fc.tuple(fc.constantFrom('p-1', 'p-2'), days).map(([id, on]) => always(returnDisbursement(id, { on }))),
    fc.constant(always(review())),
    fc
      .tuple(fc.constantFrom('q-1', 'q-2'), sums)
      .map(([id, amount]) => always(orderAssistance(id, amount, { victim: 'v-1' }))),
    fc
      .tuple(
        fc.constantFrom('q-1', 'q-2'),
        fc.constantFrom('ReceiveAssistance', 'ReturnAssistance', 'VacateAssistance'),
        fc.constantFrom('p-1', 'p-2'),
      )
      .map(([id, type, payment]) => ifOrdered(id, type, payment)),
    ofPeople.map(always),
    anyRecovery(fc.constantFrom('x-1', 'x-2'), sums, days).map(always),
    anyReduction(orders, sums, days).map(ifImposed),
  );
  const stories = fc.array(commands, { maxLength: 30 }).map((rest) => [always(registerVictim()), ...rest]);

  test('says a thing once, and adds up', () => {
    fc.assert(
      fc.property(policies, stories, (under, story) => {
        const onEach: OnEach<VictimState, VictimCommand> = (_, __, after) =>
          [...after.liabilities.values()].forEach(addsUp);
        told(victimDecider, story, { under, onEach });
      }),
      few,
    );
  });

  test('under P-07 at SPLIT never takes a recovery across the cap', () => {
    fc.assert(
      fc.property(policies, stories, (chosen, story) => {
        const under: Policies = { ...chosen, 'P-07': 'SPLIT' };
        const onEach: OnEach<VictimState, VictimCommand> = (_, before, after) => {
          const [had, has] = [before, after].map(({ total }) => recovered(total, under)) as [Money, Money];
          const cap = before.greatestLoss;
          if (cap !== undefined && has > had && after.greatestLoss === cap) expect(has <= cap).toBe(true);
        };
        told(victimDecider, story, { under, onEach });
      }),
      few,
    );
  });
});

describe('the case', () => {
  const always =
    (command: CaseCommand): Asked<CaseState, CaseCommand> =>
    () =>
      command;
  const inCase = (second: boolean) => ({ caseId: 'c-1', defendantId: second ? 'd-2' : 'd-1' });
  const shares = fc.dictionary(fc.constantFrom('v-1', 'v-2', 'v-3'), sums);

  /** The victims' streams take a part of what they are offered. */
  const settle = (id: string, taken: readonly number[]): Asked<CaseState, CaseCommand> => {
    return (state) => {
      const receipt = state.receipts.get(receiptId(id));
      if (!receipt?.pending) return undefined;
      const { round, pending } = receipt;
      const accepted = pending
        .filter((part) => isDecidedByVictim(state, part))
        .map((part, index) => {
          const offered = parseMoney(part.amount);
          return { ...part, amount: money((offered * BigInt(taken[index % taken.length] ?? 4)) / 4n) };
        });
      return {
        type: 'SettlePayment',
        ...{ caseId: registerCase().caseId, receiptId: receiptId(id) },
        round,
        accepted,
        on: today,
      };
    };
  };
  const bringBack = (id: string): Asked<CaseState, CaseCommand> => {
    return ({ receipts: divided }) => {
      const receipt = divided.get(receiptId(id));
      return receipt && receipt.pending === undefined ? unapply(id) : undefined;
    };
  };
  const commands = fc.oneof(
    fc
      .tuple(
        orders,
        shares,
        fc.constantFrom(...restitutionStatutes),
        fc.constantFrom(...tracks),
        fc.boolean(),
        days,
      )
      .map(([id, each, statute, track, second, on]) =>
        always(enterOrder(id, each, { ...inCase(second), statute, track, on })),
      ),
    fc
      .tuple(orders, grounds, days)
      .map(([id, ground, on]) => always(makeFinal(id, { caseId: 'c-1', ground, on }))),
    fc
      .tuple(orders, shares, fc.constantFrom(...tracks), days)
      .map(([id, each, track, on]) => always(amendOrder(id, each, { caseId: 'c-1', track, on }))),
    fc.tuple(orders, days).map(([id, on]) => always(vacateOrder(id, { caseId: 'c-1', on }))),
    fc.tuple(receipts, sums, fc.option(orders), fc.boolean()).map((given) => always(anyDivision(given))),
    fc
      .tuple(receipts, fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 }))
      .map(([id, taken]) => settle(id, taken)),
    receipts.map(bringBack),
    fc
      .tuple(fc.constantFrom('NoteTermination', 'NoteReinstatement'), orders, fc.constantFrom('e-1', 'e-2'))
      .map(([type, order, ending]) =>
        always({ ...notice(type, '100.00', { order, ending }), ending: ending as EventId }),
      ),
    anyReduction(orders, sums, days).map((command) => always({ ...command, caseId: registerCase().caseId })),
  );
  const stories = fc
    .array(commands, { maxLength: 30 })
    .map((rest) => [
      always(registerCase()),
      always(registerDefendant()),
      always(registerDefendant('d-2', { caseId: 'c-1' })),
      ...rest,
    ]);

  test('says a thing once, and loses no cent of a receipt', () => {
    fc.assert(
      fc.property(policies, stories, (under, story) => {
        const onEach: OnEach<CaseState, CaseCommand> = (command, before, after) => {
          for (const [id, receipt] of after.receipts.entries()) {
            const known = before.receipts.get(id);
            const amount = command.type === 'AllocatePayment' && !known ? command.amount : undefined;
            expect(placedAndLeft(receipt)).toBe(known ? placedAndLeft(known) : amount);
            expect(receipt.isUnapplied && receipt.pending !== undefined).toBe(false);
          }
        };
        told(caseDecider, story, { under, onEach });
      }),
      few,
    );
  });
});

function placedAndLeft({ pending, unallocated, applied, excess }: Allocation): Money {
  const parts = [...applied, ...(pending ?? [])].map(({ amount }) => parseMoney(amount));
  return sum([...parts, pending ? unallocated : excess]);
}

describe('the receipt', () => {
  const commands = fc.oneof(
    fc.tuple(sums, days).map(([amount, on]) => recordPayment('dcd.1', amount, { on })),
    days.map((on) => returnPayment('dcd.1', { on })),
    fc
      .tuple(fc.constantFrom('f-1', 'f-2'), sums, days)
      .map(([id, amount, on]) => recordRefund(id, amount, { on })),
    sums.map(
      (amount) =>
        ({
          type: 'HoldExcess',
          receiptId: receiptId('dcd.1'),
          amount: usd(amount),
          visit: 1,
          on: today,
        }) as const,
    ),
  );

  test('says a thing once', () => {
    fc.assert(
      fc.property(policies, fc.array(commands, { maxLength: 12 }), (under, story) => {
        told(
          receiptDecider,
          story.map((command) => () => command),
          { under },
        );
      }),
      few,
    );
  });
});

describe('the Reserve', () => {
  const ids = fc.constantFrom('q-1', 'q-2', 'q-3');
  const commands = fc.oneof(
    fc
      .tuple(fc.constantFrom('r-1', 'r-2', 'r-3'), sums, fc.constantFrom('GIFT', 'OVERFLOW'), days)
      .map(([id, amount, source, on]) => deposit(id, amount, { source, on })),
    fc.constant(deposit('r-0', '9,999,990.00', { on: yesterday })),
    fc.tuple(ids, days).map(([id, on]) => requestAssistance(id, { on })),
    fc.tuple(ids, sums, days).map(([id, amount, on]) => queueAssistance(id, amount, { on })),
    fc
      .tuple(ids, fc.constantFrom('p-1', 'p-2'), days)
      .map(([id, payment, on]) => payAssistance(id, { as: payment, on })),
    fc
      .tuple(ids, fc.constantFrom('p-1', 'p-2'), days)
      .map(([id, payment, on]) => returnAssistance(id, { of: payment, on })),
    fc
      .tuple(fc.constantFrom('g-1', 'g-2'), ids, sums)
      .map(([id, request, fees]) => recordFee(id, { request, fees })),
    fc
      .tuple(ids, fc.constantFrom('WITHDRAWN', 'ORDER_VACATED'), days)
      .map(([id, reason, on]) => closeRequest(id, reason, { on })),
    fc.constantFrom('320.000', '321.000').map((figure) => recordIndex(2025, figure, { on: today })),
  );

  test('says a thing once, and holds no less than nothing and no more than the ceiling', () => {
    fc.assert(
      fc.property(policies, fc.array(commands, { maxLength: 30 }), (under, story) => {
        const onEach: OnEach<ReserveState, ReserveCommand> = (_, __, { balance, outside }) => {
          expect(balance >= noMoney && outside >= noMoney).toBe(true);
          if (under['P-38'] !== 'ABOVE_CEILING') expect(balance <= reserveCeiling).toBe(true);
        };
        told(
          reserveDecider,
          story.map((command) => () => command),
          { under, onEach },
        );
      }),
      few,
    );
  });
});

describe('the policies', () => {
  const ids = fc.constantFrom(...(Object.keys(policyCatalogue) as PolicyId[]));
  const values = fc.constantFrom<string>(
    ...Object.values(policyCatalogue).flatMap((each) => each.values),
    'NONE',
  );
  const commands = fc.record({
    type: fc.constant('SetPolicy' as const),
    policy: ids,
    value: values,
    on: days,
  });

  test('say a thing once', () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 12 }), (story) => {
        told(
          policyDecider,
          story.map((command) => () => command),
          { under: defaultPolicies },
        );
      }),
      few,
    );
  });
});
