import { Inject, Injectable } from '@nestjs/common';
import { fingerprintOf } from '../application/event-ids.ts';
import type { House } from '../application/house.ts';
import type { Outcome, Sender } from '../application/ledger.ts';
import { isRefusal } from '../application/session.ts';
import { streamName, type StreamRef } from '../application/streams.ts';
import type { Command } from '../domain/commands.ts';
import { api } from './api.ts';
import { Call } from './call.ts';
import { HOUSE } from './house-token.ts';
import { KeysUsed } from './keys-used.ts';
import { LabelDesk, type Label } from './label-desk.ts';
import { Problem } from './problem.ts';
import { recordedBefore, recordedNow, type Recorded } from './recorded.ts';
import { Reply } from './reply.ts';
import { rehearsed } from './wish.ts';

/** A request that was found valid, as the classes of `requests` are. */
export interface Sendable {
  toCommand(): Command;
  toLabel?(): Label | undefined;
}

/** What a command is about: the stream that is the first to hear of it, and where the result can be seen. */
export interface Subject {
  readonly stream: StreamRef;
  /** Another that may be the first instead, where that depends on what stands in the ledger. */
  readonly orFirst?: StreamRef;
  /** Under the path of the API; absent where there is no such page. */
  readonly page?: string;
}

/** A command on its way through this desk. */
interface Errand {
  readonly call: Call;
  readonly command: Command;
  readonly label: Label | undefined;
  readonly subject: Subject;
}

/** Where every command of this door is taken in: it is guarded, handed to the ledger, and answered. */
@Injectable()
export class CommandDesk {
  readonly #house: House;
  readonly #keys: KeysUsed;
  readonly #labels: LabelDesk;

  constructor(@Inject(HOUSE) house: House, keys: KeysUsed, labels: LabelDesk) {
    this.#house = house;
    this.#keys = keys;
    this.#labels = labels;
  }

  /** Carries out a command that came through the bus. @throws Problem, Rejection, and what the store throws */
  async carryOut(request: Sendable, subject: Subject): Promise<Reply> {
    const call = Call.of(request);
    const command = request.toCommand();
    call.trace.command = command.type;
    const errand = { call, command, label: request.toLabel?.(), subject };
    const words = fingerprintOf({ ...command, label: errand.label?.text ?? null });
    if (call.isRehearsal) return this.#rehearse(errand, words);
    return this.#labels.inTurn(errand.label, () => this.#record(errand, words));
  }

  async #rehearse(errand: Errand, words: string): Promise<Reply> {
    const { call, command, label } = errand;
    this.#keys.check(call.sender.commandId, words);
    await this.#labels.check(label);
    const outcome = await this.#house.rehearse().handle(command, guarded(errand));
    const { events, warnings } = recordedNow(outcome);
    return answer(errand, { status: 200, recorded: { events, warnings, position: null } }, rehearsed);
  }

  async #record(errand: Errand, words: string): Promise<Reply> {
    const { commandId } = errand.call.sender;
    const isOurs = this.#keys.claim(commandId, words);
    try {
      const outcome = await this.#send(errand);
      if (outcome.events.length === 0) return await this.#repeat(errand);
      return answer(errand, { status: 201, recorded: recordedNow(outcome) });
    } catch (error) {
      if (isOurs && (isRefusal(error) || error instanceof Problem)) this.#keys.release(commandId);
      throw error;
    }
  }

  async #send(errand: Errand): Promise<Outcome> {
    const claim = await this.#labels.claim(errand.label);
    try {
      const outcome = await this.#house.ledger.handle(errand.command, guarded(errand));
      await claim?.keep();
      return outcome;
    } catch (error) {
      await claim?.letGo(error);
      throw error;
    }
  }

  /** The ledger knew: from this very command, which is then answered as it was; or from another. */
  async #repeat(errand: Errand): Promise<Reply> {
    const before = await this.#before(errand);
    if (before === undefined) return answer(errand, { status: 200, recorded: nothing });
    return answer(errand, { status: 201, recorded: before }, { 'Idempotency-Replayed': 'true' });
  }

  async #before({ call, subject }: Errand): Promise<Recorded | undefined> {
    const { commandId } = call.sender;
    const { stream, orFirst } = subject;
    const first = orFirst && (await recordedBefore(this.#house, { stream: streamName(orFirst), commandId }));
    return first ?? recordedBefore(this.#house, { stream: streamName(stream), commandId });
  }
}

const nothing = { events: [], warnings: [], position: null } as const;

interface Given {
  readonly status: 200 | 201;
  /** The position is null where nothing was recorded. */
  readonly recorded: Pick<Recorded, 'events' | 'warnings'> & { readonly position: number | null };
}

function answer(
  { call: { key }, command, subject: { page } }: Errand,
  { status, recorded: { events, position, warnings } }: Given,
  headers: Reply['headers'] = {},
): Reply {
  const body = { commandId: key, command: command.type, position, events, warnings };
  return new Reply(status, body, {
    ...headers,
    ...(position !== null && { 'Ledger-Position': String(position) }),
    ...(status === 201 && page !== undefined && { Location: `/${api}/${page}` }),
  });
}

/** The sender, who may want the command carried out only on what has been seen. */
function guarded({ call: { sender, ifMatch }, subject: { stream: ref } }: Errand): Sender {
  return ifMatch === undefined ? sender : { ...sender, seen: { ref, revisions: ifMatch } };
}
