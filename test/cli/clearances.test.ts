import { opening, payment, smallWorld, type SmallWorld } from './small-world.ts';

describe('restitution clearances', () => {
  let world: SmallWorld;

  beforeEach(async () => {
    world = await smallWorld();
    const card = { ...payment('2', '40.00'), method: 'CARD' };
    const back = {
      command: 'RecordPaymentReturn',
      source: 'dcd',
      reference: '3',
      reason: 'NSF',
      on: '2024-03-20',
    };
    const all = [...opening, payment('1', '3000.00'), card, payment('3', '7.00'), back];
    expect((await world.apply(all)).exitCode).toBe(0);
  });

  afterEach(() => world.close());

  const due = async (on: string): Promise<readonly { receiptId: string; clearedOn: string }[]> => {
    const { stdout } = await world.restitution(`clearances --on ${on} --json`);
    return (JSON.parse(stdout) as { due: { receiptId: string; clearedOn: string }[] }).due;
  };

  test('lists what has cleared by its hold, and not what came back', async () => {
    expect(await due('2024-03-15')).toEqual([]);
    const [one, two, ...others] = await due('2025-01-01');
    expect([one?.receiptId, two?.receiptId, others.length]).toEqual(['dcd.1', 'dcd.2', 0]);
    const shown = await world.restitution('clearances --on 2025-01-01');
    expect(shown.stdout).toContain('dcd.1');
    expect(shown.stdout).toContain(one?.clearedOn);
  });

  test('records of each that it has cleared, on its own day, once', async () => {
    const [{ clearedOn } = { clearedOn: '' }] = await due('2025-01-01');
    const { stdout, exitCode } = await world.restitution('clearances --on 2025-01-01 --record');
    expect([stdout, exitCode]).toEqual(['2 receipts recorded as cleared.\n', 0]);
    const again = await world.restitution('clearances --on 2025-01-01 --record');
    expect(again.stdout).toBe('No receipt has cleared by 2025-01-01 of which that is not recorded.\n');
    const receipt = await world.restitution('receipt dcd.1');
    expect(receipt.stdout).toContain(`, cleared on ${clearedOn}: 3,000.00 applied`);
    const json = await world.restitution('receipt dcd.1 --json --as-of 2024-03-15');
    expect(JSON.parse(json.stdout)).toMatchObject({ clearedOn: null });
    const why = await world.restitution('explain receipt dcd.1');
    expect(why.stdout).toContain('cleared (the days of its hold are over)');
    const timeline = await world.restitution('timeline --receipt dcd.1');
    expect(timeline.stdout).toContain('RecoveryCleared');
  });

  test('and the victim has received it, where that counts, with the sum that says so', async () => {
    await world.apply([{ command: 'SetPolicy', policy: 'P-05', value: 'CLEARED', on: '2024-01-01' }]);
    const before = await world.restitution('victim v-1 --json');
    expect(JSON.parse(before.stdout)).toMatchObject({ received: '0.00', recovered: '3040.00' });
    await world.restitution('clearances --on 2024-06-01 --record');
    const after = await world.restitution('victim v-1');
    expect(after.stdout).toContain('by the answer to P-05; 3,040.00 is credited');
  });
});
