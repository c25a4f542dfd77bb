/** When the term of liability is known to be over, in which cases a death counts, and what an end that was an error leaves. */
import { plusDays } from '../../src/domain/calendar-arithmetic.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { VictimId } from '../../src/domain/ids.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import {
  amendOrder,
  caseId,
  day,
  defendantId,
  determineLoss,
  enterOrder,
  expire,
  imposeDebt,
  makeFinal,
  recordDeath,
  recordNoImprisonment,
  recordPayment,
  recordRelease,
  registerCase,
  registerDefendant,
  registerVictim,
  returnPayment,
  setPolicy,
  undoExpiry,
  vacateDebt,
  vacateOrder,
} from '../support/words.ts';
import { closeAll, queriesOver } from './asking.ts';
import { bothKinds, copiesAgree, Telling } from './telling.ts';

afterEach(closeAll);

const over = day('2046-03-02');
const known = [registerVictim('v-1'), registerCase('c-1'), registerDefendant('d-1')];
const term = expire({ order: 'o-1', on: over });

describe.each(bothKinds)('$kind', ({ atomicStreams }) => {
  async function told(...commands: readonly Command[]): Promise<Telling> {
    const court = new Telling(new MemoryEventStore({ atomicStreams }));
    for (const command of commands) await court.tell(command);
    return court;
  }

  describe('a liability of which no release is recorded', () => {
    const order = enterOrder('o-1', '9,000.00');

    test('is not taken to be over after twenty years: its defendant may be in prison', async () => {
      const court = await told(...known, order);
      expect(await court.refusalOf(term)).toBe('release-not-recorded /on');
      const { rows } = await queriesOver(court.store).interest({}, { asOf: over }, { limit: 10 });
      expect(rows).toEqual([
        expect.objectContaining({ liabilityEndsOn: over, isEndKnown: false, isExpired: false }),
      ]);
    });

    test.each([
      ['once it is on record that there was no imprisonment', recordNoImprisonment(), over],
      ['once a release is', recordRelease('d-1', { on: day('2020-01-05') }), over],
    ])('is over %s', async (_, said, endsOn) => {
      const court = await told(...known, order, said, said, term);
      const { rows } = await queriesOver(court.store).interest({}, { asOf: over }, { limit: 10 });
      expect(rows).toEqual([
        expect.objectContaining({ liabilityEndsOn: endsOn, isEndKnown: true, isExpired: true }),
      ]);
    });

    test('lasts until twenty years after a release, whatever else was said of imprisonment', async () => {
      const court = await told(
        ...known,
        order,
        recordNoImprisonment(),
        recordRelease('d-1', { on: day('2030-05-06') }),
      );
      expect(await court.refusalOf(term)).toBe('liability-not-over /on');
      expect(await court.refusalOf(expire({ order: 'o-1', on: day('2050-05-06') }))).toBeUndefined();
    });

    test('is over with the twenty years from judgment for an offence before 24 April 1996', async () => {
      const old = enterOrder('o-1', '9,000.00', { offenceOn: day('1996-04-23'), statute: '18 U.S.C. 3663' });
      expect(await (await told(...known, old)).refusalOf(term)).toBeUndefined();
    });
  });

  describe('a death', () => {
    const fine = imposeDebt('b-1', 'FINE', '500.00', { inCase: 'c-2' });
    const inOther = [registerCase('c-2'), registerDefendant('d-1', { caseId: 'c-2' }), fine];
    const ended = { ...expire({ debt: 'b-1', on: day('2027-01-03') }), caseId: caseId('c-2') };
    const died = recordDeath('d-1', { on: day('2027-01-02') });

    test('reported in one case ends the fine of another', async () => {
      const court = await told(...known, ...inOther, died);
      expect(await court.refusalOf(ended)).toBeUndefined();
      const { debts } = await court.state('Case', 'c-2');
      expect([...debts.values()].map(({ expiredOn }) => expiredOn)).toEqual(['2027-01-02']);
    });

    test('reported before the defendant came to another case is known there', async () => {
      const court = await told(...known, died, ...inOther);
      expect(await court.refusalOf(ended)).toBeUndefined();
    });

    test('on another day is a correction in all cases', async () => {
      const court = await told(
        ...known,
        ...inOther,
        died,
        recordDeath('d-1', { inCase: 'c-2', on: day('2028-05-06') }),
      );
      for (const id of ['c-1', 'c-2']) {
        const { lives } = await court.state('Case', id);
        expect([...lives.values()].map(({ diedOn }) => diedOn)).toEqual(['2028-05-06']);
      }
    });
  });

  describe('what the law has ended', () => {
    const fine = imposeDebt('b-1', 'FINE', '5,000.00');
    const died = recordDeath('d-1', { on: day('2027-01-02') });

    async function owedAndHeld(...commands: readonly Command[]): Promise<unknown> {
      const court = await told(...known, ...commands);
      const queries = queriesOver(court.store);
      const { rows } = await queries.debts({}, {}, { limit: 10 });
      const { accounts } = await queries.trialBalance({});
      const held = accounts.find(({ account }) => account === 'refund-payable')?.balance;
      return [rows.map(({ paid }) => paid), held];
    }

    test.each([
      ['a fine by the death of its defendant', [fine, died], '2027-01-02'],
      ['an assessment by five years', [imposeDebt('b-1', 'ASSESSMENT_3013', '100.00')], '2031-03-02'],
    ])('takes no money, though nobody recorded it: %s', async (_, owed, ended) => {
      const paid = recordPayment('dcd.1', '60.00', { to: null, on: day(ended) });
      expect(await owedAndHeld(...owed, paid)).toEqual([['0.00'], '-60.00']);
      const before = recordPayment('dcd.1', '60.00', { to: null, on: plusDays(day(ended), -1) });
      expect(await owedAndHeld(...owed, before)).toEqual([['60.00'], '0.00']);
    });

    test('takes money again where a court says that its end was an error', async () => {
      const over = expire({ debt: 'b-1', on: day('2027-01-02') });
      const error = undoExpiry({ debt: 'b-1', on: day('2027-01-03') });
      const paid = recordPayment('dcd.1', '60.00', { to: null, on: day('2027-01-04') });
      expect(await owedAndHeld(fine, died, over, paid)).toEqual([['0.00'], '-60.00']);
      expect(await owedAndHeld(fine, died, over, error, paid)).toEqual([['60.00'], '0.00']);
    });

    test.each(['18 U.S.C. 2259', '18 U.S.C. 3663A'] as const)(
      'takes no money: restitution by twenty years, under %s',
      async (statute) => {
        const owed = [enterOrder('o-1', '9,000.00', { statute }), recordNoImprisonment()];
        const court = await told(...known, ...owed, recordPayment('dcd.1', '60.00', { on: over }));
        const { rows } = await queriesOver(court.store).liabilities({}, {}, { limit: 10 });
        expect(rows).toEqual([expect.objectContaining({ paid: '0.00', outstanding: '9000.00' })]);
        expect(await copiesAgree(court, 'c-1')).toBe(true);
      },
    );
  });

  describe('an end that was recorded in error', () => {
    const undo = undoExpiry({ order: 'o-1', on: day('2046-04-01') });

    test.each(['18 U.S.C. 2259', '18 U.S.C. 3663A'] as const)('is undone under %s', async (statute) => {
      const court = await told(
        ...[...known, recordNoImprisonment(), enterOrder('o-1', '9,000.00', { statute })],
        ...[recordPayment('dcd.1', '4,000.00'), term, returnPayment('dcd.1', { on: over }), undo, undo],
      );
      const { rows } = await queriesOver(court.store).liabilities({}, {}, { limit: 10 });
      expect(rows).toEqual([
        expect.objectContaining({ outstanding: '9000.00', terminated: '0.00', paid: '0.00' }),
      ]);
      expect(await copiesAgree(court, 'c-1')).toBe(true);
      await court.tell(recordPayment('dcd.2', '100.00', { on: day('2046-05-01') }), term);
      const later = await queriesOver(court.store).liabilities({}, {}, { limit: 10 });
      expect(later.rows).toEqual([
        expect.objectContaining({ outstanding: '0.00', terminated: '8900.00', paid: '100.00' }),
      ]);
    });

    test.each(['18 U.S.C. 2259', '18 U.S.C. 3663A'] as const)(
      'is no end of a share that was ordered after it, under %s',
      async (statute) => {
        const court = await told(
          ...[...known, registerVictim('v-2'), recordNoImprisonment()],
          ...[enterOrder('o-1', '9,000.00', { statute }), makeFinal('o-1'), term],
        );
        const more = {
          on: over,
          track: statute === '18 U.S.C. 3663A' ? 'FULL_AMOUNT' : 'TRAFFICKING',
        } as const;
        const shareOf = async (): Promise<unknown> =>
          (await queriesOver(court.store).liabilities({ victimId: 'v-2' as VictimId }, {}, { limit: 10 }))
            .rows;
        const ordered = { ordered: '3100.00', isFinal: true };
        await court.tell(amendOrder('o-1', { 'v-2': '3,100.00' }, more));
        expect(await shareOf()).toEqual([
          expect.objectContaining({ ...ordered, outstanding: '0.00', terminated: '3100.00' }),
        ]);
        await court.tell(undo, term, undo);
        expect(await shareOf()).toEqual([
          expect.objectContaining({ ...ordered, outstanding: '3100.00', terminated: '0.00' }),
        ]);
        expect(await copiesAgree(court, 'c-1')).toBe(true);
      },
    );

    test.each(['18 U.S.C. 2259', '18 U.S.C. 3663A'] as const)(
      'leaves a share alone that was ordered when it had been undone, under %s',
      async (statute) => {
        const court = await told(
          ...[...known, registerVictim('v-2'), recordNoImprisonment()],
          ...[enterOrder('o-1', '9,000.00', { statute }), term, undo],
        );
        const more = {
          on: over,
          track: statute === '18 U.S.C. 3663A' ? 'FULL_AMOUNT' : 'TRAFFICKING',
        } as const;
        await court.tell(amendOrder('o-1', { 'v-2': '3,100.00' }, more));
        const { rows } = await queriesOver(court.store).liabilities({}, {}, { limit: 10 });
        expect(rows.map(({ victimId, outstanding }) => [victimId, outstanding])).toEqual([
          ['v-1', '9000.00'],
          ['v-2', '3100.00'],
        ]);
        await court.tell(term);
        const later = await queriesOver(court.store).liabilities({}, {}, { limit: 10 });
        expect(later.rows.map(({ outstanding }) => outstanding)).toEqual(['0.00', '0.00']);
        expect(await copiesAgree(court, 'c-1')).toBe(true);
      },
    );

    test('is undone of a debt', async () => {
      const fine = imposeDebt('b-1', 'FINE', '500.00');
      const court = await told(...known, recordNoImprisonment(), fine, expire({ debt: 'b-1', on: over }));
      const error = undoExpiry({ debt: 'b-1', on: day('2046-04-01') });
      await court.tell(error, error);
      const { rows } = await queriesOver(court.store).debts({}, {}, { limit: 10 });
      expect(rows).toMatchObject([{ outstanding: '500.00', lapsed: '0.00', ending: null }]);
    });

    test('of a debt that was set aside since leaves it set aside, and not ended with its term', async () => {
      const error = undoExpiry({ debt: 'b-1', on: day('2046-04-01') });
      const court = await told(
        ...[...known, recordNoImprisonment(), imposeDebt('b-1', 'FINE', '500.00')],
        recordPayment('dcd.1', '100.00', { to: null, caseId: 'c-1', defendantId: defendantId('d-1') }),
        ...[expire({ debt: 'b-1', on: over }), vacateDebt('b-1', { on: over })],
      );
      const shown = async () => (await queriesOver(court.store).debts({}, {}, { limit: 10 })).rows;
      expect(await shown()).toMatchObject([{ lapsed: '400.00', vacated: '0.00', ending: { on: over } }]);
      await court.tell(error, error);
      expect(await shown()).toMatchObject([
        { paid: '100.00', lapsed: '0.00', vacated: '400.00', outstanding: '0.00', ending: null },
      ]);
      await court.tell(returnPayment('dcd.1', { on: day('2046-05-01') }));
      expect(await shown()).toMatchObject([{ paid: '0.00', lapsed: '0.00', vacated: '500.00' }]);
      expect((await queriesOver(court.store).trialBalance({})).difference).toBe('0.00');
    });

    test('leaves nothing owed under an order that was vacated', async () => {
      const vacated = vacateOrder('o-1', { on: over });
      const court = await told(
        ...known,
        recordNoImprisonment(),
        enterOrder('o-1', '9,000.00'),
        term,
        vacated,
        undo,
      );
      expect(await court.owedTo()).toEqual({ 'o-1': ['0.00', '0.00', '0.00'] });
    });

    test('is refused where none was', async () => {
      const court = await told(...known, enterOrder('o-1', '9,000.00'));
      expect(await court.refusalOf(undo)).toBe('expiry-not-recorded /orderId');
    });

    const whole: readonly Command[] = [
      ...[...known, registerCase('c-2'), registerDefendant('d-2'), recordNoImprisonment()],
      ...[enterOrder('o-1', '9,000.00'), enterOrder('o-2', '5,000.00'), determineLoss('c-2', '5,000.00')],
      makeFinal('o-2'),
    ];
    const all = recordPayment('dcd.1', '5,000.00', { to: 'o-2' });

    test('leaves nothing owed where the victim was made whole meanwhile', async () => {
      const court = await told(...whole, determineLoss('c-1', '4,000.00'), term, all, undo);
      expect((await court.owedTo())['o-1']).toEqual(['0.00', '9000.00', '0.00']);
      expect(await court.owedIn('c-1', 'o-1')).toEqual(['0.00', '9000.00', '0.00']);
    });

    test.each([
      ['brings back what a full recovery had ended that was undone meanwhile', 'REINSTATE', '9000.00'],
      ['brings back nothing of that, where P-19 says so', 'NO_REINSTATEMENT', '0.00'],
    ] as const)('%s', async (_, answer, owed) => {
      const court = await told(
        setPolicy('P-19', answer),
        ...whole,
        all,
        term,
        returnPayment('dcd.1', { on: over }),
        undo,
      );
      expect((await court.owedTo())['o-1']?.[2]).toBe(owed);
      expect(await copiesAgree(court, 'c-1')).toBe(true);
    });
  });
});
