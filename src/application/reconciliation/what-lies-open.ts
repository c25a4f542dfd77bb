import type { AccountKind } from '../../domain/account/events.ts';
import type { CaseId, DefendantId } from '../../domain/ids.ts';
import { itemIdOf, type Item, type ItemKind as KindMatched } from '../../domain/matching/item.ts';
import type { Line, LineId, LineKind as LineMatched } from '../../domain/matching/line.ts';
import { parseMoney } from '../../domain/money.ts';
import type { ItemKind } from '../../domain/claim/items.ts';
import type { LineKind } from '../../domain/statement/events.ts';
import type { House } from '../house.ts';
import type { AccountView, BookItemView, LineView } from '../views/statements.ts';
import { all } from './all-pages.ts';
import { instrumentsOf, numbersOf, referencesOf, type Numbers } from './numbers-of-items.ts';
import { lineIdOf, LinePapers, type LinePaper } from './line-papers.ts';

/** A line that is to be matched, as matching sees it, and as it stands. */
export interface OpenLine {
  readonly line: Line;
  readonly view: LineView;
  readonly paper: LinePaper | undefined;
}

/** Lines of statements of one kind of account that are neither matched nor given up. */
export async function openLines(
  house: House,
  accounts: readonly AccountView[],
  kind: AccountKind,
): Promise<readonly OpenLine[]> {
  const { reconciliation } = house.queries;
  const byStatement = new Map(
    accounts.flatMap((each) => each.statements.map(({ statementId }) => [statementId, each] as const)),
  );
  const papers = new LinePapers(house.directory);
  const found: OpenLine[] = [];
  for (const status of ['open', 'suspended'] as const) {
    for await (const view of all((page) => reconciliation.lines({ status }, {}, page))) {
      const account = byStatement.get(view.statementId);
      if (account?.kind !== kind) continue;
      const paper = await papers.of(view);
      found.push({ view, paper, line: await lineOf(house, { view, paper, account }) });
    }
  }
  return found;
}

const banked: Readonly<Record<LineKind, Readonly<Record<'IN' | 'OUT', LineMatched>>>> = {
  DEPOSIT: { IN: 'DEPOSIT', OUT: 'DEBIT' },
  TRANSFER: { IN: 'CREDIT', OUT: 'DEBIT' },
  CARD: { IN: 'CREDIT', OUT: 'DEBIT' },
  OFFSET: { IN: 'CREDIT', OUT: 'DEBIT' },
  CHEQUE: { IN: 'RETURN', OUT: 'CHEQUE_PRESENTED' },
  RETURN: { IN: 'RETURN', OUT: 'RETURN' },
  REVERSAL: { IN: 'RETURN', OUT: 'RETURN' },
  FEE: { IN: 'FEE', OUT: 'FEE' },
  INTEREST: { IN: 'INTEREST', OUT: 'INTEREST' },
  CORRECTION: { IN: 'CREDIT', OUT: 'DEBIT' },
  NOTICE: { IN: 'CREDIT', OUT: 'DEBIT' },
  OTHER: { IN: 'CREDIT', OUT: 'DEBIT' },
};

function kindOf(kind: LineKind, account: AccountKind, direction: 'IN' | 'OUT'): LineMatched {
  if (account === 'BANK') return banked[kind][direction];
  if (kind === 'CORRECTION' || kind === 'REVERSAL') return 'REPORTED_CORRECTION';
  return direction === 'OUT' || kind === 'RETURN' ? 'REPORTED_RETURN' : 'REPORTED_RECEIPT';
}

async function lineOf(
  house: House,
  { view, paper, account }: { view: LineView; paper: LinePaper | undefined; account: AccountView },
): Promise<Line> {
  return {
    id: lineIdOf(view) as LineId,
    kind: kindOf(view.kind as LineKind, account.kind, view.direction),
    ...{ direction: view.direction, amount: parseMoney(view.amount), bookedOn: view.on },
    references: referencesOf(paper),
    ...(account.source !== null && { source: account.source }),
    ...(paper?.party?.name !== undefined && { party: paper.party.name }),
    ...(await whoseIs(house, paper)),
    ...(paper?.reason !== undefined && { returnCode: paper.reason }),
  };
}

