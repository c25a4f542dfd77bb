/** Where the money of a receipt came from, as far as the law asks: vocabulary of the provisions on bail, offset and forfeiture. */
export const paymentOrigins = [
  'CLERKS_COUNTER',
  'DEFENDANTS_BAIL',
  'SURETYS_BAIL',
  'FEDERAL_BENEFIT_OFFSET',
  'OTHER_TREASURY_OFFSET',
  'RESTORED_FORFEITURE',
  'REMITTED_FORFEITURE',
  'INMATE_PROGRAM',
  'GARNISHMENT',
] as const;

export type PaymentOrigin = (typeof paymentOrigins)[number];
