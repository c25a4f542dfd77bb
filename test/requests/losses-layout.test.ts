import { lossHeads } from '../../src/requests/choices.ts';
import { lossesLayout } from '../../src/requests/losses-layout.ts';
import { directory, readings, readLines } from './reading.ts';

const header = 'victim,case,category,amount,on';

describe('a file of losses', () => {
  test('registers the victim and the case, and records the finding', async () => {
    const [victim, criminalCase, finding] = await readings([
      header,
      'v-1,c-1,TRAFFICKING,9500.00,2020-01-02',
    ]);
    expect(victim?.result).toEqual({
      ok: true,
      command: { type: 'RegisterVictim', victimId: 'v-1', on: '2020-01-02' },
    });
    expect(criminalCase?.result).toEqual({
      ok: true,
      command: { type: 'RegisterCase', caseId: 'c-1', on: '2020-01-02' },
    });
    expect(finding?.result).toEqual({
      ok: true,
      command: {
        type: 'DetermineLoss',
        victimId: 'v-1',
        caseId: 'c-1',
        category: 'TRAFFICKING',
        amount: 9_500_00n,
        heads: [],
        on: '2020-01-02',
      },
    });
  });

  test('registers nobody twice', async () => {
    expect(
      await readLines([
        header,
        'v-1,c-1,TRAFFICKING,9500.00,2020-01-02',
        'v-1,c-2,TRAFFICKING,9000.00,2020-01-03',
        'v-2,c-1,OTHER,100.00,2020-01-02',
      ]),
    ).toEqual([
      '2: RegisterVictim 0',
      '2: RegisterCase 1',
      '2: DetermineLoss 2',
      '3: RegisterCase 0',
      '3: DetermineLoss 1',
      '4: RegisterVictim 0',
      '4: DetermineLoss 1',
    ]);
  });

  test('registers with the next good row what a bad row would have registered', async () => {
    expect(
      await readLines([
        header,
        'v-1,c-1,TRAFFICKING,9500,2020-01-02',
        'v-1,c-1,TRAFFICKING,9500.00,2020-01-02',
      ]),
    ).toEqual(['2: /amount not-an-amount', '3: RegisterVictim 0', '3: RegisterCase 1', '3: DetermineLoss 2']);
  });

  test('may have a column for each head of loss', async () => {
    const heads = Object.keys(lossHeads);
    const columns = heads.map((head) => head.toLowerCase());
    expect(lossesLayout.optionalColumns).toEqual(expect.arrayContaining(columns));
    const amounts = heads.map((_, index) => `${String(index + 1)}.00`);
    const read = await readings([
      [header, ...columns].join(','),
      ['v-1,c-1,TRAFFICKING,78.00,2020-01-02', ...amounts].join(','),
    ]);
    expect(read.at(-1)?.result).toMatchObject({
      command: { heads: heads.map((head, index) => ({ head, amount: BigInt(index + 1) * 100n })) },
    });
  });

  test('may name the statute, what is projected, and the values that a head is reckoned from', async () => {
    const columns = [
      ...['statute', 'projected', 'property', 'property_value_at_loss', 'property_value_at_sentencing'],
      ...['property_value_returned', 'value_of_labor_or_services', 'labor_gross_value'],
      'labor_minimum_wage_value',
    ];
    const row = 'v-1,c-1,OTHER,9.00,2020-01-02,18 U.S.C. 3663A,1.00,4.00,3.00,5.00,1.00,5.00,5.00,2.00';
    const read = await readings([[header, ...columns].join(','), row]);
    expect(read.at(-1)?.result).toMatchObject({
      command: {
        statute: '18 U.S.C. 3663A',
        projected: 100n,
        heads: [
          {
            ...{ head: 'PROPERTY', amount: 400n },
            ...{ valueAtLoss: 300n, valueAtSentencing: 500n, valueReturned: 100n },
          },
          {
            ...{ head: 'VALUE_OF_LABOR_OR_SERVICES', amount: 500n },
            ...{ grossValue: 500n, minimumWageValue: 200n },
          },
        ],
      },
    });
  });

  test('names the column of a head that is wrong, and passes over one that is empty', async () => {
    const columns = `lost_income,${header},medical_services`;
    expect(
      await readLines([
        columns,
        '1.0,v-1,c-1,TRAFFICKING,21.00,2020-01-02,',
        ',v-1,c-1,OTHER,1.00,2020-01-02,x',
      ]),
    ).toEqual(['2: /lost_income not-an-amount', '3: /medical_services not-an-amount']);
  });

  test('gives the labels by which it calls people apart, once, with the ids that the directory has for them', async () => {
    const known = directory({ Doe: 'v-1', '1:20-cr-00123': 'c-1' });
    const row = 'Doe,1:20-cr-00123,TRAFFICKING,9500.00,2020-01-02';
    const labels = (await readings([header, row, row], known)).map(({ result }) => result.ok && result.label);
    expect(labels).toEqual([
      { kind: 'victim', id: 'v-1', text: 'Doe' },
      { kind: 'case', id: 'c-1', text: '1:20-cr-00123' },
      undefined,
      undefined,
    ]);
  });

  test('has every cell of a row told that is wrong, once', async () => {
    expect(await readLines([header, ',c-1,trafficking,5,2026'])).toEqual([
      '2: /victim field-missing, /on not-a-day, /category not-a-choice, /amount not-an-amount',
    ]);
  });
});
