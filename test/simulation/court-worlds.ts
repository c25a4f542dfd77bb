/** What courts say in a small world of what has ended: that some of it is owed again, whether or not it may be (P-15, P-19). */
import type { Command } from '../../src/domain/commands.ts';
import { orderReinstatement } from '../support/reinstatement-words.ts';
import { day, review, setPolicy } from '../support/words.ts';
import type { Chance } from './chance.ts';

const first = day('2026-01-01');
const days = ['2026-01-05', '2026-01-09'].map(day);
const orders = ['o-1', 'o-2', 'o-3', 'o-7'];

/** Which answers hold before anything is told. */
export function courtOpening(chance: Chance): readonly Command[] {
  return [
    ...(chance.is(0.7) ? [setPolicy('P-15', 'COURT_ONLY', { on: first })] : []),
    ...(chance.is(0.7) ? [setPolicy('P-19', 'COURT_ONLY', { on: first })] : []),
    ...(chance.is(0.5) ? [setPolicy('P-20', 'CREATE_RECEIVABLE', { on: first })] : []),
  ];
}

/** What courts say, and that somebody asks the law again. */
export function courtStory(chance: Chance): readonly Command[] {
  return Array.from({ length: 2 + chance.below(3) }, (): Command => {
    const on = chance.oneOf(days);
    if (chance.is(0.2)) return review('v-1', { on });
    const named = orders.filter(() => chance.is(0.5));
    return orderReinstatement(named.length > 0 ? named : ['o-1'], { on });
  });
}
