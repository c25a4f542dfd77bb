import type { Item } from '../../domain/matching/item.ts';
import type { References as ReferencesMatched } from '../../domain/matching/references.ts';
import { all } from './all-pages.ts';
import type { House } from '../house.ts';
import type { BookItemView, LineView } from '../views/statements.ts';
import type { LinePaper, LinePapers } from './line-papers.ts';

/** What a line names, by the part that each number has in matching. */
export function referencesOf(paper: LinePaper | undefined): ReferencesMatched {
  const { receipt, originalReceipt, trace, originalTrace, checkSerial, endToEnd, ...others } =
    paper?.references ?? {};
  const said = {
    RECEIPT: receipt ?? originalReceipt,
    TRACE: trace,
    ORIGINAL_TRACE: originalTrace,
    CHEQUE_SERIAL: checkSerial,
    END_TO_END: endToEnd,
    DEPOSIT: others.voucher ?? others.batch ?? others.customer ?? others.bank,
  };
  return Object.fromEntries(Object.entries(said).filter(([, reference]) => reference !== undefined));
}

/** Where the numbers of items are looked up. */
export interface Numbers {
  readonly papers: LinePapers;
  /** Of payments out, by what they went out. */
  readonly instruments: ReadonlyMap<string, ReferencesMatched>;
}

/** The numbers of cheques and transfers, by the id of the item that each is of. */
export async function instrumentsOf({ queries }: House): Promise<Numbers['instruments']> {
  const found = new Map<string, ReferencesMatched>();
  for await (const cheque of all((page) => queries.disbursements.cheques({}, {}, page))) {
    const { victimId, disbursementId, receiptId, refundId, instrument, number } = cheque;
    if (number === null) continue;
    const role = instrument === 'ACH' ? 'TRACE' : 'CHEQUE_SERIAL';
    const [owner, payment] = [victimId ?? receiptId, disbursementId ?? refundId];
    found.set(`${String(owner)}.${String(payment)}`, { [role]: number });
  }
  return found;
}

/** The numbers by which a bank or a clerk may name an item. */
export async function numbersOf(
  { papers, instruments }: Numbers,
  { kind, id }: BookItemView,
): Promise<Pick<Item, 'references' | 'source'>> {
  const at = id.indexOf('.');
  const [source, rest] = [id.slice(0, at), id.slice(at + 1)];
  if (kind === 'RECEIPT' || kind === 'RECEIPT_RETURN') {
    const { DEPOSIT: deposit } = referencesOf(await papers.ofReceipt(id));
    return { source, references: { RECEIPT: rest, ...(deposit !== undefined && { DEPOSIT: deposit }) } };
  }
  if (kind === 'DISBURSEMENT' || kind === 'REFUND') return { references: instruments.get(id) ?? {} };
  if (kind !== 'REPORTED_LINE') return { references: {} };
  const paper = await papers.of({ statementId: source as LineView['statementId'], line: Number(rest) });
  return { references: referencesOf(paper) };
}
