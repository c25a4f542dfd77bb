/** What a victim has received: the read models say it as the stream that decides it, whichever answer holds (P-05, P-29). */
import fc from 'fast-check';
import { received, recoveredBy } from '../../../src/domain/victim/recovery.ts';
import { victimDecider } from '../../../src/domain/victim/decide.ts';
import type { VictimId } from '../../../src/domain/ids.ts';
import type { VictimEvent } from '../../../src/domain/victim/events.ts';
import { formatMoney, money, parseBalance } from '../../../src/domain/money.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import type { RecordedEvent } from '../../../src/store/recorded-event.ts';
import { histories, ledgerOf, victims } from '../../projections/random-ledger.ts';
import { assignInterest } from '../../support/people-words.ts';
import {
  day,
  determineLoss,
  enterOrder,
  makeFinal,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  setPolicy,
} from '../../support/words.ts';
import { closeAll, eventsOf, queriesOver } from '../asking.ts';
import { Telling } from '../telling.ts';
import { MemoryEventStore } from '../../../src/store/log/memory-event-store.ts';

afterEach(closeAll);

const answers = ['PAID_THROUGH_COURT', 'DISBURSED', 'CLEARED'] as const;
const ofFund = ['ASSIGNED_COUNTS_AS_RECEIVED', 'ASSIGNED_DOES_NOT_COUNT'] as const;
const seen = new Set<string>();

test('the read models say what has been received as the stream of the victim decides it', async () => {
  await fc.assert(
    fc.asyncProperty(
      histories,
      fc.constantFrom(...answers),
      fc.constantFrom(...ofFund),
      fc.boolean(),
      async (history, answer, fund, atomicStreams) => {
        const others = history.filter(({ type }) => type !== 'SetPolicy');
        const changed = [setPolicy('P-05', answer), setPolicy('P-29', fund)].map((each) => ({
          ...each,
          on: day('2026-01-01'),
        }));
        const { log } = await ledgerOf([...others, ...changed], { atomicStreams });
        const events = await eventsOf(log);
        const queries = queriesOver(log);
        for (const id of victims) {
          const policies = { ...defaultPolicies, 'P-05': answer, 'P-29': fund };
          const state = stateOf(events, id);
          const view = await queries.victim(id as VictimId, {});
          expect(view?.received).toBe(formatMoney(received(state, policies)));
          expect(view?.recovered).toBe(formatMoney(recoveredBy(state, policies)));
          const good = parseBalance(view?.received ?? '0.00');
          if (good > money(0n) && good < parseBalance(view?.recovered ?? '0.00')) seen.add(answer);
        }
        closeAll();
      },
    ),
    { numRuns: 200 },
  );
  expect([...seen].sort()).toEqual(['CLEARED', 'DISBURSED']);
}, 200_000);

test('what gave way under the cap is not the Fund’s, also where what was assigned comes not to count after that (P-29)', async () => {
  const telling = new Telling(new MemoryEventStore());
  for (const command of [
    ...[setPolicy('P-45', 'STRICT_EFFECTIVE_DATE'), setPolicy('P-42', 'RECORD')],
    ...[setPolicy('P-29', 'ASSIGNED_COUNTS_AS_RECEIVED')],
    ...[registerCase('c-1'), registerDefendant('d-1'), registerVictim('v-1')],
    registerCase('c-2'),
    registerDefendant('d-2', { caseId: 'c-2' }),
    ...[determineLoss('c-1', '1,000.00'), assignInterest()],
    ...[enterOrder('o-1', '1,000.00'), enterOrder('o-2', '1,000.00', { caseId: 'c-2', defendantId: 'd-2' })],
    ...[makeFinal('o-1'), makeFinal('o-2', { caseId: 'c-2' })],
    recordPayment('dcd.2', '1,000.00', { to: 'o-2', caseId: 'c-2', on: day('2026-03-05') }),
    recordPayment('dcd.1', '600.00', { to: 'o-1', on: day('2026-03-03') }),
    setPolicy('P-29', 'ASSIGNED_DOES_NOT_COUNT', { on: day('2026-03-06') }),
  ])
    await telling.tell(command);
  expect(await telling.happened()).toContainEqual(expect.stringMatching(/RecoveryTakenBack$/));
  const state = stateOf(await eventsOf(telling.store), 'v-1');
  const policies = { ...defaultPolicies, 'P-29': 'ASSIGNED_DOES_NOT_COUNT' } as const;
  // 600.00 of the earlier day and 400.00 of the later, all of it the Fund's.
  expect(formatMoney(received(state, policies))).toBe('0.00');
  expect(await queriesOver(telling.store).victim('v-1' as VictimId, {})).toMatchObject({
    ...{ credited: '1000.00', received: '0.00', recovered: '0.00' },
  });
});

function stateOf(events: readonly RecordedEvent[], id: string) {
  const state = victimDecider.empty();
  for (const { stream, type, data, effectiveOn } of events) {
    if (stream === `Victim-${id}`) victimDecider.evolve(state, { type, data, effectiveOn } as VictimEvent);
  }
  return state;
}
