import { parseMoney } from '../../../src/domain/money.ts';
import { isAsked, isMatch, isNone, item, janes, johns, line, matched, outcomeOf } from './words.ts';

const numbered = { references: { RECEIPT: '000123' } };
const jane = { party: 'ROE, JANE' };

describe('a line that names a number', () => {
  test('and has its amount is matched, whoever it says nothing about', () => {
    const receipt = item('r1', ['50.00', '2026-03-02'], numbered);
    expect(outcomeOf([line('CREDIT', ['50.00', '2026-03-04'], numbered)], [receipt])).toEqual(
      isMatch('BY_REFERENCE', receipt),
    );
  });

  test('is matched though it lacks leading zeros and dashes, and says so', () => {
    const receipt = item('r1', ['50.00', '2026-03-02'], { references: { RECEIPT: '0001-23' } });
    const found = outcomeOf(
      [line('CREDIT', ['50.00', '2026-03-04'], { references: { RECEIPT: '123' } })],
      [receipt],
    );
    expect(found).toMatchObject({
      evidence: expect.arrayContaining([{ code: 'REFERENCE_EQUAL', role: 'RECEIPT', as: 'NORMALIZED' }]),
    });
  });

  test('of another source names nothing of ours', () => {
    const receipt = item('r1', ['50.00', '2026-03-02'], { ...numbered, source: 'dcn' });
    expect(outcomeOf([line('CREDIT', ['50.00', '2026-03-04'], numbered)], [receipt]).outcome).not.toBe(
      'MATCH',
    );
  });

  test('that has come round again since names the receipt of these days, and not that of last year', () => {
    const [old, now] = [
      item('r1', ['50.00', '2025-03-02'], numbered),
      item('r2', ['50.00', '2026-03-02'], numbered),
    ];
    expect(outcomeOf([line('CREDIT', ['50.00', '2026-03-04'], numbered)], [old, now])).toEqual(
      isMatch('BY_REFERENCE', now),
    );
  });

  test('that two receipts of these days have is told apart by the amount, and asked about where that is the same', () => {
    const other = item('r2', ['75.00', '2026-03-05'], { ...numbered, ...johns });
    const credit = line('CREDIT', ['75.00', '2026-03-06'], numbered);
    const [less, same] = [
      item('r1', ['50.00', '2026-03-02'], numbered),
      item('r3', ['75.00', '2026-03-02'], numbered),
    ];
    expect(outcomeOf([credit], [less, other])).toEqual(isMatch('BY_REFERENCE', other));
    expect(outcomeOf([credit], [same, other])).toEqual(isAsked('SEVERAL_FIT'));
  });

  test('but another amount is asked about, and the receipt is a mismatch by what it differs', () => {
    const receipt = item('r1', ['50.00', '2026-03-02'], numbered);
    const credit = line('CREDIT', ['45.00', '2026-03-04'], numbered);
    const { outcomes, standings } = matched([credit], [receipt]);
    expect(outcomes.get(credit.id)).toEqual(isAsked('AMOUNT_DIFFERS'));
    expect(standings.get(receipt.id)).toEqual({
      standing: 'MISMATCH',
      line: credit.id,
      amountBy: parseMoney('5.00') * -1n,
      daysBy: 2,
    });
  });

  test('is matched with a residual where so much is borne, for the reason that is set', () => {
    const receipt = item('r1', ['50.00', '2026-03-02'], numbered);
    const credit = line('CREDIT', ['49.75', '2026-03-04'], numbered);
    const tolerance = { absolute: parseMoney('0.50'), basisPoints: 100n, reason: 'FEE_WITHHELD' } as const;
    expect(outcomeOf([credit], [receipt], { tolerance })).toMatchObject({
      outcome: 'MATCH',
      residual: { amount: -25n, reason: 'FEE_WITHHELD' },
    });
    const small = { ...tolerance, basisPoints: 49n };
    expect(outcomeOf([credit], [receipt], { tolerance: small })).toEqual(isAsked('AMOUNT_DIFFERS'));
  });

  test('and somebody else is asked about', () => {
    const receipt = item('r1', ['50.00', '2026-03-02'], numbered);
    const credit = line('CREDIT', ['50.00', '2026-03-04'], { ...numbered, party: 'Karl Marsh' });
    expect(outcomeOf([credit], [receipt])).toEqual(isAsked('CONTRADICTED'));
  });

  test('of what was confirmed before is not looked for elsewhere', () => {
    const before = item('r1', ['50.00', '2026-03-02'], { ...numbered, isClaimed: true });
    const next = item('r2', ['50.00', '2026-03-05'], { references: { RECEIPT: '000128' } });
    const credit = line('CREDIT', ['50.00', '2026-03-06'], { ...numbered, ...jane });
    expect(outcomeOf([credit], [before, next])).toEqual(isNone('ALREADY_CLAIMED'));
  });

  test('that two lines name is taken by neither', () => {
    const receipt = item('r1', ['50.00', '2026-03-02'], numbered);
    const two = ['2026-03-03', '2026-03-04'].map((on) => line('CREDIT', ['50.00', on], numbered));
    expect([...matched(two, [receipt]).outcomes.values()]).toEqual([
      isAsked('SEVERAL_CLAIM'),
      isAsked('SEVERAL_CLAIM'),
    ]);
  });

  test.each(['', '000', ' - ', 'NOTPROVIDED'])('that is %j names nothing', (RECEIPT) => {
    const receipt = item('r1', ['50.00', '2026-03-02'], { references: { RECEIPT } });
    const credit = line('CREDIT', ['50.00', '2026-03-04'], { references: { RECEIPT } });
    expect(outcomeOf([credit], [receipt])).toEqual(isAsked('NOTHING_NAMES_IT'));
  });

  test('with two digits changed round is matched where the name and the amount agree', () => {
    const receipt = item('r1', ['50.00', '2026-03-02'], numbered);
    const slip = { references: { RECEIPT: '000132' } };
    const credit = line('CREDIT', ['50.00', '2026-03-04'], slip);
    expect(outcomeOf([{ ...credit, ...jane }], [receipt])).toEqual(isMatch('BY_PARTY', receipt));
    expect(outcomeOf([credit], [receipt])).toEqual(isAsked('NOTHING_NAMES_IT'));
  });
});

