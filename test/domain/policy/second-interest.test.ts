/** Whether interest counts as recovery: the ledger, and a second reckoning (`test/second/answers-of-interest.ts`). */
import fc from 'fast-check';
import { parseBalance } from '../../../src/domain/money.ts';
import { inCase, judgment, known, aYearOn, paid, told } from '../../application/interest-world.ts';
import { interest } from '../../second/answers-of-interest.ts';
import { determineLoss, enterOrder, makeFinal, receiptId, setPolicy, victimId } from '../../support/words.ts';
import { asks, inWords } from './asking.ts';

/** 10,000.00 at 4.05 percent for the 365 days from the first that bears interest. */
const order = { principal: 10_000_00n, borne: 405_00n };

asks('P-10', {
  given: fc.record({
    ...{ principal: fc.constant(order.principal), borne: fc.constant(order.borne) },
    loss: fc.bigInt({ min: 10_000_00n, max: 10_600_00n }),
    offered: fc.bigInt({ min: 9_990_00n, max: 10_700_00n }),
  }),
  ledger: async (answer, { loss, principal, offered }) => {
    const { queries } = await told([
      ...[...known, setPolicy('P-10', answer, { on: judgment })],
      determineLoss('c-1', inWords(loss), { on: judgment }),
      enterOrder('o-1', { 'v-1': inWords(principal) }, inCase),
      makeFinal('o-1', { caseId: 'c-1', on: judgment }),
      paid('dcd.1', inWords(offered), aYearOn),
    ]);
    const victim = await queries.victim(victimId('v-1'), {});
    const receipt = await queries.receipt(receiptId('dcd.1'), {});
    const cents = (amount: Parameters<typeof parseBalance>[0]): bigint => parseBalance(amount);
    return {
      ...{ paid: cents(victim!.credited), asInterest: cents(victim!.interest) },
      ...{ left: cents(receipt!.excess), received: cents(victim!.received), open: cents(victim!.headroom!) },
    };
  },
  model: interest,
  worked: {
    DOES_NOT_COUNT: [
      { ...order, loss: 10_200_00n, offered: 11_000_00n },
      { paid: 10_000_00n, asInterest: 405_00n, left: 595_00n, received: 10_000_00n, open: 200_00n },
    ],
    COUNTS: [
      { ...order, loss: 10_200_00n, offered: 11_000_00n },
      { paid: 10_000_00n, asInterest: 200_00n, left: 800_00n, received: 10_200_00n, open: 0n },
    ],
  },
  numRuns: 30,
});
