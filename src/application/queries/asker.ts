import { calendarDate, type CalendarDate } from '../../domain/calendar-date.ts';
import type { EventStore } from '../../store/event-store.ts';
import type { ReadModelStore } from '../../store/read-model-store.ts';
import type { Projector } from '../projector.ts';
import type { Clocks, Page, Paged, Stamped } from '../views/ledger.ts';
import { BadCursor } from './cursor.ts';
import { Frame } from './frame.ts';
import { positionKnownAt } from './known-at.ts';
import { pageOf, startOf, type List } from './paging.ts';
import { stampOf } from './stamping.ts';
import { expectKnown } from './unknown-subject.ts';

/** What questions are answered from. */
export interface QueriesParts {
  readonly log: EventStore;
  readonly readModel: ReadModelStore;
  readonly projector: Projector;
  /** The present day; that of the machine in UTC unless told. */
  readonly today?: () => CalendarDate;
}

/** When a question is asked of; `pinned` is the position that the first page of a list was answered from. */
interface When {
  readonly clocks: Clocks;
  readonly pinned?: number | undefined;
  /** What the answer is narrowed to: only what the ledger has heard of. */
  readonly filter?: object;
}

/** Puts questions to one state of the read models, which tell all that the log held when the question was put. */
export class Asker {
  readonly #log: EventStore;
  readonly #readModel: ReadModelStore;
  readonly #projector: Projector;
  readonly today: () => CalendarDate;

  constructor({ log, readModel, projector, today = todayInUtc }: QueriesParts) {
    this.#log = log;
    this.#readModel = readModel;
    this.#projector = projector;
    this.today = today;
  }

  /** An answer with its stamp; undefined where there is none. */
  async ask<Answer extends object | undefined>(
    when: When,
    answer: (frame: Frame) => Answer,
  ): Promise<Answer extends object ? Stamped<Answer> : undefined> {
    const answered = await this.look(when, (frame) => {
      const found = answer(frame);
      return found && { ...found, stamp: stampOf(frame.standpoint, found) };
    });
    return answered as Answer extends object ? Stamped<Answer> : undefined;
  }

  /** A page of a list. */
  async page<Row>(
    list: List<Row>,
    { page, ...when }: Omit<When, 'pinned'> & { readonly page: Page },
  ): Promise<Stamped<Paged<Row>>> {
    const start = startOf(list, page);
    return this.ask({ ...when, pinned: start.pinned }, (frame) =>
      pageOf(list, frame, { ...start, limit: page.limit }),
    );
  }

  /** What is seen on the clocks, without a stamp. */
  async look<Found>({ clocks, pinned, filter = {} }: When, look: (frame: Frame) => Found): Promise<Found> {
    const known = pinned ?? (await this.positionOn(clocks));
    await this.#projector.catchUp();
    return this.#readModel.read((snapshot) => {
      if (pinned !== undefined && pinned > snapshot.position) throw new BadCursor();
      const frame = new Frame(snapshot, clocks, known);
      expectKnown(frame, filter);
      return look(frame);
    });
  }

  /** The last position that counts; undefined where all do. */
  positionOn(clocks: Clocks): Promise<number | undefined> {
    return positionKnownAt(this.#log, clocks);
  }

  /** What depends on the day is answered for one, and from what was in effect on it: the present one unless told. */
  onDay(clocks: Clocks): Clocks & { readonly asOf: CalendarDate } {
    return { asOf: this.today(), ...clocks };
  }
}

function todayInUtc(): CalendarDate {
  return calendarDate(new Date().toISOString().slice(0, 10));
}
