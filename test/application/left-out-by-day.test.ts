/** What an append left out is listed by the answers of the day on which it takes effect. */
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import {
  amendOrder,
  day,
  determineLoss,
  enterOrder,
  makeFinal,
  recordPayment,
  review,
  setPolicy,
  vacateOrder,
} from '../support/words.ts';
import { bothKinds, register, Telling } from './telling.ts';

test.each(bothKinds)(
  'nothing is added to what is whole by the answers of its day, with $kind',
  async ({ atomicStreams }) => {
    const court = new Telling(new MemoryEventStore({ atomicStreams }));
    await register(court, { victims: ['v-1'], cases: ['c-1', 'c-2', 'c-3'] });
    await court.tell(
      determineLoss('c-2', '9,000.00'),
      ...['o-1', 'o-2', 'o-3'].map((id) => enterOrder(id, { 'v-1': '9,000.00' })),
      makeFinal('o-1'),
      makeFinal('o-2'),
      recordPayment('dcd.1', '9,000.00', { to: 'o-2' }),
    );
    // The setting aside is of a later day than the amendment, and what follows of both takes effect on the later one.
    const [earlier, later] = [day('2026-04-05'), day('2026-04-09')];
    await court.tell(
      setPolicy('P-16', 'OPEN_UNTIL_COURT_ACTS', { on: later }),
      vacateOrder('o-3', { on: later }),
    );
    await court.tell(amendOrder('o-1', { 'v-1': '9,500.00' }, { on: earlier }));
    await court.tell(review());
    const lists = (await court.log()).filter(({ type }) => type === 'LiabilitiesTerminated');
    expect(lists.map(({ effectiveOn }) => effectiveOn)).toEqual(['2026-03-02']);
    expect((await court.owedTo())['o-1']?.at(-1)).toBe('500.00');
  },
);
