/**
 * An event on the shelf. Its bytes are written once, as UTF-8 JSON, hashed as stored, and never written again.
 */

/** An event on its way into the store; `data` is plain JSON. */
export interface EventToAppend {
  /** A UUID, made from what the event says happened, so that a repeated append is known for what it is. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly commandId: string;
  /** The id of the event that caused this one; null where a command did. */
  readonly causationId: string | null;
  readonly actor: string;
  /** `YYYY-MM-DD`, the legal day. */
  readonly effectiveOn: string;
  readonly data: unknown;
}

/** An event as it was recorded, with its place in its stream and in the whole log. */
export interface RecordedEvent extends EventToAppend {
  readonly stream: string;
  /** From 0, without gaps, in the stream. */
  readonly revision: number;
  /** From 1, without gaps, in the log. */
  readonly position: number;
  /**
   * RFC 3339 in UTC with milliseconds; never earlier than that of the event before, save where another node had stored that
   * one and this node had not heard of it yet.
   */
  readonly recordedAt: string;
  /** The leaf hash of the event before in the same stream: 64 hexadecimal digits, all 0 at revision 0. */
  readonly prev: string;
}
