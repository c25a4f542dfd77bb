import { readJsonLinesFile } from '../../src/requests/read-files.ts';
import { run } from '../../src/cli/program.ts';
import { Sending } from '../../src/cli/sending.ts';
import type { Place } from '../../src/application/house.ts';
import { openHouse } from '../../src/open-house.ts';
import { jsonLines, smallWorld, temporaryFolder } from './small-world.ts';

const on = '2024-01-01';

/** One victim, one case and what belongs to them, and what is to become of each line when all come in this order. */
function story(number: number): readonly (readonly [object, string])[] {
  const n = String(number);
  const [victimId, caseId, defendantId, orderId] = [`v-${n}`, `c-${n}`, `d-${n}`, `o-${n}`];
  const money = { source: 'dcd', reference: n, caseId, defendantId, on };
  const lines = [{ victimId, track: 'TRAFFICKING', amount: '5000.00' }];
  const order = {
    orderId,
    caseId,
    defendantId,
    statute: '18 U.S.C. 2259',
    offenceOn: '2020-01-01',
    on,
    lines,
  };
  const losses = { victimId, caseId, category: 'TRAFFICKING', on };
  const paidOut = { victimId, disbursementId: 'p-1', on };
  return [
    [{ command: 'RegisterVictim', victimId, on }, 'recorded'],
    [{ command: 'RecordDisbursementReturn', ...paidOut, reason: 'STALE' }, 'refused'],
    [{ command: 'RegisterCase', caseId, on }, 'recorded'],
    [{ command: 'RegisterDefendant', caseId, defendantId, on }, 'recorded'],
    [{ command: 'VacateOrder', orderId, caseId, on }, 'refused'],
    [{ command: 'DetermineLoss', ...losses, amount: '4000.00' }, 'recorded'],
    [{ command: 'EnterOrder', ...order }, 'refused'],
    [{ command: 'DetermineLoss', ...losses, amount: '5000.00' }, 'recorded'],
    [{ command: 'EnterOrder', ...order }, 'recorded'],
    [
      { command: 'RecordRefund', source: 'dcd', reference: n, refundId: 'f-1', amount: '1.00', on },
      'refused',
    ],
    [{ command: 'RegisterVictim', victimId, on }, 'heard already'],
    [{ command: 'MakeOrderFinal', orderId, caseId, on }, 'recorded'],
    [{ command: 'RecordPayment', ...money, amount: '5000.00' }, 'recorded'],
    [{ command: 'RecordPayment', ...money, amount: '4000.00' }, 'refused'],
    [{ command: 'RecordDisbursement', ...paidOut, caseId, amount: '5000.00' }, 'recorded'],
    [{ command: 'ReviewLiabilities', victimId, on }, 'heard already'],
  ];
}

describe('commands under way together', () => {
  const folder = temporaryFolder();

  afterAll(() => folder.remove());

  test.each<readonly [string, Place]>([
    ['in memory', 'memory'],
    ['on a disk', { folder: folder.path }],
  ])('come out as if each had waited for the one before it, %s', async (_where, place) => {
    const told = Array.from({ length: 40 }, (_, number) => story(number)).flat();
    const { stdout } = await run(['apply', '-', '--json'], {
      openHouse: () => openHouse(place),
      stdin: jsonLines(told.map(([command]) => command)),
    });
    const results = stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { result: string }).result);
    expect(results).toEqual(told.map(([, result]) => result));
  });
});

describe('a file that ends before its end', () => {
  const victims = Array.from({ length: 40 }, (_, number) => ({
    ...{ command: 'RegisterVictim', victimId: `v-${String(number)}`, on, label: `Doe ${String(number)}` },
  }));

  /** A world whose house says how many commands were under way when it was closed. */
  const closing = async () => {
    const world = await smallWorld();
    const seen = { underWay: 0, atClose: -1 };
    const ledger = Object.create(world.house.ledger, {
      handle: {
        value: async (...sent: Parameters<typeof world.house.ledger.handle>) => {
          seen.underWay += 1;
          await new Promise((resolve) => setTimeout(resolve, 5));
          return world.house.ledger.handle(...sent).finally(() => (seen.underWay -= 1));
        },
      },
    }) as typeof world.house.ledger;
    const close = async (): Promise<void> => {
      seen.atClose = seen.underWay;
    };
    return { world, seen, openHouse: async () => ({ ...world.house, ledger, close }) };
  };

  test('tells of each line before it, labels whom they name, and closes the house when all have landed', async () => {
    const { world, seen, openHouse: open } = await closing();
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(jsonLines(victims));
      throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
    }
    const { exitCode, stdout, stderr } = await world.restitution('apply -', {
      ...{ stdin: broken(), openHouse: open },
    });
    expect([exitCode, seen.atClose]).toEqual([8, 0]);
    expect(stdout.match(/recorded {2}VictimRegistered/g)).toHaveLength(40);
    expect(stderr).toContain('Stopped after line 40. What is recorded stays');
    expect(stderr).toContain('EIO: i/o error, read.');
    for (const { victimId, label } of victims) {
      expect(await world.house.directory.labelOf(victimId)).toBe(label);
    }
    await world.close();
  });

  test('whose answers nobody can write down lets those under way land before the house is closed', async () => {
    const { world, seen, openHouse: open } = await closing();
    const sending = new Sending(await open(), {
      ...{ isRehearsal: false, mayReachClosedMonths: false, interrupted: new AbortController().signal },
      digest: () => Promise.resolve(''),
    });
    const sent = sending.send(readJsonLinesFile([Buffer.from(jsonLines(victims.concat(victims)))]));
    const first = await sent.next();
    expect(first).toMatchObject({ done: false, value: { line: 1, result: 'recorded' } });
    expect(seen.underWay).toBeGreaterThan(0);
    await sent.return(undefined);
    expect(seen.underWay).toBe(0);
    await world.close();
  });
});
