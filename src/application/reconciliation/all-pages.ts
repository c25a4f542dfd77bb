import type { Paged } from '../views/ledger.ts';

const pageOfAll = 1_000;

/** The rows of a list, page by page. */
export async function* all<Row>(
  ask: (page: { limit: number; cursor?: string }) => Promise<Paged<Row>>,
): AsyncGenerator<Row> {
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { rows, next } = await ask({ limit: pageOfAll, ...(cursor !== undefined && { cursor }) });
    yield* rows;
    cursor = next;
  }
}
