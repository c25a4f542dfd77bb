import fc from 'fast-check';
import { caseDecider } from '../../../src/domain/case/decide.ts';
import type { EnterOrder } from '../../../src/domain/case/commands.ts';
import type { OverrideAuthority } from '../../../src/domain/case/events.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import { Rejection } from '../../../src/domain/rejection.ts';
import { chapterOf, offences, type Offence } from '../../../src/domain/statutes/offences.ts';
import {
  restitutionStatutes,
  tracks,
  type RestitutionStatute,
  type Track,
} from '../../../src/domain/statutes/restitution-statutes.ts';
import { dollars, modelOf } from '../statutes/restitution-model.ts';
import { amendOrder, day, enterOrder, today, tomorrow, usd } from '../../support/words.ts';
import { inCase, known } from './words.ts';

const possession = ['18 U.S.C. 2252A(a)(5)'] as const;
const production = ['18 U.S.C. 2251(a)'] as const;
const order = enterOrder('o-1', '5,000.00', inCase);
const abuse = enterOrder('o-1', '5,000.00', { ...inCase, track: 'FULL_AMOUNT' });
const before = day('2018-12-06');

describe('an order that names its offences of conviction', () => {
  test('is recorded with them', () => {
    const offenders = [...possession, ...production];
    expect(known.when({ ...order, offences: offenders }).decided().happened).toMatchObject([
      { data: { offences: offenders } },
    ]);
  });

  test('is another order than one that names others', () => {
    known
      .and({ ...order, offences: possession })
      .when(order)
      .thenRefused('order-entered-differently', '/orderId');
  });

  test('has a trafficker’s share only for an offence of trafficking', () => {
    known.when({ ...order, offences: production }).thenRefused('track-without-offence', '/lines/0/track');
    known.when({ ...order, offences: ['18 U.S.C. 2252A(g)'] }).decided();
  });

  test('has the full amount only for an offence of the chapter that is not trafficking', () => {
    known.when({ ...abuse, offences: possession }).thenRefused('track-without-offence', '/lines/0/track');
    known.when({ ...abuse, offences: ['18 U.S.C. 2252A(a)(6)'] }).decided();
  });

  test('takes each line of an amendment by the same offences', () => {
    const entered = known.and({ ...order, offences: possession });
    entered
      .when(amendOrder('o-1', { 'v-2': '9.00' }, { ...inCase, track: 'FULL_AMOUNT' }))
      .thenRefused('track-without-offence', '/lines/0/track');
  });

  test('stands under a statute that one of them brings into play', () => {
    known.when({ ...order, offences: ['18 U.S.C. 1343'] }).thenRefused('offence-not-of-statute', '/offences');
    known.when({ ...order, offences: ['18 U.S.C. 1343', ...possession] }).decided();
  });
});

describe('an order for an offence from before its statute', () => {
  const mvra = enterOrder('o-1', '5.00', {
    ...{ ...inCase, statute: '18 U.S.C. 3663A' as const },
    offenceOn: day('1996-04-23'),
  });

  test('is refused, as no later law can punish it', () => {
    known.when(mvra).thenRefused('statute-not-in-force', '/offenceOn');
  });

  test('is recorded where somebody with authority says so', () => {
    const override: OverrideAuthority = 'APPELLATE_MANDATE';
    expect(known.when({ ...mvra, override }).decided().happened[0]).toMatchObject({ data: { override } });
  });
});

describe('a share below the floor', () => {
  const low = enterOrder('o-1', '2,999.99', inCase);

  test('is refused, and recorded where somebody with authority says so', () => {
    known.when(low).thenRefused('below-trafficking-floor', '/lines/0/amount');
    known.when({ ...low, override: 'JUDGMENT_CONFIRMED' }).decided();
  });

  test('is recorded for an offence on the eve of the Act', () => {
    expect(known.when({ ...low, offenceOn: before }).decided().happened).toHaveLength(1);
  });

  test('can come by an amendment, on the same authority', () => {
    const entered = known.and(order);
    const amended = amendOrder('o-1', '100.00', { ...inCase, on: tomorrow });
    entered.when(amended).thenRefused('below-trafficking-floor', '/lines/0/amount');
    expect(entered.when({ ...amended, override: 'PLEA_AGREEMENT' }).decided().happened).toMatchObject([
      { data: { override: 'PLEA_AGREEMENT' } },
    ]);
  });
});

