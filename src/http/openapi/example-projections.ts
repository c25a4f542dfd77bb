/** How read models stand that have heard all of the examples. */
export const projections = {
  ...{ version: '25', state: 'live', position: 26, head: 26, lag: 0, stopped: null },
  files: [{ name: '', version: '25', isInForce: true, position: 26, bytes: 0 }],
} as const;