describe('a cheque', () => {
  test('is known by our number and its amount, months later', () => {
    const cheque = item('p1', ['210.00', '2026-01-05'], {
      kind: 'DISBURSEMENT',
      references: { CHEQUE_SERIAL: '400017' },
    });
    const presented = line('CHEQUE_PRESENTED', ['210.00', '2026-05-20'], {
      references: { CHEQUE_SERIAL: '0400017' },
    });
    expect(outcomeOf([presented], [cheque])).toEqual(isMatch('BY_REFERENCE', cheque));
  });

  test('of a payor is not known by its number, for many have a cheque of that number', () => {
    const receipt = item('r1', ['50.00', '2026-03-02'], { references: { CHEQUE_SERIAL: '1001' } });
    const credit = line('CREDIT', ['50.00', '2026-03-04'], { references: { CHEQUE_SERIAL: '1001' } });
    expect(outcomeOf([credit], [receipt])).toEqual(isAsked('NOTHING_NAMES_IT'));
  });
});

describe('a line that names a person', () => {
  test('is matched with that person’s receipt of the amount and the days', () => {
    const receipts = [item('r1', ['50.00', '2026-03-02']), item('r2', ['50.00', '2026-03-02'], johns)];
    const credit = line('CREDIT', ['50.00', '2026-03-04'], jane);
    expect(outcomeOf([credit], receipts)).toEqual(isMatch('BY_PARTY', receipts[0]!));
  });

  test('by initials is asked about, unless its case is known too', () => {
    const receipt = item('r1', ['50.00', '2026-03-02']);
    const credit = line('CREDIT', ['50.00', '2026-03-04'], { party: 'J. Roe' });
    expect(outcomeOf([credit], [receipt])).toEqual(isAsked('NOTHING_NAMES_IT'));
    expect(outcomeOf([{ ...credit, caseIds: [janes.caseId] }], [receipt])).toEqual(
      isMatch('BY_PARTY', receipt),
    );
  });

  test('who paid as much twice in these days is asked about', () => {
    const receipts = [item('r1', ['50.00', '2026-03-02']), item('r2', ['50.00', '2026-03-03'])];
    expect(outcomeOf([line('CREDIT', ['50.00', '2026-03-04'], jane)], receipts)).toEqual(
      isAsked('SEVERAL_FIT'),
    );
  });

  test('who bears another’s name is asked about', () => {
    const receipts = [
      item('r1', ['50.00', '2026-03-02']),
      item('r2', ['50.00', '2026-03-02'], { ...johns, names: ['Jane Roe'] }),
    ];
    expect(outcomeOf([line('CREDIT', ['50.00', '2026-03-04'], jane)], receipts)).toEqual(
      isAsked('SEVERAL_FIT'),
    );
  });

  test('twice, on two receipts that are alike in every way, is matched twice', () => {
    const twins = [item('r1', ['50.00', '2026-03-02']), item('r2', ['50.00', '2026-03-02'])];
    const lines = ['03', '04'].map((on) => line('CREDIT', ['50.00', `2026-03-${on}`], jane));
    const { outcomes } = matched(lines, twins);
    expect(lines.map(({ id }) => outcomes.get(id))).toEqual(twins.map((twin) => isMatch('BY_PARTY', twin)));
    expect(
      matched(lines, [...twins, item('r3', ['50.00', '2026-03-02'])]).outcomes.get(lines[0]!.id),
    ).toEqual(isAsked('SEVERAL_FIT'));
  });

  test('is not matched with what went to the bank in the hand, nor with what has a trace of its own', () => {
    const credit = line('CREDIT', ['50.00', '2026-03-04'], jane);
    const atCounter = item('r1', ['50.00', '2026-03-02'], { arrives: 'IN_HAND' });
    const traced = item('r2', ['50.00', '2026-03-02'], { references: { TRACE: '91000' } });
    expect(outcomeOf([credit], [atCounter])).toEqual(isNone('NOTHING_FITS'));
    expect(outcomeOf([credit], [traced])).toEqual(isAsked('NOTHING_NAMES_IT'));
  });

  test('every week is not shifted by a week where one line and one receipt are missing', () => {
    const weeks = ['02', '09', '16', '23', '30'];
    const receipts = weeks.slice(0, 4).map((day) => item(`r${day}`, ['50.00', `2026-03-${day}`]));
    const lines = weeks
      .filter((day) => day !== '16')
      .map((day) => line('CREDIT', ['50.00', `2026-03-${day}`], jane));
    const { outcomes } = matched(lines, receipts);
    expect(lines.map(({ id }) => outcomes.get(id))).toEqual([
      isMatch('BY_PARTY', receipts[0]!),
      isMatch('BY_PARTY', receipts[1]!),
      isAsked('SEVERAL_FIT'),
      isAsked('SEVERAL_CLAIM'),
    ]);
  });
});

