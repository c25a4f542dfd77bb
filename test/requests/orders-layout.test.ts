import { directory, readings, readLines } from './reading.ts';

const header = 'order,case,defendant,statute,offence_on,entered_on,victim,track,amount,final_on,final_ground';

/** A line of an order, as the file has it. */
interface Row {
  readonly order?: string;
  readonly victim?: string;
  readonly amount?: string;
  readonly defendant?: string;
  readonly final?: string;
}

const row = ({
  order = 'o-1',
  victim = 'v-1',
  amount = '3000.00',
  defendant = 'd-1',
  final = ',',
}: Row): string =>
  `${order},c-1,${defendant},18 U.S.C. 2259,2019-03-04,2020-01-02,${victim},TRAFFICKING,${amount},${final}`;

const refused = 'order-refused';

/** Without the registrations, which every order brings. */
async function orders(rows: readonly string[]): Promise<readonly string[]> {
  return (await readLines([header, ...rows])).filter((read) => !read.includes('Register'));
}

describe('a file of orders', () => {
  test('makes one order of the rows that stand together, after all that it names has been registered', async () => {
    const read = await readings([header, row({}), row({ victim: 'v-2', amount: '4000.00' })]);
    expect(
      read.map(({ line, commandIndex, result }) => [line, commandIndex, result.ok && result.command]),
    ).toEqual([
      [2, 0, { type: 'RegisterCase', caseId: 'c-1', on: '2020-01-02' }],
      [2, 1, { type: 'RegisterDefendant', caseId: 'c-1', defendantId: 'd-1', on: '2020-01-02' }],
      [2, 2, { type: 'RegisterVictim', victimId: 'v-1', on: '2020-01-02' }],
      [3, 3, { type: 'RegisterVictim', victimId: 'v-2', on: '2020-01-02' }],
      [
        2,
        4,
        {
          type: 'EnterOrder',
          orderId: 'o-1',
          caseId: 'c-1',
          defendantId: 'd-1',
          statute: '18 U.S.C. 2259',
          offenceOn: '2019-03-04',
          on: '2020-01-02',
          lines: [
            { victimId: 'v-1', track: 'TRAFFICKING', amount: 3_000_00n },
            { victimId: 'v-2', track: 'TRAFFICKING', amount: 4_000_00n },
          ],
        },
      ],
    ]);
  });

  test.each([
    ['2021-05-06,', 'DIRECT_REVIEW_DONE'],
    ['2021-05-06,CERT_EXHAUSTED', 'CERT_EXHAUSTED'],
  ])('makes an order final that says so: %s', async (final, ground) => {
    const read = await readings([header, row({ final })]);
    expect(read.at(-1)?.result).toEqual({
      ok: true,
      command: { type: 'MakeOrderFinal', orderId: 'o-1', caseId: 'c-1', on: '2021-05-06', ground },
    });
  });

  test('takes no ground without a day', async () => {
    expect(await orders([row({ final: ',MANUAL' })])).toEqual(['2: /final_on field-missing']);
  });

  test('registers one defendant in each case of his', async () => {
    const other = row({ order: 'o-2' }).replace('c-1', 'c-2');
    expect((await readLines([header, row({}), other])).filter((read) => read.startsWith('3'))).toEqual([
      '3: RegisterCase 0',
      '3: RegisterDefendant 1',
      '3: EnterOrder 2',
    ]);
  });

  test('refuses a whole order for one bad row, and lists each of its rows', async () => {
    const rows = [row({}), row({ amount: '3000' }), row({ victim: 'v-2' }), row({ order: 'o-2' })];
    expect(await orders(rows)).toEqual([
      `2: /order ${refused}`,
      '3: /amount not-an-amount',
      `4: /order ${refused}`,
      '5: EnterOrder 3',
    ]);
  });

  test('refuses rows of one order that do not agree', async () => {
    const rows = [row({}), row({ defendant: 'd-2' }), row({ victim: 'v-2', final: '2021-05-06,' })];
    expect(await orders(rows)).toEqual([
      `2: /order ${refused}`,
      '3: /defendant order-rows-differ',
      '4: /final_on order-rows-differ',
    ]);
  });

  test('refuses rows that stand apart from their order', async () => {
    const rows = [row({}), row({ order: 'o-2' }), row({ victim: 'v-2' }), row({ victim: 'v-3' })];
    expect(await orders(rows)).toEqual([
      '2: EnterOrder 3',
      '3: EnterOrder 0',
      '4: /order order-rows-apart',
      '5: /order order-rows-apart',
    ]);
  });

  test.each([
    ['a row that cannot be read', 'o-1,"', ' quote-not-closed'],
    ['a row that is too short', 'o-1,c-1', ' row-too-short'],
  ])('refuses the orders on both sides of %s, because it may belong to either', async (_name, bad, rule) => {
    const rows = [
      row({ order: 'o-0' }),
      row({}),
      bad,
      row({ order: 'o-2' }),
      row({ order: 'o-2', victim: 'v-2' }),
      row({ order: 'o-3' }),
    ];
    expect(await orders(rows)).toEqual([
      '2: EnterOrder 3',
      `3: /order ${refused}`,
      `4: ${rule}`,
      `5: /order ${refused}`,
      `6: /order ${refused}`,
      '7: EnterOrder 0',
    ]);
  });

  test.each([
    ['', 'field-missing'],
    ['o-l', 'not-an-id'],
    [' x', 'not-a-label'],
  ])('refuses the orders on both sides of a row whose order is %j', async (order, rule) => {
    const rows = [row({}), row({ order }), row({ victim: 'v-2' }), row({ order: 'o-2' })];
    expect(await orders(rows)).toEqual([
      `2: /order ${refused}`,
      `3: /order ${rule}`,
      `4: /order ${refused}`,
      '5: EnterOrder 3',
    ]);
  });

  test('refuses only the order that a bad row stands in the middle of', async () => {
    const rows = [row({}), 'x', row({ victim: 'v-2' }), row({ order: 'o-2' })];
    expect(await orders(rows)).toEqual([
      `2: /order ${refused}`,
      '3:  row-too-short',
      `4: /order ${refused}`,
      '5: EnterOrder 3',
    ]);
  });

  test('takes 200,000 rows of one order, and refuses every row of a longer one', async () => {
    const rows = (count: number): readonly string[] => Array.from({ length: count }, () => row({}));
    expect(await orders(rows(200_000))).toEqual(['2: EnterOrder 3']);
    const tooLong = await orders([...rows(200_003), row({ order: 'o-2' })]);
    expect(tooLong).toHaveLength(200_004);
    expect(tooLong.slice(0, 200_003).every((read) => read.endsWith(': /order list-too-long'))).toBe(true);
    expect(tooLong.at(-1)).toBe('200005: EnterOrder 3');
  });

  test('calls things by labels where it likes', async () => {
    const known = directory({ 'ECF 41 (c-1)': 'o-1', Doe: 'v-1', 'D-1': 'd-1' });
    const read = await readings([header, row({ order: 'ECF 41', victim: 'Doe', defendant: 'D-1' })], known);
    expect(read.map(({ result }) => result.ok && result.label)).toEqual([
      undefined,
      { kind: 'defendant', id: 'd-1', text: 'D-1' },
      { kind: 'victim', id: 'v-1', text: 'Doe' },
      { kind: 'order', id: 'o-1', text: 'ECF 41 (c-1)' },
    ]);
    expect(read.at(-1)?.result).toMatchObject({
      command: { orderId: 'o-1', defendantId: 'd-1', lines: [{ victimId: 'v-1' }] },
    });
  });

  test('may say in which capacity each row is paid, and in which rank', async () => {
    const read = await readings([
      `${header},payee,priority`,
      `${row({})},,2`,
      `${row({ victim: 'v-2', amount: '4000.00' })},UNITED_STATES,`,
      `${row({ order: 'o-2' })},INSURER,`,
      `${row({ order: 'o-3' })},,100`,
    ]);
    const entered = read.flatMap(({ result }) =>
      result.ok && result.command.type === 'EnterOrder' ? [result.command.lines] : [],
    );
    expect(entered[0]).toEqual([
      expect.objectContaining({ victimId: 'v-1', priority: 2 }),
      expect.objectContaining({ victimId: 'v-2', payee: 'UNITED_STATES' }),
    ]);
    expect(entered).toHaveLength(1);
    const rules = read.flatMap(({ result }) => (result.ok ? [] : result.complaints.map(({ rule }) => rule)));
    expect(rules).toEqual(['not-a-choice', 'not-a-rank']);
  });
});
