import { CsvError, parse } from 'csv-parse/sync';
import type { FaultRule } from './fault.ts';

/** What stands between two fields. */
export type Separator = ',' | ';' | '\t' | '|';

/** The fields of one row, or the rule that its quotes break. */
export function splitRow(text: string, separator: Separator = ','): readonly string[] | FaultRule {
  if (!text.includes('"')) return text.split(separator);
  try {
    const [fields] = parse(text, { record_delimiter: '\n', delimiter: separator });
    return fields ?? [];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'quote-not-closed' : 'quote-misplaced';
  }
}