describe('several together', () => {
  const deposit = { references: { DEPOSIT: '0042' } };
  const three = ['31.17', '50.00', '120.50'].map((amount, nth) =>
    item(`r${nth}`, [amount, '2026-03-02'], deposit),
  );

  test('are a deposit whose number they bear, and that is their sum', () => {
    const put = line('DEPOSIT', ['201.67', '2026-03-03'], deposit);
    expect(outcomeOf([put], three)).toMatchObject({ outcome: 'MATCH', rule: 'BY_REFERENCE_IN_SUM' });
  });

  test('are the part of a deposit’s receipts that comes to it, where only one part does', () => {
    const put = line('DEPOSIT', ['151.67', '2026-03-03'], deposit);
    const many = { oneIn: 10n };
    expect(outcomeOf([put], three, many)).toEqual(isMatch('BY_REFERENCE_IN_SUM', three[0]!, three[2]!));
    expect(outcomeOf([put], three)).toEqual(isMatch('BY_REFERENCE_IN_SUM', three[0]!, three[2]!));
    const again = item('r4', ['31.17', '2026-03-02'], deposit);
    expect(outcomeOf([put], [...three, again], many)).toEqual(isAsked('SEVERAL_FIT'));
  });

  test('are all that a source received on a day, without any number', () => {
    const day = three.map((each) => ({ ...each, references: {} }));
    expect(outcomeOf([line('DEPOSIT', ['201.67', '2026-03-04'])], day)).toMatchObject({
      rule: 'BY_DAY_IN_SUM',
      evidence: expect.arrayContaining([{ code: 'WHOLE_DAYS', days: 1 }]),
    });
  });

  test('are asked about where sums of round amounts fit easily', () => {
    const day = ['50.00', '100.00'].map((amount, nth) => item(`r${nth}`, [amount, '2026-03-02']));
    expect(outcomeOf([line('DEPOSIT', ['150.00', '2026-03-04'])], day)).toEqual(isAsked('PERHAPS_CHANCE'));
  });

  test('are one person’s receipts, paid at once', () => {
    const two = [item('r1', ['40.00', '2026-03-02']), item('r2', ['61.00', '2026-03-03'])];
    const credit = line('CREDIT', ['101.00', '2026-03-04'], jane);
    expect(outcomeOf([credit], two)).toEqual(isMatch('BY_PARTY_IN_SUM', ...two));
    expect(outcomeOf([credit], [...two, item('r3', ['61.00', '2026-03-02'])])).toEqual(
      isAsked('SEVERAL_FIT'),
    );
  });

  test('are one receipt, paid in parts', () => {
    const receipt = item('r1', ['100.00', '2026-03-02'], numbered);
    const parts = ['30.00', '70.00'].map((amount) => line('CREDIT', [amount, '2026-03-04'], jane));
    expect(outcomeOf(parts, [receipt])).toEqual(isMatch('BY_PARTY_IN_SUM', receipt));
    const named = parts.map((part) => ({ ...part, ...numbered, party: '' }));
    expect(outcomeOf(named, [receipt])).toEqual(isMatch('BY_REFERENCE_IN_SUM', receipt));
  });
});

