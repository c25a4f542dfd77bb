import type { ReplayedEvent } from '../views/replay.ts';
import { amounts, days, instants, numbers, texts, within, type ReportTable } from './column.ts';

/** Events of a history, in words. */
export const replayTable: ReportTable<ReplayedEvent> = {
  title: 'replay',
  columns: [
    ...numbers<ReplayedEvent>('position'),
    ...texts<ReplayedEvent>('type'),
    ...days<ReplayedEvent>('effectiveOn'),
    ...instants<ReplayedEvent>('recordedAt'),
    ...texts<ReplayedEvent>('says', 'citation'),
    ...numbers<ReplayedEvent>('cause'),
    ...amounts<ReplayedEvent>('amount'),
    within('text', 'after', ({ after }) =>
      after.map(({ figure, amount }) => `${figure} ${amount ?? 'none'}`).join('; '),
    ),
  ],
};
