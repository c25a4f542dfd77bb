import type { MoneyText } from '../domain/money.ts';
import { counted, grouped } from './amounts.ts';
import type { Exit } from './exit-codes.ts';
import type { Sent } from './sending.ts';

/** A liability that ended, or is owed again, through what was sent. */
export interface Turn {
  readonly orderId: string;
  readonly defendantId: string;
  readonly victimId: string;
  readonly amount: MoneyText;
  readonly on: string;
  readonly citation: string;
  /** The receipt of the command that brought it about; null where another command did. */
  readonly byReceipt: string | null;
}

/** Counts what became of what was sent: by the rows or papers of a file, each of which may be several commands. */
export class Tally {
  recorded = 0;
  heardAlready = 0;
  refused = 0;
  /** Commands that may be meant again, and were not done again. */
  notDoneAgain = 0;
  /** How many liabilities ended, and how many are owed again. */
  ended = 0;
  reinstated = 0;
  /** What was recorded, and should be looked at all the same. */
  warnings = 0;
  /** The first of those that ended. */
  readonly firstEnded: Turn[] = [];
  lastLine = 0;
  #open: Sent['result'] | undefined;

  add(sent: Sent): void {
    if (sent.commandIndex === 0) this.close();
    this.#open = worst(this.#open, sent.result);
    this.lastLine = Math.max(this.lastLine, sent.line);
    if (sent.heardAt !== null) this.notDoneAgain += 1;
    this.warnings += sent.outcome?.warnings.length ?? 0;
    for (const { event } of sent.outcome?.events ?? []) {
      if (event.type === 'LiabilitiesReinstated') this.reinstated += event.data.liabilities.length;
      if (event.type === 'LiabilitiesTerminated') this.#addEnded(turnsOf(sent, event));
    }
  }

  /** Counts the paper that is open. */
  close(): void {
    if (this.#open === 'recorded') this.recorded += 1;
    if (this.#open === 'heard already') this.heardAlready += 1;
    if (this.#open === 'refused') this.refused += 1;
    this.#open = undefined;
  }

  /** How the verb ends that sent this. */
  exit(): Exit {
    if (this.refused === 0) return 'fine';
    return this.recorded + this.heardAlready > 0 ? 'someBad' : 'rejected';
  }

  #addEnded(turns: readonly Turn[]): void {
    this.ended += turns.length;
    this.firstEnded.push(...turns.slice(0, mostNamed - this.firstEnded.length));
  }
}

/** More than a person reads at once; the rest is counted. */
const mostNamed = 20;

type TerminatedEvent = Extract<
  NonNullable<Sent['outcome']>['events'][number]['event'],
  { type: 'LiabilitiesTerminated' }
>;

function turnsOf({ receiptId }: Sent, { data, effectiveOn }: TerminatedEvent): readonly Turn[] {
  const { victimId, citation, liabilities } = data;
  return liabilities.map(({ orderId, defendantId, amount }) => ({
    ...{ orderId, defendantId, victimId, amount, citation },
    on: effectiveOn,
    byReceipt: receiptId,
  }));
}

/** A paper is as good as the worst of its commands, and new where any of them was. */
function worst(a: Sent['result'] | undefined, b: Sent['result']): Sent['result'] {
  if (a === 'refused' || b === 'refused') return 'refused';
  return a === 'recorded' || b === 'recorded' ? 'recorded' : 'heard already';
}

/** What became of a file, in a few sentences. */
export function tallyInWords(tally: Tally, isRehearsal: boolean): string {
  const { recorded, heardAlready, refused, ended, reinstated, firstEnded, notDoneAgain, warnings } = tally;
  const would = isRehearsal ? 'A rehearsal; nothing was recorded. ' : '';
  const counts = [
    `${number(recorded)} recorded`,
    `${number(heardAlready)} heard already`,
    `${number(refused)} refused`,
  ];
  const lines = [`${would}${counts.join(', ')}.`];
  if (notDoneAgain > 0)
    lines.push(
      `${counted(notDoneAgain, 'command')} not done again: the ledger has heard this file before. ` +
        'What is meant anew comes with another file, or under a commandId of its own.',
    );
  if (warnings > 0) lines.push(`${counted(warnings, 'warning')}: what it was about is recorded.`);
  if (ended > 0) lines.push(`${counted(ended, 'liability', 'liabilities')} ended by law:`);
  for (const turn of firstEnded) lines.push(`  ${turnInWords(turn)}`);
  if (ended > firstEnded.length)
    lines.push(
      `  and ${number(ended - firstEnded.length)} more; see \`restitution liabilities --status terminated\``,
    );
  if (reinstated > 0)
    lines.push(
      `${counted(reinstated, 'liability is', 'liabilities are')} owed again; a person should review them.`,
    );
  return lines.map((line) => `${line}\n`).join('');
}

function turnInWords({ orderId, defendantId, victimId, amount, on, citation, byReceipt }: Turn): string {
  const by = byReceipt === null ? '' : `, by receipt ${byReceipt}`;
  return `${orderId} of ${defendantId} to ${victimId}: ${grouped(amount)} on ${on} under ${citation}${by}`;
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}
