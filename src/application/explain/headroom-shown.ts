import { parseMoney } from '../../domain/money.ts';
import { fullRecovery } from '../../domain/statutes/18-usc-2259-b-2-c-full-recovery.ts';
import type { VictimView } from '../views/ledger.ts';
import { amount, groupedAmount, line, minus, orNothing } from './arithmetic.ts';
import type { StepDraft } from './explanation.ts';
import { quoted } from './quoted-law.ts';

/** What may still be recovered, by the greatest loss and what has been received. */
export function headroomStep({ greatestLoss, recovered, headroom }: VictimView): StepDraft {
  if (greatestLoss === null || headroom === null) {
    const says = 'Without a greatest loss there is no limit: no liability ends by itself.';
    return { says, law: quoted(fullRecovery.citation) };
  }
  const [cap, sofar] = [amount(parseMoney(greatestLoss)), amount(parseMoney(recovered))];
  return {
    says: `${groupedAmount(headroom)} may still be recovered: the greatest loss, less what has been received.`,
    law: quoted(fullRecovery.citation),
    arithmetic: [line(orNothing(minus(cap, sofar)), { recorded: parseMoney(headroom) })],
  };
}
