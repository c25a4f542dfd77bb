import { smallSpan, wholeBlocks } from '../../src/projections/sums.ts';
import { rowsAfter, told } from './memory-rows.ts';

const paid = (position: number, amount: string, on: string) => {
  const data = { receiptId: `dcd.${String(position)}`, caseId: 'c-1', defendantId: 'd-1', amount };
  return told('PaymentReceived', data, { position, on });
};

test('sums are kept by block of positions, by day and by pair of accounts, and for large blocks too', () => {
  const events = [
    paid(1, '1.00', '2026-03-02'),
    paid(2, '2.00', '2026-03-02'),
    paid(smallSpan, '4.00', '2026-03-01'),
    paid(smallSpan + 1, '8.00', '2026-03-02'),
    paid(65 * smallSpan, '16.00', '2026-03-02'),
  ];
  const sum = (span: number, block: number, effectiveOn: string, amount: bigint) => {
    return { span, block, effectiveOn, debit: 'cash', credit: 'unapplied', amount };
  };
  const sums: readonly unknown[] = rowsAfter(events).all('sums');
  expect(sums).toHaveLength(7);
  expect(sums).toEqual(
    expect.arrayContaining([
      sum(16_384, 0, '2026-03-02', 3_00n),
      sum(16_384, 0, '2026-03-01', 4_00n),
      sum(16_384, 1, '2026-03-02', 8_00n),
      sum(16_384, 64, '2026-03-02', 16_00n),
      sum(1_048_576, 0, '2026-03-02', 11_00n),
      sum(1_048_576, 0, '2026-03-01', 4_00n),
      sum(1_048_576, 1, '2026-03-02', 16_00n),
    ]),
  );
});

test.each([
  [0, { large: 0, firstSmall: 0, small: 0, end: 0 }],
  [16_383, { large: 0, firstSmall: 0, small: 0, end: 0 }],
  [16_384, { large: 0, firstSmall: 0, small: 1, end: 16_384 }],
  [1_048_575, { large: 0, firstSmall: 0, small: 63, end: 1_032_192 }],
  [1_048_576, { large: 1, firstSmall: 64, small: 64, end: 1_048_576 }],
  [1_064_960, { large: 1, firstSmall: 64, small: 65, end: 1_064_960 }],
])('by position %i these blocks are whole', (position, blocks) => {
  expect(wholeBlocks(position)).toEqual(blocks);
});
