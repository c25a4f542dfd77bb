import { reserveDecider } from '../../../src/domain/reserve/decide.ts';
import { specify } from '../../support/given.ts';
import {
  amountOf2025,
  closeRequest,
  deposit,
  payAssistance,
  queueAssistance,
  recordFee,
  recordIndex,
  requestAssistance,
  requestId,
  returnAssistance,
  start,
} from '../../support/reserve-words.ts';
import { day, text, victimId } from '../../support/words.ts';

const spec = specify(reserveDecider);
const empty = spec.given();
const next = day('2025-03-04');
const before = day('2025-03-02');
const ids = (id: string) => ({ requestId: requestId(id), victimId: victimId(id.replace('q-', 'v-')) });
const taken = (amount: string, accepted = amount, overflow = '0.00') => ({
  amount: text(amount),
  accepted: text(accepted),
  overflow: text(overflow),
  policyVersion: 0,
});

describe('money that comes into the Reserve', () => {
  const data = { depositId: 'r-1', source: 'ASSESSMENT', receivedOn: start };

  test('is recorded once, however often it is told', () => {
    empty.when(deposit('r-1', '17,000.00')).then({
      type: 'ReserveDeposited',
      data: { ...data, ...taken('17,000.00') },
    });
    const there = spec.after(deposit('r-1', '17,000.00'));
    there.when(deposit('r-1', '17,000.00')).thenNothing();
    there.when(deposit('r-1', '17,000.01')).thenRefused('deposit-recorded-differently', '/depositId');
    there
      .when(deposit('r-1', '17,000.00', { source: 'GIFT' }))
      .thenRefused('deposit-recorded-differently', '/depositId');
    empty.when(deposit('r-1', '0.00')).thenRefused('amount-not-positive', '/amount');
  });

  test('above the ceiling is recorded too, and kept outside', () => {
    const nearlyFull = spec.after(deposit('r-0', '9,990,000.00'));
    nearlyFull.when(deposit('r-1', '17,000.00')).then({
      type: 'ReserveDeposited',
      data: { ...data, ...taken('17,000.00', '10,000.00', '7,000.00') },
    });
    nearlyFull
      .under({ 'P-38': 'ABOVE_CEILING' })
      .when(deposit('r-1', '17,000.00'))
      .then({ type: 'ReserveDeposited', data: { ...data, ...taken('17,000.00') } });
  });

  test('comes in from outside once there is room, and never more than is there', () => {
    const full = spec.after(
      deposit('r-0', '10,007,000.00'),
      requestAssistance('q-1'),
      queueAssistance('q-1', '5,000.00'),
      payAssistance('q-1'),
    );
    full.when(deposit('r-1', '7,000.01', { source: 'OVERFLOW' })).thenRefused('overflow-not-held', '/amount');
    const fromOutside = { ...data, source: 'OVERFLOW', ...taken('7,000.00', '5,000.00', '2,000.00') };
    full
      .when(deposit('r-1', '7,000.00', { source: 'OVERFLOW' }))
      .then({ type: 'ReserveDeposited', data: fromOutside });
    const { state } = full.and(deposit('r-1', '7,000.00', { source: 'OVERFLOW' }));
    expect([state.balance, state.outside]).toEqual([10_000_000_00n, 2_000_00n]);
  });

  test('of an earlier day stands in the books from the last movement on', () => {
    const later = spec.after(deposit('r-0', '1.00', { on: next }));
    later.when(deposit('r-1', '2.00', { on: before })).thenOn(next);
  });
});

