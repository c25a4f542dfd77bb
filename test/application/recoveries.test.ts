import type { House } from '../../src/application/house.ts';
import type { Command } from '../../src/domain/commands.ts';
import { openHouse } from '../../src/open-house.ts';
import {
  rejectRecovery,
  reportRecovery,
  verifyRecovery,
  withdrawRecovery,
} from '../support/recovery-words.ts';
import {
  day,
  determineLoss,
  enterOrder,
  makeFinal,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  setPolicy,
  victimId,
} from '../support/words.ts';

const [january, february, march] = ['2026-01-05', '2026-02-05', '2026-03-05'].map(day) as [
  ReturnType<typeof day>,
  ReturnType<typeof day>,
  ReturnType<typeof day>,
];

/** A loss of 10,000.00, of which the defendant owes 9,000.00 and has paid 6,000.00. */
const known: readonly Command[] = [
  ...[registerCase('c-1'), registerDefendant('d-1'), registerVictim('v-1')],
  determineLoss('c-1', '10,000.00', { on: january }),
  enterOrder('o-1', '9,000.00', { on: january }),
  makeFinal('o-1', { on: january }),
  recordPayment('dcd.1', '6,000.00', { to: 'o-1', on: january }),
];

async function houseTold(...commands: readonly Command[]): Promise<House> {
  const house = await openHouse('memory');
  for (const [index, command] of [...known, ...commands].entries())
    await house.ledger.handle(command, { commandId: `k-${String(index)}`, actor: 'test' });
  return house;
}

const reported = reportRecovery('x-1', '4,500.00', { on: february, receivedOn: january });

describe('the recoveries of a victim', () => {
  test('stand with what was told, verified and counted, on both clocks', async () => {
    const house = await houseTold(
      reported,
      reportRecovery('x-2', '500.00', { on: february, source: 'STATE_RESTITUTION' }),
      verifyRecovery('x-1', '4,000.00', { on: march }),
    );
    const on = async (asOf?: ReturnType<typeof day>) =>
      (await house.queries.victim(victimId('v-1'), asOf === undefined ? {} : { asOf }))!;
    const now = await on();
    const first = {
      ...{ recoveryId: 'x-1', source: 'RESTITUTION_2259', category: 'TRAFFICKING' },
      ...{ receivedOn: january, reportedOn: february, reported: '4500.00' },
    };
    const other = {
      ...{ recoveryId: 'x-2', source: 'STATE_RESTITUTION', category: 'TRAFFICKING', status: 'CLAIMED' },
      ...{
        receivedOn: february,
        reportedOn: february,
        reported: '500.00',
        verified: '0.00',
        counted: '0.00',
      },
    };
    expect(now.recoveries).toEqual([
      { ...first, status: 'VERIFIED', verified: '4000.00', counted: '4000.00' },
      other,
    ]);
    expect(now).toMatchObject({
      recovered: '10000.00',
      elsewhere: '4000.00',
      headroom: '0.00',
      credited: '6000.00',
    });
    const cause = { type: 'RecoveryVerified', position: 18, id: 'x-1' };
    expect(now.madeWhole).toEqual({ on: march, epoch: 1, byReceipt: null, cause });
    expect(now.liabilities).toMatchObject([{ paid: '6000.00', terminated: '3000.00', status: 'terminated' }]);

    const before = await on(february);
    expect(before.recoveries).toEqual([
      { ...first, status: 'CLAIMED', verified: '0.00', counted: '0.00' },
      other,
    ]);
    expect(before).toMatchObject({
      recovered: '6000.00',
      elsewhere: '0.00',
      headroom: '4000.00',
      madeWhole: null,
    });
    expect((await on(january)).recoveries).toEqual([]);
    await house.close();
  });

  test('count as the policies of the question say', async () => {
    const house = await houseTold(
      setPolicy('P-44', 'COUNT', { on: january }),
      reportRecovery('x-2', '500.00', { on: february, source: 'STATE_RESTITUTION' }),
      verifyRecovery('x-2', '500.00', { on: february }),
      reportRecovery('x-3', '70.00', { on: february, source: 'INSURANCE' }),
      verifyRecovery('x-3', '70.00', { on: february }),
    );
    const victim = (await house.queries.victim(victimId('v-1'), {}))!;
    expect(victim.recoveries.map(({ counted }) => counted)).toEqual(['500.00', '0.00']);
    expect(victim).toMatchObject({ recovered: '6500.00', elsewhere: '500.00' });
    await house.close();
  });

  test('that were withdrawn count no more, and the liability is owed again', async () => {
    const house = await houseTold(
      reported,
      verifyRecovery('x-1', '4,000.00', { on: february }),
      withdrawRecovery('x-1', { on: march, reason: 'PAID_BACK' }),
    );
    const victim = (await house.queries.victim(victimId('v-1'), {}))!;
    expect(victim.recoveries).toMatchObject([{ status: 'WITHDRAWN', verified: '0.00', counted: '0.00' }]);
    expect(victim).toMatchObject({ recovered: '6000.00', madeWhole: null });
    expect(victim.liabilities).toMatchObject([{ outstanding: '3000.00', status: 'open' }]);
    await house.close();
  });
});

describe('a claim that waits', () => {
  const reviewsOn = async (house: House, asOf: string): Promise<readonly string[]> => {
    const { rows } = await house.queries.reviews({}, { asOf: day(asOf) }, { limit: 10 });
    return rows.map(({ reason, authority, caseId, victimId: whose }) =>
      [reason, authority, caseId, whose].map(String).join(' '),
    );
  };
  const waiting = 'RECOVERY_NOT_VERIFIED RESTITUTION_2259 null v-1';

  test('is to be looked at after ninety days', async () => {
    const house = await houseTold(reported);
    expect(await reviewsOn(house, '2026-05-05')).toEqual([]);
    expect(await reviewsOn(house, '2026-05-06')).toEqual([waiting]);
    await house.close();
  });

  test.each([
    ['verified', verifyRecovery('x-1', '1.00', { on: march })],
    ['rejected', rejectRecovery('x-1', { on: march })],
    ['withdrawn', withdrawRecovery('x-1', { on: march })],
  ])('and not once it was %s', async (_, command) => {
    const house = await houseTold(reported, command);
    expect(await reviewsOn(house, '2027-01-01')).toEqual([]);
    await house.close();
  });
});
