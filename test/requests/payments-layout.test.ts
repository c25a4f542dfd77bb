import { directory, readings, readLines } from './reading.ts';

const header = 'source,reference,case,defendant,order,amount,received_on,method';

describe('a file of payments', () => {
  test('records each row, and registers nobody', async () => {
    const read = await readings([header, 'dcd,2026-00017,c-1,d-1,o-1,250.00,2026-03-02,CHECK']);
    expect(read).toEqual([
      {
        line: 2,
        commandIndex: 0,
        placeOf: expect.any(Function),
        result: {
          ok: true,
          command: {
            type: 'RecordPayment',
            receiptId: 'dcd.2026-00017',
            caseId: 'c-1',
            defendantId: 'd-1',
            orderId: 'o-1',
            amount: 250_00n,
            method: 'CHECK',
            on: '2026-03-02',
          },
        },
      },
    ]);
  });

  test('may leave the order and the method empty', async () => {
    const [read] = await readings([header, 'dcd,2026-00017,c-1,d-1,,250.00,2026-03-02,']);
    expect(read?.result).toMatchObject({ command: { orderId: null, method: 'OTHER' } });
  });

  test('finds people by their labels, and says which it does not know', async () => {
    const known = directory({ '1:20-cr-00123': 'c-1', 'D-1': 'd-1' });
    const row = (criminalCase: string, defendant: string): string =>
      `dcd,2026-00017,${criminalCase},${defendant},,250.00,2026-03-02,`;
    const read = await readLines(
      [header, row('1:20-cr-00123', 'D-1'), row('1:20-cr-00124', 'D-1'), row('c-1', 'd-l'), row('c-1', ' D')],
      known,
    );
    expect(read).toEqual([
      '2: RecordPayment 0',
      '3: /case label-unknown',
      '4: /defendant not-an-id',
      '5: /defendant not-a-label',
    ]);
  });

  test('waits for a directory that has to look elsewhere', async () => {
    const elsewhere = async (): Promise<string> => Promise.resolve('c-1');
    const [read] = await readings([header, 'dcd,2026-00017,1:20-cr-1,d-1,,250.00,2026-03-02,'], elsewhere);
    expect(read?.result).toMatchObject({ command: { caseId: 'c-1' } });
  });

  test('does not take the word of a directory that gives what is no id', async () => {
    const row = 'dcd,2026-00017,1:20-cr-1,d-1,,250.00,2026-03-02,';
    expect(await readLines([header, row], () => 'case 7')).toEqual(['2: /case not-an-id']);
  });

  test('names the column of what is wrong, not the field', async () => {
    expect(await readLines([header, 'DCD,SMITH,c-1,d-1,,250,02.03.2026,check'])).toEqual([
      '2: /source not-a-source, /reference not-a-reference, /amount not-an-amount, ' +
        '/received_on not-a-day, /method not-a-choice',
    ]);
  });

  test('goes on after a row that cannot be read', async () => {
    const good = 'dcd,2026-00017,c-1,d-1,,250.00,2026-03-02,';
    expect(await readLines([header, good, 'dcd,"2026', '', good])).toEqual([
      '2: RecordPayment 0',
      '3:  quote-not-closed',
      '5: RecordPayment 0',
    ]);
  });
});
