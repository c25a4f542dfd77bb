import { lastOfAll, type Recorded } from './recorded.ts';

/** What the metadata of a stream says of which of its events may be seen. */
export interface StreamSettings {
  readonly maxCount?: bigint;
  readonly maxAgeSeconds?: number;
  readonly truncateBefore?: bigint;
}

const metadataPrefix = '$$';

export const isMetadataStream = (stream: string): boolean => stream.startsWith(metadataPrefix);
export const metadataStreamOf = (stream: string): string => metadataPrefix + stream;
export const streamOfMetadata = (stream: string): string => stream.slice(metadataPrefix.length);

/** Of what describes a stream, only the last is seen. */
export const settingsOfMetadata: StreamSettings = { maxCount: 1n };

/** Softly deleted: everything before the last revision that there can be is hidden. */
export const softlyDeleted = `{"$tb":${String(lastOfAll)}}`;

export const isSoftlyDeleted = ({ truncateBefore }: StreamSettings): boolean => truncateBefore === lastOfAll;

/** Unreadable metadata says nothing. */
export function settingsIn(data: Uint8Array | undefined): StreamSettings {
  if (!data) return {};
  const text = Buffer.from(data).toString();
  const [maxCount, maxAge, truncateBefore] = patterns.map((pattern) => numberIn(text, pattern));
  return {
    ...(maxCount !== undefined && { maxCount }),
    ...(maxAge !== undefined && { maxAgeSeconds: Number(maxAge) }),
    ...(truncateBefore !== undefined && { truncateBefore }),
  };
}

/** The same metadata, save that what was hidden by the deletion stays hidden, and no more. */
export function undeleted(data: Uint8Array, from: bigint): string {
  const metadata = JSON.parse(Buffer.from(data).toString()) as Record<string, unknown>;
  return JSON.stringify({ ...metadata, $tb: Number(from) });
}

/** The first revision that may be seen by its number; age is looked at event by event. */
export function firstVisible(settings: StreamSettings, current: bigint): bigint {
  const byCount = settings.maxCount === undefined ? 0n : current - settings.maxCount + 1n;
  const byTruncation = settings.truncateBefore ?? 0n;
  const first = byCount > byTruncation ? byCount : byTruncation;
  return first < 0n ? 0n : first;
}

export function isTooOld(settings: StreamSettings, event: Recorded, now: Date): boolean {
  if (settings.maxAgeSeconds === undefined) return false;
  return event.created / 10_000n < BigInt(now.getTime() - 1000 * settings.maxAgeSeconds);
}

/** Read as text, for the greatest of these numbers is none that JSON keeps. */
const patterns = [/"\$maxCount"\s*:\s*(\d+)/, /"\$maxAge"\s*:\s*(\d+)/, /"\$tb"\s*:\s*(\d+)/];

function numberIn(text: string, pattern: RegExp): bigint | undefined {
  const digits = pattern.exec(text)?.[1];
  return digits === undefined ? undefined : BigInt(digits);
}
