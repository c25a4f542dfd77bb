/** What one line of any bank's, court's or Treasury's file says, whatever format it came in. */
export interface BankLine {
  readonly evidence: Evidence;
  readonly kind: BankLineKind;
  /** What moved, in cents as `"5117.92"`, never below nothing: the direction says which way. */
  readonly amount: string;
  /** Whether the account that the line is about was credited or debited: of a statement the holder's, of an entry the receiver's. */
  readonly direction: Direction;
  readonly currency: string;
  /** The day on which it was booked, and that from which the money counts; `2026-03-02`. */
  readonly bookedOn?: string | undefined;
  readonly valuedOn?: string | undefined;
  readonly references: References;
  /** Why money came back: `R01`, `C01`, `AC04`, or a court's own word. */
  readonly reason?: string | undefined;
  /** The bank's own code for what it was: `22`, `475`, `PMNT-RCDT-ESCT`. */
  readonly code?: string | undefined;
  /** The company that sent the entry, as a clearing house numbers it. */
  readonly originator?: string | undefined;
  /** The account that the file speaks of, where it has several. For the directory and no event. */
  readonly account?: string | undefined;
  /** Who paid or was paid, and what they wrote. For the directory and no event. */
  readonly party?: Party | undefined;
  readonly remittance?: string | undefined;
}

export type Direction = 'CREDIT' | 'DEBIT';

/** What a line is about. `NOT_BOOKED` is what a bank only announces; it has moved nothing. */
export type BankLineKind =
  | 'DEPOSIT'
  | 'WITHDRAWAL'
  | 'RETURN'
  | 'REVERSAL'
  | 'VOID'
  | 'CHECK_PRESENTED'
  | 'ADJUSTMENT'
  | 'FEE'
  | 'OFFSET'
  | 'DISBURSEMENT'
  | 'NOTICE_OF_CHANGE'
  | 'PRENOTE'
  | 'INFORMATION'
  | 'NOT_BOOKED';

/** Every kind of line, for the documents and for profiles. */
export const bankLineKinds: readonly BankLineKind[] = [
  'DEPOSIT',
  'WITHDRAWAL',
  'RETURN',
  'REVERSAL',
  'VOID',
  'CHECK_PRESENTED',
  'ADJUSTMENT',
  'FEE',
  'OFFSET',
  'DISBURSEMENT',
  'NOTICE_OF_CHANGE',
  'PRENOTE',
  'INFORMATION',
  'NOT_BOOKED',
];

/** Where in the file a line stands, so that anybody can look: by lines from 1, and by bytes from 0 up to `endByte`, which is past it. */
export interface Evidence {
  readonly line: number;
  readonly endLine: number;
  readonly byte: number;
  readonly endByte: number;
}

/** By which numbers a line can be found again, each under the part that it plays. */
export interface References {
  readonly receipt?: string | undefined;
  readonly originalReceipt?: string | undefined;
  readonly trace?: string | undefined;
  /** Of a return: the trace of the entry that came back. */
  readonly originalTrace?: string | undefined;
  readonly checkSerial?: string | undefined;
  readonly endToEnd?: string | undefined;
  readonly customer?: string | undefined;
  readonly bank?: string | undefined;
  readonly voucher?: string | undefined;
  readonly batch?: string | undefined;
  readonly case?: string | undefined;
  readonly defendant?: string | undefined;
  readonly order?: string | undefined;
  readonly payment?: string | undefined;
}

/** Somebody whom a file names, with the account that it names. */
export interface Party {
  readonly name?: string | undefined;
  readonly account?: string | undefined;
  readonly routing?: string | undefined;
}

/** Puts two pieces of evidence together that follow each other. */
export function spanning(from: Evidence, to: Evidence): Evidence {
  return { line: from.line, endLine: to.endLine, byte: from.byte, endByte: to.endByte };
}
