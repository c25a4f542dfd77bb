/** How much is held of a file that comes once: 64 MiB. */
export const mostHeldBytes = 67_108_864;

/** Parts are put together up to this: whoever sends a byte at a time does not fill the memory with parts. */
const blockBytes = 65_536;

/**
 * Holds a file that comes once, as by the standard input or in a request, in memory and nowhere else: a file of a bank is read
 * more than once, because it is proved before it gives a line (decision 0026). Undefined where it is larger than can be held.
 *
 * @param mayHold asked before each part is held, with its bytes; what it throws ends the holding
 */
export async function heldOf(
  source: AsyncIterable<Uint8Array>,
  mayHold: (byteCount: number) => void = () => undefined,
): Promise<readonly Uint8Array[] | undefined> {
  const held: Uint8Array[] = [];
  let block: Uint8Array[] = [];
  let [byteCount, inBlock] = [0, 0];
  for await (const part of source) {
    byteCount += part.length;
    if (byteCount > mostHeldBytes) return undefined;
    mayHold(part.length);
    block.push(part);
    inBlock += part.length;
    if (inBlock < blockBytes) continue;
    held.push(Buffer.concat(block));
    [block, inBlock] = [[], 0];
  }
  return [...held, Buffer.concat(block)];
}
