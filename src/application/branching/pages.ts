import type { Page, Paged } from '../views/ledger.ts';

const page: Page = { limit: 1_000 };

/** Every row of a list, one after the other. */
export async function* rowsOf<Row>(ask: (page: Page) => Promise<Paged<Row>>): AsyncGenerator<Row, undefined> {
  for (let cursor: string | null = null; ;) {
    const { rows, next }: Paged<Row> = await ask(cursor === null ? page : { ...page, cursor });
    yield* rows;
    if (next === null) return undefined;
    cursor = next;
  }
}

/** Rows of the branch, each with that of the books that is of the same thing; the books may have none of it yet. */
export async function* besideBooks<Row>(
  books: AsyncGenerator<Row, undefined>,
  branch: AsyncGenerator<Row, undefined>,
  isSame: (one: Row, other: Row) => boolean,
): AsyncGenerator<readonly [was: Row | undefined, is: Row]> {
  let was = await books.next();
  for await (const is of branch) {
    const known = was.done !== true && isSame(was.value, is) ? was.value : undefined;
    if (known !== undefined) was = await books.next();
    yield [known, is];
  }
}
