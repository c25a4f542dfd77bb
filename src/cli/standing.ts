import type { House } from '../application/house.ts';

/** What has to be known of an answer before it is read: that it may not be all there is, or that the ledger goes on elsewhere. */
export async function remarksOn({ store }: Pick<House, 'store'>): Promise<readonly string[]> {
  const { closing, standing } = store;
  if (closing !== undefined && closing.why !== 'arriving') {
    const gone = closing.why === 'moved' ? 'moved' : 'is being moved';
    return [`This ledger is closed: it ${gone} to ${closing.place}, on ${closing.at}. This is what it held.`];
  }
  if (standing === 'live') return [];
  const why =
    standing === 'away' ? 'The server did not answer' : 'This node has not heard yet of all there is';
  return [`${why}; this goes up to ${await endOf(store)}.`];
}

async function endOf(store: House['store']): Promise<string> {
  const { position } = await store.head();
  for await (const [last] of store.readAll({ after: Math.max(position - 1, 0), upTo: position }))
    if (last !== undefined) return `position ${String(position)} of the log, recorded at ${last.recordedAt}`;
  return `position ${String(position)} of the log`;
}
