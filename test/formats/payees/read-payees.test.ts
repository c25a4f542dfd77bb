import { readPayees } from '../../../src/formats/payees/read-payees.ts';

const header = 'payee,name,routing,account,account_kind,address_1,address_2,city,state,postal_code';
const read = (...rows: readonly string[]) => readPayees([Buffer.from([header, ...rows, ''].join('\n'))]);
const faultsOf = async (...rows: readonly string[]): Promise<readonly unknown[]> => {
  const { payees, faults } = await read(...rows);
  expect(payees).toHaveLength(rows.length - new Set(faults.map(({ line }) => line)).size);
  return faults.map(({ line, column, rule }) => [line, column, rule]);
};

test('a payee has a name, and an account or an address where the table says so', async () => {
  const { payees, faults } = await read(
    'v-1,Jane Roe,061000146,100200300,SAVINGS,,,,,',
    'Zoe\u0301 D., John Roe ,,,,1 MAIN STREET,APT 4,SEATTLE,WA,98101-1234',
    'h-1,The Estate,,,,,,,,',
  );
  expect(faults).toEqual([]);
  expect(payees).toEqual([
    {
      ...{ line: 2, payee: 'v-1', name: 'Jane Roe' },
      account: { routing: '061000146', number: '100200300', kind: 'SAVINGS' },
    },
    {
      ...{ line: 3, payee: 'Zo\u00e9 D.', name: 'John Roe' },
      address: {
        ...{ lines: ['1 MAIN STREET', 'APT 4'], city: 'SEATTLE', state: 'WA' },
        ...{ postalCode: '98101', postalExtension: '1234' },
      },
    },
    { line: 4, payee: 'h-1', name: 'The Estate' },
  ]);
});

test.each([
  [
    'a routing number whose last digit is another',
    'v-1,A,061000147,1,SAVINGS,,,,,',
    ['routing', 'routing-number-wrong'],
  ],
  ['an account without its number', 'v-1,A,061000146,,SAVINGS,,,,,', ['account', 'field-blank']],
  [
    'an account of which nobody says what it is',
    'v-1,A,061000146,1,,,,,,',
    ['account_kind', 'field-not-in-list'],
  ],
  ['an account without its bank', 'v-1,A,,1,CHECKING,,,,,', ['routing', 'routing-number-wrong']],
  ['no name', 'v-1,,,,,,,,,', ['name', 'field-blank']],
  ['an address without its town', 'v-1,A,,,,1 MAIN STREET,,,WA,98101', ['city', 'field-blank']],
  ['a state that is none', 'v-1,A,,,,1 MAIN STREET,,SEATTLE,Wash.,98101', ['state', 'field-not-in-list']],
  [
    'a postal code that is none',
    'v-1,A,,,,1 MAIN STREET,,SEATTLE,WA,9810',
    ['postal_code', 'field-not-digits'],
  ],
])('%s is a fault, and says where', async (_, row, fault) => {
  expect(await faultsOf('v-9,Z,,,,,,,,', row)).toEqual([[3, ...fault]]);
});

test('one payee stands in one row, however the label is written', async () => {
  expect(await faultsOf('Zoe\u0301,A,,,,,,,,', 'Zo\u00e9,A,,,,,,,,')).toEqual([[3, 'payee', 'row-repeated']]);
});

test('a table of something else is refused', async () => {
  const { faults } = await readPayees([Buffer.from('payee,name,iban\nv-1,A,DE02\n')]);
  expect(faults.map(({ rule }) => rule)).toEqual(['column-unknown']);
});
