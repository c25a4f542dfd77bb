const encoder = new TextEncoder();

/** Text in UTF-8. */
export function inBytes(text: string): Uint8Array {
  return encoder.encode(text);
}