describe('money that came back', () => {
  const paid = { references: { TRACE: '91000001' }, isClaimed: true } as const;

  test('is the return of the payment whose trace it gives', () => {
    const payments = [item('r1', ['50.00', '2026-03-02'], paid), item('r2', ['50.00', '2026-03-02'], johns)];
    const back = line('RETURN', ['50.00', '2026-03-04'], {
      references: { ORIGINAL_TRACE: '091000001' },
      returnCode: 'R01',
    });
    expect(outcomeOf([back], payments)).toMatchObject({
      outcome: 'ACT',
      act: { deed: 'RECORD_RETURN', item: payments[0]!.id, on: '2026-03-04', code: 'R01' },
    });
  });

  test('without a reference is the payment of that person and amount, if there is one; of two, somebody is asked', () => {
    const one = item('r1', ['50.00', '2026-03-02'], paid);
    const back = line('RETURN', ['50.00', '2026-03-12'], jane);
    expect(outcomeOf([back], [one])).toMatchObject({ act: { deed: 'RECORD_RETURN', item: one.id } });
    expect(outcomeOf([back], [one, item('r2', ['50.00', '2026-03-09'])])).toEqual(isAsked('SEVERAL_FIT'));
  });

  test('that says nothing but an amount is asked about, with what would be done', () => {
    const one = item('r1', ['50.00', '2026-03-02'], paid);
    expect(outcomeOf([line('RETURN', ['50.00', '2026-03-12'])], [one])).toMatchObject({
      outcome: 'ASK',
      because: 'NOTHING_NAMES_IT',
      candidates: [{ act: { deed: 'RECORD_RETURN', item: one.id } }],
    });
  });

  test.each([
    ['R01', '2026-03-08', 'ACT'],
    ['R01', '2026-03-20', 'NONE'],
    ['R10', '2026-04-30', 'ACT'],
    ['R10', '2026-05-20', 'NONE'],
  ])('for the reason %s on %s is within the days of its kind, or nothing: %s', (returnCode, on, outcome) => {
    const one = item('r1', ['50.00', '2026-03-02'], paid);
    expect(outcomeOf([line('RETURN', ['50.00', on], { ...jane, returnCode })], [one]).outcome).toBe(outcome);
  });

  test('and is in the books already confirms that', () => {
    const returned = item('x1', ['50.00', '2026-03-12'], { kind: 'PAYMENT_RETURN' });
    const one = item('r1', ['50.00', '2026-03-02'], { ...paid, isReturned: true });
    expect(outcomeOf([line('RETURN', ['50.00', '2026-03-12'], jane)], [one, returned])).toEqual(
      isMatch('BY_PARTY', returned),
    );
  });
});

describe('what is nothing of the books’', () => {
  test.each([
    ['FEE', line('FEE', ['18.50', '2026-03-31'])],
    ['INTEREST', line('INTEREST', ['0.42', '2026-03-31'])],
    ['NOTHING_MOVED', line('CREDIT', ['0.00', '2026-03-31'])],
    ['NOTHING_FITS', line('CREDIT', ['12.00', '2026-03-31'])],
    [
      'REPEATED',
      { ...line('CREDIT', ['50.00', '2026-03-04'], jane), repeats: line('FEE', ['1.00', '2026-01-01']).id },
    ],
  ])('is said to be so: %s', (because, each) => {
    expect(outcomeOf([each], [item('r1', ['50.00', '2026-03-02'])])).toEqual(isNone(because));
  });
});

describe('an item', () => {
  test('is expected until its time is over, and missing from the day after', () => {
    const items = [item('r1', ['50.00', '2026-06-22']), item('r2', ['50.00', '2026-06-21'])];
    const { standings } = matched([], items);
    expect(items.map(({ id }) => standings.get(id))).toEqual([
      { standing: 'EXPECTED', until: '2026-06-30' },
      { standing: 'MISSING', since: '2026-06-30' },
    ]);
  });
});
