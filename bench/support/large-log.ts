/**
 * A large log: 500 victims and 5,000 orders, of which one victim has 2,000, and as many payments as one asks for, in effect on
 * days of sixty months. One payment of twenty is recorded a month or more after the day on which it is in effect.
 */
import { eventIdOf } from '../../src/application/event-ids.ts';
import { Ledger } from '../../src/application/ledger.ts';
import { calendarDate, type CalendarDate } from '../../src/domain/calendar-date.ts';
import type { Command } from '../../src/domain/commands.ts';
import { parseMoney } from '../../src/domain/money.ts';
import type { EventStore, StreamWrite } from '../../src/store/event-store.ts';
import type { EventToAppend } from '../../src/store/recorded-event.ts';
import { caseId, defendantId, orderId, sendAll, victimId } from './workload.ts';

const victims = 500;
const cases = 5_000;
/** The first so many cases are all for the first victim. */
const casesOfFirst = 2_000;
const on = calendarDate('2019-12-02');

const victimOfCase = (n: number): number => (n < casesOfFirst ? 0 : n % victims);

/** The last days of the sixty months. */
export const monthEnds: readonly CalendarDate[] = Array.from({ length: 60 }, (_, month) =>
  calendarDate(new Date(Date.UTC(2020, month + 1, 0)).toISOString().slice(0, 10)),
);

/** The days of the sixty months, in their order. */
const days: readonly CalendarDate[] = Array.from({ length: 1_827 }, (_, day) =>
  calendarDate(new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10)),
);

/** The day on which the n-th of so many payments is in effect. */
function dayOf(n: number, count: number): CalendarDate {
  const day = Math.floor((n / count) * days.length);
  const isLate = n % 20 === 7;
  return days[isLate ? Math.max(0, day - 30 - (n % 300)) : day] ?? on;
}

/** Orders as the ledger itself records them, and then payments in the same words, written many at a time. */
export async function writeLargeLog(log: EventStore, events: number): Promise<void> {
  await sendAll(new Ledger(log), orders());
  const { position } = await log.head();
  await new Payments(log).record(Math.floor((events - position) / 4), 'early');
}

function orders(): readonly Command[] {
  const amount = parseMoney('90000000.00');
  const registered = Array.from({ length: victims }, (_, n): Command => {
    return { type: 'RegisterVictim', victimId: victimId(n), on };
  });
  const entered = Array.from({ length: cases }, (_, n): readonly Command[] => {
    const ref = { caseId: caseId(n), on };
    const order = { orderId: orderId(n), defendantId: defendantId(n) };
    const victim = { victimId: victimId(victimOfCase(n)) };
    const [statute, offenceOn, track] = [
      '18 U.S.C. 2259',
      calendarDate('2019-01-01'),
      'TRAFFICKING',
    ] as const;
    return [
      { type: 'RegisterCase', ...ref },
      { type: 'RegisterDefendant', ...ref, defendantId: order.defendantId },
      { type: 'DetermineLoss', ...ref, ...victim, category: track, amount, heads: [] },
      { type: 'EnterOrder', ...ref, ...order, statute, offenceOn, lines: [{ ...victim, track, amount }] },
      { type: 'MakeOrderFinal', ...ref, orderId: order.orderId, ground: 'DIRECT_REVIEW_DONE' },
    ];
  });
  return [...registered, ...entered.flat()];
}

/** Payments as four events in one append each, with many appends waiting for one commit. */
export class Payments {
  readonly #log: EventStore;
  readonly #revisions = new Map<string, number>();

  constructor(log: EventStore) {
    this.#log = log;
  }

  async record(count: number, prefix: string): Promise<void> {
    for await (const page of this.#log.readAll()) {
      for (const { stream, revision } of page) this.#revisions.set(stream, revision);
    }
    const waiting = 500;
    for (let from = 0; from < count; from += waiting) {
      const some = Array.from({ length: Math.min(waiting, count - from) }, (_, at) => from + at);
      await Promise.all(
        some.map((n) => this.#log.append(this.#payment(n, dayOf(n, count), `${prefix}-${String(n)}`))),
      );
    }
  }

  #payment(n: number, on: CalendarDate, commandId: string): readonly StreamWrite[] {
    const ofCase = n % cases;
    const receiptId = `dcd.${commandId.toUpperCase()}`;
    const [amount, policyVersion] = [`${String(25 + (n % 400))}.00`, 0];
    const ids = { caseId: caseId(ofCase), defendantId: defendantId(ofCase) };
    const part = { orderId: orderId(ofCase), victimId: victimId(victimOfCase(ofCase)), amount };
    const { orderId: order, victimId: victim } = part;
    const received = { receiptId, ...ids, orderId: order, amount, method: 'CHECK' };
    const allocated = { ...ids, receiptId, round: 1, parts: [part], unallocated: '0.00', policyVersion };
    const applied = { caseId: ids.caseId, receiptId, round: 1, parts: [part], excess: '0.00' };
    const credited = {
      orderId: order,
      victimId: victim,
      ...ids,
      receiptId,
      round: 1,
      offered: amount,
      accepted: amount,
    };
    return [
      this.#write(`Receipt-${receiptId}`, { commandId, on }, { PaymentReceived: received }),
      this.#write(
        `Case-${ids.caseId}`,
        { commandId, on },
        { PaymentAllocated: allocated, PaymentApplied: applied },
      ),
      this.#write(`Victim-${victim}`, { commandId, on }, { RecoveryCredited: credited }),
    ];
  }

  #write(
    stream: string,
    { commandId, on }: { commandId: string; on: CalendarDate },
    said: Readonly<Record<string, object>>,
  ): StreamWrite {
    const revision = this.#revisions.get(stream);
    const all = Object.entries(said).map(([type, data], index): EventToAppend => {
      const id = eventIdOf({ stream, commandId, step: type, index });
      const [schemaVersion, causationId, actor] = [1, null, 'bench'];
      return { id, type, schemaVersion, commandId, causationId, actor, effectiveOn: on, data };
    });
    this.#revisions.set(stream, (revision ?? -1) + all.length);
    return { stream, expected: revision ?? 'no-stream', events: all };
  }
}
