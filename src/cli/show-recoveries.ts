import type { VictimView } from '../application/views/ledger.ts';
import type { RecoveryView } from '../application/views/recoveries.ts';
import { sum, parseBalance, formatMoney } from '../domain/money.ts';
import { grouped, isSome } from './amounts.ts';
import { tableOf, type Column } from './table.ts';

/** The recoveries elsewhere of a victim as a table, with the sums of each source; '' where none was reported. */
export function recoveriesInWords(
  { recoveries }: Pick<VictimView, 'recoveries'>,
  dim: (text: string) => string,
): string {
  if (recoveries.length === 0) return '';
  const sources = [...new Set(recoveries.map(({ source }) => source))];
  const bySource = sources.map((source) =>
    sumsOf(
      source,
      recoveries.filter((each) => each.source === source),
    ),
  );
  const sums = sources.length > 1 ? `\n${tableOf(bySource, sumColumns, dim)}` : '';
  return `Recovered elsewhere\n${tableOf(recoveries, recoveryColumns, dim)}${sums}`;
}

type Sums = Pick<RecoveryView, 'source' | 'reported' | 'verified' | 'counted'>;

/** What was told and not withdrawn or rejected since, what of it is verified, and what counts. */
function sumsOf(source: Sums['source'], recoveries: readonly RecoveryView[]): Sums {
  const standing = recoveries.filter(({ status }) => status === 'CLAIMED' || status === 'VERIFIED');
  const sumOf = (of: 'reported' | 'verified' | 'counted'): Sums['reported'] =>
    formatMoney(sum(standing.map((each) => parseBalance(each[of]))));
  return { source, reported: sumOf('reported'), verified: sumOf('verified'), counted: sumOf('counted') };
}

const amountColumns: readonly Column<Sums>[] = [
  { title: 'claimed', isNumber: true, text: ({ reported }) => grouped(reported) },
  { title: 'verified', isNumber: true, text: ({ verified }) => (isSome(verified) ? grouped(verified) : '') },
  { title: 'counted', isNumber: true, text: ({ counted }) => (isSome(counted) ? grouped(counted) : '') },
];

const sumColumns: readonly Column<Sums>[] = [
  { title: 'all from', text: ({ source }) => source },
  ...amountColumns,
];

const recoveryColumns: readonly Column<RecoveryView>[] = [
  { title: 'recovery', text: ({ recoveryId }) => recoveryId },
  { title: 'from', text: ({ source }) => source },
  { title: 'for losses from', text: ({ category }) => category.toLowerCase() },
  { title: 'received', text: ({ receivedOn }) => receivedOn },
  { title: 'told', text: ({ reportedOn }) => reportedOn },
  ...amountColumns,
  { title: 'status', text: ({ status }) => status.toLowerCase() },
];
