import { csvRow } from '../../../src/formats/tables/write-csv.ts';

describe('a row of a table', () => {
  test.each([
    ['leaves a cell empty where there is nothing', [null, ''], ','],
    ['writes numbers and yes or no as they are', [7, true], '7,true'],
    ['keeps an amount an amount, with its sign', ['12.50', '-12.50'], '12.50,-12.50'],
    [
      'puts in quotes what would break the row',
      ['a,b', 'say "x"', 'two\nlines'],
      '"a,b","say ""x""","two\nlines"',
    ],
    ['takes the sting out of a formula', ['=1+1', '+1-1', '-1+1', '@SUM(A1)'], "'=1+1,'+1-1,'-1+1,'@SUM(A1)"],
    ['also where it hides behind a tab or a return', ['\t=1', '\r=1'], `'\t=1,"'\r=1"`],
  ])('%s', (_, cells, expected) => {
    expect(csvRow(cells)).toBe(`${expected}\r\n`);
  });
});
