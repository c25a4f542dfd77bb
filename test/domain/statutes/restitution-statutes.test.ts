import {
  crossesCases,
  hasTrack,
  lossesFor,
  restitutionStatutes,
  tracks,
} from '../../../src/domain/statutes/restitution-statutes.ts';
import { statutesInForce } from '../../../src/domain/statutes/in-force.ts';

describe('the statutes under which an order can be entered', () => {
  test('are those of six chapters, and the two general ones', () => {
    expect(restitutionStatutes).toEqual([
      ...['18 U.S.C. 1593', '18 U.S.C. 2248', '18 U.S.C. 2259', '18 U.S.C. 2264', '18 U.S.C. 2327'],
      ...['18 U.S.C. 2429', '18 U.S.C. 3663', '18 U.S.C. 3663A'],
    ]);
  });

  test.each([
    ['18 U.S.C. 2259', 'TRAFFICKING', true],
    ['18 U.S.C. 2259', 'FULL_AMOUNT', true],
    ['18 U.S.C. 3663', 'TRAFFICKING', false],
    ['18 U.S.C. 3663', 'FULL_AMOUNT', true],
    ['18 U.S.C. 3663A', 'TRAFFICKING', false],
    ['18 U.S.C. 3663A', 'FULL_AMOUNT', true],
  ] as const)('%s knows the track %s: %s', (statute, track, isKnown) => {
    expect(hasTrack(statute, track)).toBe(isKnown);
  });

  test('only section 2259 looks across the cases of a victim', () => {
    expect(restitutionStatutes.filter(crossesCases)).toEqual(['18 U.S.C. 2259']);
  });

  test('a trafficker’s share is for the losses of the trade, and the full amount for those of the abuse', () => {
    expect(tracks.map((track) => lossesFor('18 U.S.C. 2259', track))).toEqual(['PRODUCTION', 'TRAFFICKING']);
  });

  test.each(['18 U.S.C. 3663', '18 U.S.C. 3663A'] as const)('losses under %s are others', (statute) => {
    expect(lossesFor(statute, 'FULL_AMOUNT')).toBe('OTHER');
  });
});

describe('the provisions that the ledger carries out', () => {
  test('stand in the order of the Code, each once', () => {
    expect(statutesInForce.map(({ citation }) => citation)).toEqual([
      '5 U.S.C. 6103(a)',
      '18 U.S.C. 981(e)(6)',
      '18 U.S.C. 1593',
      '18 U.S.C. 2248',
      '18 U.S.C. 2259(b)(1)',
      '18 U.S.C. 2259(b)(2)(A)',
      '18 U.S.C. 2259(b)(2)(B)',
      '18 U.S.C. 2259(b)(2)(C)',
      '18 U.S.C. 2259(b)(2)(C), last sentence',
      '18 U.S.C. 2259(b)(4)',
      '18 U.S.C. 2259(c)(1)',
      '18 U.S.C. 2259(c)(2)',
      '18 U.S.C. 2259(c)(3)',
      '18 U.S.C. 2259(c)(4)',
      '18 U.S.C. 2259(d)(1)(D)',
      '18 U.S.C. 2259(d)(2)(A)',
      '18 U.S.C. 2259(d)(2)(C)',
      '18 U.S.C. 2259(d)(3)',
      '18 U.S.C. 2259(d)(4)',
      '18 U.S.C. 2259A(a)',
      '18 U.S.C. 2259A(d)(2)',
      '18 U.S.C. 2259B(b)',
      '18 U.S.C. 2264',
      '18 U.S.C. 2327',
      '18 U.S.C. 2429',
      '18 U.S.C. 3013',
      '18 U.S.C. 3014',
      '18 U.S.C. 3572(d)',
      '18 U.S.C. 3572(h)-(i)',
      '18 U.S.C. 3573',
      '18 U.S.C. 3612(a)',
      '18 U.S.C. 3612(c)',
      '18 U.S.C. 3612(d)-(e)',
      '18 U.S.C. 3612(f)',
      '18 U.S.C. 3612(g)',
      '18 U.S.C. 3612(h)',
      '18 U.S.C. 3612(i)',
      '18 U.S.C. 3613(b)',
      '18 U.S.C. 3663(a)',
      '18 U.S.C. 3663(b)',
      '18 U.S.C. 3663(c)',
      '18 U.S.C. 3663A',
      '18 U.S.C. 3664(d)(5)',
      '18 U.S.C. 3664(f)(1)(B)',
      '18 U.S.C. 3664(g)(2)',
      '18 U.S.C. 3664(h)',
      '18 U.S.C. 3664(i)',
      '18 U.S.C. 3664(j)(1)',
      '18 U.S.C. 3664(j)(2)',
      '18 U.S.C. 3664(o)',
      '28 U.S.C. 1961',
      '28 CFR 81.53(d)(2)',
      '28 U.S.C. 2042',
      '28 U.S.C. 2044',
      '31 U.S.C. 3716(c)(3)',
      '34 U.S.C. 20101(d)(6)',
    ]);
  });
});