describe('a request', () => {
  test('is one at a time for a victim', () => {
    empty
      .when(requestAssistance('q-1'))
      .then({ type: 'AssistanceRequested', data: { ...ids('q-1'), madeTo: 'DEPARTMENT' } });
    const open = spec.after(requestAssistance('q-1'));
    open.when(requestAssistance('q-1')).thenNothing();
    open
      .when(requestAssistance('q-1', { on: next }))
      .thenRefused('request-recorded-differently', '/requestId');
    open
      .when(requestAssistance('q-2', { victim: 'v-1' }))
      .thenRefused('assistance-requested-already', '/victimId');
    open
      .and(queueAssistance('q-1'))
      .when(requestAssistance('q-2', { victim: 'v-1' }))
      .thenRefused('assistance-once', '/victimId');
    open
      .and(closeRequest('q-1'))
      .when(requestAssistance('q-2', { victim: 'v-1' }))
      .then({
        type: 'AssistanceRequested',
        data: { ...ids('q-1'), requestId: 'q-2', madeTo: 'DEPARTMENT' },
      });
  });

  test('is closed for a reason, once; one that was ordered by a court alone, and one that was paid by nobody', () => {
    const open = spec.after(requestAssistance('q-1'));
    open.when(closeRequest('q-1', 'NO_CASE_FOUND')).then({
      type: 'AssistanceRequestClosed',
      data: { ...ids('q-1'), reason: 'NO_CASE_FOUND', amount: text('0.00') },
    });
    open.when(closeRequest('q-1', 'ORDER_VACATED')).thenRefused('assistance-not-ordered', '/reason');
    open.when(closeRequest('q-1', 'WITHDRAWN', { on: before })).thenRefused('closed-before-requested', '/on');
    open.when(closeRequest('q-2')).thenRefused('request-not-found', '/requestId');
    const closed = open.and(closeRequest('q-1'));
    closed.when(closeRequest('q-1')).thenNothing();
    closed.when(closeRequest('q-1', 'DUPLICATE')).thenRefused('request-closed-differently', '/requestId');
    const ordered = open.and(queueAssistance('q-1'), deposit('r-1', '50,000.00'));
    ordered.when(closeRequest('q-1')).thenRefused('assistance-ordered-already', '/reason');
    ordered.when(closeRequest('q-1', 'ORDER_VACATED')).then({
      type: 'AssistanceRequestClosed',
      data: { ...ids('q-1'), reason: 'ORDER_VACATED', amount: text(amountOf2025) },
    });
    const paid = ordered.and(payAssistance('q-1'));
    paid.when(closeRequest('q-1', 'ORDER_VACATED')).thenRefused('assistance-paid-already', '/requestId');
    paid.when(payAssistance('q-1', { as: 'p-9' })).thenRefused('assistance-paid-already', '/requestId');
  });

  test('that was closed is opened again by an order that had been on its way', () => {
    const { state } = spec.after(requestAssistance('q-1'), closeRequest('q-1'), queueAssistance('q-1'));
    expect(state.requests.get(requestId('q-1'))).toMatchObject({ closed: undefined, order: { place: 0 } });
  });
});

describe('a payment', () => {
  const ordered = spec.after(
    requestAssistance('q-1'),
    requestAssistance('q-2'),
    requestAssistance('q-3'),
    queueAssistance('q-2', '50,000.00', { on: day('2025-04-01') }),
    queueAssistance('q-1', amountOf2025, { on: start }),
  );
  const paid = (id: string, amount: string, on = start) => ({
    type: 'AssistancePaid',
    data: {
      ...ids(id),
      disbursementId: id.replace('q-', 'p-'),
      paidOn: on,
      amount: text(amount),
      policyVersion: 0,
    },
  });

  test('is made in full, and the earliest-ordered first', () => {
    ordered.when(payAssistance('q-1')).thenRefused('reserve-short-of-funds', '/requestId');
    const short = ordered.and(deposit('r-1', '44,790.77'));
    short.when(payAssistance('q-1')).thenRefused('reserve-short-of-funds', '/requestId');
    const enough = short.and(deposit('r-2', '0.01'));
    enough.when(payAssistance('q-1')).then(paid('q-1', amountOf2025));
    enough.and(payAssistance('q-1')).when(payAssistance('q-1')).thenNothing();
  });

  test('does not wait for an earlier one that could be made too', () => {
    const both = ordered.and(deposit('r-1', '94,790.78'));
    const on = day('2025-04-02');
    both.when(payAssistance('q-2', { on })).then(paid('q-2', '50,000.00', on));
    const one = ordered.and(deposit('r-1', '94,790.77'));
    one.when(payAssistance('q-2', { on })).thenRefused('reserve-short-of-funds', '/requestId');
  });

  test('skips ahead of a larger one only where P-38 says so', () => {
    const waiting = spec.after(
      requestAssistance('q-1'),
      requestAssistance('q-2'),
      queueAssistance('q-1', '50,000.00'),
      queueAssistance('q-2', '10,000.00'),
      deposit('r-1', '20,000.00'),
    );
    waiting.when(payAssistance('q-2')).thenRefused('reserve-short-of-funds', '/requestId');
    waiting.under({ 'P-38': 'SKIP_AHEAD' }).when(payAssistance('q-2')).then(paid('q-2', '10,000.00'));
  });

  test('goes out on no day before the order, and under a number of its own', () => {
    const rich = ordered.and(deposit('r-1', '200,000.00'));
    rich.when(payAssistance('q-9')).thenRefused('request-not-found', '/requestId');
    rich.when(payAssistance('q-3')).thenRefused('assistance-not-ordered', '/requestId');
    rich.when(payAssistance('q-1', { on: before })).thenRefused('paid-before-ordered', '/on');
    const one = rich.and(payAssistance('q-1'));
    one
      .when(payAssistance('q-2', { as: 'p-1', on: day('2025-04-02') }))
      .thenRefused('disbursement-recorded-differently', '/disbursementId');
    one
      .when(payAssistance('q-1', { on: next }))
      .thenRefused('disbursement-recorded-differently', '/disbursementId');
    rich
      .and(closeRequest('q-1', 'ORDER_VACATED'))
      .when(payAssistance('q-1'))
      .thenRefused('request-closed', '/requestId');
  });

  test('that came back is in the Reserve again, and the order keeps its place', () => {
    const gone = ordered.and(deposit('r-1', '50,000.00'), payAssistance('q-1'));
    gone.when(returnAssistance('q-1', { on: next })).then({
      type: 'AssistancePaymentReturned',
      data: {
        ...ids('q-1'),
        disbursementId: 'p-1',
        returnedOn: next,
        reason: 'STALE',
        ...taken(amountOf2025),
      },
    });
    gone
      .when(returnAssistance('q-1', { of: 'p-9' }))
      .thenRefused('disbursement-not-found', '/disbursementId');
    gone.when(returnAssistance('q-1', { on: before })).thenRefused('returned-before-paid', '/on');
    const back = gone.and(returnAssistance('q-1', { on: next }));
    back.when(returnAssistance('q-1', { on: next })).thenNothing();
    back
      .when(returnAssistance('q-1', { on: start }))
      .thenRefused('return-recorded-differently', '/disbursementId');
    const again = { ...paid('q-1', amountOf2025, next).data, disbursementId: 'p-9' };
    back.when(payAssistance('q-1', { as: 'p-9', on: next })).then({ type: 'AssistancePaid', data: again });
  });

  test('that came back to a full Reserve is kept outside as far as there is no room', () => {
    const full = ordered.and(
      deposit('r-1', '50,000.00'),
      payAssistance('q-1'),
      deposit('r-2', '10,000,000.00'),
    );
    const { state } = full.and(returnAssistance('q-1', { on: next }));
    expect([state.balance, state.outside]).toEqual([10_000_000_00n, 50_000_00n]);
  });
});

