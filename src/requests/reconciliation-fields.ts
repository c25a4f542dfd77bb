import { matches, textField } from './text-fields.ts';

/** A balance of dollars and cents, which may be below nothing. @param description what it is the balance of */
export function IsBalance(description: string): PropertyDecorator {
  const pattern = '^-?(0|[1-9][0-9]{0,10})\\.[0-9]{2}$';
  return textField({
    schema: { type: 'string', description, example: '1250.00', pattern },
    rule: 'not-a-balance',
    expected:
      'Write an amount such as "1250.00", with a dash before it where it is below nothing, such as "-12.50".',
    fits: (text) => matches(pattern)(text) && text !== '-0.00',
  });
}

/** A digest of bytes. @param description what it is the digest of */
export function IsFileHash(description = 'SHA-256 of the bytes of the file.'): PropertyDecorator {
  const pattern = '^[0-9a-f]{64}$';
  return textField({
    schema: { type: 'string', description, example: '9f'.repeat(32), pattern },
    rule: 'not-a-hash',
    expected: 'Write SHA-256 as 64 digits and letters from a to f.',
    fits: matches(pattern),
  });
}

/** The number of a line, in quotes. @param description of which line */
export function IsLineNumber(description: string): PropertyDecorator {
  const pattern = '^[1-9][0-9]{0,6}$';
  return textField({
    schema: { type: 'string', description, example: '12', pattern },
    rule: 'not-a-line',
    expected: 'Write the number of a line in quotes, such as "12"; the first is "1".',
    fits: matches(pattern),
  });
}

/** What the books expect a bank to confirm. @param description which it is */
export function IsItemId(description: string): PropertyDecorator {
  const pattern = '^(?=.{3,80}$)[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+){0,2}$';
  return textField({
    schema: { type: 'string', description, example: 'dcd.2026-00017', pattern, maxLength: 80 },
    rule: 'not-an-item',
    expected:
      'Write the id that the books have, such as "dcd.2026-00017" of a receipt or "v-7k2m9q.p-0091" of a payment.',
    fits: matches(pattern),
  });
}
