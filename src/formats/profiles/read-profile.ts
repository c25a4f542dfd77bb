import { bankLineKinds } from '../bank-line.ts';
import { isInCents } from '../cents.ts';
import { faultAt, type Fault } from '../fault.ts';
import { readStrictJson } from '../strict-json.ts';
import { dateFormats, meanings, negatives, type Profile } from './profile.ts';
import {
  anInteger,
  aText,
  listOf,
  object,
  oneOf,
  orElse,
  recordOf,
  type Shape,
  type ShapeFault,
} from './shape.ts';

/** What a profile file may be as long as: 256 KiB. */
const mostProfileBytes = 262_144;

const words = listOf(aText(/^[ -~]{1,40}$/), { least: 0, most: 100 });
const side = oneOf(['CREDIT', 'DEBIT'] as const);
const columnNames = listOf(aText(/^\P{Cc}{1,80}$/u), { least: 1, most: 20 });

const shape: Shape<Profile> = object({
  profile: aText(/^[a-z][a-z0-9-]{1,39}$/),
  version: anInteger(1, 9_999),
  title: orElse('', aText(/^\P{Cc}{1,200}$/u)),
  encoding: orElse('UTF-8', oneOf(['UTF-8', 'WINDOWS-1252'] as const)),
  separator: orElse(',', oneOf([',', ';', '\t', '|'] as const)),
  skipLines: orElse(0, anInteger(0, 100)),
  columns: listOf(
    object({
      headers: columnNames,
      means: oneOf(meanings),
      optional: orElse(false, oneOf([true, false] as const)),
    }),
    { least: 2, most: 100 },
  ),
  dates: listOf(oneOf(dateFormats), { least: 1, most: dateFormats.length }),
  amounts: object({
    decimal: orElse('.', oneOf(['.', ','] as const)),
    thousands: orElse('', oneOf(['', ',', '.', ' ', "'"] as const)),
    sign: orElse('', oneOf(['', '$'] as const)),
    negatives: orElse([], listOf(oneOf(negatives), { least: 0, most: negatives.length })),
  }),
  sides: object({ positive: side, credit: orElse([], words), debit: orElse([], words) }),
  kinds: orElse(
    { words: {} },
    object({
      otherwise: orElse(undefined, oneOf(bankLineKinds)),
      words: orElse({}, recordOf(/^[ -~]{1,40}$/, oneOf(bankLineKinds))),
    }),
  ),
  flags: orElse({ yes: ['Y', 'YES'], no: ['N', 'NO'] }, object({ yes: words, no: words })),
  currency: orElse('USD', aText(/^[A-Z]{3}$/)),
  totals: orElse(
    undefined,
    object({
      word: aText(/^[ -~]{1,40}$/),
      in: oneOf(meanings),
      isRequired: orElse(false, oneOf([true, false] as const)),
      count: orElse(undefined, oneOf(meanings)),
    }),
  ),
});

/** Reads a profile from the text of a JSON file; or everything that keeps it from being one, each by its JSON Pointer. */
export function readProfile(text: string): Profile | { readonly faults: readonly Fault[] } {
  if (Buffer.byteLength(text) > mostProfileBytes) return { faults: [faultAt(0, 'line-too-long')] };
  const json = readStrictJson(text, 8);
  if (!json.ok) return { faults: [faultAt(0, json.rule, json.pointer)] };
  const faults: ShapeFault[] = [];
  const profile = shape(json.value, '', faults);
  if (profile !== undefined && faults.length === 0) faults.push(...disagreements(profile));
  if (profile === undefined || faults.length > 0) return { faults: faults.slice(0, 100).map(told) };
  return profile;
}

function told({ pointer, expected }: ShapeFault): Fault {
  const fault = faultAt(0, 'profile-invalid', pointer);
  return { ...fault, message: `${fault.message} Expected here: ${expected}.` };
}

/** What each part allows by itself, and not together. */
function* disagreements(profile: Profile): Generator<ShapeFault> {
  const { columns, totals, currency, amounts } = profile;
  yield* columnsThatDisagree(profile);
  if (totals !== undefined && !columns.some(({ means }) => means === totals.in)) {
    yield { pointer: '/totals/in', expected: 'the meaning of one of the columns' };
  }
  if (!isInCents(currency)) yield { pointer: '/currency', expected: 'a currency with hundredths' };
  if (amounts.decimal === amounts.thousands) {
    yield { pointer: '/amounts/thousands', expected: 'another mark than that of decimals' };
  }
}

function* columnsThatDisagree({ columns }: Profile): Generator<ShapeFault> {
  const means = columns.map((column) => column.means);
  const amounts = means.filter((each) => /amount$/i.test(each)).sort();
  if (!['amount', 'creditAmount,debitAmount'].includes(amounts.join())) {
    yield { pointer: '/columns', expected: 'a column for the amount, or two, creditAmount and debitAmount' };
  }
  if (!means.includes('bookedOn')) yield { pointer: '/columns', expected: 'a column that means bookedOn' };
  const twice = means.find((each, at) => each !== 'remittance' && means.indexOf(each) !== at);
  if (twice !== undefined) yield { pointer: '/columns', expected: `one column that means ${twice}` };
  const headers = columns.flatMap((column) => column.headers.map((header) => header.trim().toUpperCase()));
  if (new Set(headers).size === headers.length) return;
  yield { pointer: '/columns', expected: 'each header in one column' };
}
