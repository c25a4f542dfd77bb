import { today } from '../application/today.ts';
import type { CaseFilter } from '../application/views-of-law.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { giveList } from './listing.ts';
import { deadlineColumns, reviewColumns } from './rows.ts';
import { textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution reviews`: what was recorded that a person should look at. */
export async function listReviews(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const filter = await caseOf(desk);
    return giveList(desk, {
      one: 'thing to look at',
      many: 'things to look at',
      columns: reviewColumns(desk.names),
      ask: (page) => desk.house.queries.reviews(filter, desk.clocks, page),
    });
  });
}

/** `restitution deadlines`: what is due under 18 U.S.C. 3664(d)(5), on the day asked for, or today. */
export async function listDeadlines(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const filter = await caseOf(desk);
    const clocks = { asOf: today(), ...desk.clocks };
    return giveList(desk, {
      one: 'term',
      many: 'terms',
      columns: deadlineColumns(desk.names),
      ask: (page) => desk.house.queries.deadlines(filter, clocks, page),
    });
  });
}

async function caseOf({ options, names }: Desk): Promise<CaseFilter> {
  const named = textOf(options, 'case');
  return named === undefined ? {} : ({ caseId: await names.idOf('case', named) } as CaseFilter);
}
