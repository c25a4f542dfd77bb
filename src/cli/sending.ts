import { types } from 'node:util';
import type { House } from '../application/house.ts';
import type { Ledger, Outcome } from '../application/ledger.ts';
import type { Command, CommandType } from '../domain/commands.ts';
import type { FileReading } from '../requests/file-reading.ts';
import type { Label } from '../requests/label.ts';
import { CommandIds } from './command-ids.ts';
import { FileLabels } from './file-labels.ts';
import { remedies } from '../requests/remedies.ts';
import { Rejection } from '../domain/rejection.ts';

/** What became of one command of a file. */
export interface Sent {
  /** Counted from 1; 0 where the file as a whole is meant. */
  readonly line: number;
  readonly commandIndex: number;
  /** Null where the line could not be read as a command. */
  readonly command: CommandType | null;
  readonly commandId: string | null;
  readonly result: 'recorded' | 'heard already' | 'refused';
  /** Why it was refused. */
  readonly complaints: readonly Refusal[];
  readonly outcome: Outcome | undefined;
  /** The receipt that the command was about, where it was about one. */
  readonly receiptId: string | null;
}

/** One reason for a refusal: where it stands, by which rule, and what to do. */
export interface Refusal {
  readonly pointer: string;
  readonly rule: string;
  readonly message: string;
}

/** How a file is sent. */
export interface Manner {
  /** Decides and answers as if it recorded, and records nothing. */
  readonly isRehearsal: boolean;
  readonly interrupted: AbortSignal;
}

/** Commands under way at once: enough that they share the disk's time, few enough that stopping is soon. */
const mostUnderWay = 64;

/** Sends the commands of a file to the ledger, one after the other, and tells what became of each, in their order. */
export class Sending {
  readonly labels: FileLabels;
  readonly #ledger: Ledger;
  readonly #manner: Manner;
  readonly #ids = new CommandIds();

  constructor(house: House, manner: Manner) {
    this.#ledger = manner.isRehearsal ? house.rehearse() : house.ledger;
    this.#manner = manner;
    this.labels = new FileLabels(house.directory, manner.isRehearsal);
  }

  /**
   * A bad line spoils no other. What is worse than a bad line ends the sending, once all that is under way has landed.
   * An interruption stops it between two commands.
   */
  async *send(readings: AsyncIterable<FileReading>): AsyncGenerator<Sent> {
    const underWay: Flight[] = [];
    for await (const reading of readings) {
      if (this.#manner.interrupted.aborted) break;
      underWay.push(await this.#start(reading));
      if (underWay.length >= mostUnderWay) yield await landed(underWay);
    }
    while (underWay.length > 0) yield await landed(underWay);
  }

  async #start({ line, commandIndex, result, placeOf }: FileReading): Promise<Flight> {
    const place = { line, commandIndex, ...nothingSent };
    if (!result.ok) return grounded({ ...place, result: 'refused', complaints: result.complaints });
    const { command, label } = result;
    if (label !== undefined && !(await this.labels.claim(label))) {
      const sent = { ...place, command: command.type, result: 'refused' } as const;
      return grounded(placed({ ...sent, complaints: [labelTaken(label)] }, placeOf));
    }
    const commandId = result.commandId ?? this.#ids.idOf(command);
    const landing = this.#land({ place, command, commandId, label });
    const told = landing.then((sent) => placed(sent, placeOf));
    return { landing: told.catch((error: unknown) => ({ error })) };
  }

  async #land({ place, command, commandId, label }: Departure): Promise<Sent> {
    const sent = {
      ...place,
      ...nothingSent,
      command: command.type,
      commandId,
      receiptId: receiptOf(command),
    };
    try {
      const outcome = await this.#ledger.handle(command, { commandId, actor: 'cli' });
      const result = outcome.events.length > 0 ? 'recorded' : 'heard already';
      return await this.#labelled({ ...sent, outcome, result }, label);
    } catch (error) {
      if (label !== undefined) this.labels.release(label);
      if (!(error instanceof Rejection)) throw error;
      return { ...sent, result: 'refused', complaints: [refusalOf(error)] };
    }
  }

  /** Another process may have given the label away since it was claimed; the command stands all the same. */
  async #labelled(sent: Sent, label: Label | undefined): Promise<Sent> {
    if (label === undefined) return sent;
    try {
      await this.labels.enter(label);
      return sent;
    } catch (error) {
      if (!types.isNativeError(error) || error.name !== 'LabelTaken') throw error;
      return { ...sent, result: 'refused', complaints: [labelTaken(label, 'The command is recorded. ')] };
    }
  }
}

/** A command under way. It is wrapped, because a promise of a promise would be waited for. */
interface Flight {
  readonly landing: Promise<Sent | { readonly error: unknown }>;
}

interface Departure {
  readonly place: Omit<Sent, 'result'>;
  readonly command: Command;
  readonly commandId: string;
  readonly label: Label | undefined;
}

const nothingSent = {
  command: null,
  commandId: null,
  complaints: [],
  outcome: undefined,
  receiptId: null,
} as const;

/** What was refused before it was sent has landed already. */
function grounded(sent: Sent): Flight {
  return { landing: Promise.resolve(sent) };
}

/** The eldest of those under way; where it failed, the others land before it is told. */
async function landed(underWay: Flight[]): Promise<Sent> {
  const sent = await underWay.shift()?.landing;
  if (sent !== undefined && !('error' in sent)) return sent;
  await Promise.all(underWay.map(({ landing }) => landing));
  throw sent?.error;
}

/** In a table the refusal of a command points to the column, in the row, that asked for what is refused. */
function placed(sent: Sent, placeOf: FileReading['placeOf']): Sent {
  const [first] = sent.complaints;
  if (first === undefined || placeOf === undefined) return sent;
  const complaints = sent.complaints.map((each) => ({ ...each, pointer: placeOf(each.pointer).pointer }));
  return { ...sent, line: placeOf(first.pointer).line, complaints };
}

function receiptOf(command: Command): string | null {
  return 'receiptId' in command ? command.receiptId : null;
}

function refusalOf({ code, pointer }: Rejection): Refusal {
  const { what, advice } = remedies[code];
  return { pointer, rule: code, message: `${what} ${advice}` };
}

function labelTaken({ kind }: Label, before = ''): Refusal {
  const message = `${before}Another ${kind} is called so already. Correct the id, or give it another label.`;
  return { pointer: '/label', rule: 'label-taken', message };
}
