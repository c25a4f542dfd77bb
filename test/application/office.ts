/** Whoever pays out: two people, a ledger over a store, and what they ask of it. For the tests of runs. */
import { Ledger } from '../../src/application/ledger.ts';
import { prepareFrom } from '../../src/application/preparing.ts';
import { ProcessRunner } from '../../src/application/process-runner.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { ReleaseDisbursementRun } from '../../src/domain/disbursement/commands.ts';
import type { RunPurpose } from '../../src/domain/disbursement/events.ts';
import type { Digest, InstrumentNumber, RunId, SignatoryId } from '../../src/domain/ids.ts';
import { memoryCheckpoint } from '../../src/store/checkpoint.ts';
import type { EventStore } from '../../src/store/event-store.ts';
import { day } from '../support/words.ts';
import { queriesOver } from './asking.ts';

/** The days on which runs are proposed and approved, and released. */
export const on = day('2026-04-01');
export const later = day('2026-04-02');

const end = day('2032-01-01');
/** Who proposes; somebody else approves. */
export const maker = 'w-1' as SignatoryId;
const checker = 'w-2' as SignatoryId;
const run = (id: string): RunId => id as RunId;

/** One person proposes all that can be paid. */
export function proposal(id: string, purpose: RunPurpose): Command {
  const proposed = { runId: run(id), caseId: null, proposedBy: maker, on };
  return { type: 'ProposeDisbursementRun', ...proposed, ...(purpose !== 'VICTIMS' && { purpose }) };
}

/** It goes out; by cheques from that number on, where one is given. */
export function released(id: string, first?: string): ReleaseDisbursementRun {
  const numbered = { instrument: 'CHEQUE', firstNumber: first as InstrumentNumber } as const;
  return {
    ...{ type: 'ReleaseDisbursementRun', runId: run(id), on: later },
    ...(first !== undefined && { numbered }),
  };
}

export class Office {
  readonly store: EventStore;
  readonly ledger: Ledger;
  readonly queries: ReturnType<typeof queriesOver>;
  readonly #purpose: RunPurpose;
  #told = 0;

  constructor(store: EventStore, purpose: RunPurpose = 'VICTIMS') {
    this.store = store;
    this.#purpose = purpose;
    this.queries = queriesOver(store);
    this.ledger = new Ledger(store, { prepare: prepareFrom(this.queries) });
  }

  async tell(...commands: readonly Command[]): Promise<void> {
    for (const command of commands) {
      this.#told += 1;
      await this.ledger.handle(command, { commandId: `command-${String(this.#told)}`, actor: 'test' });
    }
  }

  /** Gives what stands for the payments that were proposed. */
  async propose(id: string): Promise<Digest> {
    await this.tell(proposal(id, this.#purpose));
    const { contentHash = '' } = (await this.queries.disbursements.run(run(id), {})) ?? {};
    return contentHash as Digest;
  }

  /** Somebody else approves what was proposed; it is proposed just before, where nothing says by what hash. */
  async approve(id: string, proposed?: Digest): Promise<void> {
    const contentHash = proposed ?? (await this.propose(id));
    await this.tell({ type: 'ApproveDisbursementRun', runId: run(id), contentHash, approvedBy: checker, on });
  }

  async release(id: string): Promise<void> {
    await this.tell(released(id));
  }

  async catchUp(): Promise<void> {
    await new ProcessRunner(this.store, this.ledger, memoryCheckpoint()).run();
  }

  /** How the run stands, and each payment as victim, or each refund as receipt, with amount and status. */
  async shown(id: string) {
    const found = await this.queries.disbursements.run(run(id), {});
    const standing = { status: found?.status, sums: [found?.total, found?.made, found?.withheld] };
    const isOfRefunds = this.#purpose === 'REFUNDS';
    return {
      ...standing,
      payments: isOfRefunds
        ? undefined
        : found?.payments.map(({ victimId, amount, status, reason }) => [victimId, amount, reason ?? status]),
      refunds: isOfRefunds
        ? found?.refunds.map(({ receiptId, amount, status, reason }) => [receiptId, amount, reason ?? status])
        : undefined,
    };
  }

  /** The ids of the refunds of a run, written with their receipts. */
  async named(id: string): Promise<readonly string[]> {
    const found = await this.queries.disbursements.run(run(id), {});
    return (found?.refunds ?? []).map(({ receiptId, refundId }) => `${receiptId}.${refundId}`);
  }

  /** What would go back to payors, and what would not. */
  async planned(asOf = later) {
    const { held, total, kept } = await this.queries.disbursements.refundPlan({}, { asOf });
    return { held, total, kept: kept.map(({ reason, amount }) => [reason, amount]) };
  }

  /** What is held for victims. */
  async held(): Promise<string> {
    return (await this.queries.disbursements.plan({}, { asOf: later })).held;
  }

  async heldForEach(): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.queries.victims({}, { limit: 10 });
    return new Map(rows.map(({ victimId, held }) => [victimId, held]));
  }

  async cheques(asOf = end) {
    const { rows } = await this.queries.disbursements.cheques({}, { asOf }, { limit: 100 });
    return rows.map(({ receiptId, number, status, paidTo, questions }) => {
      return [receiptId, number, status, paidTo, ...questions];
    });
  }

  async accounts(): Promise<Readonly<Record<string, string>>> {
    const { accounts } = await this.queries.trialBalance({});
    return Object.fromEntries(accounts.map(({ account, balance }) => [account, balance]));
  }

  /** Why a person is to look at something. */
  async looked() {
    const { rows } = await this.queries.reviews({}, {}, { limit: 100 });
    return rows.map(({ reason }) => reason);
  }
}
