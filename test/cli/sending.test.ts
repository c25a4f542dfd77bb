import { run } from '../../src/cli/program.ts';
import type { Place } from '../../src/application/house.ts';
import { openHouse } from '../../src/open-house.ts';
import { jsonLines, temporaryFolder } from './small-world.ts';

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
