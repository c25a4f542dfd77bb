import {
  reachOfOrigin,
  restoredForfeiture,
} from '../../../src/domain/statutes/18-usc-981-e-6-restored-forfeiture.ts';
import { paymentOrigins } from '../../../src/domain/statutes/payment-origins.ts';

describe('18 U.S.C. 981(e)(6): restored forfeitures', () => {
  test('in the words of the law', () => {
    expect(restoredForfeiture.words).toMatch(/^as restoration to any victim of the offense/);
  });

  test('pay restitution, and nothing else', () => {
    const narrowed = paymentOrigins.filter((origin) => reachOfOrigin(origin) !== null);
    expect(narrowed).toEqual(['RESTORED_FORFEITURE', 'REMITTED_FORFEITURE']);
    expect(reachOfOrigin('RESTORED_FORFEITURE')).toEqual(['RESTITUTION_2259', 'RESTITUTION']);
    expect(reachOfOrigin(undefined)).toBeNull();
  });
});
