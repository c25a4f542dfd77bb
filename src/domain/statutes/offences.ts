/**
 * The offences of conviction that an order can name, by chapter: a closed list, so that the track and the statute of an
 * order can be held against them. What is not on it is left out of the order, and nothing is checked.
 */
const byChapter = {
  'chapter 110': [
    ...['18 U.S.C. 2251(a)', '18 U.S.C. 2251(b)', '18 U.S.C. 2251(c)', '18 U.S.C. 2251(d)'],
    ...['18 U.S.C. 2251A(a)', '18 U.S.C. 2251A(b)'],
    ...['18 U.S.C. 2252(a)(1)', '18 U.S.C. 2252(a)(2)', '18 U.S.C. 2252(a)(3)', '18 U.S.C. 2252(a)(4)'],
    ...['18 U.S.C. 2252A(a)(1)', '18 U.S.C. 2252A(a)(2)', '18 U.S.C. 2252A(a)(3)', '18 U.S.C. 2252A(a)(4)'],
    ...['18 U.S.C. 2252A(a)(5)', '18 U.S.C. 2252A(a)(6)', '18 U.S.C. 2252A(a)(7)', '18 U.S.C. 2252A(g)'],
    ...['18 U.S.C. 2252B', '18 U.S.C. 2252C', '18 U.S.C. 2260(a)', '18 U.S.C. 2260(b)'],
  ],
  'chapter 77': [
    ...['18 U.S.C. 1581', '18 U.S.C. 1583', '18 U.S.C. 1584', '18 U.S.C. 1589', '18 U.S.C. 1590'],
    ...['18 U.S.C. 1591', '18 U.S.C. 1592', '18 U.S.C. 1594', '18 U.S.C. 1597'],
  ],
  'chapter 109A': [
    ...['18 U.S.C. 2241', '18 U.S.C. 2242', '18 U.S.C. 2243', '18 U.S.C. 2244', '18 U.S.C. 2245'],
  ],
  'chapter 110A': ['18 U.S.C. 2261', '18 U.S.C. 2261A', '18 U.S.C. 2262'],
  'chapter 117': ['18 U.S.C. 2421', '18 U.S.C. 2422', '18 U.S.C. 2423', '18 U.S.C. 2425'],
  other: [
    ...['18 U.S.C. 113', '18 U.S.C. 287', '18 U.S.C. 371', '18 U.S.C. 641', '18 U.S.C. 656', '18 U.S.C. 659'],
    ...['18 U.S.C. 664', '18 U.S.C. 666', '18 U.S.C. 670', '18 U.S.C. 844', '18 U.S.C. 922', '18 U.S.C. 924'],
    ...['18 U.S.C. 1014', '18 U.S.C. 1028(a)(7)', '18 U.S.C. 1028', '18 U.S.C. 1028A(a)', '18 U.S.C. 1029'],
    ...['18 U.S.C. 1030', '18 U.S.C. 1111', '18 U.S.C. 1112', '18 U.S.C. 1153', '18 U.S.C. 1201'],
    ...['18 U.S.C. 1341', '18 U.S.C. 1342', '18 U.S.C. 1343', '18 U.S.C. 1344', '18 U.S.C. 1347'],
    ...['18 U.S.C. 1349', '18 U.S.C. 1365', '18 U.S.C. 1708', '18 U.S.C. 1951', '18 U.S.C. 1956'],
    ...['18 U.S.C. 1957', '18 U.S.C. 2113', '18 U.S.C. 2119', '18 U.S.C. 2312', '18 U.S.C. 2314'],
    ...['18 U.S.C. 2315', '21 U.S.C. 2402'],
  ],
} as const;

type Chapter = keyof typeof byChapter;

/** An offence by its citation, down to where the law of restitution tells one from another. */
export type Offence = (typeof byChapter)[Chapter][number];

const chapters: ReadonlyMap<Offence, Chapter> = new Map(
  (Object.keys(byChapter) as Chapter[]).flatMap((chapter) =>
    byChapter[chapter].map((offence): [Offence, Chapter] => [offence, chapter]),
  ),
);

/** Every offence that an order can name, chapter by chapter. */
export const offences: readonly Offence[] = [...chapters.keys()];

/** The chapter of title 18 that proscribes the offence, as far as a statute of restitution asks for it; else `other`. */
export function chapterOf(offence: Offence): Chapter {
  return chapters.get(offence) ?? 'other';
}

/** The offences whose penalty section 2326 can enhance, so that section 2327 applies. */
export const enhanceable: ReadonlySet<Offence> = new Set<Offence>([
  ...(['18 U.S.C. 1028', '18 U.S.C. 1028(a)(7)', '18 U.S.C. 1029', '18 U.S.C. 1341'] as const),
  ...(['18 U.S.C. 1342', '18 U.S.C. 1343', '18 U.S.C. 1344', '18 U.S.C. 1347', '18 U.S.C. 1349'] as const),
]);
