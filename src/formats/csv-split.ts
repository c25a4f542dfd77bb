import { CsvError, parse } from 'csv-parse/sync';
import type { FaultRule } from './fault.ts';

/** The fields of one row, or the rule that its quotes break. */
export function splitRow(text: string): readonly string[] | FaultRule {
  if (!text.includes('"')) return text.split(',');
  try {
    const [fields] = parse(text, { record_delimiter: '\n' });
    return fields ?? [];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'quote-not-closed' : 'quote-misplaced';
  }
}
