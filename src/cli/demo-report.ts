import type { LiabilityView, Page, Paged, VictimSummary } from '../application/views/ledger.ts';
import { formatMoney, parseBalance, sum } from '../domain/money.ts';
import { statutesInForce } from '../domain/statutes/in-force.ts';
import type { LiabilityAmount } from '../domain/victim/events.ts';
import { counted, grouped, secondsSince } from './amounts.ts';
import type { Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { writtenHead } from './keep.ts';
import { causeShown, whyEnded } from './rows.ts';
import { tableOf, type Column } from './table.ts';
import { balanceInWords } from './trial-balance.ts';

/** Liabilities that are owed again, because a payment that had ended them came back. */
export interface Reinstatement {
  readonly on: string;
  readonly victimId: string;
  readonly liabilities: readonly LiabilityAmount[];
  readonly byReceipt: string | null;
}

/** What came of the examples, and that the books and the log are as they should be. */
export class DemoReport {
  readonly #desk: Desk;
  readonly #folder: string;
  readonly #reinstatements: readonly Reinstatement[];

  constructor(desk: Desk, folder: string, reinstatements: readonly Reinstatement[]) {
    this.#desk = desk;
    this.#folder = folder;
    this.#reinstatements = reinstatements;
  }

  /** Asks all of it and prints it. */
  async give(): Promise<Exit> {
    const { queries } = this.#desk.house;
    const victims = await all((page) => queries.victims({}, page));
    const madeWhole = victims.filter((victim) => victim.madeWhole !== null);
    const ended = await all((page) => queries.liabilities({ status: 'terminated' }, {}, page));
    const trialBalance = await queries.trialBalance({});
    const started = performance.now();
    const { events, head } = await this.#desk.house.verify();
    const took = secondsSince(started);
    const found = { data: this.#folder, madeWhole, ended, reinstated: this.#reinstatements };
    await this.#desk.answer({ ...found, trialBalance, events, head } as object, () =>
      [
        this.#whole(victims.length, madeWhole),
        this.#terminated(ended),
        this.#owedAgain(),
        balanceInWords(trialBalance, this.#desk.style),
        `Every byte, link and hash of ${counted(events, 'event')} was verified in ${took}.\nHead ${writtenHead(head)}\n`,
        this.#next(madeWhole, ended),
      ].join('\n'),
    );
    return trialBalance.difference === '0.00' ? 'fine' : 'integrity';
  }

  #title(text: string): string {
    return `${this.#desk.style.bold(text)}\n`;
  }

  #whole(count: number, madeWhole: readonly VictimSummary[]): string {
    const { names, style } = this.#desk;
    const columns: readonly Column<VictimSummary>[] = [
      { title: 'victim', text: ({ victimId }) => names.shown(victimId) },
      { title: 'received', isNumber: true, text: ({ received }) => grouped(received) },
      {
        title: 'greatest loss',
        isNumber: true,
        text: ({ greatestLoss }) => grouped(greatestLoss ?? recoveredNothing),
      },
      { title: 'on', text: (victim) => victim.madeWhole?.on ?? '' },
      { title: 'by', text: ({ madeWhole }) => causeShown(madeWhole?.cause ?? null, names) },
    ];
    const title = this.#title(`${madeWhole.length} of ${counted(count, 'victim')} made whole`);
    return title + tableOf(madeWhole, columns, style.dim);
  }

  #terminated(ended: readonly LiabilityView[]): string {
    const { names, style } = this.#desk;
    const columns: readonly Column<LiabilityView>[] = [
      { title: 'order', text: ({ orderId }) => names.shown(orderId) },
      { title: 'defendant', text: ({ defendantId }) => names.shown(defendantId) },
      { title: 'victim', text: ({ victimId }) => names.shown(victimId) },
      { title: 'ended', isNumber: true, text: ({ terminated }) => grouped(terminated) },
      { title: 'why', text: (liability) => whyEnded(liability, names) },
    ];
    const amount = formatMoney(sum(ended.map(({ terminated }) => parseBalance(terminated))));
    const title = this.#title(
      `${counted(ended.length, 'liability', 'liabilities')} ended by law: ${grouped(amount)}`,
    );
    const cited = new Set(ended.map(({ ending }) => ending?.citation));
    const words = statutesInForce.filter(({ citation }) => cited.has(citation));
    const law = words.map((statute) => `${statute.citation}: ${statute.words}\n`).join('');
    return `${title}${law}\n${tableOf(ended, columns, style.dim)}`;
  }

  #owedAgain(): string {
    const { names, style } = this.#desk;
    const rows = this.#reinstatements.flatMap(({ liabilities, ...why }) =>
      liabilities.map((liability) => ({ ...why, ...liability })),
    );
    const columns: readonly Column<(typeof rows)[number]>[] = [
      { title: 'on', text: ({ on }) => on },
      { title: 'order', text: ({ orderId }) => names.shown(orderId) },
      { title: 'defendant', text: ({ defendantId }) => names.shown(defendantId) },
      { title: 'victim', text: ({ victimId }) => names.shown(victimId) },
      { title: 'owed again', isNumber: true, text: ({ amount }) => grouped(amount) },
      { title: 'returned receipt', text: ({ byReceipt }) => byReceipt ?? '' },
    ];
    const title = this.#title(
      `${counted(rows.length, 'liability', 'liabilities')} were owed again after a payment came back`,
    );
    return title + (rows.length === 0 ? '' : tableOf(rows, columns, style.dim));
  }

  #next([victim]: readonly VictimSummary[], [liability]: readonly LiabilityView[]): string {
    const asks = [
      ...(victim === undefined ? [] : [`victim ${victim.victimId}`]),
      ...(liability === undefined ? [] : [`timeline --order ${liability.orderId}`]),
    ];
    return `Ask more:\n${asks.map((ask) => `  npm run -s restitution -- ${ask} --data ${this.#folder}\n`).join('')}`;
  }
}

const recoveredNothing = formatMoney(sum([]));

async function all<Row>(ask: (page: Page) => Promise<Paged<Row>>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let page = await ask({ limit: 1_000 });
  rows.push(...page.rows);
  while (page.next !== null) {
    page = await ask({ limit: 1_000, cursor: page.next });
    rows.push(...page.rows);
  }
  return rows;
}
