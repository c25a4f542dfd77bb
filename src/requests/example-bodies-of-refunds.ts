/** The part of the story in which a refund is looked after until its money was claimed. */
const refund = { source: 'dcd', reference: '2026-00017', refundId: 'f-0007' };

/** The statement in which the refund's cheque was presented. */
export const refundPresented = [
  [
    'TakeInStatement',
    {
      ...{ accountId: 'k-2d7b', format: 'BAI2', from: '2026-03-04', to: '2026-03-31' },
      fileHash: 'fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9',
      ...{ opening: '12501.25', closing: '10041.25' },
      lines: [{ on: '2026-03-18', direction: 'OUT', amount: '2460.00', kind: 'CHEQUE' }],
    },
  ],
] as const;

/** A body for each command about a refund that was made. */
export const bodiesOfRefunds = {
  RecordRefundInstrument: { ...refund, instrument: 'CHEQUE', number: '100187', on: '2026-03-05' },
  RecordRefundPresentation: {
    ...refund,
    ...{ statementId: 's-8xb2bc7qjzjbbkk2c86pn45cq5', line: '1', on: '2026-03-18' },
  },
  RecordRefundReturn: { ...refund, reason: 'REFUSED', on: '2026-04-02' },
  DepositUnclaimedRefund: { ...refund, place: 'REGISTRY', on: '2026-05-04' },
  WithdrawUnclaimedRefund: { ...refund, on: '2026-06-01' },
} as const;
