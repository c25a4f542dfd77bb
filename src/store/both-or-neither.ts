/** What is opened, and has to be closed. */
export interface Closable {
  close(): Promise<void>;
}

/** Two that are opened at the same time: where one cannot be, the other is not left open. @throws what stood in the way */
export async function bothOrNeither<One extends Closable, Other extends Closable>(
  one: Promise<One>,
  other: Promise<Other>,
): Promise<readonly [One, Other]> {
  const opened = await Promise.allSettled([one, other]);
  const hasFailed = opened.some(({ status }) => status === 'rejected');
  for (const each of opened) if (hasFailed && each.status === 'fulfilled') await each.value.close();
  return Promise.all([one, other]);
}
