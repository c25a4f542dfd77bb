/** How a verb can end, for scripts to ask; the numbers are part of the contract and stand in docs/cli.md. */
export const exitCodes = {
  fine: 0,
  unexpected: 1,
  usage: 2,
  rejected: 3,
  notFound: 4,
  conflict: 5,
  someBad: 6,
  integrity: 7,
  unavailable: 8,
  configuration: 78,
  interrupted: 130,
} as const;

/** The name of one way to end. */
export type Exit = keyof typeof exitCodes;

/** What each of them means, in the words of the help. */
export const meanings: Readonly<Record<Exit, string>> = {
  fine: 'fine',
  unexpected: 'unexpected: a fault of this program',
  usage: 'the command line was not understood',
  rejected: 'the input was rejected: nothing in it was good',
  notFound: 'no such thing is known',
  conflict: 'something else stands in the way',
  someBad: 'done, but some of the input was bad',
  integrity: 'the ledger is not as it was written, or its books do not balance',
  unavailable: 'the store is not available',
  configuration: 'this machine, or this version, cannot do it as configured',
  interrupted: 'interrupted',
};