describe('fees of attorneys', () => {
  const ordered = spec.after(requestAssistance('q-1'), queueAssistance('q-1'));
  const charge = (id: string, fees: string, costs: string) => ({
    type: 'AttorneyFeeRecorded',
    data: {
      ...ids('q-1'),
      feeId: id,
      fees: text(fees),
      costs: text(costs),
      ceiling: text('6,718.61'),
    },
  });

  test('stay with costs within 15 percent, over all charges, to the cent', () => {
    const all = { fees: '6,000.00', costs: '718.61' };
    ordered.when(recordFee('g-1', all)).then(charge('g-1', '6,000.00', '718.61'));
    ordered.when(recordFee('g-1', { ...all, costs: '718.62' })).thenRefused('fee-above-ceiling', '/fees');
    const some = ordered.and(recordFee('g-1', { fees: '6,000.00' }));
    some.when(recordFee('g-2', { costs: '718.62' })).thenRefused('fee-above-ceiling', '/fees');
    some.when(recordFee('g-2', { costs: '718.61' })).then(charge('g-2', '0.00', '718.61'));
  });

  test('are recorded once, and for what was ordered', () => {
    const some = ordered.and(recordFee('g-1', { fees: '1.00' }));
    some.when(recordFee('g-1', { fees: '1.00' })).thenNothing();
    some.when(recordFee('g-1', { fees: '2.00' })).thenRefused('fee-recorded-differently', '/feeId');
    ordered.when(recordFee('g-1')).thenRefused('amount-not-positive', '/fees');
    spec
      .after(requestAssistance('q-1'))
      .when(recordFee('g-1', { fees: '1.00' }))
      .thenRefused('assistance-not-ordered', '/requestId');
  });
});

describe('a figure of the price index', () => {
  test('is recorded where it is not known, and again where it was wrong', () => {
    const given = { type: 'ConsumerPriceIndexPublished', data: { year: 2025, series: 'ANNUAL_AVERAGE' } };
    const figure = (text: string) => ({ ...given, data: { ...given.data, figure: text } });
    empty.when(recordIndex(2025, '320.000')).then(figure('320.000'));
    const once = spec.after(recordIndex(2025, '320.000'));
    once.when(recordIndex(2025, '320.000')).thenNothing();
    once.when(recordIndex(2025, '320.001')).then(figure('320.001'));
    empty.when(recordIndex(2024, '313.689')).thenNothing();
  });
});
