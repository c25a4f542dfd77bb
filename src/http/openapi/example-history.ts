/** What the API answers about the history of the story; a test asks, and compares. */
/** The first events about the victim. */
export const exampleReplay = {
  items: [
    {
      position: 2,
      type: 'VictimRegistered',
      effectiveOn: '2026-01-02',
      recordedAt: '2026-03-02T15:04:05.678Z',
      says: 'The ledger came to know victim v-7k2m9q',
      citation: null,
      cause: null,
      amount: null,
      after: [
        {
          figure: 'greatestLoss',
          amount: null,
        },
        {
          figure: 'received',
          amount: '0.00',
        },
        {
          figure: 'headroom',
          amount: null,
        },
        {
          figure: 'outstanding',
          amount: '0.00',
        },
        {
          figure: 'held',
          amount: '0.00',
        },
      ],
    },
    {
      position: 6,
      type: 'LossDetermined',
      effectiveOn: '2026-01-05',
      recordedAt: '2026-03-02T15:04:05.678Z',
      says: 'A court found 10,000.00 of losses (trafficking) in case c-s4t8',
      citation: null,
      cause: null,
      amount: '10000.00',
      after: [
        {
          figure: 'greatestLoss',
          amount: null,
        },
        {
          figure: 'received',
          amount: '0.00',
        },
        {
          figure: 'headroom',
          amount: null,
        },
        {
          figure: 'outstanding',
          amount: '0.00',
        },
        {
          figure: 'held',
          amount: '0.00',
        },
      ],
    },
  ],
  nextCursor: 'WyJyZXBsYXkiLDI2LDZd',
};

/** What changed about the order from its amendment on. */
export const exampleChanges = {
  from: {
    position: 13,
    asOf: null,
    knownAt: '@13',
  },
  to: {
    position: 26,
    asOf: null,
    knownAt: null,
  },
  figures: [
    {
      figure: 'ordered',
      orderId: 'o-5h3w',
      victimId: 'v-7k2m9q',
      from: '3000.00',
      to: '12000.00',
      difference: '9000.00',
      parts: [
        {
          position: 14,
          upTo: 14,
          amount: '9000.00',
        },
      ],
    },
    {
      figure: 'paid',
      orderId: 'o-5h3w',
      victimId: 'v-7k2m9q',
      from: '0.00',
      to: '10000.00',
      difference: '10000.00',
      parts: [
        {
          position: 21,
          upTo: 21,
          amount: '10000.00',
        },
      ],
    },
    {
      figure: 'terminated',
      orderId: 'o-5h3w',
      victimId: 'v-7k2m9q',
      from: '0.00',
      to: '2000.00',
      difference: '2000.00',
      parts: [
        {
          position: 23,
          upTo: 23,
          amount: '2000.00',
        },
      ],
    },
    {
      figure: 'outstanding',
      orderId: 'o-5h3w',
      victimId: 'v-7k2m9q',
      from: '3000.00',
      to: '0.00',
      difference: '-3000.00',
      parts: [
        {
          position: 14,
          upTo: 14,
          amount: '9000.00',
        },
        {
          position: 21,
          upTo: 21,
          amount: '-10000.00',
        },
        {
          position: 23,
          upTo: 23,
          amount: '-2000.00',
        },
      ],
    },
  ],
  statuses: [
    {
      orderId: 'o-5h3w',
      victimId: 'v-7k2m9q',
      caseId: 'c-s4t8',
      defendantId: 'd-4x8t',
      from: 'open',
      to: 'terminated',
    },
  ],
  events: [
    {
      position: 14,
      type: 'LiabilityAmended',
      effectiveOn: '2026-02-02',
      recordedAt: '2026-03-02T15:04:05.678Z',
      says: 'What order o-5h3w awards was changed from 3,000.00 to 12,000.00',
      citation: '18 U.S.C. 3664(o)',
      cause: 13,
    },
    {
      position: 21,
      type: 'RecoveryCredited',
      effectiveOn: '2026-03-02',
      recordedAt: '2026-03-02T15:04:05.678Z',
      says: 'Of 12,000.00 of receipt dcd.2026-00017 offered under order o-5h3w, 10,000.00 was credited',
      citation: '18 U.S.C. 2259(b)(2)(C)',
      cause: 18,
    },
    {
      position: 23,
      type: 'LiabilitiesTerminated',
      effectiveOn: '2026-03-02',
      recordedAt: '2026-03-02T15:04:05.678Z',
      says: '1 liability ended by full recovery 1',
      citation: '18 U.S.C. 2259(b)(2)(C)',
      cause: 21,
    },
  ],
  eventsLeftOut: 0,
};
