import { readable } from '../../formats/charts/chart.ts';
import type { Block } from '../../formats/papers/paper.ts';
import { causeInWords } from '../queries/causes.ts';
import type { LiabilityView } from '../views/ledger.ts';
import type { OfVictim } from './one-state.ts';

/** The heading of a part of the statement. */
export function heading(text: string): Block {
  return { kind: 'heading', level: 2, text };
}

/** Why liabilities of the victim ended, under which words, and through what; nothing where none has. */
export function ended(liabilities: readonly LiabilityView[], shown: OfVictim['shown']): readonly Block[] {
  const over = liabilities.flatMap(({ orderId, terminated, ending }) =>
    ending === null ? [] : [{ orderId, terminated, ending }],
  );
  if (over.length === 0) return [];
  return [
    heading('Why liabilities ended'),
    {
      kind: 'table',
      summary: 'Of each liability that ended by law, under which words, when, and through what.',
      columns: [
        { title: 'Order', weight: 5 },
        { title: 'On', weight: 1.8 },
        { title: 'Under', weight: 4 },
        { title: 'Through', weight: 4 },
        { title: 'Dollars', weight: 2, isAmount: true },
      ],
      rows: over.map(({ orderId, terminated, ending: { on, citation, cause } }) => [
        ...[shown(orderId), on, citation, cause === null ? 'its term was over' : causeInWords(cause, shown)],
        readable(terminated),
      ]),
    },
  ];
}
