/** The findings of matching, in sentences: the same at every door. */
import { formatMoney } from '../money.ts';
import type { Evidence } from './evidence.ts';
import type { ReferenceRole, Slip } from './references.ts';

const numbers: Readonly<Record<ReferenceRole, string>> = {
  RECEIPT: 'receipt number',
  TRACE: 'trace number',
  ORIGINAL_TRACE: 'trace number of the payment that came back',
  CHEQUE_SERIAL: 'number of the cheque',
  DEPOSIT: 'deposit number',
  END_TO_END: 'end-to-end id',
  ENTRY: 'number of the entry in its case',
};

const slips: Readonly<Record<Slip, string>> = {
  TRANSPOSED: 'two neighbouring digits changed places',
  ONE_CHARACTER: 'one character is another',
};

type Told = { readonly [Code in Evidence['code']]: (found: Extract<Evidence, { code: Code }>) => string };

const told: Told = {
  AMOUNT_EQUAL: ({ amount }) => `The amount is the same: ${formatMoney(amount)}.`,
  AMOUNTS_SUM: ({ amount, lines, items }) =>
    `${counted(lines, 'line')} and ${counted(items, 'item')} come to the same: ${formatMoney(amount)}.`,
  AMOUNT_DIFFERS: ({ by }) => `The line is ${formatMoney(by)} off what the books expect.`,
  REFERENCE_EQUAL: ({ role, as }) =>
    `The ${numbers[role]} is the same${as === 'WRITTEN' ? '' : ', leading zeros and marks aside'}.`,
  REFERENCE_SLIPPED: ({ role, slip }) => `The ${numbers[role]} is nearly the same: ${slips[slip]}.`,
  REFERENCE_DIFFERS: ({ role }) => `The ${numbers[role]} is another.`,
  DAY_EQUAL: () => 'The day is the same.',
  DAY_DIFFERS: ({ by }) =>
    `The line is ${counted(Math.abs(by), 'day')} ${by < 0 ? 'before' : 'after'} the item.`,
  NAME_EQUAL: () => 'The name is the same.',
  NAME_CONTAINED: () => 'The name is the same, and one of the two says more.',
  NAME_BY_INITIALS: () => 'The name is the same, as far as initials go.',
  NAME_DIFFERS: () => 'The name is another.',
  PARTY_NAMED: () => 'The line names this person.',
  PARTY_DIFFERS: () => 'The line names another person.',
  CASE_NAMED: () => 'The line names this case.',
  CASE_DIFFERS: () => 'The line names another case.',
  WHOLE_DAYS: ({ days }) => `It is all that was received on ${counted(days, 'day')}.`,
  LEFT_OUT: ({ items }) => `It is what was received on the day, less ${counted(items, 'item')}.`,
  ONLY_CANDIDATE: () => 'Nothing else that is open fits.',
  TWINS: ({ count }) => `It is one of ${count} that are alike in every way and are all confirmed together.`,
};

/** One finding as a sentence. It names no person: whoever shows it knows whose line it is. */
export function tellEvidence(found: Evidence): string {
  return (told[found.code] as (found: Evidence) => string)(found);
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
