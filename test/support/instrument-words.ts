/** The words of the tests for cheques and transfers, as whoever keeps their register would put them. */
import type { DisbursementId, InstrumentNumber, MatchId } from '../../src/domain/ids.ts';
import type {
  NotePresentation,
  RecordInstrument,
  RecordPresentation,
  WithdrawPresentation,
} from '../../src/domain/victim/commands-of-payment.ts';
import type { RecordDisbursement } from '../../src/domain/victim/commands.ts';
import { statementId } from './reconciliation-words.ts';
import { disburse, today, usd, victimId } from './words.ts';

const of = (id: string) => ({ victimId: victimId('v-1'), disbursementId: id as DisbursementId });

/** A payment has this cheque, or this transfer. */
export function issue(id: string, number: string, given: Partial<RecordInstrument> = {}): RecordInstrument {
  const issued = { instrument: 'CHEQUE', number: number as InstrumentNumber, on: today } as const;
  return { type: 'RecordInstrument', ...of(id), ...issued, ...given };
}

/** A line of a statement is said to show the payment. */
export function presents(
  id: string,
  [statement, line]: readonly [string, number],
  on = today,
): RecordPresentation {
  return { type: 'RecordPresentation', ...of(id), statementId: statementId(statement), line, on };
}

type Shown = Partial<Pick<NotePresentation, 'on' | 'lines'>> & { readonly matchId?: string };

/** A bank is seen to have paid so much; that of the payment, where nothing is said. */
export function seen(id: string, amount?: string, { matchId, ...given }: Shown = {}): NotePresentation {
  return {
    ...{ type: 'NotePresentation', ...of(id), statementId: statementId('s-1'), lines: [1], on: today },
    amount: amount === undefined ? undefined : usd(amount),
    ...(matchId !== undefined && { matchId: matchId as MatchId }),
    ...given,
  };
}

/** The match was undone. */
export function unseen(id: string, matchId: string): WithdrawPresentation {
  const by = { statementId: statementId('s-1'), lines: [1], matchId: matchId as MatchId };
  return { type: 'WithdrawPresentation', ...of(id), ...by, on: today };
}

/** A payment in the place of one that came back. */
export function payAgain(
  id: string,
  replaces: string,
  given: { readonly amount?: string; readonly caseId?: string; readonly on?: typeof today } = {},
): RecordDisbursement {
  const { amount = '100.00', ...rest } = given;
  return { ...disburse(id, amount, rest), replaces: replaces as DisbursementId };
}
