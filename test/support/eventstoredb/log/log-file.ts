/** A log on disk: each line is what was written at once, so that a line cut short by a crash was not written at all. */
import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import type { Recorded } from './recorded.ts';

export interface LogFile {
  readonly kept: readonly Recorded[];
  readonly keep: (written: readonly Recorded[]) => void;
}

interface Line {
  readonly stream: string;
  readonly revision: string;
  readonly position: string;
  readonly end: string;
  readonly created: string;
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: string;
  readonly metadata: string;
}

export function openLogFile(file: string): LogFile {
  const text = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const whole = text.subarray(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(file, whole.length);
  const kept = whole
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => (JSON.parse(line) as Line[]).map(read));
  return {
    kept,
    // Handed to the system, which has it when this process is killed.
    keep: (written) => appendFileSync(file, `${JSON.stringify(written.map(line))}\n`),
  };
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytes = (text: string): Uint8Array => Buffer.from(text, 'base64');

function line(event: Recorded): Line {
  return {
    stream: event.stream,
    revision: String(event.revision),
    position: String(event.position),
    end: String(event.end),
    created: String(event.created),
    id: event.id,
    type: event.type,
    isJson: event.isJson,
    data: base64(event.data),
    metadata: base64(event.metadata),
  };
}

function read(kept: Line): Recorded {
  return {
    stream: kept.stream,
    revision: BigInt(kept.revision),
    position: BigInt(kept.position),
    end: BigInt(kept.end),
    created: BigInt(kept.created),
    id: kept.id,
    type: kept.type,
    isJson: kept.isJson,
    data: bytes(kept.data),
    metadata: bytes(kept.metadata),
  };
}
