import { hash } from 'node:crypto';
import type { ItemOfMatch } from '../../domain/claim/items.ts';
import type { Digest, MatchId } from '../../domain/ids.ts';
import { formatMoney, type MoneyText } from '../../domain/money.ts';
import type { StatementState } from '../../domain/statement/state.ts';

/** What becomes of a line of a statement. */
export type LineStatus = 'open' | 'matched' | 'suspended' | 'written off' | 'repeated';

/** What whoever signs a statement answers for: each line with what it confirms, in the order of the file. */
export interface StatementContent {
  readonly statementId: string;
  readonly fileHash: string;
  readonly lines: readonly ContentLine[];
}

interface ContentLine {
  readonly line: number;
  readonly on: string;
  readonly direction: string;
  readonly amount: MoneyText;
  readonly status: LineStatus;
  /** The match that has it, with its items in their order; null where none does. */
  readonly match: { readonly matchId: MatchId; readonly items: readonly ItemOfMatch[] } | null;
}

/** SHA-256 of the content, in hexadecimal: whoever signs the same has seen the same. */
export function contentHashOf({ statementId, fileHash, lines }: StatementContent): Digest {
  const said = lines.map(({ line, on, direction, amount, status, match }) => {
    const items = match?.items.map((item) => [item.kind, item.id, item.direction, item.amount]) ?? [];
    return [line, on, direction, amount, status, match?.matchId ?? null, items];
  });
  return hash('sha256', JSON.stringify([statementId, fileHash, said]), 'hex') as Digest;
}

/** The content of a statement, from its stream. */
export function contentOf({ read, lines, matches }: StatementState): StatementContent {
  const content = lines.map((each, index): ContentLine => {
    const { on, direction, matchId } = each;
    const items = matchId === undefined ? undefined : matches.get(matchId)?.items;
    const match = matchId === undefined || items === undefined ? null : { matchId, items };
    const amount = formatMoney(each.amount);
    return { line: index + 1, on, direction, amount, status: statusOf(each), match };
  });
  return { statementId: read?.statementId ?? '', fileHash: read?.fileHash ?? '', lines: content };
}

function statusOf(line: StatementState['lines'][number]): LineStatus {
  if (line.repeats !== undefined) return 'repeated';
  if (line.matchId !== undefined) return 'matched';
  if (line.isWrittenOff) return 'written off';
  return line.isSuspended ? 'suspended' : 'open';
}
