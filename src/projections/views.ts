/** Views over the journal for people who open the file with tools of their own, with ids and days as text. */

const text = (column: string): string => `(SELECT text FROM term WHERE number = ${column})`;
const subjects = ['caseId', 'victimId', 'defendantId', 'orderId', 'receiptId'];

const entry = `CREATE VIEW entry AS SELECT j.position, j.item, j.line,
  format('%04d-%02d-%02d', j.effectiveOn / 10000, j.effectiveOn / 100 % 100, j.effectiveOn % 100) AS effectiveOn,
  ${text('j.debit')} AS debit, ${text('j.credit')} AS credit, j.amount,
  ${subjects.map((subject) => `${text(`t.${subject}`)} AS ${subject}`).join(', ')}
  FROM journal j JOIN timeline t ON t.position = j.position AND t.item = j.item`;

const sides = [
  ['debit', 'amount'],
  ['credit', '-amount'],
].map(
  ([account = '', amount = '']) =>
    `SELECT position, item, line, effectiveOn, ${account} AS account, ${amount} AS amount, ${subjects.join(', ')} FROM entry`,
);

/** `entry`: the journal, readable. `posting`: each entry as two rows of an account, debits above nothing, in cents. */
export const journalViews: readonly string[] = [entry, `CREATE VIEW posting AS ${sides.join(' UNION ALL ')}`];