test('no authority makes a share greater than the losses that it is a share of', () => {
  known
    .when({ ...order, override: 'JUDGMENT_CONFIRMED', lossesFound: [usd('4,999.99')] })
    .thenRefused('share-exceeds-losses', '/lines/0/amount');
});

interface Any {
  readonly statute: RestitutionStatute;
  readonly track: Track;
  readonly named: readonly Offence[];
  readonly year: number;
  readonly cents: number;
  readonly override: OverrideAuthority | null;
}

const anyOrder: fc.Arbitrary<Any> = fc.record({
  statute: fc.constantFrom(...restitutionStatutes),
  track: fc.constantFrom(...tracks),
  named: fc.uniqueArray(fc.constantFrom(...offences), { maxLength: 3 }),
  year: fc.integer({ min: 1980, max: 2025 }),
  cents: fc.integer({ min: 1, max: 600_000 }),
  override: fc.option(fc.constantFrom<OverrideAuthority>('JUDGMENT_CONFIRMED', 'PLEA_AGREEMENT')),
});

test('of any order, what the law cannot mean is refused, and all else is recorded', () => {
  fc.assert(
    fc.property(anyOrder, (any) => {
      expect(isRecorded(written(any))).toBe(isKnownTrack(any) && (any.override !== null || isLawful(any)));
    }),
    { numRuns: 1_000, seed: 42 },
  );
});

function written({ statute, track, named, year, cents, override }: Any): EnterOrder {
  const given = { ...inCase, statute, track, offenceOn: day(`${String(year)}-12-15`), on: today };
  return {
    ...enterOrder('o-1', dollars(cents), given),
    ...(named.length > 0 && { offences: named }),
    ...(override !== null && { override }),
  };
}

function isKnownTrack({ statute, track }: Any): boolean {
  return track === 'FULL_AMOUNT' || statute === '18 U.S.C. 2259';
}

/** Whether a court could write the order on nobody's authority but its own. */
function isLawful({ statute, track, named, year, cents }: Any): boolean {
  const isTooLow = track === 'TRAFFICKING' && year >= 2018 && cents < 300_000;
  const isInForce = `${String(year)}-12-15` >= modelOf(statute).from;
  return !isTooLow && isInForce && reachesOne(statute, named) && bearsTrack({ statute, track, named });
}

function isRecorded(command: EnterOrder): boolean {
  try {
    const context = { policies: defaultPolicies };
    return caseDecider.decide(command, known.state, context).happened.length > 0;
  } catch (error) {
    if (error instanceof Rejection) return false;
    throw error;
  }
}

/** By the words of each statute, read anew. */
function reachesOne(statute: string, named: readonly Offence[]): boolean {
  if (named.length === 0 || statute.endsWith('3663A')) return true;
  if (statute.endsWith('3663')) return named.some((each) => each.startsWith('18'));
  if (statute.endsWith('2327')) {
    return named.some((each) => /(1028|1028\(a\)\(7\)|1029|134[1-479])$/.test(each));
  }
  const chapters: Readonly<Record<string, string>> = {
    ...{ '1593': '77', '2248': '109A', '2259': '110', '2264': '110A', '2429': '117' },
  };
  return named.some((each) => chapterOf(each) === `chapter ${chapters[statute.slice(-4)] ?? ''}`);
}

function bearsTrack({
  statute,
  track,
  named,
}: {
  readonly statute: string;
  readonly track: string;
  readonly named: readonly Offence[];
}): boolean {
  if (named.length === 0 || !statute.endsWith('2259')) return true;
  const isTrade = (each: string): boolean =>
    /2251\(d\)|2252\(a\)|2252A\(a\)\([1-5]\)|2260\(b\)/.test(each) && !/2252[BC]/.test(each);
  const isEither = (each: string): boolean => each.endsWith('2252A(g)');
  if (track === 'TRAFFICKING') return named.some((each) => isTrade(each) || isEither(each));
  return named.some((each) => chapterOf(each) === 'chapter 110' && !isTrade(each));
}
