import type { Arrived, ServerPosition } from './server.ts';

/** Who keeps on this node what is followed on the server. */
export interface Keeper {
  /** The place on the server of what was kept last; undefined where all is to be heard from the beginning. */
  readonly after: ServerPosition | undefined;

  /** Why nothing that comes now is taken in, as it was closed; undefined where all is. */
  readonly end: Error | undefined;

  /** What must be known before anything can be kept; asked before each subscription, which waits for it. */
  prepare(): Promise<void>;

  /**
   * Takes in what has come, in the order of the server; what was taken before may come again.
   *
   * @throws what ends the subscription, which is then begun again from `after`, unless that is for good
   */
  take(arrived: readonly Arrived[]): void;

  /** Hears that all of ours up to this place has been taken. */
  reach(at: ServerPosition): void;

  /** Hears that all was taken that the server has now. @throws where what was taken cannot be gone on with */
  expectWhole(): void;

  /** Whether the event was taken, or one behind it in its stream. */
  has(stream: string, revision: number): boolean;

  /** Whether the error is no passing one: then nothing more is followed. */
  isForGood(error: unknown): boolean;

  /** Tells whoever looks after the machine that such an error has ended what somebody relied on by then. */
  warnOf(error: unknown): void;

  /** Writes down how far it has come; called when the following ends. */
  save(): void;
}
