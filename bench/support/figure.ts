/** Prints one figure on a line: what was measured, how much, of what. */
export function figure(what: string, value: number, unit: string): void {
  const digits = value >= 100 ? 0 : value >= 1 ? 1 : 3;
  console.log(`${what.padEnd(72)} ${value.toFixed(digits).padStart(12)} ${unit}`);
}

/** Seconds that the act took. */
export async function seconds(act: () => Promise<unknown>): Promise<number> {
  const start = process.hrtime.bigint();
  await act();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** Milliseconds that the act took. */
export async function milliseconds(act: () => Promise<unknown>): Promise<number> {
  return (await seconds(act)) * 1000;
}
