/** Letters that are no plain letter with a mark. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  '’': "'",
  '‘': "'",
  '–': '-',
};

/** A text in the letters that records of fixed width know: `Königsweg` as `Konigsweg`; undefined where that cannot be. */
export function inPlainLetters(text: string): string | undefined {
  if (/^[ -~]*$/.test(text)) return text;
  const spelled = text.replaceAll(/[ßæÆœŒøØłŁđĐ’‘–]/g, (letter) => spelledOut[letter] ?? letter);
  const plain = spelled.normalize('NFKD').replaceAll(/\p{Mn}/gu, '');
  return /^[ -~]*$/.test(plain) ? plain : undefined;
}
