import { mayObtain } from '../../../src/domain/statutes/18-usc-2259-d-2-a-once.ts';

test('assistance is obtained once: while no order for it stands', () => {
  expect([0, 1, 2].map(mayObtain)).toEqual([true, false, false]);
});
