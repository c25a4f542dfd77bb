/** Made-up people who pay: each in a case, with a habit. Some bear the same name, as people do. */
import type { CaseId, DefendantId } from '../../../../src/domain/ids.ts';
import { money, type Money } from '../../../../src/domain/money.ts';
import type { Chance } from '../../../simulation/chance.ts';

/** How money reaches the court: over the counter, cleared with a trace, or with nothing but a name. */
export type Way = 'COUNTER' | 'TRACED' | 'NAMED';

/** One defendant in one case. */
export interface Payor {
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly name: readonly [given: string, middle: string, family: string];
  readonly source: string;
  readonly amount: Money;
  /** Days from one payment to the next. */
  readonly every: number;
  readonly way: Way;
}

const openings = [
  'Bar',
  'Cor',
  'Dun',
  'Fen',
  'Gar',
  'Hol',
  'Kel',
  'Lan',
  'Mor',
  'Nor',
  'Pel',
  'Ros',
  'Sel',
  'Tar',
  'Win',
];
const middles = ['de', 'ga', 'lo', 'mi', 'ne', 'ra', 'so', 'ti', 'va', 'we'];
const endings = ['ck', 'ford', 'ham', 'land', 'ley', 'man', 'ner', 'ridge', 'son', 'ton', 'well', 'wick'];
const given = [
  ...[
    'Ada',
    'Ben',
    'Cara',
    'Dan',
    'Ella',
    'Finn',
    'Gus',
    'Hana',
    'Ivan',
    'Jane',
    'Karl',
    'Lena',
    'Mark',
    'Nina',
  ],
  ...['Omar', 'Paul', 'Quin', 'Rosa', 'Sean', 'Tina', 'Uri', 'Vera', 'Wade', 'Xena', 'Yara', 'Zeno'],
];
const roundAmounts = [25_00n, 50_00n, 100_00n, 150_00n, 200_00n, 250_00n, 500_00n];

/** How often each way is taken. */
export type Ways = readonly (readonly [weight: number, way: Way])[];

/** So many people. Of a hundred, one bears the name of another, and two stand in the case of another. */
export function payorsOf(chance: Chance, many: number, ways: Ways): readonly Payor[] {
  const payors: Payor[] = [];
  for (let n = 0; n < many; n += 1) {
    const [namesake, companion] = [payors[chance.below(n || 1)], payors[chance.below(n || 1)]];
    const isRound = chance.is(0.6);
    payors.push({
      caseId: companion && chance.is(0.02) ? companion.caseId : (`c-${n}` as CaseId),
      defendantId: `d-${n}` as DefendantId,
      name: namesake && chance.is(0.01) ? namesake.name : nameBy(chance),
      source: chance.is(0.5) ? 'dcd' : 'dcn',
      amount: isRound ? money(chance.oneOf(roundAmounts)) : money(BigInt(1_000 + chance.below(60_000))),
      every: chance.weighted([
        [75, 30],
        [20, 14],
        [5, 7],
      ]),
      way: chance.weighted(ways),
    });
  }
  return payors;
}

function nameBy(chance: Chance): Payor['name'] {
  const family = chance.oneOf(openings) + chance.oneOf(middles) + chance.oneOf(endings);
  return [chance.oneOf(given), chance.oneOf(given), family];
}

/** The name as a court has it. */
export function fullName({ name }: Payor): string {
  return name.join(' ');
}

/** The name as somebody at a bank wrote it: turned round, without what stands between, in capitals. */
export function scribbled(chance: Chance, { name: [first, middle, family] }: Payor): string {
  return chance.oneOf([
    `${first} ${middle} ${family}`,
    `${family}, ${first}`.toUpperCase(),
    `${first} ${middle[0] ?? ''}. ${family}`,
    `${family} ${first} ${middle}`.toUpperCase(),
  ]);
}
