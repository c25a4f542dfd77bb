import type { EntrySide } from '../application/reconciliation/entry-sides.ts';
import type { BankFileOptions } from '../formats/bank-file.ts';
import type { Encoding } from '../formats/lines.ts';
import { builtInProfiles } from '../formats/profiles/built-in.ts';
import { bankFormats, type BankFormat } from '../formats/which-format.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import { ChoiceParameter, DayParameter } from './parameters.ts';
import { Problem } from './problem.ts';

const profiles = builtInProfiles.map(({ profile }) => profile);
const encodings: readonly Encoding[] = ['UTF-8', 'WINDOWS-1252'];
const sides: Readonly<Record<'received' | 'sent', EntrySide>> = { received: 'RECEIVED', sent: 'SENT' };

/** What is said of a file that is sent, beside its bytes. */
export class FileAsked {
  @ChoiceParameter(profiles, 'How a table is to be understood: a profile that is built in.')
  profile?: string;

  @ChoiceParameter(bankFormats, 'The format; by its first bytes unless told.')
  format?: BankFormat;

  @ChoiceParameter(encodings, 'How the letters of a file that is not XML are written; UTF-8 unless told.')
  encoding?: Encoding;

  @ChoiceParameter(Object.keys(sides), 'Of NACHA, which way its entries went, which the file does not say.')
  entries?: keyof typeof sides;

  @DayParameter('The last day that the file covers, where its last line is of an earlier one.')
  through?: CalendarDate;
}

/** How the file is to be read. @throws Problem where it is said to be a table, and not of which profile */
export function readingOf({ profile, format, encoding }: FileAsked): BankFileOptions {
  if (format === 'table' && profile === undefined)
    throw new Problem('parameter-invalid', { errors: [profileMissing] });
  return { profile: builtInProfiles.find((each) => each.profile === profile), format, encoding };
}

/** Which way the entries went, where that is said. */
export function entriesOf({ entries }: FileAsked): EntrySide | undefined {
  return entries && sides[entries];
}

const profileMissing = {
  pointer: '/profile',
  code: 'profile-missing',
  message: `A table needs a profile. Write one of these: ${profiles.join(', ')}.`,
};
