import type { Page } from '../../../src/application/views/ledger.ts';
import { add, formatMoney, noMoney, parseMoney } from '../../../src/domain/money.ts';
import { sameVictim } from '../../support/people-words.ts';
import {
  determineLoss,
  enterOrder,
  makeFinal,
  orderId,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  victimId,
} from '../../support/words.ts';
import { closeAll } from '../asking.ts';
import { entered, ledger, paid, v1 } from './two-orders.ts';

afterEach(closeAll);

const all: Page = { limit: 1_000 };

describe('the history of a victim', () => {
  test('tells how the victim stood after each event, as the answer known then does', async () => {
    const { hears, queries } = ledger();
    await hears(...entered, ...paid);
    const { rows } = await queries.replay({ victimId: v1 }, {}, all);
    expect(rows.length).toBeGreaterThan(8);
    for (const { position, after } of rows) {
      const view = (await queries.victim(v1, { knownAt: `@${String(position)}` }))!;
      const standing = Object.fromEntries(after.map(({ figure, amount }) => [figure, amount]));
      const { greatestLoss, received, headroom, held } = view;
      expect(standing).toMatchObject({ greatestLoss, received, headroom, held });
    }
  });

  test('is gone through in pages, from a position on', async () => {
    const { hears, queries } = ledger();
    await hears(...entered, ...paid);
    const whole = (await queries.replay({ victimId: v1 }, {}, all)).rows;
    const first = await queries.replay({ victimId: v1 }, {}, { limit: 3 });
    const rest = await queries.replay({ victimId: v1 }, {}, { limit: 1_000, cursor: first.next! });
    expect([...first.rows, ...rest.rows]).toEqual(whole);
    const after = whole[4]!.position;
    expect((await queries.replay({ victimId: v1, after }, {}, all)).rows).toEqual(whole.slice(5));
  });

  test('is that of the person, under each id that is known to be one', async () => {
    const { hears, queries } = ledger();
    const cases = ['1', '2'].flatMap((n) => [registerCase(`c-${n}`), registerDefendant(`d-${n}`)]);
    await hears(...['v-1', 'v-2'].map((id) => registerVictim(id)), ...cases);
    await hears(
      determineLoss('c-1', '5,000.00'),
      determineLoss('c-2', '8,000.00', { victim: 'v-2' }),
      enterOrder('o-1', { 'v-1': '5,000.00' }),
      enterOrder('o-2', { 'v-2': '8,000.00' }),
      makeFinal('o-1'),
      makeFinal('o-2'),
      recordPayment('dcd.1', '300.00', { to: 'o-1' }),
      recordPayment('dcd.2', '400.00', { to: 'o-2' }),
      sameVictim('v-1', { victim: 'v-2' }),
    );
    const { rows } = await queries.replay({ victimId: victimId('v-1') }, {}, all);
    const events = await queries.timeline({ victimId: victimId('v-2') }, {}, all);
    const told = new Set(rows.map(({ position }) => position));
    expect(events.rows.length).toBeGreaterThan(3);
    expect(events.rows.every(({ position }) => told.has(position))).toBe(true);
    const credits = [...events.rows, ...(await queries.timeline({ victimId: victimId('v-1') }, {}, all)).rows]
      .filter(({ type }) => type === 'RecoveryCredited')
      .map(({ amount }) => parseMoney(amount!));
    expect(formatMoney(credits.reduce(add, noMoney))).toBe('700.00');
    expect(rows.at(-1)!.after).toContainEqual({ figure: 'received', amount: '700.00' });
  });
});

describe('the history of an order, and of anything else', () => {
  test('tells what is ordered, paid and outstanding', async () => {
    const { hears, queries } = ledger();
    await hears(...entered, ...paid);
    const order = await queries.order(orderId('o-1'), {});
    const { rows } = await queries.replay({ orderId: orderId('o-1') }, {}, all);
    const { ordered, paid: paidOn, outstanding } = order!.liabilities[0]!;
    expect(rows.at(-1)!.after).toEqual([
      { figure: 'ordered', amount: ordered },
      { figure: 'paid', amount: paidOn },
      { figure: 'outstanding', amount: outstanding },
    ]);
  });

  test('tells what stood in the accounts that an event moved', async () => {
    const { hears, queries } = ledger();
    await hears(...entered, ...paid);
    const { rows } = await queries.replay({}, {}, all);
    for (const { position, after } of rows) {
      const { accounts } = await queries.trialBalance({ knownAt: `@${String(position)}` });
      const balances = new Map<string, string>(accounts.map(({ account, balance }) => [account, balance]));
      for (const { figure, amount } of after)
        expect([figure, amount]).toEqual([figure, balances.get(figure)]);
    }
    expect(rows.some(({ after }) => after.length > 2)).toBe(true);
  });
});
