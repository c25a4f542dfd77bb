import type { Closing } from '../event-store.ts';
import { closeFile, closingOf, finishClosing, reopenFile } from '../sqlite-log/closing.ts';
import type { Origin } from './move.ts';

/** A log that stands in a file is left. @throws StoreUnavailable where there is none */
export class FromFile implements Origin {
  readonly place: string;
  readonly file: string;

  constructor(place: string, file: string) {
    this.place = place;
    this.file = file;
  }

  closing(): Promise<Closing | undefined> {
    return Promise.resolve().then(() => closingOf(this.file));
  }

  bringUp(): Promise<void> {
    return Promise.resolve();
  }

  close(place: string): Promise<Closing> {
    return Promise.resolve().then(() => closeFile(this.file, { place, at: new Date().toISOString() }));
  }

  finish(closing: Closing): Promise<void> {
    finishClosing(this.file, closing);
    return Promise.resolve();
  }

  reopen(): Promise<void> {
    reopenFile(this.file);
    return Promise.resolve();
  }

  end(): Promise<void> {
    return Promise.resolve();
  }
}
