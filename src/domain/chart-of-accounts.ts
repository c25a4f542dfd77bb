/**
 * The chart of accounts. Each belongs to a family, and the balances of a family sum to nothing: money that is there, what
 * is owed to victims by law, what is owed to the public, interest and penalties, and the Reserve never mix. Interest and
 * penalties are computed when they are asked for, and come into the books when they are paid.
 */
export const accounts = {
  /** Good funds at the court. */
  cash: 'money',
  /** Received, and not yet credited to anybody. */
  unapplied: 'money',
  /** Passed on by one case of a payor, and taken in by another at once: nothing in all. */
  'between-cases': 'money',
  /** Credited to a victim, and not yet paid out. */
  'victim-payable': 'money',
  /** Credited to a victim who cannot be found: with the court, or in the Treasury. */
  unclaimed: 'money',
  /** What of that the Treasury has (28 U.S.C. 2042); it stays the victims', and comes back to the court when it is claimed. */
  'at-treasury': 'money',
  /** Held for the payor, because no liability could take it. */
  'refund-payable': 'money',
  /** Credited to an assessment, a fine or another debt to the public, and due to the Treasury or its fund. */
  'public-payable': 'money',
  /** Seen by a bank, or told of in a report, and nobody knows yet what it is. */
  suspense: 'money',
  /** What was given up: fees and slips of a bank, and what nobody could explain. */
  'written-off': 'money',
  /** What courts have ordered. */
  ordered: 'claims',
  /** What is still owed. */
  receivable: 'claims',
  /** What has been paid. */
  satisfied: 'claims',
  /** What courts credited for civil recoveries. */
  reduced: 'claims',
  /** What ended by law. */
  terminated: 'claims',
  /** What ended with an order that was set aside. */
  vacated: 'claims',
  /** What has been paid above what is ordered now. */
  overpaid: 'claims',
  /** Assessments, fines and other debts beside restitution that courts have imposed. */
  imposed: 'debts',
  /** What is still owed on them. */
  due: 'debts',
  /** What has been paid on them. */
  discharged: 'debts',
  /** What was remitted of them. */
  remitted: 'debts',
  /** What ended with a judgment that was set aside. */
  annulled: 'debts',
  /** What ended with its term, or with the defendant's death. */
  lapsed: 'debts',
  /** Interest that accrued and came to be paid. */
  interest: 'accessories',
  /** What has been paid of it. */
  'interest-paid': 'accessories',
  /** Penalties for delinquency and default that came to be paid. */
  penalties: 'accessories',
  /** What has been paid of them. */
  'penalties-paid': 'accessories',
  /** Claimed from a victim who has received more than the greatest loss (P-20); nothing collects it. */
  'over-recovered': 'over-recovery',
  /** The other side of it. */
  'over-recovery-claimed': 'over-recovery',
  /** What the Reserve holds. */
  'reserve-cash': 'reserve',
  /** What is above its ceiling, and kept outside. */
  'reserve-outside': 'reserve',
  /** Seen by the bank of the Reserve, and nobody knows yet what it is. */
  'reserve-suspense': 'reserve',
  /** What of the Reserve was given up. */
  'reserve-written-off': 'reserve',
  /** All that came in for it. */
  'reserve-deposits': 'reserve',
  /** What courts have ordered from it, save what they have set aside. */
  'assistance-ordered': 'reserve',
  /** What of that is not paid yet. */
  'assistance-payable': 'reserve',
} as const;

/** An account of the journal. */
export type Account = keyof typeof accounts;

/** Accounts whose balances sum to nothing. */
export type Family = (typeof accounts)[Account];

/** Every account with its family, in the order of the chart. */
export const chartOfAccounts = (Object.entries(accounts) as [Account, Family][]).map(([account, family]) => ({
  account,
  family,
}));
