import { csvLine } from '../formats/csv-cell.ts';
import { written, type Written } from '../formats/written.ts';

/** The traces by which payments went out, as `restitution number` takes them. */
export function tracesFile(traces: ReadonlyMap<string, string>): Extract<Written, { isGood: true }> {
  const file = written(function* () {
    yield csvLine(['payment', 'instrument', 'number']);
    for (const [payment, number] of traces) yield csvLine([payment, 'ACH', number]);
  });
  if (!file.isGood) throw new RangeError('a table of traces cannot be faulty');
  return file;
}
