import { Ledger } from '../../src/application/ledger.ts';
import {
  fileOf,
  jsonLines,
  opening,
  payment,
  smallWorld,
  temporaryFolder,
  type SmallWorld,
} from './small-world.ts';

describe('restitution apply', () => {
  let world: SmallWorld;

  beforeEach(async () => {
    world = await smallWorld();
  });

  afterEach(() => world.close());

  const position = async (): Promise<number> => (await world.house.store.head()).position;

  test('tells of each line in its turn, and who is free', async () => {
    const { exitCode, stdout, stderr } = await world.restitution([
      'apply',
      fileOf('examples/made-whole/made-whole.jsonl'),
    ]);
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'line 1    RegisterVictim            recorded  VictimRegistered',
      'line 2    RegisterCase              recorded  CaseRegistered',
    ]);
    expect(stdout).toContain('LiabilityTerminated (3)');
    expect(stdout.split('\n').slice(-6)).toEqual([
      '25 recorded, 0 heard already, 0 refused.',
      '3 liabilities ended by law:',
      '  o-w21 of d-w21 to v-w001: 30,000.00 on 2024-05-01 under 18 U.S.C. 2259(b)(2)(C), by receipt dcd.4',
      '  o-w31 of d-w31 to v-w001: 3,000.00 on 2024-05-01 under 18 U.S.C. 2259(b)(2)(C), by receipt dcd.4',
      '  o-w32 of d-w32 to v-w001: 10,000.00 on 2024-05-01 under 18 U.S.C. 2259(b)(2)(C), by receipt dcd.4',
      '',
    ]);
  });

  test('brings the read models up to date', async () => {
    await world.apply(opening);
    const { stdout } = await world.restitution('victim v-1');
    expect(stdout).toMatch(
      /^Received 0\.00 of 8,000\.00\. That is 0 %; 8,000\.00 may still be recovered\.\n/,
    );
  });

  test('a file that is applied twice is heard once', async () => {
    const first = await world.apply([...opening, payment('1', '100.00')]);
    const before = await position();
    const second = await world.apply([...opening, payment('1', '100.00')]);
    expect(first.stdout).toContain('7 recorded, 0 heard already, 0 refused.');
    expect(second.stdout).toContain('0 recorded, 7 heard already, 0 refused.');
    expect(second.exitCode).toBe(0);
    expect(await position()).toBe(before);
  });

  test('a line says the same however it is spaced and ordered, and wherever it stands', async () => {
    await world.apply(opening);
    const before = await position();
    const entries = Object.entries(opening[0] ?? {}).reverse();
    const { stdout } = await world.restitution('apply -', {
      stdin: `\n\n  ${JSON.stringify(Object.fromEntries(entries), null, 1).replaceAll('\n', ' ')}\n`,
    });
    expect(stdout).toContain('line 3    RegisterVictim            heard already');
    expect(await position()).toBe(before);
  });

  describe('what may be meant again in the same words', () => {
    const set = (value: string): object => ({
      command: 'SetPolicy',
      policy: 'P-19',
      value,
      on: '2024-01-02',
    });
    const [yes, no] = [set('REINSTATE'), set('NO_REINSTATEMENT')];
    const answer = async (): Promise<string | undefined> =>
      (await world.house.policies({})).policies.find(({ policy }) => policy === 'P-19')?.value;

    test('is meant again within a file, and not with the same file again', async () => {
      const lines = [no, yes, no];
      expect((await world.apply(lines)).stdout).toContain('3 recorded, 0 heard already');
      const again = await world.apply(lines);
      expect(again.stdout).toContain('0 recorded, 3 heard already');
      expect(again.stdout).toContain('3 commands not done again: the ledger has heard this file before.');
      expect(await answer()).toBe('NO_REINSTATEMENT');
    });

    test('is meant again with another file, and the same file says that it was heard', async () => {
      await world.apply([no]);
      await world.apply([yes]);
      const same = await world.apply([no]);
      expect(same.stdout).toContain('heard already  under this id, at position 1: it was not done again\n');
      expect(await answer()).toBe('REINSTATE');
      const { stdout } = await world.apply([no], ['--json']);
      expect(JSON.parse(stdout)).toMatchObject({ result: 'heard already', heardAt: 1 });
      expect((await world.apply([no, ...opening])).stdout).toContain('7 recorded, 0 heard already');
      expect(await answer()).toBe('NO_REINSTATEMENT');
    });

    test('is not said to have been done where the answer stood already', async () => {
      await world.apply([no]);
      const { stdout } = await world.apply([no, no], ['--json']);
      for (const line of stdout.trimEnd().split('\n')) {
        expect(JSON.parse(line)).not.toHaveProperty('heardAt');
        expect(JSON.parse(line)).toMatchObject({ result: 'heard already' });
      }
    });

    test('is the same from a file as from the standard input', async () => {
      const folder = temporaryFolder();
      const file = folder.write('set.jsonl', jsonLines([no, yes]));
      await world.restitution(['apply', file]);
      const { stdout } = await world.apply([no, yes]);
      folder.remove();
      expect(stdout).toContain('2 commands not done again');
    });

    test('waits for the end of what is typed, which other commands do not', async () => {
      const first = opening.slice(0, 1);
      const positions: number[] = [];
      async function* typing(): AsyncGenerator<Uint8Array> {
        for (const line of [...first, no]) {
          yield Buffer.from(jsonLines([line]));
          await new Promise((resolve) => setTimeout(resolve, 50));
          positions.push(await position());
        }
      }
      const { stdout } = await world.restitution('apply -', { stdin: typing() });
      expect(positions).toEqual([1, 1]);
      expect(stdout).toContain('2 recorded');
    });

    test('is not done where typing is interrupted, for the end is not known', async () => {
      const interruption = new AbortController();
      async function* typing(): AsyncGenerator<Uint8Array> {
        yield Buffer.from(jsonLines([no]));
        setTimeout(() => interruption.abort(), 50);
        await new Promise(() => undefined);
      }
      const { exitCode } = await world.restitution('apply -', {
        ...{ stdin: typing(), interrupted: interruption.signal },
      });
      expect([exitCode, await position()]).toEqual([130, 0]);
    });
  });

  test('an id that the sender chose stands for one command', async () => {
    const [register = {}] = opening;
    const chosen = { commandId: 'intake-1', ...register };
    await world.apply([chosen]);
    const { stdout, exitCode } = await world.apply([chosen, { ...chosen, on: '2024-01-03' }]);
    expect(stdout).toContain('line 1    RegisterVictim            heard already');
    expect(stdout).toContain('line 2    RegisterVictim            refused  command-id-reused: ');
    expect(exitCode).toBe(6);
  });

  test('an id that the sender chose is told back, and leaves nothing of itself in the ledger', async () => {
    const [register = {}] = opening;
    const { stdout } = await world.apply([{ commandId: '1:20-cr-9.Jane', ...register }], ['--json']);
    expect(JSON.parse(stdout)).toMatchObject({ commandId: '1:20-cr-9.Jane', result: 'recorded' });
    await world.restitution('policy set P-19 NO_REINSTATEMENT --on 2026-03-02');
    const events = [];
    for await (const page of world.house.store.readAll()) events.push(...page);
    expect(JSON.stringify(events)).not.toMatch(/Jane|cr-9/);
    expect(events.map(({ actor }) => actor)).toEqual(['cli', 'cli']);
  });

  test('one bad line spoils no other, and says what to do', async () => {
    const { exitCode, stdout } = await world.restitution('apply -', {
      stdin: [
        jsonLines(opening.slice(0, 3)),
        'not json\n',
        '{"command":"RecordPayment","amount":12}\n',
        jsonLines(opening.slice(3)),
        jsonLines([
          payment('1', '100.00'),
          { ...payment('2', '5.00'), defendantId: 'd-9' },
          payment('3', '7.33'),
        ]),
      ].join(''),
    });
    expect(exitCode).toBe(6);
    expect(stdout).toContain(
      'line 4                              refused  json-invalid: This is not one JSON value.',
    );
    expect(stdout).toContain('refused  not-text at /amount: This must be a text in quotes.');
    expect(stdout).toContain('refused  field-missing at /source: This field is required. Add it.');
    expect(stdout).toContain(
      'line 10   RecordPayment             refused  defendant-not-registered at /defendantId: The case knows no defendant',
    );
    expect(stdout).toContain('8 recorded, 0 heard already, 3 refused.');
    const { stdout: victim } = await world.restitution('victim v-1');
    expect(victim).toContain('Received 107.33 of 8,000.00.');
  });

  test('a file of nothing good is rejected', async () => {
    const { exitCode, stdout } = await world.apply([payment('1', '1.00')]);
    expect(stdout).toContain('case-not-registered at /caseId');
    expect(exitCode).toBe(3);
  });

  test('an empty file is rejected, and a sentence says so', async () => {
    const { exitCode, stdout } = await world.restitution('apply -', { stdin: '' });
    expect(exitCode).toBe(3);
    expect(stdout).toContain(
      'the file                            refused  file-empty: There is nothing in this file.',
    );
  });

  test('a file that is not there is not found, and no ledger is made for it', async () => {
    const openHouse = (): never => {
      throw new Error('a ledger was opened');
    };
    const { exitCode, stderr } = await world.restitution('apply nowhere.jsonl', { openHouse });
    expect(exitCode).toBe(4);
    expect(stderr).toContain('no such file');
    expect(stderr).toContain('Correct the name of the file or folder.');
  });

  test('a folder is no file', async () => {
    const folder = temporaryFolder();
    const { exitCode, stderr } = await world.restitution(['apply', folder.path]);
    folder.remove();
    expect(exitCode).toBe(3);
    expect(stderr).toContain('is a folder.\nName a file, or - for standard input.\n');
  });

  test('a rehearsal answers as if it recorded, and records nothing', async () => {
    const lines = [...opening, payment('1', '5000.00'), payment('1', '4000.00')];
    const rehearsed = await world.apply(lines, ['--dry-run']);
    expect(await position()).toBe(0);
    expect(await world.house.directory.idOf('victim', 'Doe 1')).toBeUndefined();
    const recorded = await world.apply(lines);
    expect(rehearsed.stdout).toBe(
      recorded.stdout
        .replaceAll(/^(line .*? {2})recorded {2}/gm, '$1would be recorded  ')
        .replace(/^7 recorded/m, 'A rehearsal; nothing was recorded. 7 recorded'),
    );
    expect(rehearsed.exitCode).toBe(6);
  });

  test('gives one JSON object a line, and keeps the talk apart', async () => {
    const { stdout, stderr, exitCode } = await world.apply(
      [...opening.slice(0, 1), payment('1', '1.00')],
      ['--json'],
    );
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        ...{ line: 1, command: 'RegisterVictim', commandId: expect.any(String) },
        ...{ result: 'recorded', events: 1, position: 1 },
      },
      {
        ...{ line: 2, command: 'RecordPayment', commandId: expect.any(String), result: 'refused' },
        complaints: [{ pointer: '/caseId', rule: 'case-not-registered', message: expect.any(String) }],
      },
    ]);
    expect(stderr).toBe('1 recorded, 0 heard already, 1 refused.\n');
    expect(exitCode).toBe(6);
  });

  test('tells only of what is refused where it is asked to be quiet', async () => {
    const { stdout } = await world.apply([...opening, payment('1', '0.00')], ['--quiet']);
    expect(stdout.split('\n')).toEqual([
      'line 7    RecordPayment             refused  amount-not-positive at /amount: An amount of nothing was given where money must move or be owed. Give the amount. To end an order, vacate it.',
      '6 recorded, 0 heard already, 1 refused.',
      '',
    ]);
  });

  test('keeps to the order of the file where lines that are refused stand among those that hang on each other', async () => {
    const among = opening.flatMap((line) => [
      { command: 'VacateOrder', orderId: 'o-2', caseId: 'c-1', on: '2024-01-02' },
      line,
      {
        command: 'RecordDisbursementReturn',
        victimId: 'v-1',
        disbursementId: 'p-1',
        reason: 'STALE',
        on: '2024-01-02',
      },
    ]);
    const { stdout } = await world.apply(among, ['--json']);
    const results = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).result);
    expect(results).toEqual(opening.flatMap(() => ['refused', 'recorded', 'refused']));
  });

  test('a label belongs to one id, and a line that would share it is refused', async () => {
    const register = (victimId: string): object => ({
      ...{ command: 'RegisterVictim', victimId, on: '2024-01-02', label: 'Doe 1' },
    });
    const { stdout, exitCode } = await world.apply([register('v-1'), register('v-2'), register('v-1')]);
    expect(exitCode).toBe(6);
    expect(stdout).toContain(
      'refused  label-taken at /label: Something else of the same kind has this label already.',
    );
    expect(stdout).toContain('1 recorded, 1 heard already, 1 refused.');
    expect(await world.house.directory.idOf('victim', 'Doe 1')).toBe('v-1');
  });

  test('stops between two commands when it is interrupted, and says how far it came', async () => {
    const interruption = new AbortController();
    async function* typing(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(jsonLines(opening.slice(0, 2)));
      interruption.abort();
      yield Buffer.from(jsonLines(opening.slice(2)));
    }
    const { exitCode, stderr, stdout } = await world.restitution('apply -', {
      stdin: typing(),
      interrupted: interruption.signal,
    });
    expect(exitCode).toBe(130);
    expect(stderr).toBe('Stopped after line 2. What is recorded stays; send the file again to go on.\n');
    expect(stdout).toContain('2 recorded');
    expect((await world.apply(opening)).stdout).toContain('4 recorded, 2 heard already, 0 refused.');
  });

  test('does not wait for somebody who types when it is interrupted', async () => {
    const interruption = new AbortController();
    async function* silence(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(jsonLines(opening.slice(0, 1)));
      await new Promise(() => undefined);
    }
    const ran = world.restitution('apply -', { stdin: silence(), interrupted: interruption.signal });
    setTimeout(() => interruption.abort(), 50);
    expect((await ran).exitCode).toBe(130);
    expect(await position()).toBe(1);
  });

  test('a store that does not answer ends it, and says how far it came', async () => {
    class FailingLedger extends Ledger {
      #times = 0;

      override handle(...sent: Parameters<Ledger['handle']>): ReturnType<Ledger['handle']> {
        this.#times += 1;
        const gone = Object.assign(new Error('the disk is gone'), { name: 'StoreUnavailable' });
        return this.#times > 2 ? Promise.reject(gone) : super.handle(...sent);
      }
    }
    const ledger = new FailingLedger(world.house.store);
    const house = { ...world.house, ledger, close: () => Promise.resolve() };
    const { exitCode, stderr } = await world.restitution('apply -', {
      stdin: jsonLines(opening),
      openHouse: () => Promise.resolve(house),
    });
    expect(exitCode).toBe(8);
    expect(stderr).toContain('Stopped after line 2. What is recorded stays');
    expect(stderr).toContain('The store does not answer: the disk is gone.\n');
  });

  test('a receipt that was entered wrong is put right as the refusal advises', async () => {
    const world = await smallWorld();
    const sent = async (command: object): Promise<string> => (await world.apply([command])).stdout;
    await world.apply([...opening, payment('17', '100.00')]);
    const refused = await sent(payment('17', '1000.00'));
    expect(refused).toContain('receipt-recorded-differently');
    expect(refused).toContain(
      'with the reason `OTHER`, and record the payment under the number with a suffix, such as ',
    );
    const back = {
      command: 'RecordPaymentReturn',
      source: 'dcd',
      reference: '17',
      reason: 'OTHER',
      on: '2024-03-01',
    };
    expect(await sent(back)).toContain('PaymentReturned');
    expect(await sent(payment('17', '1000.00'))).toContain('receipt-recorded-differently');
    expect(await sent(payment('17-2', '1000.00'))).toContain('PaymentApplied');
    expect((await world.restitution('victim v-1')).stdout).toContain('Received 1,000.00 of 8,000.00.');
    await world.close();
  });
});
