import { lastDayToPetition } from '../domain/statutes/18-usc-3664-d-5-later-losses.ts';
import { history, tableOf } from './read-model.ts';

/** What a term runs for: a finding that was put off, a victim's petition that awaits the court, or a representation. */
export type DeadlineKind = 'DETERMINATION' | 'PETITION' | 'REPRESENTATION';

/** A term under 18 U.S.C. 3664(d)(5), or the days for which somebody acts for a victim. What has met it, the timeline tells. */
export interface DeadlineRow {
  readonly position: number;
  readonly item: number;
  readonly kind: DeadlineKind;
  /** The day from which the term ran: of sentencing, of discovery, or of the rights assumed. */
  readonly startedOn: string;
  /** The day that the court set; for a petition, the last on which it could be made in time. */
  readonly dueOn: string;
  /** The day of the deferral, or of the petition. */
  readonly effectiveOn: string;
  readonly caseId: string | null;
  readonly defendantId: string | null;
  readonly victimId: string | null;
  readonly orderId: string | null;
  readonly representativeId: string | null;
}

const table = tableOf<DeadlineRow>({
  name: 'deadlines',
  columns: {
    position: 'integer',
    item: 'integer',
    kind: 'word',
    startedOn: 'day',
    dueOn: 'day',
    effectiveOn: 'day',
    caseId: 'term',
    defendantId: 'term',
    victimId: 'term',
    orderId: 'term',
    representativeId: 'term',
  },
  key: ['position', 'item'],
  indexes: [['caseId']],
});

const nobody = { representativeId: null };

/** Every term that a deferred finding or a petition has set running. */
export const deadlines = history(table, {
  FindingDeferred: ({ data, position, item, effectiveOn }) => {
    const { caseId, defendantId, victimId, sentencedOn: startedOn, finalOn: dueOn } = data;
    const term = { kind: 'DETERMINATION', startedOn, dueOn, effectiveOn } as const;
    return [{ position, item, ...term, caseId, defendantId, victimId, orderId: null, ...nobody }];
  },
  LaterLossesPetitioned: ({ data, position, item, effectiveOn }) => {
    const { caseId, orderId, victimId, defendantId, discoveredOn: startedOn } = data;
    const term = { kind: 'PETITION', startedOn, dueOn: lastDayToPetition(startedOn), effectiveOn } as const;
    return [{ position, item, ...term, caseId, defendantId, victimId, orderId, ...nobody }];
  },
  RightsAssumed: ({ data, position, item, effectiveOn }) => {
    const { victimId, representativeId, until } = data;
    if (until === undefined) return [];
    const term = { kind: 'REPRESENTATION', startedOn: effectiveOn, dueOn: until, effectiveOn } as const;
    const subjects = { caseId: null, defendantId: null, victimId, orderId: null, representativeId };
    return [{ position, item, ...term, ...subjects }];
  },
});
