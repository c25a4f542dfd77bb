import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { idLetters, idPattern } from '../../src/domain/ids.ts';
import { isMoneyText } from '../../src/domain/money.ts';
import { policyCatalogue } from '../../src/domain/policy/catalogue.ts';
import { requestRules } from '../../src/requests/complaint.ts';
import { fieldsOf, type Field } from '../../src/requests/field.ts';
import { labelPattern } from '../../src/requests/label.ts';
import { isCommandType, requestClassOf, requestTypes } from '../../src/requests/request-types.ts';
import { valid } from './reading.ts';

const everyField = requestTypes.flatMap(({ fields }) => fields.flatMap(withItems));

describe('the list of requests', () => {
  test('names each command once, with a sentence and a class of its own', () => {
    expect(requestTypes.map(({ name }) => name)).toEqual(Object.keys(valid));
    expect(new Set(requestTypes.map(({ requestClass }) => requestClass)).size).toBe(requestTypes.length);
    for (const { name, summary, requestClass } of requestTypes) {
      expect(summary).toMatch(/^[A-Z][^.]+\.$/);
      expect(requestClass.name).toBe(`${name}Request`);
      expect(requestClassOf(name)).toBe(requestClass);
    }
  });

  test('knows a command by its name and by nothing else', () => {
    expect(requestTypes.every(({ name }) => isCommandType(name))).toBe(true);
    expect(['recordPayment', 'constructor', '__proto__', '', null, 1].some(isCommandType)).toBe(false);
  });
});

describe('the schema of a field', () => {
  test('describes it in a sentence', () => {
    expect(everyField.filter(({ schema }) => !/^[A-Z].+\.$/.test(schema.description))).toEqual([]);
  });

  test('gives an example that fits it, by the schema and by the door', () => {
    for (const { schema, items, fault } of everyField) {
      expect(items ? undefined : fault(schema.example)).toBeUndefined();
      if (schema.pattern !== undefined) expect(schema.example).toMatch(new RegExp(schema.pattern, 'u'));
      if (schema.enum !== undefined) expect(schema.enum).toContain(schema.example);
    }
  });

  test('has the meaning of every choice', () => {
    const choosing = everyField.filter(({ schema }) => schema.enum);
    expect(choosing.length).toBeGreaterThan(0);
    for (const { schema, choices } of choosing) {
      expect(Object.keys(choices ?? {})).toEqual(schema.enum);
      expect(Object.values(choices ?? {}).every((meaning) => meaning !== '')).toBe(true);
    }
  });

  test('has the pattern that the domain has', () => {
    const patterns = new Set(everyField.map(({ schema }) => schema.pattern));
    for (const kind of Object.keys(idLetters) as (keyof typeof idLetters)[])
      expect(patterns).toContain(idPattern(kind));
    const amount = new RegExp(fieldNamed('RecordPayment', 'amount').schema.pattern ?? '');
    for (const text of [
      '0.00',
      '1.00',
      '99999999999.99',
      '100000000000.00',
      '01.00',
      '1.0',
      '1',
      '-1.00',
      '1.00\n',
    ]) {
      expect([text, amount.test(text)]).toEqual([text, isMoneyText(text)]);
    }
    expect(fieldNamed('RegisterCase', 'label').schema).toMatchObject({
      pattern: labelPattern,
      maxLength: 120,
    });
  });

  test('says how long a list may be, and what it is a list of', () => {
    expect(fieldNamed('EnterOrder', 'lines')).toMatchObject({
      fallback: undefined,
      schema: {
        type: 'array',
        maxItems: 200_000,
        example: [{ victimId: 'v-7k2m9q', track: 'FULL_AMOUNT', amount: '1250.00' }],
      },
    });
    expect(fieldNamed('DetermineLoss', 'heads').schema.maxItems).toBe(12);
    expect([...fieldsOf(fieldNamed('DetermineLoss', 'heads').items!).keys()]).toEqual([
      ...['head', 'amount', 'valueAtLoss', 'valueAtSentencing', 'valueReturned'],
      ...['grossValue', 'minimumWageValue'],
    ]);
  });

  test('offers every answer to every policy, and names the questions it answers', () => {
    const answers = Object.values(policyCatalogue).flatMap(({ values }) => [...values]);
    expect(new Set(fieldNamed('SetPolicy', 'value').schema.enum)).toEqual(new Set(answers));
    expect(fieldNamed('SetPolicy', 'value').choices).toMatchObject({ DIRECT_REVIEW_DONE: 'answers P-01' });
  });

  test('breaks by a rule that is on the list', () => {
    for (const { fault } of everyField) expect(requestRules).toContain(fault(5)?.rule);
  });
});

describe('a class of requests', () => {
  test.each(requestTypes)(
    '$name can be used by whoever transforms and validates',
    ({ name, requestClass }) => {
      const strictly = { whitelist: true, forbidNonWhitelisted: true };
      expect(validateSync(plainToInstance(requestClass, valid[name]), strictly)).toEqual([]);
      expect(
        validateSync(plainToInstance(requestClass, { ...valid[name], on: '2026' }), strictly),
      ).toHaveLength(1);
      expect(
        validateSync(plainToInstance(requestClass, { ...valid[name], memo: '' }), strictly),
      ).toHaveLength(1);
    },
  );

  test('has the items of its lists validated there too', () => {
    const lines = [{ victimId: 'v-1', track: 'TRAFFICKING', amount: 3000 }];
    const request = plainToInstance(requestClassOf('EnterOrder'), { ...valid.EnterOrder, lines });
    const [error] = validateSync(request);
    expect(error?.children?.[0]?.children?.[0]).toMatchObject({
      property: 'amount',
      constraints: { field: expect.stringMatching(/^This must be a text in quotes\. Write dollars/) },
    });
  });

  test('holds nothing of its own but its defaults', () => {
    const { requestClass } = requestTypes.find(({ name }) => name === 'RecordPayment')!;
    expect(Object.entries(new requestClass())).toEqual([
      ['orderId', null],
      ['method', 'OTHER'],
      ['origin', null],
      ['benefits', null],
    ]);
  });
});

function withItems(field: Field): readonly Field[] {
  return field.items === undefined ? [field] : [field, ...fieldsOf(field.items).values()];
}

function fieldNamed(command: string, name: string): Field {
  return requestTypes.find((type) => type.name === command)!.fields.find((field) => field.name === name)!;
}
