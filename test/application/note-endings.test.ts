/** What a case is told of the end of a liability on which a court has credited a civil recovery. */
import { noteEndings } from '../../src/application/processes/note-endings.ts';
import type { Session, Step } from '../../src/application/session.ts';
import type { NoteTermination } from '../../src/domain/case/commands.ts';
import { outstanding, terminated } from '../../src/domain/liability/liability.ts';
import { formatMoney } from '../../src/domain/money.ts';
import type { LiabilitiesTerminated } from '../../src/domain/victim/events.ts';
import { reduceLiability } from '../support/recovery-words.ts';
import { amendOrder, day, determineLoss, enterOrder, orderId, victimId } from '../support/words.ts';
import { answer, divide, inCase, known } from '../domain/case/words.ts';
import { becomesFinal, impose, registered, spec, tender } from '../domain/victim/words.ts';

/** 4,000.00 of 10,000.00 is paid, which is all that was lost, and 3,000.00 credited: 3,000.00 ends. */
const victim = spec.after(
  registered,
  impose('o-1', '10,000.00'),
  determineLoss('c-1', '4,000.00'),
  becomesFinal('o-1'),
  reduceLiability('x-1', '3,000.00'),
);

test('what it was credited with was taken off before anything ended, as what was paid was', async () => {
  const paid = tender('dcd.1', '4,000.00');
  const { follows } = victim.when(paid).decided();
  const event = follows.find(({ type }) => type === 'LiabilitiesTerminated') as LiabilitiesTerminated;
  expect(event.data.liabilities).toMatchObject([{ amount: '3000.00' }]);
  const { command } = await told(event, victim.and(paid).state);
  const heard = caseWith(command as NoteTermination);
  // Lowered to 8,000.00, of which 7,000.00 stands: 1,000.00 is left that ended; raised, nothing more has.
  expect(heard).toEqual(['1000.00', '4000.00']);
});

/** The step that the notice comes to, where this is how the victim stands. */
async function told(event: LiabilitiesTerminated, state: typeof victim.state): Promise<Step> {
  const steps: Step[] = [];
  const session = {
    read: () => Promise.resolve(state),
    glance: () => Promise.resolve(state),
    forEach: async (items: readonly never[], act: (item: never) => Promise<void>) => {
      for (const item of items) await act(item);
    },
    step: (step: Step) => Promise.resolve(steps.push(step)),
  } as unknown as Session;
  await noteEndings(session, { id: 'e-1', event });
  return steps[0]!;
}

/** What has ended and is owed in the case, which lowered the order and raised it before it heard of the end. */
function caseWith(notice: NoteTermination): readonly string[] {
  const { type: _, proceeding: __, ...credit } = reduceLiability('x-1', '3,000.00');
  const { state } = known.and(
    enterOrder('o-1', '10,000.00', { ...inCase, on: day('2026-03-01') }),
    divide('dcd.1', '4,000.00'),
    answer('dcd.1', 1, { 'o-1/v-1': '4,000.00' }),
    { type: 'NoteReduction', ...credit },
    amendOrder('o-1', '8,000.00', { caseId: 'c-1' }),
    amendOrder('o-1', '12,000.00', { caseId: 'c-1', on: day('2026-03-05') }),
    notice,
  );
  const liability = state.liabilities.get({ orderId: orderId('o-1'), victimId: victimId('v-1') })!;
  return [terminated(liability), outstanding(liability)].map(formatMoney);
}
