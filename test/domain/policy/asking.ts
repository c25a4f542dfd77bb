/**
 * A question of the policies is put twice: to the ledger, and to a second reckoning that shares no code with it. Of every answer
 * there is an example worked by hand, which the compiler asks for, and any amounts beside it.
 */
import fc from 'fast-check';
import { policyCatalogue, type PolicyId, type PolicyValue } from '../../../src/domain/policy/catalogue.ts';
import { formatMoney, money } from '../../../src/domain/money.ts';
import type { Figures } from '../../second/answers-of-recovery.ts';

interface Asked<Id extends PolicyId, Given> {
  /** What the situation is made of. */
  readonly given: fc.Arbitrary<Given>;
  readonly ledger: (answer: PolicyValue<Id>, given: Given) => Figures | Promise<Figures>;
  readonly model: (answer: PolicyValue<Id>, given: Given) => Figures;
  readonly worked: { readonly [Answer in PolicyValue<Id>]: readonly [given: Given, comesTo: Figures] };
  readonly numRuns?: number;
}

/** Puts the question, with every answer that it has. */
export function asks<Id extends PolicyId, Given>(
  id: Id,
  { given: arbitrary, ledger, model, worked, numRuns = 200 }: Asked<Id, Given>,
): void {
  const answers: readonly PolicyValue<Id>[] = policyCatalogue[id].values;
  describe(`${id}: ${policyCatalogue[id].question}`, () => {
    test.each(answers)('%s: as worked by hand', async (answer) => {
      const [given, comesTo] = worked[answer];
      expect(await ledger(answer, given)).toEqual(comesTo);
      expect(model(answer, given)).toEqual(comesTo);
    });

    test.each(answers)('%s: as reckoned a second time, of any amounts', async (answer) => {
      await fc.assert(
        fc.asyncProperty(arbitrary, async (given) => {
          expect(await ledger(answer, given)).toEqual(model(answer, given));
        }),
        { numRuns, seed: 20181207 },
      );
    });
  });
}

/** Few cents, so that they often come out even. */
export const few = fc.bigInt({ min: 1n, max: 40n });

/** Cents as commands are told them. */
export const inWords = (cents: bigint): string => formatMoney(money(cents));
