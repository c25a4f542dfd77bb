/**
 * Views for people who open the file of the read models with tools of their own: ids and words as text, days and instants as
 * ISO 8601 has them, amounts as whole cents and beside each, with `Text` behind its name, as `5117.92`. Their names and
 * columns are for good, and stand in docs/analysts.md; the tables beneath are not.
 */

const text = (column: string): string => `(SELECT text FROM term WHERE number = ${column})`;

const texts = (of: string, columns: readonly string[]): string =>
  columns.map((column) => `${text(`${of}.${column}`)} AS ${column}`).join(', ');

const day = (column: string, as: string): string =>
  `format('%04d-%02d-%02d', ${column} / 10000, ${column} / 100 % 100, ${column} % 100) AS ${as}`;

const dayOrNone = (column: string, as: string): string =>
  `CASE WHEN ${column} IS NOT NULL THEN ${day(column, 'x').slice(0, -' AS x'.length)} END AS ${as}`;

const instant = (column: string, as: string): string =>
  `format('%s.%03dZ', strftime('%Y-%m-%dT%H:%M:%S', ${column} / 1000, 'unixepoch'), ${column} % 1000) AS ${as}`;

/** Cents, and the same as text; nothing where there is no amount. */
const money = (value: string, as: string): string => `${value} AS ${as}, ${moneyText(value)} AS ${as}Text`;

const moneyText = (value: string): string =>
  `CASE WHEN ${value} IS NOT NULL THEN format('%s%d.%02d', iif(${value} < 0, '-', ''), abs(${value}) / 100, abs(${value}) % 100) END`;

const subjects = ['caseId', 'victimId', 'defendantId', 'orderId', 'receiptId'];

const entry = `CREATE VIEW entry AS SELECT j.position, j.item, j.line, ${day('j.effectiveOn', 'effectiveOn')},
  ${texts('j', ['debit', 'credit'])}, j.amount, ${texts('t', subjects)},
  ${instant('t.recordedAt', 'recordedAt')}, ${moneyText('j.amount')} AS amountText
  FROM journal j JOIN timeline t ON t.position = j.position AND t.item = j.item`;

const sides = [
  ['debit', 'amount'],
  ['credit', '-amount'],
].map(
  ([account = '', amount = '']) =>
    `SELECT position, item, line, effectiveOn, ${account} AS account, ${amount} AS amount, ${subjects.join(', ')},
       recordedAt, ${moneyText(amount)} AS amountText FROM entry`,
);

const posting = `CREATE VIEW posting AS ${sides.join(' UNION ALL ')}`;

const happening = `CREATE VIEW happening AS SELECT t.position, t.item, ${texts('t', ['type'])},
  ${day('t.effectiveOn', 'effectiveOn')}, ${instant('t.recordedAt', 'recordedAt')},
  ${texts('t', subjects)}, ${money('t.amount', 'amount')} FROM timeline t`;

const liability = `CREATE VIEW liability AS SELECT ${texts('l', ['orderId', 'victimId', 'caseId', 'defendantId', 'track'])},
  ${day('l.imposedOn', 'imposedOn')}, l.position,
  ${['ordered', 'paid', 'reduced', 'terminated', 'vacated', 'overpaid', 'outstanding'].map((of) => money(`l.${of}`, of)).join(', ')},
  ${texts('l', ['ground'])},
  CASE WHEN l.isVacated THEN 'vacated' WHEN l.outstanding > 0 THEN 'open' WHEN l.terminated > 0 THEN 'terminated' ELSE 'satisfied' END AS status,
  l.ending AS endedAtPosition FROM liabilities l`;

const lastOf = (type: string, column: string): string =>
  `(SELECT c.${column} FROM consequences c WHERE c.victimId = v.victimId AND c.type = (SELECT number FROM term WHERE text = '${type}')
      ORDER BY c.position DESC LIMIT 1)`;

const sumOf = (column: string): string =>
  `(SELECT coalesce(sum(l.${column}), 0) FROM liabilities l WHERE l.victimId = v.victimId)`;

const victim = `CREATE VIEW victim AS SELECT id AS victimId, registeredOn,
  ${['greatestLoss', 'ordered', 'credited', 'outstanding', 'disbursed'].map((of) => money(of, of)).join(', ')}
  FROM (SELECT v.id, ${day('v.registeredOn', 'registeredOn')}, ${lastOf('GreatestLossChanged', 'amount')} AS greatestLoss,
          ${sumOf('ordered')} AS ordered, ${sumOf('paid')} AS credited, ${sumOf('outstanding')} AS outstanding, v.disbursed
          FROM victims v)`;

const receipt = `CREATE VIEW receipt AS SELECT ${texts('r', ['receiptId', 'caseId', 'defendantId', 'orderId', 'method', 'origin'])},
  r.position, ${day('r.receivedOn', 'receivedOn')}, ${dayOrNone('r.returnedOn', 'returnedOn')}, ${dayOrNone('r.clearedOn', 'clearedOn')},
  ${['amount', 'applied', 'excess', 'refunded', 'settling'].map((of) => money(`r.${of}`, of)).join(', ')} FROM receipts r`;

const disbursement = `CREATE VIEW disbursement AS SELECT ${texts('d', ['disbursementId', 'victimId', 'caseId', 'paidTo'])},
  d.position, ${day('d.effectiveOn', 'effectiveOn')}, ${money('d.amount', 'amount')} FROM disbursements d`;

const finding = `CREATE VIEW finding AS SELECT ${texts('f', ['victimId', 'caseId', 'category', 'statute'])},
  f.position, ${day('f.effectiveOn', 'determinedOn')}, ${money('f.amount', 'amount')}, ${money('f.deducted', 'deducted')} FROM findings f`;

const courtOrder = `CREATE VIEW courtOrder AS SELECT ${texts('o', ['orderId', 'caseId', 'defendantId', 'statute'])},
  o.position, ${day('o.offenceOn', 'offenceOn')}, ${day('o.enteredOn', 'enteredOn')} FROM orders o`;

/**
 * `entry`: the journal, readable. `posting`: each entry as two rows of an account, debits above nothing. `happening`: what
 * happened, in the order of recording. The others are how things stand now.
 */
export const readableViews: readonly string[] = [
  ...[entry, posting, happening, liability, victim, receipt, disbursement, finding, courtOrder],
];
