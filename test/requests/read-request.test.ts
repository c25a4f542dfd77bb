import type { CommandType } from '../../src/domain/commands.ts';
import { fieldsOf } from '../../src/requests/field.ts';
import { readRequest } from '../../src/requests/read-request.ts';
import { requestTypes } from '../../src/requests/request-types.ts';
import { complaintsAbout, valid } from './reading.ts';

const names = requestTypes.map(({ name }) => name);
const fields = requestTypes.flatMap(({ name, fields: declared }) =>
  declared.map((field) => ({ name, field })),
);
const required = fields.filter(({ field }) => field.fallback === undefined);
const optional = fields.filter(({ field }) => field.fallback !== undefined);
const nullable = optional.filter(({ field }) => field.fallback === null);
const never = fields.filter(({ field }) => field.fallback !== null);
const rows = (found: typeof fields): [CommandType, string][] =>
  found.map(({ name, field }) => [name, field.name]);

describe('a request', () => {
  test.each(names)('%s becomes the command', (name) => {
    expect(readRequest(name, valid[name])).toMatchObject({ ok: true, command: { type: name } });
  });

  test.each([
    [
      'RecordPayment',
      {
        type: 'RecordPayment',
        receiptId: 'dcd.2026-00017',
        caseId: 'c-1',
        defendantId: 'd-1',
        orderId: 'o-1',
        amount: 100_00n,
        method: 'CHECK',
        origin: 'FEDERAL_BENEFIT_OFFSET',
        benefits: 12_000_00n,
        on: '2020-01-02',
      },
    ],
    [
      'DetermineLoss',
      {
        type: 'DetermineLoss',
        victimId: 'v-1',
        caseId: 'c-1',
        category: 'TRAFFICKING',
        amount: 9_500_00n,
        heads: [
          { head: 'MEDICAL_SERVICES', amount: 9_000_00n },
          { head: 'LOST_INCOME', amount: 500_00n },
        ],
        statute: '18 U.S.C. 2259',
        projected: 100_00n,
        on: '2020-01-02',
      },
    ],
    [
      'AmendOrder',
      {
        type: 'AmendOrder',
        orderId: 'o-1',
        caseId: 'c-1',
        authority: '3664(k)',
        override: 'APPELLATE_MANDATE',
        lines: [{ victimId: 'v-1', track: 'TRAFFICKING', amount: 3_500_00n }],
        on: '2020-01-02',
      },
    ],
    [
      'RecordRefund',
      {
        ...{ type: 'RecordRefund', receiptId: 'dcd.2026-00017', refundId: 'f-2', replaces: 'f-1' },
        ...{ amount: 5_00n, on: '2020-01-02' },
      },
    ],
    ['SetPolicy', { type: 'SetPolicy', policy: 'P-07', value: 'ACCEPT_WHOLE', on: '2020-01-02' }],
  ] as const)('%s keeps every field, with money as cents', (name, command) => {
    expect(readRequest(name, valid[name])).toEqual({ ok: true, command });
  });

  test.each([
    ['RegisterVictim', { kind: 'victim', id: 'v-1', text: 'Doe' }],
    ['RegisterCase', { kind: 'case', id: 'c-1', text: '1:20-cr-00123' }],
    ['RegisterDefendant', { kind: 'defendant', id: 'd-1', text: 'D-1' }],
    ['EnterOrder', { kind: 'order', id: 'o-1', text: 'ECF 41' }],
  ] as const)('%s gives its label apart, and none to the command', (name, label) => {
    const reading = readRequest(name, valid[name]);
    expect(reading).toMatchObject({ ok: true, label });
    expect(reading.ok && reading.command).not.toHaveProperty('label');
    expect(readRequest(name, { ...valid[name], label: undefined })).not.toHaveProperty('label');
  });

  test.each(rows(optional))('%s may do without %s', (name, field) => {
    expect(complaintsAbout(name, { [field]: undefined })).toEqual([]);
  });

  test('has defaults for what it does without', () => {
    const command = (name: CommandType, without: Readonly<Record<string, undefined>>): unknown => {
      const reading = readRequest(name, { ...valid[name], ...without });
      return reading.ok && reading.command;
    };
    expect(command('RecordPayment', { orderId: undefined, method: undefined })).toMatchObject({
      orderId: null,
      method: 'OTHER',
    });
    expect(command('DetermineLoss', { heads: undefined })).toMatchObject({ heads: [] });
    expect(command('MakeOrderFinal', { ground: undefined })).toMatchObject({ ground: 'DIRECT_REVIEW_DONE' });
    expect(command('PetitionLaterLosses', { goodCause: undefined })).toMatchObject({
      goodCause: 'NOT_SHOWN',
    });
    expect(command('DeferFinding', { victimId: undefined })).toMatchObject({ victimId: null });
    expect(command('EnterOrder', { offences: undefined, override: undefined })).not.toHaveProperty(
      'offences',
    );
  });

  test.each(rows(required))('%s may not do without %s', (name, field) => {
    expect(complaintsAbout(name, { [field]: undefined })).toEqual([`/${field} field-missing`]);
  });

  test.each(rows(nullable))(
    '%s may have null for %s, which is what it means to leave it out',
    (name, field) => {
      expect(complaintsAbout(name, { [field]: null })).toEqual([]);
    },
  );

  test.each(rows(never))('%s may not have null for %s', (name, field) => {
    expect(complaintsAbout(name, { [field]: null })).toEqual([`/${field} field-null`]);
  });

  test.each(rows(fields))('%s may not have a number, a list or an object for %s', (name, field) => {
    const rule = fieldsOf(requestTypes.find((type) => type.name === name)!.requestClass).get(field)!.items
      ? 'not-a-list'
      : 'not-text';
    expect(complaintsAbout(name, { [field]: 5 })).toEqual([`/${field} ${rule}`]);
    expect(complaintsAbout(name, { [field]: {} })).toEqual([`/${field} ${rule}`]);
    expect(complaintsAbout(name, { [field]: [[]] })).not.toEqual([]);
  });

  test.each(names)('%s may not have a field that it does not know', (name) => {
    expect(complaintsAbout(name, { memo: 'x' })).toEqual(['/memo field-unknown']);
  });

  test.each([
    ['type', '/type field-unknown'],
    ['receiptId', '/receiptId field-unknown'],
    ['toCommand', '/toCommand field-unknown'],
    ['constructor', '/constructor field-unknown'],
    ['hasOwnProperty', '/hasOwnProperty field-unknown'],
    ['__proto__', ' field-unknown'],
    ['Jane Roe', ' field-unknown'],
    ['', ' field-unknown'],
  ])('may not have a field %j, though class-validator would let some of these pass', (field, complaint) => {
    const body: unknown = JSON.parse(
      JSON.stringify(valid.RecordPayment).replace('{', `{${JSON.stringify(field)}:{},`),
    );
    const reading = readRequest('RecordPayment', body);
    expect(reading.ok ? [] : reading.complaints.map(({ pointer, rule }) => `${pointer} ${rule}`)).toEqual([
      complaint,
    ]);
  });

  test.each([
    ['null', null],
    ['a list', []],
    ['a text', '{}'],
    ['a number', 5],
    ['nothing', undefined],
  ])('may not be %s', (_name, body) => {
    expect(readRequest('RecordPayment', body)).toMatchObject({
      complaints: [{ pointer: '', rule: 'not-an-object' }],
    });
  });

  test('is told everything that is wrong at once', () => {
    expect(
      complaintsAbout('RecordPayment', { amount: 1, on: '2026', method: undefined, source: null, x: 0 }),
    ).toEqual(['/x field-unknown', '/source field-null', '/amount not-text', '/on not-a-day']);
  });

  test('is told what is expected, and never what was sent', () => {
    const secret = 'Jane Roe 1979-07-06';
    for (const { name, field } of fields) {
      const reading = readRequest(name, { ...valid[name], [field.name]: secret, [secret]: secret });
      expect(JSON.stringify(reading.ok ? '' : reading.complaints)).not.toContain('Jane');
      expect(
        reading.ok || reading.complaints.every(({ message }) => /\b(?:Write|Add|Remove)\b/.test(message)),
      ).toBe(true);
    }
  });
});

