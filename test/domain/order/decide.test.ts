import { orderDecider } from '../../../src/domain/order/decide.ts';
import { Rejection } from '../../../src/domain/rejection.ts';
import { caseId, orderId, today } from '../../support/words.ts';

const register = (inCase: string) =>
  ({ type: 'RegisterOrder', orderId: orderId('o-1'), caseId: caseId(inCase), on: today }) as const;
const context = { policies: {} as never };

describe('the id of an order', () => {
  test('is taken for its case, once', () => {
    const state = orderDecider.empty();
    const { happened } = orderDecider.decide(register('c-1'), state, context);
    expect(happened).toEqual([
      { type: 'OrderRegistered', effectiveOn: today, data: { orderId: 'o-1', caseId: 'c-1' } },
    ]);
    for (const event of happened) orderDecider.evolve(state, event);
    expect(orderDecider.decide(register('c-1'), state, context).happened).toEqual([]);
  });

  test('is refused to another case', () => {
    const state = { caseId: caseId('c-1') };
    expect(() => orderDecider.decide(register('c-2'), state, context)).toThrow(
      new Rejection('order-of-another-case', '/orderId'),
    );
  });
});
