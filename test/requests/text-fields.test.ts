import { complaintsAbout } from './reading.ts';

const about = (field: string, rule: string): readonly string[] => [`/${field} ${rule}`];

describe('an amount', () => {
  test.each(['0.00', '0.01', '7.33', '1234567.89', '99999999999.99'])('may be %s', (amount) => {
    expect(complaintsAbout('RecordPayment', { amount })).toEqual([]);
  });

  test.each([
    ['no number', 'abc'],
    ['nothing', ''],
    ['no cents', '100'],
    ['one decimal', '100.0'],
    ['a third decimal', '100.000'],
    ['no digit before the point', '.50'],
    ['no digit after the point', '100.'],
    ['an exponent', '1e2'],
    ['an exponent after cents', '1.00e2'],
    ['a thousands mark', '1,000.00'],
    ['a decimal comma', '100,00'],
    ['a negative sign', '-100.00'],
    ['a minus sign that is not a hyphen', '\u2212100.00'],
    ['a plus sign', '+100.00'],
    ['brackets for a minus', '(100.00)'],
    ['a leading zero', '0100.00'],
    ['two zeros', '00.00'],
    ['full-width digits', '\uff11\uff10\uff10.00'],
    ['Arabic digits', '\u0661\u0660\u0660.00'],
    ['a trailing newline', '100.00\n'],
    ['a space in front', ' 100.00'],
    ['a space behind', '100.00 '],
    ['a dollar sign', '$100.00'],
    ['a currency', '100.00 USD'],
    ['another base', '0x64.00'],
    ['infinity', 'Infinity'],
    ['no number by name', 'NaN'],
    ['one cent too many', '100000000000.00'],
    ['thirty digits', `${'9'.repeat(30)}.00`],
    ['two amounts', '1.00.00'],
    ['a NUL', '100.00\0'],
  ])('with %s is refused', (_name, amount) => {
    expect(complaintsAbout('RecordPayment', { amount })).toEqual(about('amount', 'not-an-amount'));
  });

  test.each([
    ['a number', 100.5],
    ['a whole number', 100],
    ['a bigint', 100n],
    ['true', true],
    ['a list', ['100.00']],
    ['an object', { toString: () => '100.00' }],
    ['a text object', new String('100.00')],
  ])('that is %s and no text is refused', (_name, amount) => {
    expect(complaintsAbout('RecordPayment', { amount })).toEqual(about('amount', 'not-text'));
  });
});

describe('a day', () => {
  test.each(['1900-01-01', '2024-02-29', '2000-02-29', '2026-12-31', '2999-12-31'])('may be %s', (on) => {
    expect(complaintsAbout('RecordPayment', { on })).toEqual([]);
  });

  test.each([
    ['29 February of a common year', '2026-02-29'],
    ['29 February of 1900', '1900-02-29'],
    ['30 February', '2024-02-30'],
    ['31 April', '2026-04-31'],
    ['a thirteenth month', '2026-13-01'],
    ['month zero', '2026-00-10'],
    ['day zero', '2026-01-00'],
    ['a date-time', '2026-01-02T00:00:00Z'],
    ['a time behind a space', '2026-01-02 00:00'],
    ['a week date', '2026-W10-1'],
    ['a week', '2026-W10'],
    ['an ordinal day', '2026-002'],
    ['no dashes', '20260102'],
    ['a year only', '2026'],
    ['a month only', '2026-01'],
    ['one digit for the month', '2026-1-02'],
    ['the American order', '01/02/2026'],
    ['a year before 1900', '1899-12-31'],
    ['a year after 2999', '3000-01-01'],
    ['five digits for the year', '02026-01-02'],
    ['a sign', '+2026-01-02'],
    ['full-width digits', '\uff12026-01-02'],
    ['a trailing newline', '2026-01-02\n'],
    ['nothing', ''],
  ])('with %s is refused', (_name, on) => {
    expect(complaintsAbout('RecordPayment', { on })).toEqual(about('on', 'not-a-day'));
  });

  test.each([
    ['a number', 20260102],
    ['a Date', new Date(0)],
    ['a list', ['2026-01-02']],
  ])('that is %s and no text is refused', (_name, on) => {
    expect(complaintsAbout('RecordPayment', { on })).toEqual(about('on', 'not-text'));
  });
});

