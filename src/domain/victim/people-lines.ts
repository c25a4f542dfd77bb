import type { People } from '../people/people.ts';
import type { HistoryLine, LineOf } from './history-events.ts';
import type { PeopleLine } from './history-of-people.ts';

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

/** Of two days of death, or two heirs for whose sake money is held, those that stand under the surviving id are kept. */
export function withPeople(people: People, line: PeopleLine): People {
  switch (line.kind) {
    case 'REPRESENTATION': {
      const { kind: _, defendantId, until, given, ...said } = line;
      return {
        ...people,
        representations: [...people.representations, { ...said, defendantId, until, given }],
      };
    }
    case 'CONVICTION': {
      const { representativeId, on } = line;
      return { ...people, convictions: [...people.convictions, { representativeId, on }] };
    }
    case 'DEATH':
      return { ...people, diedOn: people.diedOn ?? line.on };
    case 'SUCCESSION': {
      const { on, heirs, source } = line;
      return { ...people, successions: [{ on, heirs, source }, ...people.successions] };
    }
    case 'HELD': {
      const { representativeId, on } = line;
      return { ...people, held: people.held ?? { representativeId, on } };
    }
    case 'ASSIGNMENT': {
      const { kind: _, until, ...said } = line;
      return { ...people, assignments: [...people.assignments, { ...said, until }] };
    }
  }
}
