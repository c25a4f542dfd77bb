import fc from 'fast-check';
import { isCommandId } from '../../src/requests/any-command.ts';
import { readCommandLine } from '../../src/requests/read-command-line.ts';
import { told, valid } from './reading.ts';

const line = (fields: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ command: 'RecordPayment', ...valid.RecordPayment, ...fields });

describe('a line', () => {
  test.each(Object.entries(valid))('of %s is read', (command, body) => {
    expect(readCommandLine(JSON.stringify({ command, ...body }))).toMatchObject({
      ok: true,
      command: { type: command },
    });
  });

  test('may bring the id of its command', () => {
    expect(readCommandLine(line({ commandId: 'clerk:2026-03.17_a' }))).toMatchObject({
      ok: true,
      commandId: 'clerk:2026-03.17_a',
    });
    expect(readCommandLine(line({}))).not.toHaveProperty('commandId');
  });

  test.each([
    ['a space', 'a b'],
    ['a slash', 'a/b'],
    ['65 letters', 'a'.repeat(65)],
    ['a trailing newline', 'a\n'],
    ['nothing', ''],
    ['a number', 5],
    ['null', null],
    ['a list', ['a']],
  ])('may not bring an id of %s', (_name, commandId) => {
    expect(told(readCommandLine(line({ commandId })))).toEqual(['/commandId not-a-command-id']);
    expect(isCommandId(commandId)).toBe(false);
  });

  test.each([
    ['missing', undefined],
    ['unknown', 'Pay'],
    ['in small letters', 'recordpayment'],
    ['of what every object has', 'constructor'],
    ['a number', 5],
    ['a list', ['RecordPayment']],
    ['null', null],
  ])('whose command is %s is refused', (_name, command) => {
    expect(told(readCommandLine(line({ command })))).toEqual(['/command not-a-command']);
  });

  test.each([
    ['blank', ''],
    ['cut short', line({}).slice(0, -1)],
    ['with a line behind it', `${line({})} ${line({})}`],
    ['with a comma behind it', `${line({})},`],
    ['with a word behind it', `${line({})} ok`],
  ])('%s is refused', (_name, text) => {
    expect(told(readCommandLine(text))).toEqual([' json-invalid']);
  });

  test.each([
    ['a list', '[]'],
    ['a text', '"RecordPayment"'],
    ['a number', '5'],
    ['null', 'null'],
  ])('that is %s and no object is refused', (_name, text) => {
    expect(told(readCommandLine(text))).toEqual([' not-an-object']);
  });

  test.each([
    [
      'with a field twice',
      '{"command":"VacateOrder","on":"2020-01-01","on":"2020-01-02"}',
      '/on json-key-twice',
    ],
    [
      'with its command twice',
      '{"command":"VacateOrder","command":"VacateOrder"}',
      '/command json-key-twice',
    ],
    ['with __proto__', '{"command":"VacateOrder","__proto__":{"on":"2020-01-01"}}', ' json-key-forbidden'],
    ['with constructor', '{"command":"VacateOrder","constructor":1}', '/constructor json-key-forbidden'],
    ['with half a surrogate pair', '{"command":"RegisterCase","label":"\\ud800"}', ' json-not-unicode'],
    ['with half a pair unescaped', '{"command":"RegisterCase","label":"\ud800"}', ' json-not-unicode'],
    [
      'nine levels deep',
      `{"command":"VacateOrder","on":${'['.repeat(8)}${']'.repeat(8)}}`,
      '/on/0/0/0/0/0/0/0 json-too-deep',
    ],
  ])('%s is refused', (_name, text, complaint) => {
    expect(told(readCommandLine(text))).toEqual([complaint]);
  });

  test('is told what is wrong with its fields', () => {
    expect(told(readCommandLine(line({ amount: 100, memo: '' })))).toEqual([
      '/memo field-unknown',
      '/amount not-text',
    ]);
  });

  test('may have 1 MiB, which is room for the longest order, and not a byte more', () => {
    const lines = Array.from({ length: 10_000 }, () => ({
      victimId: `v-${'z'.repeat(26)}`,
      track: 'TRAFFICKING',
      amount: '99999999999.99',
    }));
    const longest = JSON.stringify({ command: 'EnterOrder', ...valid.EnterOrder, lines });
    expect(told(readCommandLine(longest))).toEqual([]);
    expect(told(readCommandLine(longest.padEnd(1_048_576)))).toEqual([]);
    expect(told(readCommandLine(longest.padEnd(1_048_577)))).toEqual([' line-too-long']);
    expect(told(readCommandLine(`"${'€'.repeat(349_525)}"`))).toEqual([' line-too-long']);
  });

  test('is read or refused, whatever it holds', () => {
    const body = fc.dictionary(
      fc.constantFrom(
        'amount',
        'on',
        'orderId',
        'lines',
        'memo',
        'label',
        'command',
        'commandId',
        'toCommand',
      ),
      fc.jsonValue({ maxDepth: 3 }),
    );
    const command = fc.constantFrom(...Object.keys(valid));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.tuple(command, body)), (sent) => {
        const text = typeof sent === 'string' ? sent : JSON.stringify({ command: sent[0], ...sent[1] });
        const reading = readCommandLine(text);
        expect(reading.ok ? [''] : reading.complaints).not.toEqual([]);
      }),
    );
  });
});
