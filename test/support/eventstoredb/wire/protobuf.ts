/** As much of the writing half of protocol buffers as the answers of the server need. */

/** A field that holds a whole number. */
export function uint(field: number, value: bigint | number): Buffer {
  const tag = field * 8;
  const whole = Buffer.allocUnsafe(sizeOf(tag) + sizeOf(value));
  putNumber(whole, putNumber(whole, 0, tag), value);
  return whole;
}

/** A field that holds bytes, or text. */
export function bytes(field: number, value: Uint8Array | string): Buffer {
  return message(field, typeof value === 'string' ? Buffer.from(value) : value);
}

/** A field that holds a message, which is the fields it is made of. */
export function message(field: number, ...fields: readonly Uint8Array[]): Buffer {
  const tag = field * 8 + 2;
  const length = fields.reduce((sum, each) => sum + each.length, 0);
  const whole = Buffer.allocUnsafe(sizeOf(tag) + sizeOf(length) + length);
  let at = putNumber(whole, putNumber(whole, 0, tag), length);
  for (const each of fields) {
    whole.set(each, at);
    at += each.length;
  }
  return whole;
}

/** An entry of a map from text to text. */
export function entry(field: number, key: string, value: string): Buffer {
  return message(field, bytes(1, key), bytes(2, value));
}

/** Seven bits a byte, the lowest first. */
function putNumber(into: Buffer, at: number, value: bigint | number): number {
  let next = at;
  let rest = plain(value);
  for (; rest > 127; next += 1) {
    into[next] = (typeof rest === 'number' ? rest % 128 : Number(rest & 127n)) + 128;
    rest = typeof rest === 'number' ? Math.floor(rest / 128) : plain(rest >> 7n);
  }
  into[next] = Number(rest);
  return next + 1;
}

function sizeOf(value: bigint | number): number {
  let size = 1;
  for (let rest = plain(value); rest > 127; size += 1) {
    rest = typeof rest === 'number' ? Math.floor(rest / 128) : plain(rest >> 7n);
  }
  return size;
}

/** Reckoned as a number where that is exact, which is many times as fast. */
const plain = (value: bigint | number): bigint | number =>
  value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
