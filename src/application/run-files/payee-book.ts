import type { Payee } from '../../formats/payees/read-payees.ts';
import type { Directory } from '../../store/directory.ts';
import type { ChequeView } from '../views/disbursements.ts';
import { payeeIdOf, type ObstacleRule } from './payment-out.ts';

/** Whom each payment goes to, or why that is not known. */
export type PayeeOf = (payment: ChequeView) => Payee | ObstacleRule;

/**
 * Finds the row of each payee by id, or by label. A label may belong to a victim and to a payor at once, and two rows may be
 * about one of them under both: then nobody is guessed.
 */
export async function payeesOf(
  payments: readonly ChequeView[],
  {
    payees,
    directory,
  }: { readonly payees: readonly Payee[]; readonly directory: Pick<Directory, 'labelOf'> },
): Promise<PayeeOf> {
  const byName = new Map(payees.map((row) => [row.payee, row]));
  const rowsOf = new Map<string, Payee | ObstacleRule>();
  const idsOf = new Map<Payee, string>();
  const shared = new Set<Payee>();
  for (const id of new Set(payments.map(payeeIdOf))) {
    const label = await directory.labelOf(id);
    const rows = new Set([id, label].flatMap((name) => byName.get(name ?? '') ?? []));
    const [row, another] = rows;
    if (row === undefined) rowsOf.set(id, 'payee-missing');
    else rowsOf.set(id, another === undefined ? row : 'payee-ambiguous');
    for (const each of rows) {
      if (idsOf.has(each)) shared.add(each);
      idsOf.set(each, id);
    }
  }
  return (payment) => {
    const found = rowsOf.get(payeeIdOf(payment)) ?? 'payee-missing';
    return typeof found === 'object' && shared.has(found) ? 'payee-ambiguous' : found;
  };
}
