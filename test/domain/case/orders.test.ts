import { caseDecider } from '../../../src/domain/case/decide.ts';
import type { EnterOrder } from '../../../src/domain/case/commands.ts';
import { outstanding } from '../../../src/domain/liability/liability.ts';
import type { RejectionCode } from '../../../src/domain/rejection-codes.ts';
import { specify, type Said } from '../../support/given.ts';
import {
  amendOrder,
  day,
  enterOrder,
  makeFinal,
  registerCase,
  registerDefendant,
  text,
  today,
  tomorrow,
  usd,
  vacateOrder,
  victimId,
  yesterday,
} from '../../support/words.ts';
import { answer, divide, imposed, inCase, known, ref } from './words.ts';

const order = enterOrder('o-1', { 'v-1': '5,000.00', 'v-2': '3,000.00' }, inCase);
const mvra = enterOrder(
  'o-1',
  { 'v-1': '700.00', 'v-2': '300.00' },
  { ...inCase, statute: '18 U.S.C. 3663A' },
);
const entered = known.and(order);
const recordAll = specify(caseDecider, { 'P-42': 'RECORD' }).after(registerCase(), registerDefendant());

const said = (type: string, data: object): Said => ({
  type,
  data: { caseId: 'c-1', orderId: 'o-1', ...data },
});

describe('an order', () => {
  const written = { defendantId: 'd-1', offenceOn: '2021-05-04', policyVersion: 0 };

  test('is entered as the court wrote it', () => {
    known.when(order).then(
      said('OrderEntered', {
        ...written,
        statute: '18 U.S.C. 2259',
        lines: [
          { victimId: 'v-1', track: 'TRAFFICKING', amount: '5000.00' },
          { victimId: 'v-2', track: 'TRAFFICKING', amount: '3000.00' },
        ],
      }),
    );
  });

  test('under a statute that does not look across cases imposes its liabilities at once', () => {
    known.when(mvra).then(
      said('OrderEntered', {
        ...written,
        statute: '18 U.S.C. 3663A',
        lines: [
          { victimId: 'v-1', track: 'FULL_AMOUNT', amount: '700.00' },
          { victimId: 'v-2', track: 'FULL_AMOUNT', amount: '300.00' },
        ],
      }),
      imposed('o-1/v-1', '700.00'),
      imposed('o-1/v-2', '300.00'),
    );
  });

  test('takes effect on the day of its entry', () => {
    known.when({ ...order, on: yesterday }).thenOn(yesterday);
  });

  test('heard again is the same order', () => {
    entered.when(order).thenNothing();
    entered.when({ ...order, lines: order.lines.toReversed() }).thenNothing();
  });

  test('heard again after an amendment is the same order still', () => {
    entered
      .and(amendOrder('o-1', '4,000.00', inCase))
      .when(order)
      .thenNothing();
  });

  test.each<[string, Partial<EnterOrder>]>([
    ['another defendant', { defendantId: 'd-2' as EnterOrder['defendantId'] }],
    ['another statute', { statute: '18 U.S.C. 3663A' }],
    ['another day of the offence', { offenceOn: day('2021-05-05') }],
    ['another day of entry', { on: tomorrow }],
    ['another share', { lines: enterOrder('o-1', { 'v-1': '5,000.01', 'v-2': '3,000.00' }).lines }],
    ['another victim', { lines: enterOrder('o-1', { 'v-1': '5,000.00', 'v-3': '3,000.00' }).lines }],
    ['a victim less', { lines: enterOrder('o-1', '5,000.00').lines }],
    ['no victim', { lines: [] }],
    ['another track', { lines: enterOrder('o-1', '5,000.00', { track: 'FULL_AMOUNT' }).lines }],
  ])('under the same id with %s is refused', (_, other) => {
    entered
      .and(registerDefendant('d-2', { caseId: 'c-1' }))
      .when({ ...order, ...other })
      .thenRefused('order-entered-differently', '/orderId');
  });

  test('on somebody who is no defendant of the case is refused', () => {
    known
      .when(enterOrder('o-1', '5,000.00', { caseId: 'c-1', defendantId: 'd-2' }))
      .thenRefused('defendant-not-registered', '/defendantId');
  });

  test.each<[string, Partial<EnterOrder>, RejectionCode, string]>([
    [
      'a share of nothing',
      { lines: enterOrder('o-1', { 'v-1': '5,000.00', 'v-2': '0.00' }).lines },
      'amount-not-positive',
      '/lines/1/amount',
    ],
    [
      'a trafficker’s share under section 3663A',
      { statute: '18 U.S.C. 3663A' },
      'track-not-in-statute',
      '/lines/0/track',
    ],
    ['no victim', { lines: [] }, 'order-without-lines', '/lines'],
    [
      'one victim twice',
      { lines: [...order.lines, ...order.lines] },
      'victim-twice-in-order',
      '/lines/2/victimId',
    ],
    ['its entry before the offence', { on: day('2021-05-03') }, 'entered-before-offence', '/on'],
  ])('with %s is refused', (_, other, code, pointer) => {
    known.when({ ...order, ...other }).thenRefused(code, pointer);
  });

  test('entered on the day of the offence can be true', () => {
    known.when({ ...order, on: order.offenceOn }).thenOn(order.offenceOn);
  });

  test('with several faults is refused for the first of them in docs/rejections.md', () => {
    const [line] = order.lines;
    const faults = { ...order, on: day('2021-05-03'), lines: [line!, { ...line!, amount: usd('0.00') }] };
    known.when(faults).thenRefused('amount-not-positive', '/lines/1/amount');
    known
      .when({ ...faults, lines: [line!, line!] })
      .thenRefused('victim-twice-in-order', '/lines/1/victimId');
    known
      .when({ ...faults, lines: [{ ...line!, amount: usd('1.00') }] })
      .thenRefused('entered-before-offence', '/on');
  });
});

