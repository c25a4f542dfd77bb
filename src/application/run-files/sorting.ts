import type { Payee } from '../../formats/payees/read-payees.ts';
import type { Written } from '../../formats/written.ts';
import type { ChequeView } from '../views/disbursements.ts';
import type { PayeeOf } from './payee-book.ts';
import { obstacle, type Obstacle, type ObstacleRule } from './payment-out.ts';

/** A payment, and to whom it goes. */
export interface Addressed {
  readonly payment: ChequeView;
  readonly payee: Payee;
}

/** What is asked of every file of a run. */
export interface OfRun {
  readonly payeeOf: PayeeOf;
  /** Whether what cannot be in the file is left out and told, instead of refusing all of it. */
  readonly isPart: boolean;
}

/** A file for whoever pays; or everything that keeps it from being written. */
export type RunFile =
  | { readonly obstacles: readonly Obstacle[] }
  | {
      readonly file: Extract<Written, { isGood: true }>;
      readonly sent: readonly Addressed[];
      /** Why each of the others is not in it. */
      readonly leftOut: readonly Obstacle[];
    };

/** The payments that can be in a file, and why the others cannot. */
export interface Sorted {
  readonly sent: readonly Addressed[];
  readonly obstacles: readonly Obstacle[];
}

/** @param against what speaks against a payment that is under way and whose payee is known; undefined where nothing does */
export function sorted(
  payments: readonly ChequeView[],
  payeeOf: PayeeOf,
  against: (addressed: Addressed) => ObstacleRule | undefined,
): Sorted {
  const [sent, obstacles]: [Addressed[], Obstacle[]] = [[], []];
  for (const payment of payments) {
    const payee = payeeOf(payment);
    const isUnderWay = payment.status === 'outstanding' || payment.status === 'stale';
    if (!isUnderWay) obstacles.push(obstacle(payment, 'payment-not-under-way'));
    else if (typeof payee === 'string') obstacles.push(obstacle(payment, payee));
    else {
      const rule = against({ payment, payee });
      if (rule === undefined) sent.push({ payment, payee });
      else obstacles.push(obstacle(payment, rule));
    }
  }
  return { sent, obstacles };
}
