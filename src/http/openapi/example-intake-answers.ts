/** What the files of test/cli/bank-month are answered with, the clerk's report first; a test asks, and compares. */
export const exampleFileTaken = {
  statementId: 's-38zf7hphv8d5t7z7726shn1dg9',
  isNew: true,
  isRehearsal: false,
  lines: 3,
  repeated: 0,
  passedOver: 0,
  format: 'bai2',
  digest: '118cfa5899a49703823b5d159aa233052c24daed0e231ad88315d23781668df3',
  byteCount: 231,
  proof: { verdict: 'PROVED', checked: 8, credits: '1615.50', debits: '1.25' },
} as const;

/** What is matched then, and what waits. */
export const exampleReconciled = {
  isRehearsal: false,
  lines: [
    {
      statementId: 's-38zf7hphv8d5t7z7726shn1dg9',
      line: 1,
      became: 'matched',
      items: ['RECEIPT wdw.104712', 'RECEIPT wdw.104711'],
      why: 'BY_REFERENCE_IN_SUM',
      evidence: [
        '1 line and 2 items come to the same: 1325.50.',
        'The deposit number is the same.',
        'The line is 8 days after the item.',
      ],
    },
    {
      statementId: 's-38zf7hphv8d5t7z7726shn1dg9',
      line: 2,
      became: 'matched',
      items: ['REPORTED_LINE s-jbkn7grf092nxx2tqc3ngmmg7q.4', 'RECEIPT wdw.104713'],
      why: 'BY_REFERENCE_IN_SUM',
      evidence: [
        '1 line and 2 items come to the same: 290.00.',
        'The deposit number is the same.',
        'The line is 1 day after the item.',
      ],
    },
    {
      statementId: 's-38zf7hphv8d5t7z7726shn1dg9',
      line: 3,
      became: 'suspended',
      items: [],
      why: 'NOTHING_FITS',
      evidence: [],
    },
    {
      statementId: 's-jbkn7grf092nxx2tqc3ngmmg7q',
      line: 4,
      became: 'suspended',
      items: [],
      why: 'PAYOR_UNKNOWN',
      evidence: [],
    },
  ],
} as const;