describe('P-42: an order below the trafficking floor, or above the losses found: is its entry refused?', () => {
  const share = (amount: string, given: Partial<EnterOrder> = {}) => ({
    ...enterOrder('o-1', amount, inCase),
    ...given,
  });

  test.each([
    ['a cent below 3,000.00, for an offence on the day of the Act', '2,999.99', '2018-12-07'],
    ['far below it, years later', '0.01', '2026-01-01'],
  ])('REFUSE: %s, it is', (_, amount, offenceOn) => {
    known
      .when(share(amount, { offenceOn: day(offenceOn) }))
      .thenRefused('below-trafficking-floor', '/lines/0/amount');
  });

  test.each([
    ['3,000.00 to the cent', '3,000.00', '2018-12-07'],
    ['a cent, for an offence on the eve of the Act', '0.01', '2018-12-06'],
  ])('REFUSE: %s is entered', (_, amount, offenceOn) => {
    known.when(share(amount, { offenceOn: day(offenceOn) })).thenOn(today);
  });

  test('REFUSE: the floor does not bind where the whole loss is ordered', () => {
    known.when(enterOrder('o-1', '12.00', { ...inCase, track: 'FULL_AMOUNT' })).thenOn(today);
  });

  test('REFUSE: a cent above the losses found in the case, it is', () => {
    known
      .when(share('50,000.01', { lossesFound: [usd('50,000.00')] }))
      .thenRefused('share-exceeds-losses', '/lines/0/amount');
    known
      .when(
        enterOrder('o-1', '50,000.01', { ...inCase, track: 'FULL_AMOUNT', lossesFound: [usd('50,000.00')] }),
      )
      .thenRefused('share-exceeds-losses', '/lines/0/amount');
  });

  test('REFUSE: all of the losses found, or any amount where none were found yet, is entered', () => {
    known.when(share('50,000.00', { lossesFound: [usd('50,000.00')] })).thenOn(today);
    known.when(share('50,000.01', { lossesFound: [null] })).thenOn(today);
    known.when(share('50,000.01')).thenOn(today);
  });

  test('REFUSE: the floor is entered even where the losses are below it, and no more than the floor', () => {
    known.when(share('3,000.00', { lossesFound: [usd('1,800.00')] })).thenOn(today);
    known
      .when(share('3,000.01', { lossesFound: [usd('1,800.00')] }))
      .thenRefused('share-exceeds-losses', '/lines/0/amount');
  });

  test('REFUSE: each line is held to the losses of its own victim', () => {
    known.when({ ...order, lossesFound: [usd('5,000.00'), usd('2,999.99')] }).thenOn(today);
    known.when({ ...order, lossesFound: [usd('5,000.00'), null] }).thenOn(today);
    known
      .when({ ...order, lossesFound: [usd('4,999.99'), usd('90,000.00')] })
      .thenRefused('share-exceeds-losses', '/lines/0/amount');
  });

  test('RECORD: it is recorded as the court wrote it', () => {
    recordAll.when(share('12.00')).thenOn(today);
    recordAll.when(share('50,000.01', { lossesFound: [usd('50,000.00')] })).thenOn(today);
  });

  test('RECORD: what no court can write is refused all the same', () => {
    recordAll.when(share('0.00')).thenRefused('amount-not-positive', '/lines/0/amount');
  });
});

