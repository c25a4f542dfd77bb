/** What two people answer for: runs of payments, and months. Each is proposed by one and approved by another, once. */
import { cents, hold, total, type Told } from './entities.ts';

interface Run {
  readonly hash: string;
  readonly proposedBy: string;
  approvedBy: string | undefined;
  isReleased: boolean;
  /** What was said of its parts: how many were made, and what that came to. */
  readonly parts: Map<number, { readonly payments: number; readonly made: number; readonly amount: bigint }>;
  isCompleted: boolean;
}

type OfRun = Told<
  | 'DisbursementsListed'
  | 'DisbursementRunProposed'
  | 'DisbursementRunApproved'
  | 'DisbursementRunReleased'
  | 'DisbursementsMade'
  | 'DisbursementRunCompleted'
>;

export class Runs {
  readonly #listed = new Map<string, { readonly id: string; readonly amount: bigint }[]>();
  readonly #runs = new Map<string, Run>();
  /** What was decided of each payment of a run: what went out, and nothing where it was withheld. */
  readonly #decided = new Map<string, bigint>();

  hear(event: OfRun): void {
    const { runId } = event.data;
    switch (event.type) {
      case 'DisbursementsListed': {
        const { contentHash, payments, refunds = [] } = event.data;
        const ids = [
          ...payments.map(({ disbursementId: id, amount }) => ({ id: String(id), amount: cents(amount) })),
          ...refunds.map(({ refundId: id, amount }) => ({ id: String(id), amount: cents(amount) })),
        ];
        const key = `${runId} ${contentHash}`;
        return void this.#listed.set(key, [...(this.#listed.get(key) ?? []), ...ids]);
      }
      case 'DisbursementRunProposed': {
        const { contentHash: hash, proposedBy, payments, amount } = event.data;
        hold(!this.#runs.has(runId), `${runId} is proposed twice`);
        const nobody = { approvedBy: undefined, isReleased: false, parts: new Map(), isCompleted: false };
        this.#runs.set(runId, { hash, proposedBy, ...nobody });
        const listed = this.#paymentsOf(runId);
        hold(listed.length === payments, `${runId} is proposed without its payments`);
        return hold(total(listed.map((each) => each.amount)) === cents(amount), `${runId}: another sum`);
      }
      case 'DisbursementRunApproved': {
        const run = this.#run(runId);
        hold(run.proposedBy !== event.data.approvedBy, `${runId} is approved by whoever proposed it`);
        hold(
          run.approvedBy === undefined && run.hash === event.data.contentHash,
          `${runId} is approved twice`,
        );
        run.approvedBy = event.data.approvedBy;
        return;
      }
      case 'DisbursementRunReleased': {
        const run = this.#run(runId);
        hold(run.approvedBy !== undefined && !run.isReleased, `${runId} is released twice, or unapproved`);
        run.isReleased = true;
        return;
      }
      case 'DisbursementsMade': {
        const { from, payments, made, amount } = event.data;
        const { parts } = this.#run(runId);
        hold(!parts.has(from), `${runId}: a part is told twice`);
        return void parts.set(from, { payments, made, amount: cents(amount) });
      }
      case 'DisbursementRunCompleted':
        hold(!this.#run(runId).isCompleted, `${runId} is completed twice`);
        this.#run(runId).isCompleted = true;
    }
  }

  /** A payment of a run went out, or was withheld: it is decided once. */
  decide(runId: string | undefined, id: string, amount: bigint): void {
    if (runId === undefined) return;
    hold(this.#run(runId).isReleased, `${id} is decided, and ${runId} was never released`);
    hold(!this.#decided.has(`${runId} ${id}`), `${id} is decided twice`);
    this.#decided.set(`${runId} ${id}`, amount);
  }

  /** At rest: all that was released is decided, and the run says what came of it. */
  close(): void {
    for (const [runId, { isReleased, isCompleted, parts }] of this.#runs) {
      hold(isReleased === isCompleted, `${runId} was released, and is not completed`);
      if (!isReleased) continue;
      const decided = this.#paymentsOf(runId).map(({ id }) => this.#decided.get(`${runId} ${id}`));
      hold(
        decided.every((each) => each !== undefined),
        `${runId}: a payment was never decided`,
      );
      const paid = decided.filter((each) => each > 0n);
      const said = [...parts.values()];
      hold(total(said.map(({ amount }) => amount)) === total(paid), `${runId} says another sum than it paid`);
      const made = said.reduce((count, part) => count + part.made, 0);
      hold(made === paid.length, `${runId} says another number of payments than it made`);
    }
  }

  #paymentsOf(runId: string): readonly { readonly id: string; readonly amount: bigint }[] {
    return this.#listed.get(`${runId} ${this.#run(runId).hash}`) ?? [];
  }

  #run(id: string): Run {
    const run = this.#runs.get(id);
    hold(run !== undefined, `${id} was never proposed`);
    return run;
  }
}

interface Signatures {
  readonly prepared?: { readonly by: string; readonly hash: string };
  readonly isClosed: boolean;
}

export class Months {
  readonly #months = new Map<string, Signatures>();

  hear({ type, data }: Told<'MonthSigned' | 'MonthReopened'>): void {
    const known = this.#months.get(data.month);
    if (type === 'MonthReopened') {
      hold(known?.isClosed === true, `${data.month} is opened again, and was not closed`);
      return void this.#months.set(data.month, { isClosed: false });
    }
    hold(known?.isClosed !== true, `${data.month} is signed, and was closed`);
    const { signatoryId: by, contentHash: hash } = data;
    if (data.as === 'PREPARED')
      return void this.#months.set(data.month, { prepared: { by, hash }, isClosed: false });
    const prepared = known?.prepared;
    hold(prepared !== undefined && prepared.by !== by, `${data.month} is approved by one person alone`);
    hold(prepared.hash === hash, `${data.month}: somebody saw something else`);
    this.#months.set(data.month, { ...known, isClosed: true });
  }

  /** Whether something of that day changes what is closed. */
  isClosedOn(day: string): boolean {
    const month = day.slice(0, 7);
    return [...this.#months].some(([id, { isClosed }]) => isClosed && id >= month);
  }
}
