/** What a clerk and a bank send for one month of a made-up year, as files. */

/** A payment that a clerk received. */
export interface ClerkReceipt {
  readonly number: string;
  readonly party: string;
  readonly day: string;
  readonly amount: string;
}

/** A line of the bank: what came in, or went out. */
export interface BankLine {
  /** 301 a deposit, 475 a cheque, 698 a fee. */
  readonly type: '301' | '475' | '698';
  readonly cents: number;
  readonly reference: string;
}

const head =
  'Court,Case Number,Party Number,Receipt Number,Receipt Date,Post Date,Batch,Tender Type,Check Number,Payer,Amount,' +
  'Void,Void Of,NSF,Deposit Number,Comment';

/** The receipts of a month as a clerk exports them; all of them went to the bank in one deposit. */
export function clerkReport(receipts: readonly ClerkReceipt[], deposit: string): string {
  const rows = receipts.map(({ number, party, day, amount }) => {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number];
    const on = `${String(month)}/${String(date)}/${String(year)}`;
    return `SEATTLE,26-CR-00017,${party},${number},${on},${on},B1,CASH,,SOMEBODY,${amount},,,,${deposit},`;
  });
  return `${[head, ...rows].join('\n')}\n`;
}

/** The statement of a month as BAI2: its balances and its totals prove. Amounts are in cents. */
export function bankStatement(
  lastDay: string,
  opening: number,
  lines: readonly BankLine[],
): { readonly text: string; readonly closing: number } {
  const moved = lines.reduce((sum, { type, cents }) => sum + (type === '301' ? cents : -cents), 0);
  const closing = opening + moved;
  const total = opening + closing + lines.reduce((sum, { cents }) => sum + cents, 0);
  const date = lastDay.replaceAll('-', '').slice(2);
  const items = lines.map(({ type, cents, reference }) => `16,${type},${String(cents)},0,,${reference},/`);
  const count = items.length + 2;
  const records = [
    `01,BANK,COURT,${date},0600,1,,,2/`,
    `02,COURT,BANK,1,${date},,USD,2/`,
    `03,4411,USD,010,${String(opening)},,,015,${String(closing)},,/`,
    ...items,
    `49,${String(total)},${String(count)}/`,
    `98,${String(total)},1,${String(count + 2)}/`,
    `99,${String(total)},1,${String(count + 4)}/`,
  ];
  return { text: `${records.join('\n')}\n`, closing };
}
