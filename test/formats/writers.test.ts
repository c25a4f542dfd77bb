import { writeAchCredits } from '../../src/formats/ach/write-ach.ts';
import { isFieldFault, readRecord } from '../../src/formats/fixed-width/record-table.ts';
import { writePaymentRegister } from '../../src/formats/payment-register/write-register.ts';
import {
  positivePayCheck,
  positivePayTrailer,
  writePositivePay,
} from '../../src/formats/positive-pay/write-positive-pay.ts';
import {
  sprAchPayment,
  sprAchSchedule,
  sprCheckPayment,
  sprCheckSchedule,
  sprFileHeader,
  sprFileTrailer,
  sprScheduleTrailer,
} from '../../src/formats/spr/layout.ts';
import { writeSpr, type SprSchedule } from '../../src/formats/spr/write-spr.ts';
import type { Written } from '../../src/formats/written.ts';
import { origin } from './ach-origin.ts';

const linesOf = (file: Written): readonly string[] => {
  if (!file.isGood) throw new Error(JSON.stringify(file.faults));
  return [...file.lines()].map((line) => line.slice(0, -1));
};
const faultsOf = (file: Written): readonly unknown[] =>
  file.isGood ? [] : file.faults.map(({ line, rule, column }) => [line, rule, column]);

describe('a NACHA file of credits', () => {
  const credit = {
    routing: '061000146',
    account: '100200300',
    accountKind: 'CHECKING',
    amount: '12.50',
    payment: 'P-1',
    name: 'Zoë Müller-Łukasz',
  } as const;

  test('has records of 94 characters in blocks of ten', () => {
    const lines = linesOf(writeAchCredits(origin, [credit, { ...credit, remittance: '26-CR-00017' }]));
    expect(lines).toHaveLength(10);
    expect(new Set(lines.map((line) => line.length))).toEqual(new Set([94]));
    expect(lines[2]).toContain('Zoe Muller-Lukasz');
    expect(lines.map((line) => line.charAt(0)).join('')).toBe('1566789999');
  });

  test.each([
    ['does-not-fit', 'amount', { amount: '100000000.00' }],
    ['field-not-digits', 'amount', { amount: '12.5' }],
    ['field-not-an-amount', 'amount', { amount: '0.00' }],
    ['field-not-digits', 'routing', { routing: '061000147' }],
    ['does-not-fit', 'account', { account: '1'.repeat(18) }],
    ['field-blank', 'account', { account: '' }],
    ['does-not-fit', 'identification', { payment: 'P'.repeat(16) }],
    ['does-not-fit', 'information', { remittance: 'x'.repeat(81) }],
    ['not-writable', 'name', { name: '山田' }],
  ])('is not written where there is %s in %s, and says of which payment', (rule, column, change) => {
    const faults = faultsOf(writeAchCredits(origin, [credit, { ...credit, ...change }]));
    expect(faults).toContainEqual([2, rule, column]);
  });

  test('is not written without a payment', () => {
    expect(faultsOf(writeAchCredits(origin, []))).toEqual([[0, 'file-without-rows', undefined]]);
  });
});

const schedules: readonly SprSchedule[] = [
  {
    kind: 'ACH',
    scheduleNumber: '26R0001',
    paymentType: 'Miscellaneous',
    agencyLocation: '15100001',
    entryClass: 'PPD',
    payments: [
      {
        amount: '100.00',
        payeeName: 'PAYEE ONE',
        paymentId: 'P-1',
        routing: '121000358',
        account: '1',
        accountKind: 'SAVINGS',
      },
      {
        amount: '250.75',
        payeeName: 'PAYEE TWO',
        paymentId: 'P-2',
        routing: '061000146',
        account: '2',
        accountKind: 'CHECKING',
      },
    ],
  },
  {
    kind: 'CHECK',
    scheduleNumber: '26R0002',
    paymentType: 'Miscellaneous',
    agencyLocation: '15100001',
    payments: [
      {
        amount: '7.33',
        payeeName: 'PAYEE THREE',
        paymentId: 'P-3',
        reconcilement: '26-CR-00017',
        address: ['1 MAIN STREET', 'APT 4'],
        city: 'SEATTLE',
        state: 'WA',
        postalCode: '98101',
      },
    ],
  },
];

