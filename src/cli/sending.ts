import type { House } from '../application/house.ts';
import type { Ledger, Outcome } from '../application/ledger.ts';
import type { Command, CommandType } from '../domain/commands.ts';
import type { FileReading } from '../requests/file-reading.ts';
import { labelRefusals, labelRuleOf, type LabelRule } from '../requests/label-refusals.ts';
import { CommandIds, mayBeMeantAgain } from './command-ids.ts';
import { FileLabels, type FileClaim } from './file-labels.ts';
import { HeardBefore } from './heard-before.ts';
import { adviceOn, remedies } from '../requests/remedies.ts';
import { senderOf } from '../requests/sender.ts';
import { Rejection } from '../domain/rejection.ts';

/** What became of one command of a file. */
export interface Sent {
  /** Counted from 1; 0 where the file as a whole is meant. */
  readonly line: number;
  readonly commandIndex: number;
  /** Null where the line could not be read as a command. */
  readonly command: CommandType | null;
  /** The one that it came with, or was given; events hold it as a UUID. */
  readonly commandId: string | null;
  readonly result: 'recorded' | 'heard already' | 'refused';
  /** Why it was refused. */
  readonly complaints: readonly Refusal[];
  readonly outcome: Outcome | undefined;
  /** Where the ledger heard this id before, of a command that may be meant again and was not done again; else null. */
  readonly heardAt: number | null;
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
  /** Records what reaches months that are closed, too. */
  readonly mayReachClosedMonths: boolean;
  readonly interrupted: AbortSignal;
  /** The digest of the file. */
  digest(): Promise<string>;
}

/**
 * Commands under way at once: enough that they share the disk's time, few enough that stopping is soon. A store that
 * writes one stream at a time carries commands out beside each other, and the lines of a file have an order.
 */
const mostUnderWay = ({ capabilities }: House['store']): number => (capabilities.atomicStreams ? 64 : 1);

/** Sends the commands of a file to the ledger, one after the other, and tells what became of each, in their order. */
export class Sending {
  readonly labels: FileLabels;
  readonly #ledger: Ledger;
  readonly #manner: Manner;
  readonly #ids: CommandIds;
  readonly #heard: HeardBefore;
  readonly #mostUnderWay: number;

  constructor(house: House, manner: Manner) {
    this.#ledger = manner.isRehearsal ? house.rehearse() : house.ledger;
    this.#manner = manner;
    this.#ids = new CommandIds(() => manner.digest());
    this.#heard = new HeardBefore(house);
    this.#mostUnderWay = mostUnderWay(house.store);
    this.labels = new FileLabels(house, manner.isRehearsal);
  }

  /**
   * A bad line spoils no other. What is worse than a bad line ends the sending, but nothing leaves here while a command
   * is under way, whose house would be closed over its head; and where the file cannot be read on, what was sent before
   * is told first. An interruption stops it between two commands.
   */
  async *send(readings: AsyncIterable<FileReading>): AsyncGenerator<Sent> {
    const underWay: Flight[] = [];
    try {
      for await (const flight of this.#departures(readings)) {
        underWay.push(flight);
        if (underWay.length >= this.#mostUnderWay) yield await landed(underWay);
      }
      while (underWay.length > 0) yield await landed(underWay);
    } finally {
      await Promise.all(underWay.map(({ landing }) => landing));
    }
  }

  /** What cannot be read or sent takes its place among the others, and is come to after those before it. */
  async *#departures(readings: AsyncIterable<FileReading>): AsyncGenerator<Flight> {
    try {
      for await (const reading of readings) {
        const flight = await this.#start(reading);
        if (flight === undefined) return;
        yield flight;
      }
    } catch (error) {
      yield { landing: Promise.resolve({ error }) };
    }
  }

  /** Undefined where it was interrupted: the digest of a file that has not come to its end would be another's. */
  async #start({ line, commandIndex, result, placeOf }: FileReading): Promise<Flight | undefined> {
    const place = { line, commandIndex, ...nothingSent };
    if (this.#isInterrupted()) return undefined;
    if (!result.ok) return grounded({ ...place, result: 'refused', complaints: result.complaints });
    const { command, label } = result;
    const commandId = result.commandId ?? (await this.#ids.idOf(command));
    if (this.#isInterrupted()) return undefined;
    const claim = label === undefined ? undefined : await this.labels.claim(label);
    if (typeof claim === 'string') {
      const sent = { ...place, command: command.type, result: 'refused' } as const;
      return grounded(placed({ ...sent, complaints: [labelRefused(claim)] }, placeOf));
    }
    const landing = this.#land({ place, command, commandId, claim });
    const told = landing.then((sent) => placed(sent, placeOf));
    return { landing: told.catch((error: unknown) => ({ error })) };
  }

  #isInterrupted(): boolean {
    return this.#manner.interrupted.aborted;
  }

  async #land({ place, command, commandId, claim }: Departure): Promise<Sent> {
    const { mayReachClosedMonths } = this.#manner;
    const sender = { ...senderOf('cli', commandId), mayReachClosedMonths };
    const sent = {
      ...place,
      ...nothingSent,
      command: command.type,
      commandId,
      receiptId: receiptOf(command),
    };
    try {
      const outcome = await this.#ledger.handle(command, sender);
      const result = outcome.events.length > 0 ? 'recorded' : 'heard already';
      const isHeard = result === 'heard already' && mayBeMeantAgain(command);
      const heardAt = isHeard ? await this.#heard.positionOf(command, sender.commandId) : null;
      return await labelled({ ...sent, outcome, result, heardAt }, claim);
    } catch (error) {
      await claim?.letGo(error);
      if (!(error instanceof Rejection)) throw error;
      return { ...sent, result: 'refused', complaints: [refusalOf(error)] };
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
  readonly claim: FileClaim | undefined;
}

const nothingSent = {
  command: null,
  commandId: null,
  complaints: [],
  outcome: undefined,
  heardAt: null,
  receiptId: null,
} as const;

/** Another process may have got the label since, after all; the command stands all the same. */
async function labelled(sent: Sent, claim: FileClaim | undefined): Promise<Sent> {
  try {
    await claim?.keep();
    return sent;
  } catch (error) {
    const rule = labelRuleOf(error);
    if (rule === undefined) throw error;
    return { ...sent, result: 'refused', complaints: [labelRefused(rule, 'The command is recorded. ')] };
  }
}

/** What was refused before it was sent has landed already. */
function grounded(sent: Sent): Flight {
  return { landing: Promise.resolve(sent) };
}

/** The eldest of those under way. @throws what ended it, where something did */
async function landed(underWay: Flight[]): Promise<Sent> {
  const sent = await underWay.shift()?.landing;
  if (sent === undefined || 'error' in sent) throw sent?.error;
  return sent;
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

function refusalOf(rejection: Rejection): Refusal {
  const { code, pointer } = rejection;
  return { pointer, rule: code, message: `${remedies[code].what} ${adviceOn(rejection)}` };
}

function labelRefused(rule: LabelRule, before = ''): Refusal {
  const { what, advice } = labelRefusals[rule];
  return { pointer: '/label', rule, message: `${before}${what} ${advice}` };
}