/** The case by its docket number; the payor by the number of the party in it, by that number alone, or by name. */
async function whoseIs(
  { directory }: House,
  paper: LinePaper | undefined,
): Promise<Pick<Line, 'caseIds' | 'defendantIds'>> {
  if (paper === undefined) return {};
  const { case: docket = '', defendant = '' } = paper.references;
  const caseId = await directory.idOf('case', docket);
  const names = [`${defendant} (${String(caseId)})`, defendant, String(paper.party?.name)];
  const defendantId = await firstOf(directory, names);
  return {
    ...(caseId !== undefined && { caseIds: [caseId as CaseId] }),
    ...(defendantId !== undefined && { defendantIds: [defendantId] }),
  };
}

async function firstOf(
  directory: House['directory'],
  names: readonly string[],
): Promise<DefendantId | undefined> {
  for (const name of names) {
    const id = await directory.idOf('defendant', name);
    if (id !== undefined) return id as DefendantId;
  }
  return undefined;
}

const matchedAs: Readonly<Record<Exclude<ItemKind, ByHand>, KindMatched>> = {
  RECEIPT: 'RECEIPT',
  RECEIPT_RETURN: 'PAYMENT_RETURN',
  REFUND: 'REFUND',
  REFUND_RETURN: 'DISBURSEMENT_RETURN',
  DISBURSEMENT: 'DISBURSEMENT',
  DISBURSEMENT_RETURN: 'DISBURSEMENT_RETURN',
  REPORTED_LINE: 'REPORTED_LINE',
};

/** What is matched by hand: money of the Reserve, and what goes to the Treasury and comes from there. */
type ByHand =
  'RESERVE_DEPOSIT' | 'ASSISTANCE' | 'ASSISTANCE_RETURN' | 'UNCLAIMED_DEPOSIT' | 'UNCLAIMED_WITHDRAWAL';

/** An item as matching sees it, with what the books call it. */
export interface OpenItem {
  readonly item: Item;
  readonly view: BookItemView;
}

/** What was confirmed longer ago than this is not looked at again, in days. */
const longAgo = 400;

/** What the books expect, for one side to confirm; what is confirmed by now is given all the same, and said to be. */
export async function openItems(house: House, side: AccountKind): Promise<readonly OpenItem[]> {
  const { reconciliation } = house.queries;
  const found: OpenItem[] = [];
  const papers = new LinePapers(house.directory);
  const instruments = await instrumentsOf(house);
  for await (const view of all((page) => reconciliation.items({ side }, {}, page))) {
    const isOld = view.status === 'confirmed' && view.age > longAgo;
    if (isOld || !isMatchedByRule(view.kind)) continue;
    const item = await itemOf(house, { papers, instruments }, { ...view, kind: view.kind });
    found.push({ view, item: side === 'BANK' ? withoutSource(item) : item });
  }
  const returned = new Set(found.flatMap(({ view }) => (view.kind === 'RECEIPT_RETURN' ? [view.id] : [])));
  return found.map((each) =>
    each.view.kind === 'RECEIPT' && returned.has(each.view.id)
      ? { ...each, item: { ...each.item, isReturned: true } }
      : each,
  );
}

/** A bank does not say whose number a deposit has: it is held against those of all. */
function withoutSource({ source: _, ...item }: Item): Item {
  return item;
}

function isMatchedByRule(kind: ItemKind): kind is Exclude<ItemKind, ByHand> {
  return Object.hasOwn(matchedAs, kind);
}

async function itemOf(
  house: House,
  numbers: Numbers,
  view: BookItemView & { readonly kind: Exclude<ItemKind, ByHand> },
): Promise<Item> {
  const { kind, id, direction, amount, effectiveOn, caseId, defendantId, victimId, status } = view;
  const partyId = defendantId ?? victimId;
  const numbered = await numbersOf(numbers, view);
  // By what name a payee is known to a bank the directory does not say: a court may call her otherwise. The trace is ours.
  const hasName = partyId !== null && numbered.references.TRACE === undefined;
  const name = hasName ? await house.directory.labelOf(partyId) : undefined;
  return {
    id: itemIdOf(matchedAs[kind], id),
    ...{ kind: matchedAs[kind], direction, amount: parseMoney(amount), effectiveOn },
    ...numbered,
    ...(caseId !== null && { caseId }),
    ...(partyId !== null && { partyId }),
    ...(name !== undefined && { names: [name] }),
    ...(status === 'confirmed' && { isClaimed: true as const }),
  };
}
