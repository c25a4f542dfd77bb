import {
  placeOf,
  providersOfCompensation,
  type LastPayee,
} from '../../../src/domain/statutes/18-usc-3664-j-1-providers.ts';
import { payees, type Payee } from '../../../src/domain/statutes/18-usc-3664-i-several-victims.ts';

const inOrder = (last: LastPayee): readonly Payee[] =>
  [...payees].sort((a, b) => placeOf(a, last) - placeOf(b, last));

describe('18 U.S.C. 3664(j)(1): who compensated a victim is paid after every victim', () => {
  test('in the words of the law', () => {
    expect(providersOfCompensation.words).toMatch(
      /before any restitution is paid to such a provider of compensation\.$/,
    );
  });

  test('then the United States, or before (P-25)', () => {
    expect(inOrder('UNITED_STATES')).toEqual(['VICTIM', 'PROVIDER', 'UNITED_STATES']);
    expect(inOrder('PROVIDER')).toEqual(['VICTIM', 'UNITED_STATES', 'PROVIDER']);
  });
});
