const untouched = (account: string) => ({ account, debit: '0.00', credit: '0.00', balance: '0.00' });

/** The trial balance once the example of `RecordPayment` has been sent. */
export const trialBalance = {
  accounts: [
    { account: 'cash', debit: '12500.00', credit: '0.00', balance: '12500.00' },
    { account: 'unapplied', debit: '12500.00', credit: '12500.00', balance: '0.00' },
    { account: 'between-cases', debit: '0.00', credit: '0.00', balance: '0.00' },
    { account: 'victim-payable', debit: '0.00', credit: '10000.00', balance: '-10000.00' },
    { account: 'refund-payable', debit: '0.00', credit: '2460.00', balance: '-2460.00' },
    { account: 'public-payable', debit: '0.00', credit: '40.00', balance: '-40.00' },
    { account: 'ordered', debit: '0.00', credit: '12000.00', balance: '-12000.00' },
    { account: 'receivable', debit: '12000.00', credit: '12000.00', balance: '0.00' },
    { account: 'satisfied', debit: '10000.00', credit: '0.00', balance: '10000.00' },
    { account: 'reduced', debit: '0.00', credit: '0.00', balance: '0.00' },
    { account: 'terminated', debit: '2000.00', credit: '0.00', balance: '2000.00' },
    { account: 'vacated', debit: '0.00', credit: '0.00', balance: '0.00' },
    { account: 'overpaid', debit: '0.00', credit: '0.00', balance: '0.00' },
    { account: 'imposed', debit: '0.00', credit: '100.00', balance: '-100.00' },
    { account: 'due', debit: '100.00', credit: '100.00', balance: '0.00' },
    { account: 'discharged', debit: '40.00', credit: '0.00', balance: '40.00' },
    { account: 'remitted', debit: '60.00', credit: '0.00', balance: '60.00' },
    { account: 'annulled', debit: '0.00', credit: '0.00', balance: '0.00' },
    ...['lapsed', 'interest', 'interest-paid', 'penalties', 'penalties-paid'].map(untouched),
    ...['over-recovered', 'over-recovery-claimed'].map(untouched),
    { account: 'reserve-cash', debit: '0.00', credit: '0.00', balance: '0.00' },
    { account: 'reserve-outside', debit: '0.00', credit: '0.00', balance: '0.00' },
    { account: 'reserve-deposits', debit: '0.00', credit: '0.00', balance: '0.00' },
    { account: 'assistance-ordered', debit: '0.00', credit: '0.00', balance: '0.00' },
    { account: 'assistance-payable', debit: '0.00', credit: '0.00', balance: '0.00' },
  ],
  difference: '0.00',
};
