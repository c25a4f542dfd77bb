import type { Ran } from '../../src/cli/program.ts';
import { jsonLines, opening, smallWorld, temporaryFolder, type SmallWorld } from './small-world.ts';

const losses = `victim,case,category,amount,on
Doe 1,1:24-cr-00001,TRAFFICKING,8000.00,2024-02-01
Doe 2,1:24-cr-00001,TRAFFICKING,6000.00,2024-02-01
`;

const orders = `order,case,defendant,statute,offence_on,entered_on,victim,track,amount,final_on,final_ground
ECF 41,1:24-cr-00001,Defendant 1,18 U.S.C. 2259,2020-05-04,2024-02-01,Doe 1,TRAFFICKING,5000.00,2024-02-16,
ECF 41,1:24-cr-00001,Defendant 1,18 U.S.C. 2259,2020-05-04,2024-02-01,Doe 2,TRAFFICKING,3000.00,2024-02-16,
`;

const payments = `source,reference,case,defendant,order,amount,received_on,method
dcd,1,1:24-cr-00001,Defendant 1,,800.00,2024-03-01,CHECK
dcd,2,1:24-cr-00001,Defendant 1,ECF 41,80.00,2024-04-01,
`;

describe('restitution import', () => {
  let world: SmallWorld;
  const folder = temporaryFolder();

  beforeEach(async () => {
    world = await smallWorld();
  });

  afterEach(() => world.close());

  afterAll(() => folder.remove());

  const position = async (): Promise<number> => (await world.house.store.head()).position;
  const take = (text: string, words: readonly string[] = []) =>
    world.restitution(['import', '-', ...words], { stdin: text });

  test('takes in losses, orders and payments by their first lines, and gives new labels new ids', async () => {
    expect((await take(losses)).stdout).toBe('2 recorded, 0 heard already, 0 refused.\n');
    expect((await take(orders)).stdout).toBe('1 recorded, 0 heard already, 0 refused.\n');
    expect((await take(payments)).stdout).toBe('2 recorded, 0 heard already, 0 refused.\n');
    const { stdout } = await world.restitution(['victim', 'Doe 1']);
    expect(stdout).toMatch(
      /^Received 550\.00 of 8,000\.00\. That is about 6\.8 %; 7,450\.00 may still be recovered\.\n/,
    );
  });

  test('an order is found by its docket entry as it was written, with its case', async () => {
    for (const text of [losses, orders]) await take(text);
    const asked = ['order', 'ECF 41', '--case', '1:24-cr-00001'];
    const { exitCode, stdout } = await world.restitution(asked);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('is owed of 8,000.00 ordered')]);
    const listed = await world.restitution(['liabilities', '--case', '1:24-cr-00001']);
    expect(listed.stdout).toContain('ECF 41');
    const alone = await world.restitution(['order', 'ECF 41']);
    expect([alone.exitCode, alone.stderr]).toEqual([4, expect.stringContaining('by --case')]);
    const timeline = ['timeline', '--case', '1:24-cr-00001', '--order', 'ECF 41'];
    expect((await world.restitution(timeline)).stdout).toContain('OrderEntered');
  });

  test('a file from the disk is taken in as one from the standard input', async () => {
    const { stdout, exitCode } = await world.restitution(['import', folder.write('losses.csv', losses)]);
    expect([stdout, exitCode]).toEqual(['2 recorded, 0 heard already, 0 refused.\n', 0]);
  });

  test('the same file twice changes nothing, though its rows stand in another order', async () => {
    for (const text of [losses, orders, payments]) await take(text);
    const before = await position();
    const [header = '', first = '', second = ''] = payments.split('\n');
    const { stdout, exitCode } = await take([header, '', second, first].join('\r\n'));
    expect([stdout, exitCode]).toEqual(['0 recorded, 2 heard already, 0 refused.\n', 0]);
    expect(await position()).toBe(before);
  });

  test('an old finding that is sent again does not take the place of a later one', async () => {
    const [header = ''] = losses.split('\n');
    const found = (amount: string, on: string, more = ''): Promise<Ran> =>
      take(`${header}\nDoe 1,1:24-cr-00001,TRAFFICKING,${amount},${on}\n${more}`);
    await found('100.00', '2024-02-01');
    await found('200.00', '2024-03-01');
    const again = await found('100.00', '2024-02-01');
    expect(again.stdout).toBe(
      '0 recorded, 1 heard already, 0 refused.\n' +
        '1 command not done again: the ledger has heard this file before. ' +
        'What is meant anew comes with another file, or under a commandId of its own.\n',
    );
    expect((await world.restitution(['victim', 'Doe 1'])).stdout).toContain('200.00');
    const other = await found('100.00', '2024-02-01', 'Doe 2,1:24-cr-00001,TRAFFICKING,1.00,2024-02-01\n');
    expect(other.stdout).toBe('1 recorded, 1 heard already, 0 refused.\n');
    expect((await world.restitution(['victim', 'Doe 1'])).stdout).toContain('200.00');
    expect((await found('100.00', '2024-04-01')).stdout).toBe('1 recorded, 0 heard already, 0 refused.\n');
  });

  test('an entry 41 of one docket is another order than that of the next', async () => {
    for (const text of [losses, orders]) await take(text);
    const [header = '', row = ''] = orders.split('\n');
    const elsewhere = row.replaceAll('1:24-cr-00001', '1:24-cr-00002');
    expect(elsewhere).not.toBe(row);
    expect((await take(`${header}\n${elsewhere}\n`)).exitCode).toBe(0);
    const { stdout } = await world.restitution(['victim', 'Doe 1']);
    expect(stdout).toContain('1:24-cr-00002');
    expect((await world.restitution(['verify'])).exitCode).toBe(0);
  });

  test('lists the rows that are not right, with line, column and rule, and takes in the others', async () => {
    await take(losses);
    await take(orders);
    const { stdout, exitCode } = await take(
      `${payments}dcd,3,1:24-cr-00001,Nobody,,10.00,2024-04-01,CHECK\ndcd,,1:24-cr-00001,Defendant 1,,1.5,2024-04-01,CHECK\n`,
    );
    expect(exitCode).toBe(6);
    expect(stdout.split('\n')).toEqual([
      'line 4      defendant     label-unknown: No defendant is known by this label. Register it first, or write its id.',
      'line 5      reference     field-missing: This field is required. Add it.',
      expect.stringMatching(/^line 5 {6}amount {8}not-an-amount: Write dollars/),
      '2 recorded, 0 heard already, 2 refused.',
      '',
    ]);
  });

  test('a misspelled payor becomes nobody new', async () => {
    await take(losses);
    await take(orders);
    await take(payments.replaceAll('Defendant 1', 'Defendant l'));
    expect(await world.house.directory.idOf('defendant', 'Defendant l')).toBeUndefined();
  });

  test('a row that the ledger refuses is listed as one that cannot be read', async () => {
    const { stdout, exitCode } = await take(orders.replace(',3000.00,', ',2999.99,'));
    expect(exitCode).toBe(3);
    expect(stdout).toMatch(/^line 3 {6}amount {8}below-trafficking-floor: /);
    expect(stdout).toMatch(/Compare with the judgment\./);
  });

  test('a refusal names the column of the file, of which several hold what a command calls by one name', async () => {
    const before = orders.replaceAll('2024-02-16', '2024-01-15');
    const late = orders.replaceAll('ECF 41', 'ECF 42').replaceAll('2020-05-04', '2024-05-04');
    expect((await take(before)).stdout).toMatch(/^line 2 {6}final_on {6}final-before-entry: /);
    expect((await take(late)).stdout).toMatch(/^line 2 {6}entered_on {4}entered-before-offence: /);
    const twice = orders
      .replaceAll('ECF 41', 'ECF 43')
      .replaceAll('Doe 2', 'Doe 1')
      .replaceAll('3000.00', '5000.00');
    expect((await take(twice)).stdout).toMatch(/^line 3 {6}victim {8}victim-twice-in-order: /);
    const known = [payments.split('\n')[0], 'dcd,9,c-9,d-1,,10.00,2024-03-01,'].join('\n');
    expect((await take(known)).stdout).toMatch(/^line 2 {6}case {10}case-not-registered: /);
  });

  test('an order that is older than the one imported before it is shown as of its days', async () => {
    await take(orders);
    const older = orders.replaceAll('ECF 41', 'ECF 7').replaceAll('2024-', '2022-');
    expect((await take(older)).exitCode).toBe(0);
    const { exitCode, stdout } = await world.restitution(['victim', 'Doe 1', '--as-of', '2022-12-31']);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('ECF 7')]);
    expect(stdout).not.toContain('ECF 41');
  });

  test('commands are no table, and a table is no commands: each names the other verb, once', async () => {
    const commands = jsonLines(opening);
    expect(await take(commands, ['--json'])).toEqual({
      ...{ exitCode: 3, stdout: '' },
      stderr:
        'This file holds commands, one JSON object a line, and is no table.\nSend it with `restitution apply -`; nothing was taken in.\n',
    });
    expect(await world.restitution('apply -', { stdin: `\uFEFF${orders}` })).toEqual({
      ...{ exitCode: 3, stdout: '' },
      stderr:
        'This file is a table of orders, and no commands.\nSend it with `restitution import -`; nothing was recorded.\n',
    });
    expect(await position()).toBe(0);
  });

  test('a name is the same however its accents are written, also for the rows of one order', async () => {
    const [header = '', first = '', second = ''] = orders.replaceAll('ECF 41', 'Zo\u00EB').split('\n');
    const { stdout } = await take([header, first, second.normalize('NFD')].join('\n'));
    expect(stdout).toBe('1 recorded, 0 heard already, 0 refused.\n');
    const caseId = await world.house.directory.idOf('case', '1:24-cr-00001');
    expect(await world.house.directory.idOf('order', `Zo\u00EB (${String(caseId)})`)).toBeDefined();
  });

  test('a header alone, an empty file and a foreign one are rejected with a sentence', async () => {
    for (const [text, rule] of [
      ['', 'file-empty'],
      [losses.split('\n')[0] ?? '', 'file-without-rows'],
      ['a,b,c\n1,2,3\n', 'header-unknown'],
      ['victim;case;category;amount;on\n', 'separator-wrong'],
    ] as const) {
      const { stdout, exitCode } = await take(text);
      expect([exitCode, stdout]).toEqual([3, expect.stringContaining(`${rule}: `)]);
    }
    expect(await position()).toBe(0);
  });

  test('a rehearsal answers as if it recorded, and neither records nor labels anybody', async () => {
    const { stdout, exitCode } = await take(orders, ['--dry-run']);
    expect([stdout, exitCode]).toEqual([
      'A rehearsal; nothing was recorded. 1 recorded, 0 heard already, 0 refused.\n',
      0,
    ]);
    expect(await position()).toBe(0);
    expect(await world.house.directory.idOf('case', '1:24-cr-00001')).toBeUndefined();
  });

  test('a rehearsal of many new labels finds nothing wrong that the real run does not', async () => {
    const names = Array.from({ length: 150 }, (_, index) => String(index));
    const found = names.map((n) => `Doe ${n},1:24-cr-${n},TRAFFICKING,1${n}.00,2024-02-01`);
    const ordered = names.flatMap((n) =>
      ['a', 'b'].map(
        (each) =>
          `ECF ${n},1:24-cr-${n},Defendant ${n},18 U.S.C. 2259,2020-05-04,2024-02-01,Roe ${n}${each},TRAFFICKING,5000.00,,`,
      ),
    );
    const tables = [
      [losses.split('\n')[0], ...found, ...found].join('\n'),
      [orders.split('\n')[0], ...ordered].join('\n'),
    ];
    for (const table of tables) {
      const rehearsed = await take(table, ['--dry-run']);
      const recorded = await take(table);
      expect([rehearsed.exitCode, recorded.exitCode]).toEqual([0, 0]);
      expect(rehearsed.stdout).toBe(`A rehearsal; nothing was recorded. ${recorded.stdout}`);
    }
  });

  test('a row that cannot be read brings no label into the directory, and its correction does', async () => {
    const [header = ''] = losses.split('\n');
    const row = (amount: string): string =>
      `${header}\nDoe 7,1:24-cr-00007,TRAFFICKING,${amount},2024-02-01\n`;
    const idOf = () => world.house.directory.idOf('victim', 'Doe 7');
    expect((await take(row('12'))).exitCode).toBe(3);
    expect(await idOf()).toBeUndefined();
    expect((await take(row('12.00'))).exitCode).toBe(0);
    expect(await idOf()).toMatch(/^v-[0-9a-z]{16}$/);
  });

  test('a label that another program gives an id first makes its row refused, and nobody is made twice', async () => {
    const { directory } = world.house;
    const newId = directory.newId.bind(directory);
    directory.newId = (kind) => {
      directory.newId = newId;
      void directory.put({ kind, id: 'v-1', label: 'Doe 1' });
      return newId(kind);
    };
    const refused = await take(losses.replaceAll('1:24-cr-00001', 'c-1').split('\n').slice(0, 2).join('\n'));
    expect([refused.exitCode, refused.stdout]).toEqual([3, expect.stringContaining('label-taken')]);
    expect(await directory.idOf('victim', 'Doe 1')).toBe('v-1');
    expect((await take(losses)).exitCode).toBe(0);
    expect((await world.restitution(['victim', 'Doe 1'])).stdout).toContain('8,000.00');
    expect((await world.restitution('victim v-1')).exitCode).toBe(0);
  });

  test('gives one JSON document, with what is bad and a summary', async () => {
    await world.apply(opening);
    const good = 'dcd,1,c-1,d-1,,10.00,2024-04-01,CHECK';
    const [header = ''] = payments.split('\n');
    const { stdout, exitCode } = await take(
      [header, good, 'dcd,2,c-1,d-9,,1.00,2024-04-01,CASH'].join('\n'),
      ['--json'],
    );
    expect(exitCode).toBe(6);
    expect(JSON.parse(stdout)).toEqual({
      bad: [
        {
          ...{ line: 3, command: 'RecordPayment' },
          complaints: [
            { pointer: '/defendant', rule: 'defendant-not-registered', message: expect.any(String) },
          ],
        },
      ],
      warned: [],
      summary: {
        recorded: 1,
        heardAlready: 0,
        refused: 1,
        notDoneAgain: 0,
        ended: 0,
        reinstated: 0,
        isRehearsal: false,
      },
    });
    expect(JSON.parse((await take([header, good].join('\n'), ['--json'])).stdout)).toEqual({
      bad: [],
      warned: [],
      summary: {
        recorded: 0,
        heardAlready: 1,
        refused: 0,
        notDoneAgain: 0,
        ended: 0,
        reinstated: 0,
        isRehearsal: false,
      },
    });
  });

  test('says whose liability ended, and whose is owed again', async () => {
    await world.apply(opening);
    const [header = ''] = payments.split('\n');
    const second = [
      { command: 'RegisterDefendant', caseId: 'c-1', defendantId: 'd-2', on: '2024-01-02' },
      {
        ...{
          command: 'EnterOrder',
          orderId: 'o-2',
          caseId: 'c-1',
          defendantId: 'd-2',
          statute: '18 U.S.C. 2259',
        },
        ...{ offenceOn: '2020-05-04', on: '2024-02-01' },
        lines: [{ victimId: 'v-1', track: 'TRAFFICKING', amount: '4000.00' }],
      },
    ];
    await world.apply(second);
    const rows = ['dcd,1,c-1,d-1,,5000.00,2024-04-01,CHECK', 'dcd,2,c-1,d-2,,3000.00,2024-05-01,CHECK'];
    expect((await take([header, ...rows].join('\n'))).stdout).toBe(
      '2 recorded, 0 heard already, 0 refused.\n' +
        '1 liability ended by law:\n' +
        '  o-2 of d-2 to v-1: 1,000.00 on 2024-05-01 under 18 U.S.C. 2259(b)(2)(C), by receipt dcd.2\n',
    );
    const returned = {
      command: 'RecordPaymentReturn',
      source: 'dcd',
      reference: '1',
      reason: 'NSF',
      on: '2024-05-09',
    };
    expect((await world.apply([returned])).stdout).toContain(
      '1 liability is owed again; a person should review them.\n',
    );
  });

  test('shows a moving line where a person looks, and takes it away again', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, index) => `dcd,${String(index)},c-1,d-9,,1.00,2024-04-01,CASH`,
    );
    await world.apply(opening);
    const [header = ''] = payments.split('\n');
    const file = folder.write('payments.csv', [header, ...rows].join('\n'));
    const { stdout, stderr } = await world.restitution(['import', file], { isTerminal: true });
    expect(stdout).toContain('\u001B[31mdefendant-not-registered\u001B[39m');
    // A slow machine may have shown a line; whatever was shown was taken away.
    expect(stderr === '' || stderr.endsWith('\r\u001B[K')).toBe(true);
  });
});
