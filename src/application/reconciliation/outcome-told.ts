import type { LineId } from '../../domain/matching/line.ts';
import type { ItemId as MatchedId } from '../../domain/matching/item.ts';
import { tellEvidence } from '../../domain/matching/evidence-words.ts';
import type { Outcome } from '../../domain/matching/outcome.ts';
import type { StatementId } from '../../domain/ids.ts';
import type { SuspenseReason } from '../../domain/statement/events.ts';
import type { AccountView } from '../views/statements.ts';
import type { OpenItem, OpenLine } from './what-lies-open.ts';

/** What became of one line, with what speaks for it. */
export interface Reconciled {
  readonly statementId: StatementId;
  readonly line: number;
  /** A line is left open where whatever is said of it would change a month that is closed. */
  readonly became: 'matched' | 'recorded' | 'suspended' | 'left open';
  /** What it confirms: `RECEIPT dcd.17`; none of a line that waits. */
  readonly items: readonly string[];
  /** How it was found, or why it waits. */
  readonly why: string;
  /** In sentences. */
  readonly evidence: readonly string[];
}

/** What one run knows of lines and items, by their ids. */
export interface Known {
  readonly lines: ReadonlyMap<LineId, OpenLine>;
  readonly items: ReadonlyMap<MatchedId, OpenItem>;
  readonly accounts: readonly AccountView[];
}

/** Lines that share what matching says of them. */
export interface Found {
  readonly ids: readonly LineId[];
  readonly outcome: Outcome;
  readonly known: Known;
}

/** What became of lines that were matched, or whose fact was recorded. */
export function tellOfMatch({ ids, outcome, known }: Found): readonly Reconciled[] {
  if (outcome.outcome !== 'MATCH' && outcome.outcome !== 'ACT') return [];
  const items =
    outcome.outcome === 'MATCH'
      ? outcome.items.flatMap((id) => {
          const view = known.items.get(id)?.view;
          return view ? [`${view.kind} ${view.id}`] : [];
        })
      : [];
  const why = outcome.outcome === 'MATCH' ? outcome.rule : outcome.act.deed;
  const evidence = outcome.evidence.map(tellEvidence);
  const became = outcome.outcome === 'MATCH' ? 'matched' : 'recorded';
  return ids.flatMap((id) => {
    const view = known.lines.get(id)?.view;
    return view
      ? [{ statementId: view.statementId, line: view.line, became, items, why, evidence } as const]
      : [];
  });
}

/** What a person is asked to choose from, in sentences. */
export function candidatesOf(outcome: Outcome): readonly string[] {
  if (outcome.outcome !== 'ASK') return [];
  return outcome.candidates.map(({ items, evidence }) => {
    return `Perhaps ${items.join(', ')}: ${evidence.map(tellEvidence).join(' ')}`;
  });
}

/** Why a line waits. */
export function reasonOf(outcome: Outcome): SuspenseReason {
  if (outcome.outcome === 'ASK')
    return outcome.because === 'AMOUNT_DIFFERS' ? 'AMOUNT_DIFFERS' : 'SEVERAL_FIT';
  if (outcome.outcome === 'NONE' && outcome.because === 'OWNER_UNKNOWN') return 'PAYOR_UNKNOWN';
  return outcome.outcome === 'NONE' ? 'NOTHING_FITS' : 'BY_HAND';
}
