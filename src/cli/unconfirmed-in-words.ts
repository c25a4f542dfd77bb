import type { UnconfirmedCash } from '../application/views/months.ts';
import { grouped } from './amounts.ts';

/** That the books have cash which no bank confirms: both who sign a month are told so, and answer for it. */
export function unconfirmedInWords(unconfirmed: readonly UnconfirmedCash[]): readonly string[] {
  return unconfirmed.map(
    ({ purpose, amount }) =>
      `No bank account confirms ${grouped(amount)} of cash (${purpose.toLowerCase()}): whoever signs answers for that by the books alone.\n`,
  );
}
