import { isFilled, take, type Draft, type DraftedCommand, type KnownRow } from './csv-cells.ts';
import { registrations, type CsvLayout } from './csv-layout.ts';

/** Orders: one row a line of an order. The rows of one order stand together and are one command, or none. */
export const ordersLayout: CsvLayout = {
  name: 'orders',
  summary: 'A court ordered a defendant to pay this victim this much; the rows of one order stand together.',
  columns: [
    'order',
    'case',
    'defendant',
    'statute',
    'offence_on',
    'entered_on',
    'victim',
    'track',
    'amount',
    'final_on',
    'final_ground',
  ],
  optionalColumns: ['payee', 'priority', 'offences', 'override'],
  group: {
    by: 'order',
    shared: [
      ...['case', 'defendant', 'statute', 'offence_on', 'entered_on', 'final_on', 'final_ground'],
      ...['offences', 'override'],
    ],
  },
  draft: (rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const registered = rows.flatMap((row) =>
      registrations(row, 'entered_on', ['case', 'defendant', 'victim']),
    );
    const lines = rows.map((row) => take(row, share));
    const offences = offencesIn(first);
    const entered = { ...take(first, order), lines, offences, label: first.labels.order };
    return [...registered, { name: 'EnterOrder', line: first.line, draft: entered }, ...finality(first)];
  },
};

/** The offences of conviction stand in one cell, with a semicolon between them. */
function offencesIn(row: KnownRow): readonly Draft[] {
  const cell = row.cells['offences'];
  if (cell === undefined || cell.text === '') return [];
  return cell.text.split(';').map((citation) => ({ citation: { ...cell, text: citation.trim() } }));
}

/** That the order became final, where the row says so; a ground without a day is then refused for want of the day. */
function finality(row: KnownRow): readonly DraftedCommand[] {
  const isFinal = isFilled(row, 'final_on') || isFilled(row, 'final_ground');
  return isFinal ? [{ name: 'MakeOrderFinal', line: row.line, draft: take(row, final) }] : [];
}

const order = {
  orderId: 'order',
  caseId: 'case',
  defendantId: 'defendant',
  statute: 'statute',
  offenceOn: 'offence_on',
  on: 'entered_on',
  override: 'override',
};

const share = {
  victimId: 'victim',
  track: 'track',
  amount: 'amount',
  payee: 'payee',
  priority: 'priority',
};

const final = { orderId: 'order', caseId: 'case', on: 'final_on', ground: 'final_ground' };