describe('an order becomes final', () => {
  const final = (ground: string) => said('OrderBecameFinal', { ground });

  test('on a ground', () => {
    entered.when(makeFinal('o-1')).then(final('DIRECT_REVIEW_DONE'));
  });

  test('with its liabilities, where the case decides them', () => {
    known
      .and(mvra)
      .when(makeFinal('o-1'))
      .then(
        final('DIRECT_REVIEW_DONE'),
        { type: 'LiabilityBecameFinal', data: { ...ref('o-1', 'v-1'), ground: 'DIRECT_REVIEW_DONE' } },
        { type: 'LiabilityBecameFinal', data: { ...ref('o-1', 'v-2'), ground: 'DIRECT_REVIEW_DONE' } },
      );
  });

  test('once on one ground', () => {
    entered.and(makeFinal('o-1')).when(makeFinal('o-1')).thenNothing();
  });

  test('on a later ground again, and on an earlier one, heard late, no more', () => {
    const later = entered.and(makeFinal('o-1'));
    later.when(makeFinal('o-1', { ground: 'CERT_EXHAUSTED', on: tomorrow })).then(final('CERT_EXHAUSTED'));
    later
      .and(makeFinal('o-1', { ground: 'CERT_EXHAUSTED', on: tomorrow }))
      .when(makeFinal('o-1', { on: yesterday }))
      .thenNothing();
  });

  test('not on the same ground on another day', () => {
    entered
      .and(makeFinal('o-1'))
      .when(makeFinal('o-1', { on: tomorrow }))
      .thenRefused('order-final-differently', '/on');
  });

  test('not before it was entered, though on that very day', () => {
    entered.when(makeFinal('o-1', { on: yesterday })).thenRefused('final-before-entry', '/on');
    entered.when(makeFinal('o-1', { ground: 'ENTRY_OF_JUDGMENT' })).then(final('ENTRY_OF_JUDGMENT'));
  });

  test('not where the case does not know it', () => {
    entered.when(makeFinal('o-9', inCase)).thenRefused('order-not-found', '/orderId');
  });

  test('not when it has been set aside', () => {
    entered.and(vacateOrder('o-1')).when(makeFinal('o-1')).thenRefused('order-vacated', '/orderId');
  });
});

