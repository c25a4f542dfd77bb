import { opening, smallWorld, type SmallWorld } from './small-world.ts';

const inCase = { caseId: 'c-1', defendantId: 'd-1' };
const fine = { command: 'ImposeDebt', ...inCase, kind: 'FINE', offenceOn: '2021-05-04', on: '2024-03-01' };

describe('restitution expire', () => {
  let world: SmallWorld;

  beforeEach(async () => {
    world = await smallWorld();
    const { exitCode } = await world.apply([
      ...opening,
      { command: 'RecordTreasuryYield', weekEndingOn: '2024-03-08', rate: '4.00', source: 'H15' },
      { ...fine, debtId: 'b-1', amount: '5000.00' },
      { ...fine, debtId: 'b-2', kind: 'ASSESSMENT_3013', amount: '100.00' },
    ]);
    expect(exitCode).toBe(0);
  });

  afterEach(() => world.close());

  test('lists apart what may be over, but for a release that nobody recorded, and does not record it', async () => {
    const { stdout } = await world.restitution('expire --on 2046-01-01 --json');
    const { due, releaseNotRecorded } = JSON.parse(stdout) as Record<
      string,
      { orderId: string | null; debtId: string | null }[]
    >;
    expect(due?.map(({ debtId }) => debtId)).toEqual(['b-2']);
    expect(releaseNotRecorded?.map(({ orderId, debtId }) => orderId ?? debtId)).toEqual(['o-1', 'b-1']);
    const shown = await world.restitution('expire --on 2046-01-01');
    expect(shown.stdout).toContain('Not known to be over, for no release is recorded');
    expect(shown.stdout).toContain('2044-03-01 or later');
    const { stdout: said } = await world.restitution('expire --on 2046-01-01 --record');
    expect(said).toBe(
      'b-2 is recorded as over on 2029-03-01.\n2 left as they are, for no release is recorded.\n',
    );
  });

  test('takes along interest that is owed though the principal is paid', async () => {
    const { exitCode } = await world.apply([
      { command: 'RecordNoImprisonment', ...inCase, on: '2024-03-01' },
      { command: 'RemitDebt', caseId: 'c-1', debtId: 'b-1', amount: '5000.00', on: '2025-03-01' },
      { command: 'SetPolicy', policy: 'P-21', value: 'STAYS_OWED', on: '2024-01-02' },
    ]);
    expect(exitCode).toBe(0);
    const { stdout } = await world.restitution('expire --on 2046-01-01 --json');
    const { due } = JSON.parse(stdout) as { due: { debtId: string; outstanding: string; owed: string }[] };
    expect(due.find(({ debtId }) => debtId === 'b-1')).toMatchObject({
      outstanding: '0.00',
      owed: expect.not.stringMatching(/^0.00$/) as string,
    });
    await world.restitution('expire --on 2046-01-01 --record');
    const after = await world.restitution('expire --on 2046-01-01');
    expect(after.stdout).toBe('No term is over on 2046-01-01 that is not recorded.\n');
  });

  test('goes on past one that is refused, and names it', async () => {
    await world.apply([{ command: 'RecordNoImprisonment', ...inCase, on: '2024-03-01' }]);
    const { handle } = world.house.ledger;
    world.house.ledger.handle = (command, sender) => {
      const isFirst = command.type === 'ExpireLiability' && command.orderId !== null;
      return handle.call(
        world.house.ledger,
        isFirst ? { ...command, on: '2024-03-01' as typeof command.on } : command,
        sender,
      );
    };
    const { stdout, exitCode } = await world.restitution('expire --on 2046-01-01 --record');
    expect(stdout).toBe(
      'b-1 is recorded as over on 2044-03-01.\nb-2 is recorded as over on 2029-03-01.\no-1 refused: liability-not-over\n',
    );
    expect(exitCode).toBe(6);
  });
});
