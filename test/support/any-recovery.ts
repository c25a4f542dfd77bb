import fc from 'fast-check';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { RecoveryCommand } from '../../src/domain/elsewhere/commands.ts';
import { recoverySources } from '../../src/domain/statutes/18-usc-2259-b-2-c-last-sentence-other-cases.ts';
import { lossCategories } from '../../src/domain/statutes/18-usc-2259-c-2-losses.ts';
import type { ReductionCommand } from '../../src/domain/liability/reductions.ts';
import {
  reduceLiability,
  rejectRecovery,
  reportRecovery,
  reverseReduction,
  verifyRecovery,
  withdrawRecovery,
} from './recovery-words.ts';

/** Whatever may be said of recoveries elsewhere. */
export function anyRecovery(
  ids: fc.Arbitrary<string>,
  sums: fc.Arbitrary<string>,
  days: fc.Arbitrary<CalendarDate>,
  victims: fc.Arbitrary<string> = fc.constant('v-1'),
): fc.Arbitrary<RecoveryCommand> {
  const said = fc.record({ on: days, victim: victims });
  const of = fc.record({
    source: fc.constantFrom(...recoverySources),
    category: fc.constantFrom(...lossCategories),
  });
  return fc.oneof(
    fc
      .tuple(ids, sums, said, of)
      .map(([id, sum, given, what]) => reportRecovery(id, sum, { ...given, ...what })),
    fc.tuple(ids, sums, said).map(([id, sum, given]) => verifyRecovery(id, sum, given)),
    fc.tuple(ids, said).map(([id, given]) => rejectRecovery(id, given)),
    fc.tuple(ids, said).map(([id, given]) => withdrawRecovery(id, given)),
  );
}

/** Whatever a court may say of what victims recovered in civil proceedings. */
export function anyReduction(
  orders: fc.Arbitrary<string>,
  sums: fc.Arbitrary<string>,
  days: fc.Arbitrary<CalendarDate>,
  victims: fc.Arbitrary<string> = fc.constant('v-1'),
): fc.Arbitrary<ReductionCommand> {
  const of = fc.record({ to: orders, on: days, victim: victims });
  const ids = fc.constantFrom('x-1', 'x-2');
  return fc.oneof(
    fc.tuple(ids, sums, of).map(([id, sum, given]) => reduceLiability(id, sum, given)),
    fc.tuple(ids, of).map(([id, given]) => reverseReduction(id, given)),
  );
}
