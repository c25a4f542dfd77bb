import type { People } from '../people/people.ts';
import type { HistoryLine, LineOf } from './history-events.ts';

/** What is known of the people around the victim, in lines. */
export function* peopleLines(people: People): Generator<HistoryLine> {
  for (const each of people.representations) yield representationLine(each);
  for (const { representativeId, on } of people.convictions)
    yield { kind: 'CONVICTION', representativeId, on };
  if (people.diedOn !== undefined) yield { kind: 'DEATH', on: people.diedOn };
  for (const { on, heirs, source } of people.successions) yield { kind: 'SUCCESSION', on, heirs, source };
  if (people.held) yield { kind: 'HELD', ...people.held };
  for (const each of people.assignments) yield assignmentLine(each);
}

function representationLine(each: People['representations'][number]): LineOf<'REPRESENTATION'> {
  const { victimId, representativeId, capacity, defendantId, from, until, given } = each;
  return {
    ...{ kind: 'REPRESENTATION', victimId, representativeId, capacity, from },
    ...(defendantId !== undefined && { defendantId }),
    ...(until !== undefined && { until }),
    ...(given !== undefined && { given }),
  };
}

function assignmentLine(each: People['assignments'][number]): LineOf<'ASSIGNMENT'> {
  const { victimId, caseId, orderId, from, until } = each;
  return {
    ...{ kind: 'ASSIGNMENT', victimId, from },
    ...(caseId !== undefined && { caseId }),
    ...(orderId !== undefined && { orderId }),
    ...(until !== undefined && { until }),
  };
}
