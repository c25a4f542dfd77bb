import { policyCatalogue, type PolicyId } from '../../../src/domain/policy/catalogue.ts';
import { policyDecider } from '../../../src/domain/policy/decide.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import { specify } from '../../support/given.ts';
import { setPolicy, today, tomorrow } from '../../support/words.ts';

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
    expect(spec.given().state.inForce).toEqual(defaultPolicies);
  });

  test.each(choices.filter(({ isDefault }) => !isDefault))(
    '$policy can be set to $value',
    ({ policy, value }) => {
      const command = { type: 'SetPolicy', policy, value, on: today } as const;
      spec.given().when(command).then({ type: 'PolicySet', data: { policy, value } });
      expect(spec.after(command).state.inForce).toEqual({ ...defaultPolicies, [policy]: value, version: 1 });
    },
  );

  test.each(choices.filter(({ isDefault }) => isDefault))(
    '$policy, set to $value, is as it was',
    ({ policy, value }) => {
      spec.given().when({ type: 'SetPolicy', policy, value, on: today }).thenNothing();
    },
  );

  test('set again to the same value changes nothing, whatever the day', () => {
    spec
      .after(setPolicy('P-07', 'ACCEPT_WHOLE'))
      .when(setPolicy('P-07', 'ACCEPT_WHOLE', { on: tomorrow }))
      .thenNothing();
  });

  test('set back to its default is a new choice', () => {
    const back = spec.after(setPolicy('P-07', 'ACCEPT_WHOLE'), setPolicy('P-07', 'SPLIT'));
    expect(back.state.inForce).toEqual({ ...defaultPolicies, version: 2 });
  });

  test('leaves the others as they are', () => {
    const { state } = spec.after(setPolicy('P-07', 'ACCEPT_WHOLE'), setPolicy('P-19', 'NO_REINSTATEMENT'));
    expect(state.inForce).toEqual({
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