describe('a Standard Payment Request', () => {
  const lines = linesOf(writeSpr('RESTITUTION', schedules));
  const read = (table: Parameters<typeof readRecord>[0], at: number): object => {
    const found = readRecord(table, lines[at] ?? '');
    if (isFieldFault(found)) throw new Error(JSON.stringify(found));
    return found;
  };

  test('has records of 850 characters, schedule by schedule', () => {
    expect(new Set(lines.map((line) => line.length))).toEqual(new Set([850]));
    expect(lines.map((line) => line.slice(0, 2))).toEqual([
      'H ',
      '01',
      '02',
      '02',
      'T ',
      '11',
      '12',
      'T ',
      'E ',
    ]);
    expect(read(sprFileHeader, 0)).toMatchObject({ inputSystem: 'RESTITUTION', version: '502' });
    expect(read(sprAchSchedule, 1)).toMatchObject({ scheduleNumber: '26R0001', entryClass: 'PPD' });
    expect(read(sprCheckSchedule, 5)).toMatchObject({
      scheduleNumber: '26R0002',
      agencyLocation: '15100001',
    });
  });

  test('has payments by ACH in the order of their routing numbers', () => {
    expect(read(sprAchPayment, 2)).toMatchObject({
      paymentId: 'P-2',
      amount: '250.75',
      transactionCode: '22',
    });
    expect(read(sprAchPayment, 3)).toMatchObject({
      paymentId: 'P-1',
      amount: '100.00',
      transactionCode: '32',
    });
  });

  test('sends a check where it belongs', () => {
    expect(read(sprCheckPayment, 6)).toMatchObject({
      payeeName: 'PAYEE THREE',
      address1: '1 MAIN STREET',
      address2: 'APT 4',
      city: 'SEATTLE',
      state: 'WA',
      postalCode: '98101',
      reconcilement: '26-CR-00017',
      isOffset: '0',
    });
  });

  test('has the totals that the Treasury holds against it', () => {
    expect(read(sprScheduleTrailer, 4)).toMatchObject({ count: '00000002', amount: '350.75' });
    expect(read(sprScheduleTrailer, 7)).toMatchObject({ count: '00000001', amount: '7.33' });
    const totals = { records: '9'.padStart(18, '0'), payments: '3'.padStart(18, '0'), amount: '358.08' };
    expect(read(sprFileTrailer, 8)).toMatchObject(totals);
  });

  test('is not written where a payment does not fit, and says which', () => {
    const [, checks] = schedules;
    if (checks?.kind !== 'CHECK') throw new Error('no checks');
    const change = (of: object): readonly unknown[] =>
      faultsOf(writeSpr('R', [{ ...checks, payments: checks.payments.map((each) => ({ ...each, ...of })) }]));
    expect(change({ payeeName: 'X'.repeat(36) })).toEqual([[1, 'does-not-fit', 'payeeName']]);
    expect(change({ address: [] })).toContainEqual([1, 'field-blank', 'address']);
    expect(change({ address: ['1', '2', '3', '4', '5'] })).toEqual([[1, 'does-not-fit', 'address']]);
    expect(change({ paymentId: '' })).toContainEqual([1, 'field-blank', 'paymentId']);
    expect(change({ amount: '0.00' })).toEqual([[1, 'field-not-an-amount', 'amount']]);
    expect(faultsOf(writeSpr('R', []))).toEqual([[0, 'file-without-rows', undefined]]);
  });
});

describe('a positive-pay issue file', () => {
  const check = {
    account: '5000123',
    checkSerial: '1042',
    amount: '1250.00',
    issuedOn: '2026-03-02',
    payee: 'PAYEE, ONE',
    isVoid: false,
  };
  const checks = [check, { ...check, checkSerial: '1043', amount: '0.99', isVoid: true }];

  test('is a table with a header', () => {
    expect(linesOf(writePositivePay(checks, 'CSV'))).toEqual([
      'account,check_number,amount,issue_date,payee,status',
      '5000123,1042,1250.00,2026-03-02,"PAYEE, ONE",I',
      '5000123,1043,0.99,2026-03-02,"PAYEE, ONE",V',
    ]);
  });

  test('or records with a trailer', () => {
    const lines = linesOf(writePositivePay(checks, 'FIXED'));
    expect(lines.map((line) => line.length)).toEqual([94, 94, 94]);
    expect(readRecord(positivePayCheck, lines[1] ?? '')).toEqual({
      account: '00000000005000123',
      checkSerial: '0000001043',
      amount: '0.99',
      issuedOn: '20260302',
      standing: 'V',
      payee: 'PAYEE, ONE',
    });
    expect(readRecord(positivePayTrailer, lines[2] ?? '')).toMatchObject({
      count: '0000000002',
      amount: '1250.99',
    });
  });

  test.each(['CSV', 'FIXED'] as const)('as %s is not written where a check does not fit', (form) => {
    const change = (of: object): readonly unknown[] =>
      faultsOf(writePositivePay([{ ...check, ...of }], form));
    expect(change({ checkSerial: '12345678901' })).toEqual([[1, 'does-not-fit', 'checkSerial']]);
    expect(change({ checkSerial: '' })).toContainEqual([1, 'field-blank', 'checkSerial']);
    expect(change({ issuedOn: '3/2/2026' })).toContainEqual([1, 'field-not-a-date', 'issuedOn']);
    expect(change({ account: 'X' })).toEqual([[1, 'field-not-digits', 'account']]);
  });
});

describe('a register of payments', () => {
  test('has no formula in it, whatever a payee is called', () => {
    const payee = '=HYPERLINK("http://example.invalid","PAYEE")';
    const row = { payment: 'P-1', paidOn: '2026-03-02', case: '26-CR-00017', method: 'CHECK' };
    const rest = { reference: '+1042', amount: '-12.50', status: 'VOID\nTWICE' };
    expect(linesOf(writePaymentRegister([{ ...row, payee, ...rest }]))).toEqual([
      'payment,paid_on,payee,case,method,reference,amount,status',
      `P-1,2026-03-02,"'=HYPERLINK(""http://example.invalid"",""PAYEE"")",26-CR-00017,CHECK,'+1042,-12.50,VOID TWICE`,
    ]);
  });
});
