import { Inject, Injectable } from '@nestjs/common';
import { Explainer, type LiabilityAnswer } from '../application/explain/explainer.ts';
import { replayTable } from '../application/tables/history.ts';
import type { House } from '../application/house.ts';
import type { Clocks, Page } from '../application/views/ledger.ts';
import { idPattern, type DebtId, type OrderId, type ReceiptId, type VictimId } from '../domain/ids.ts';
import { clocksOf, subjectFilterOf, type HistoryAsked } from './asked.ts';
import { changesOf, type ChangesAsked } from './asked-of-changes.ts';
import { HOUSE } from './house-token.ts';
import { listReply, type Wanted } from './list-reply.ts';
import { Problem } from './problem.ts';
import { stampedReply, type Reply } from './reply.ts';

/** What is to be explained: a kind of thing, and which. */
export interface Explained {
  readonly kind: string;
  readonly subject: string;
  /** The victim of a liability, where its order has several. */
  readonly victimId: VictimId | undefined;
}

/** Where this door is told why, what happened, and what it changed. */
@Injectable()
export class ExplainingDesk {
  readonly #explainer: Explainer;

  constructor(@Inject(HOUSE) house: House) {
    this.#explainer = new Explainer(house);
  }

  async explain(explained: Explained, clocks: Clocks): Promise<Reply> {
    const answer = await this.#answer(explained, clocks);
    if (answer === undefined) throw new Problem('subject-not-known');
    if (!('title' in answer)) throw new Problem('parameter-invalid', { errors: [victimMissing] });
    const { stamp, ...body } = answer;
    return stampedReply(body, stamp);
  }

  replay(asked: HistoryAsked, wanted: Wanted): Promise<Reply> {
    const [filter, clocks] = [subjectFilterOf(asked), clocksOf(asked)];
    const ask = (page: Page) => this.#explainer.replay(filter, clocks, page);
    return listReply({ table: replayTable, filter, ask }, asked, wanted);
  }

  async changes(asked: ChangesAsked): Promise<Reply> {
    const { stamp, ...changes } = await this.#explainer.changes(...changesOf(asked));
    return stampedReply(changes, stamp);
  }

  async #answer(
    { kind, subject, victimId }: Explained,
    clocks: Clocks,
  ): Promise<LiabilityAnswer | undefined> {
    switch (kind) {
      case 'victim':
        return this.#explainer.victim(subject as VictimId, clocks);
      case 'liability':
        return this.#explainer.liability(subject as OrderId, victimId, clocks);
      case 'receipt':
        return this.#explainer.receipt(subject as ReceiptId, clocks);
      case 'event':
        return /^[1-9]\d{0,14}$/.test(subject) ? this.#explainer.event(Number(subject), clocks) : undefined;
      case 'interest':
        return this.#explainer.interest(obligationOf(subject), clocks);
      default:
        return undefined;
    }
  }
}

function obligationOf(subject: string): Parameters<Explainer['interest']>[0] {
  const isDebt = new RegExp(idPattern('debt')).test(subject);
  return isDebt ? { debtId: subject as DebtId } : { orderId: subject as OrderId };
}

const victimMissing = {
  pointer: '/victimId',
  code: 'victim-missing',
  message: 'The order has several victims. Name the one that is meant.',
};