describe('an id', () => {
  test.each(['v-1', 'v-7k2m9q', `v-${'z'.repeat(26)}`])('may be %s', (victimId) => {
    expect(complaintsAbout('RegisterVictim', { victimId })).toEqual([]);
  });

  test.each([
    ['a vowel', 'v-doe'],
    ['an l', 'v-l1'],
    ['the letter of another kind', 'c-1'],
    ['capitals', 'V-1'],
    ['a capital inside', 'v-K1'],
    ['27 letters', `v-${'z'.repeat(27)}`],
    ['nothing after the dash', 'v-'],
    ['no dash', 'v1'],
    ['a second dash', 'v-1-2'],
    ['an underscore', 'v_1'],
    ['a space', 'v- 1'],
    ['a trailing newline', 'v-1\n'],
    ['a Cyrillic letter', 'v-\u0441'],
    ['a path', 'v-../c-1'],
    ['nothing', ''],
  ])('with %s is refused', (_name, victimId) => {
    expect(complaintsAbout('RegisterVictim', { victimId })).toEqual(about('victimId', 'not-an-id'));
  });

  test.each([
    ['victimId', 'RecordDisbursement'],
    ['caseId', 'RecordDisbursement'],
    ['disbursementId', 'RecordDisbursement'],
    ['defendantId', 'RegisterDefendant'],
    ['orderId', 'VacateOrder'],
    ['refundId', 'RecordRefund'],
  ] as const)('%s of %s has a letter of its own', (field, name) => {
    expect(complaintsAbout(name, { [field]: 'x-1' })).toEqual(about(field, 'not-an-id'));
  });
});

describe('a choice', () => {
  test.each([
    ['another word', 'CHEQUE'],
    ['small letters', 'check'],
    ['a space', 'CHECK '],
    ['nothing', ''],
    ['the name of what every object has', 'constructor'],
    ['another such name', '__proto__'],
  ])('of %s is refused', (_name, method) => {
    expect(complaintsAbout('RecordPayment', { method })).toEqual(about('method', 'not-a-choice'));
  });

  test('that is a list is refused', () => {
    expect(complaintsAbout('RecordPayment', { method: ['CHECK'] })).toEqual(about('method', 'not-text'));
  });
});

describe('a receipt', () => {
  test.each(['dc', 'dcd', 'top2', 'a23456789012'])('may come from %s', (source) => {
    expect(complaintsAbout('RecordPayment', { source })).toEqual([]);
  });

  test.each(['d', 'DCD', 'd.c', 'd-c', 'a234567890123', 'dcd\n', ''])('may not come from %j', (source) => {
    expect(complaintsAbout('RecordPayment', { source })).toEqual(about('source', 'not-a-source'));
  });

  test.each(['1', '2026-00017', 'A1', 'A-1', `1${'A'.repeat(31)}`])('may have the number %s', (reference) => {
    expect(complaintsAbout('RecordPayment', { reference })).toEqual([]);
  });

  test.each(['', 'A', 'SMITH', 'a1', '-1', '1-', '1.2', '1 2', `1${'A'.repeat(32)}`, '1\n', '\uff11'])(
    'may not have the number %j',
    (reference) => {
      expect(complaintsAbout('RecordPayment', { reference })).toEqual(about('reference', 'not-a-reference'));
    },
  );
});

describe('a label', () => {
  test.each([
    'A',
    '1:20-cr-00123',
    'Doe',
    'Jane Doe 7',
    'Zoë',
    '"Mill Series"',
    'V-001',
    '名',
    'x'.repeat(120),
  ])('may be %s', (label) => {
    expect(complaintsAbout('RegisterCase', { label })).toEqual([]);
  });

  test.each([
    ['nothing', ''],
    ['121 characters', 'x'.repeat(121)],
    ['a line break', 'Doe\nRoe'],
    ['a trailing newline', 'Doe\n'],
    ['a tab', 'Doe\tRoe'],
    ['a NUL', 'Doe\0'],
    ['an escape', '\u001b[31mDoe'],
    ['a C1 control', 'Doe\u0085'],
    ['a line separator', 'Doe\u2028Roe'],
    ['a bidirectional override', '\u202eeoD'],
    ['a letter of no width', 'D\u200boe'],
    ['a byte order mark', '\ufeffDoe'],
    ['a space that does not break', 'Doe\u00a0Roe'],
    ['a space in front', ' Doe'],
    ['a space behind', 'Doe '],
    ['only a space', ' '],
    ['half a surrogate pair', 'Doe\ud83d'],
    ['an id', 'c-1'],
    ['an id with a slip of the pen', 'c-20cr0l'],
  ])('of %s is refused', (_name, label) => {
    expect(complaintsAbout('RegisterCase', { label })).toEqual(about('label', 'not-a-label'));
  });

  test('that is a number is refused', () => {
    expect(complaintsAbout('RegisterCase', { label: 120 })).toEqual(about('label', 'not-text'));
  });
});
