import { jsonEvent, type EventData } from '@eventstore/db-client';

/** As much of what a client reads as the tests look at. */
export interface Received {
  readonly event?: { readonly streamId: string; readonly type: string; readonly data: unknown };
}

/** Ids that can be told apart at a glance, and named again. */
export const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Events with ids from `first` to `last`. */
export function events(first: number, last = first): EventData[] {
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const n = first + index;
    return jsonEvent({
      id: id(n),
      type: 'PaymentReceived',
      data: { n, amount: '25.00' },
      metadata: { by: 'clerk' },
    });
  });
}

/** The numbers of what was read, in order. */
export async function numbersIn(read: AsyncIterable<Received>): Promise<readonly number[]> {
  const numbers: number[] = [];
  for await (const resolved of read) numbers.push(numberOf(resolved));
  return numbers;
}

export const numberOf = ({ event }: Received): number => (event?.data as { n: number }).n;

/** The error that something ends in; it must. */
export async function errorOf(promise: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  const settled = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error: error as Error & Record<string, unknown> }),
  );
  if ('error' in settled) return settled.error;
  throw new Error(`no error, but ${String(settled.value)}`);
}

/** Looks again and again until it is so. */
export async function eventually(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
