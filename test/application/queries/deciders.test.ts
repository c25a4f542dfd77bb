import fc from 'fast-check';
import { ledgerEventOf } from '../../support/ledger-event.ts';
import { deciderOf, type Kind } from '../../../src/application/streams.ts';
import type { LiabilityView, VictimView } from '../../../src/application/views/ledger.ts';
import type { CaseState } from '../../../src/domain/case/state.ts';
import type { VictimId } from '../../../src/domain/ids.ts';
import { owedOf } from '../../../src/domain/case/joint.ts';
import {
  discharged,
  isFinal,
  outstanding,
  terminated,
  type Liability,
} from '../../../src/domain/liability/liability.ts';
import { atLeastNothing, formatMoney, money, type Money } from '../../../src/domain/money.ts';
import type { Policies } from '../../../src/domain/policy/catalogue.ts';
import { policiesOn, type PolicyState } from '../../../src/domain/policy/state.ts';
import { countedElsewhere } from '../../../src/domain/victim/count-elsewhere.ts';
import { reachedAt, recoveredBy } from '../../../src/domain/victim/recovery.ts';
import type { VictimState } from '../../../src/domain/victim/state.ts';
import type { EventStore } from '../../../src/store/event-store.ts';
import { histories, ledgerOf, victims } from '../../projections/random-ledger.ts';
import { day } from '../../support/words.ts';
import { closeAll, eventsOf, queriesOver } from '../asking.ts';

afterEach(closeAll);

/** The state of every stream, as its own decider folds it. */
async function statesOf(log: EventStore): Promise<ReadonlyMap<string, unknown>> {
  const states = new Map<string, unknown>();
  for (const recorded of await eventsOf(log)) {
    const { stream } = recorded;
    const decider = deciderOf(stream.slice(0, stream.indexOf('-')) as Kind);
    const state = states.get(stream) ?? decider.empty();
    decider.evolve(state, ledgerEventOf(recorded));
    states.set(stream, state);
  }
  return states;
}

function liabilityAs(decided: Liability, owed: Money, policies: Policies): Partial<LiabilityView> {
  const { orderId, victimId, caseId, defendantId, track, ordered, paid } = decided;
  return {
    ...{ orderId, victimId, caseId, defendantId, track },
    ordered: formatMoney(ordered),
    paid: formatMoney(paid),
    reduced: formatMoney(money(discharged(decided) - paid)),
    ...endedAs(decided),
    outstanding: formatMoney(owed),
    relieved: formatMoney(money(outstanding(decided) - owed)),
    isFinal: isFinal(decided, policies),
  };
}

/** What ended by law: all that was not paid or credited, once the term is over; of an order set aside since, the log knows. */
function endedAs(decided: Liability): Partial<LiabilityView> {
  const { isExpired, isVacated, ordered } = decided;
  if (isExpired && isVacated) return {};
  const left = money(ordered - discharged(decided));
  return { terminated: formatMoney(isExpired ? atLeastNothing(left) : terminated(decided)) };
}

function victimAs(state: VictimState, policies: Policies): Partial<VictimView> {
  const { TRAFFICKING, FULL_AMOUNT } = state.total.credited;
  return {
    greatestLoss: state.greatestLoss === undefined ? null : formatMoney(state.greatestLoss),
    recovered: formatMoney(recoveredBy(state, policies)),
    elsewhere: formatMoney(countedElsewhere(state.elsewhere.sums, policies)),
    disbursed: formatMoney(state.total.disbursed),
    overRecovery: formatMoney(state.overRecovery),
    overRecoveryClaimed: formatMoney(state.overRecoveryClaimed),
    credited: formatMoney(money(TRAFFICKING + FULL_AMOUNT)),
  };
}

describe('the queries and the deciders', () => {
  test('say the same of every victim and of every liability, after any history', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.boolean(), async (history, atomicStreams) => {
        const { log } = await ledgerOf(history, { atomicStreams });
        const states = await statesOf(log);
        const queries = queriesOver(log);
        const policies = policiesOn(
          (states.get('Policy-ledger') as PolicyState | undefined)?.inForce ?? [],
          day('2999-12-31'),
        );
        for (const id of victims) {
          const state = states.get(`Victim-${id}`) as VictimState;
          const view = (await queries.victim(id as VictimId, {}))!;
          const { credited, ...expected } = victimAs(state, policies);
          expect(view).toMatchObject(expected);
          const isOpen = view.headroom !== null && view.headroom !== '0.00';
          expect(view.madeWhole !== null).toBe(reachedAt(state) !== undefined && !isOpen);
          const isOther = ({ orderId }: { orderId: string }): boolean => ['o-4', 'o-6'].includes(orderId);
          // No order under section 2259 is made joint here.
          expect(view.liabilities.filter((each) => !isOther(each))).toEqual(
            [...state.liabilities.values()].map((each) =>
              expect.objectContaining(liabilityAs(each, outstanding(each), policies)),
            ),
          );
          const others = view.liabilities.filter(isOther);
          const inCase = states.get('Case-c-3') as CaseState;
          const expectedOthers = others.map(({ orderId }) => {
            const decided = inCase.liabilities.get({ orderId, victimId: id as VictimId })!;
            const { isFinal: _, ...amounts } = liabilityAs(
              decided,
              owedOf(inCase, decided, policies),
              policies,
            );
            return amounts;
          });
          expect(others).toMatchObject(expectedOthers);
          const paidByOthers = others.reduce((sum, { paid }) => sum + cents(paid), 0n);
          expect(view.credited).toBe(formatMoney(money(cents(credited!) + paidByOthers)));
        }
        closeAll();
      }),
      { numRuns: 60 },
    );
  });
});

function cents(text: string): bigint {
  return BigInt(text.replace('.', ''));
}
