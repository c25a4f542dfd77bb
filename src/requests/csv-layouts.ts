import type { CsvLayout } from './csv-layout.ts';
import { lossesLayout } from './losses-layout.ts';
import { ordersLayout } from './orders-layout.ts';
import { paymentsLayout } from './payments-layout.ts';

/** Every layout of CSV that the ledger takes in; a file is recognised by its first line (docs/files.md). */
export const csvLayouts: readonly CsvLayout[] = [lossesLayout, ordersLayout, paymentsLayout];