describe('an order is amended', () => {
  const amended = (lines: Readonly<Record<string, string>>, track = 'TRAFFICKING') =>
    said('OrderAmended', {
      authority: '3664(o)(1)(A)',
      lines: Object.entries(lines).map(([victim, amount]) => ({
        victimId: victim,
        track,
        amount: text(amount),
      })),
      policyVersion: 0,
    });

  test('in the lines that say something new, and in no other', () => {
    entered
      .when(amendOrder('o-1', { 'v-1': '6,000.00', 'v-2': '3,000.00' }))
      .then(amended({ 'v-1': '6,000.00' }));
  });

  test('by a victim more', () => {
    entered.when(amendOrder('o-1', { 'v-3': '4,000.00' })).then(amended({ 'v-3': '4,000.00' }));
    const { state } = entered.and(amendOrder('o-1', { 'v-3': '4,000.00' }));
    expect([...state.orders.values()].map(({ victims }) => victims)).toEqual([
      ['v-1', 'v-2', 'v-3'].map(victimId),
    ]);
  });

  test('with its liabilities, where the case decides them', () => {
    const amounts = { terminatedBefore: '0.00', terminatedAfter: '0.00', overpaid: '0.00' };
    known
      .and(mvra)
      .when(amendOrder('o-1', { 'v-1': '900.00', 'v-3': '50.00' }, { ...inCase, track: 'FULL_AMOUNT' }))
      .then(
        amended({ 'v-1': '900.00', 'v-3': '50.00' }, 'FULL_AMOUNT'),
        {
          type: 'LiabilityAmended',
          data: {
            ...ref('o-1', 'v-1'),
            ...{ amendment: 1, amountBefore: '700.00', amount: '900.00' },
            ...{ outstandingBefore: '700.00', outstandingAfter: '900.00', ...amounts },
          },
        },
        imposed('o-1/v-3', '50.00'),
      );
  });

  test('once, and a second amendment is another', () => {
    const once = entered.and(amendOrder('o-1', '6,000.00'));
    once.when(amendOrder('o-1', '6,000.00')).thenNothing();
    once.when(amendOrder('o-1', '5,000.00')).then(amended({ 'v-1': '5,000.00' }));
  });

  test('to nothing for one victim: nothing is owed there any more, and the floor is for shares', () => {
    entered.when(amendOrder('o-1', { 'v-2': '0.00' })).then(amended({ 'v-2': '0.00' }));
    const { state } = entered.and(amendOrder('o-1', { 'v-2': '0.00' }));
    expect([...state.liabilities.values()].map(outstanding)).toEqual([usd('5,000.00'), usd('0.00')]);
  });

  test.each<[string, ReturnType<typeof amendOrder>, RejectionCode, string]>([
    [
      'to another track',
      amendOrder('o-1', '6,000.00', { track: 'FULL_AMOUNT' }),
      'order-entered-differently',
      '/lines/0/track',
    ],
    ['in no line', amendOrder('o-1', {}), 'order-without-lines', '/lines'],
    [
      'before it was entered',
      amendOrder('o-1', '6,000.00', { on: yesterday }),
      'amended-before-entry',
      '/on',
    ],
    ['below the floor', amendOrder('o-1', '2,999.99'), 'below-trafficking-floor', '/lines/0/amount'],
    [
      'above the losses found',
      amendOrder('o-1', '6,000.00', { lossesFound: [usd('5,999.99')] }),
      'share-exceeds-losses',
      '/lines/0/amount',
    ],
  ])('but not %s', (_, command, code, pointer) => {
    entered.when(command).thenRefused(code, pointer);
  });

  test('but not with two lines for one victim', () => {
    const twice = {
      ...amendOrder('o-1', '6,000.00'),
      lines: [...order.lines.slice(0, 1), ...amendOrder('o-1', '6,000.00').lines],
    };
    entered.when(twice).thenRefused('victim-twice-in-order', '/lines/1/victimId');
  });

  test('but not onto a track that its statute does not know', () => {
    known
      .and(mvra)
      .when(amendOrder('o-1', { 'v-3': '5,000.00' }))
      .thenRefused('track-not-in-statute', '/lines/0/track');
  });

  test('but not where the case does not know it, or it has been set aside', () => {
    entered.when(amendOrder('o-9', '6,000.00', inCase)).thenRefused('order-not-found', '/orderId');
    entered
      .and(vacateOrder('o-1'))
      .when(amendOrder('o-1', '6,000.00'))
      .thenRefused('order-vacated', '/orderId');
  });

  test('below the floor where P-42 says that such orders are recorded', () => {
    recordAll
      .and(order)
      .when(amendOrder('o-1', '12.00'))
      .then(amended({ 'v-1': '12.00' }));
  });
});

describe('an order is vacated', () => {
  test('as a whole', () => {
    entered.when(vacateOrder('o-1')).then(said('OrderVacated', {}));
  });

  test('with what was still owed under it, where the case decides that', () => {
    known
      .and(mvra, divide('dcd.1', '100.00'))
      .when(vacateOrder('o-1'))
      .then(
        said('OrderVacated', {}),
        { type: 'LiabilityVacated', data: { ...ref('o-1', 'v-1'), amount: '630.00' } },
        { type: 'LiabilityVacated', data: { ...ref('o-1', 'v-2'), amount: '270.00' } },
      );
  });

  test('once; on another day is refused', () => {
    const gone = entered.and(vacateOrder('o-1'));
    gone.when(vacateOrder('o-1')).thenNothing();
    gone.when(vacateOrder('o-1', { on: tomorrow })).thenRefused('order-vacated-differently', '/on');
  });

  test('not before it was entered, nor where the case does not know it', () => {
    entered.when(vacateOrder('o-1', { on: yesterday })).thenRefused('vacated-before-entry', '/on');
    entered.when(vacateOrder('o-9', inCase)).thenRefused('order-not-found', '/orderId');
  });

  test('with payments under it: they stay, and it takes no more', () => {
    const { state } = entered.and(
      divide('dcd.1', '800.00'),
      answer('dcd.1', 1, { 'o-1/v-1': '500.00', 'o-1/v-2': '300.00' }),
      vacateOrder('o-1'),
    );
    expect([...state.liabilities.values()].map(({ paid, isVacated }) => [paid, isVacated])).toEqual([
      [usd('500.00'), true],
      [usd('300.00'), true],
    ]);
  });
});
