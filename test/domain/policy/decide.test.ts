import fc from 'fast-check';
import { policyCatalogue, type PolicyId } from '../../../src/domain/policy/catalogue.ts';
import { policyDecider } from '../../../src/domain/policy/decide.ts';
import { defaultPolicies, policiesOn } from '../../../src/domain/policy/state.ts';
import { specify } from '../../support/given.ts';
import { day, setPolicy, today, tomorrow, yesterday } from '../../support/words.ts';

const spec = specify(policyDecider);

const choices = Object.entries(policyCatalogue).flatMap(([policy, { values }]) =>
  values.map((value, place) => ({ policy: policy as PolicyId, value, isDefault: place === 0 })),
);

describe('a policy', () => {
  test('answers every open question, from the beginning, by its first value', () => {
    const byDefault = choices
      .filter(({ isDefault }) => isDefault)
      .map(({ policy, value }) => [policy, value]);
    expect(defaultPolicies).toEqual({ ...Object.fromEntries(byDefault), version: 0 });
    expect(policiesOn(spec.given().state.inForce, today)).toEqual(defaultPolicies);
  });

  test.each(choices.filter(({ isDefault }) => !isDefault))(
    '$policy can be set to $value',
    ({ policy, value }) => {
      const command = { type: 'SetPolicy', policy, value, on: today } as const;
      spec.given().when(command).then({ type: 'PolicySet', data: { policy, value } });
      const { inForce } = spec.after(command).state;
      expect(policiesOn(inForce, today)).toEqual({ ...defaultPolicies, [policy]: value, version: 1 });
    },
  );

  test.each(choices.filter(({ isDefault }) => isDefault))(
    '$policy, set to $value, is as it was',
    ({ policy, value }) => {
      spec.given().when({ type: 'SetPolicy', policy, value, on: today }).thenNothing();
    },
  );

  test('set again to the value that holds on the day changes nothing', () => {
    spec
      .after(setPolicy('P-07', 'ACCEPT_WHOLE'))
      .when(setPolicy('P-07', 'ACCEPT_WHOLE', { on: tomorrow }))
      .thenNothing();
  });

  test('holds from its day on, until another is set from a later one', () => {
    const { inForce } = spec.after(
      setPolicy('P-07', 'REJECT_WHOLE', { on: day('2030-01-01') }),
      setPolicy('P-07', 'ACCEPT_WHOLE', { on: today }),
    ).state;
    const answers = [yesterday, today, day('2029-12-31'), day('2030-01-01'), day('2031-01-01')];
    expect(answers.map((on) => policiesOn(inForce, on)['P-07'])).toEqual([
      ...['SPLIT', 'ACCEPT_WHOLE', 'ACCEPT_WHOLE'],
      ...['REJECT_WHOLE', 'REJECT_WHOLE'],
    ]);
  });

  test('of two set on one day is the one that was set last', () => {
    const { inForce } = spec.after(
      setPolicy('P-07', 'REJECT_WHOLE'),
      setPolicy('P-07', 'ACCEPT_WHOLE'),
    ).state;
    expect(policiesOn(inForce, today)['P-07']).toBe('ACCEPT_WHOLE');
  });

  test('has with the others a number that never stands for two sets of answers', () => {
    const days = fc.constantFrom(yesterday, today, tomorrow);
    const settings = fc
      .tuple(fc.constantFrom(...choices), days)
      .map(([{ policy, value }, on]) => ({ type: 'SetPolicy', policy, value, on }) as const);
    fc.assert(
      fc.property(fc.array(settings, { maxLength: 12 }), (told) => {
        const known = new Map([[0, defaultPolicies]]);
        for (let count = 1; count <= told.length; count += 1) {
          const { inForce } = spec.after(...told.slice(0, count)).state;
          for (const on of [yesterday, today, tomorrow]) {
            const answers = policiesOn(inForce, on);
            expect(known.get(answers.version) ?? answers).toEqual(answers);
            known.set(answers.version, answers);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test('set back to its default is a new choice', () => {
    const back = spec.after(setPolicy('P-07', 'ACCEPT_WHOLE'), setPolicy('P-07', 'SPLIT'));
    expect(policiesOn(back.state.inForce, today)).toEqual({ ...defaultPolicies, version: 2 });
  });

  test('leaves the others as they are', () => {
    const { state } = spec.after(setPolicy('P-07', 'ACCEPT_WHOLE'), setPolicy('P-19', 'NO_REINSTATEMENT'));
    expect(policiesOn(state.inForce, today)).toEqual({
      ...defaultPolicies,
      'P-07': 'ACCEPT_WHOLE',
      'P-19': 'NO_REINSTATEMENT',
      version: 2,
    });
  });

  test.each(['ACCEPT_HALF', 'split', '', 'REINSTATE', 'constructor'])(
    'has no value "%s", and refuses it',
    (value) => {
      spec
        .given()
        .when({ type: 'SetPolicy', policy: 'P-07', value, on: today })
        .thenRefused('policy-value-unknown', '/value');
    },
  );
});