describe('a list', () => {
  const line = { victimId: 'v-1', track: 'TRAFFICKING', amount: '1.00' };
  const many = (count: number): readonly unknown[] => Array.from({ length: count }, () => line);

  test('of 200,000 lines is an order', () => {
    expect(complaintsAbout('EnterOrder', { lines: many(200_000) })).toEqual([]);
  });

  test('of one line more is not', () => {
    expect(complaintsAbout('EnterOrder', { lines: many(200_001) })).toEqual(['/lines list-too-long']);
    expect(complaintsAbout('AmendOrder', { lines: many(200_001) })).toEqual(['/lines list-too-long']);
  });

  test('of twelve heads is all that the statutes have', () => {
    const head = { head: 'LOST_INCOME', amount: '1.00' };
    expect(complaintsAbout('DetermineLoss', { heads: Array(12).fill(head) })).toEqual([]);
    expect(complaintsAbout('DetermineLoss', { heads: Array(13).fill(head) })).toEqual([
      '/heads list-too-long',
    ]);
  });

  test('has each item told by its place and its field', () => {
    const lines = [line, { ...line, amount: 1 }, { ...line, track: undefined, memo: '' }, line];
    expect(complaintsAbout('EnterOrder', { lines })).toEqual([
      '/lines/2/memo field-unknown',
      '/lines/1/amount not-text',
      '/lines/2/track field-missing',
    ]);
  });

  test.each([
    ['null', null],
    ['a text', 'v-1'],
    ['a number', 1],
    ['an empty list', []],
    ['a list', [line]],
  ])('may not hold %s', (_name, item) => {
    expect(complaintsAbout('EnterOrder', { lines: [line, item, { ...line, amount: '1' }] })).toEqual([
      '/lines/1 not-an-object',
      '/lines/2/amount not-an-amount',
    ]);
  });

  test('of nothing but mistakes is not told without end', () => {
    const lines = Array.from({ length: 10_000 }, () => ({}));
    const reading = readRequest('EnterOrder', { ...valid.EnterOrder, lines });
    expect(reading.ok ? [] : reading.complaints).toHaveLength(1_000);
  });
});
