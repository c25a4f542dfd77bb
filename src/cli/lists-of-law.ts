import { today } from '../application/today.ts';
import * as ledger from '../application/tables/ledger.ts';
import { listing } from './listing.ts';
import { deadlineColumns, reviewColumns } from './rows-of-record.ts';
import { subjectOf } from './subjects.ts';

/** `restitution reviews`: what was recorded that a person should look at. */
export const listReviews = listing(async (desk) => {
  const filter = await subjectOf(desk, ['case']);
  return {
    one: 'thing to look at',
    many: 'things to look at',
    nothing: 'Nothing to review.',
    columns: reviewColumns(desk.names),
    table: ledger.reviewTable,
    filter,
    ask: (page) => desk.house.queries.reviews(filter, desk.clocks, page),
  };
});

/** `restitution deadlines`: what is due under 18 U.S.C. 3664(d)(5), on the day asked for, or today. */
export const listDeadlines = listing(async (desk) => {
  const filter = await subjectOf(desk, ['case']);
  const clocks = { asOf: today(), ...desk.clocks };
  return {
    one: 'term',
    many: 'terms',
    columns: deadlineColumns(desk.names),
    table: ledger.deadlineTable,
    filter,
    ask: (page) => desk.house.queries.deadlines(filter, clocks, page),
  };
});
