import type { CommandType } from '../domain/commands.ts';
import { paidOutFrom } from './example-bodies-of-paying-out.ts';
import { refundPresented } from './example-bodies-of-refunds.ts';
import { exampleBodies } from './example-bodies.ts';
import { signedMonth } from './example-bodies-of-reconciliation.ts';

const caseId = 'c-s4t8';

/** A command that the story needs beside the examples. */
export type Sent = readonly [command: CommandType, body: object];

/** An order on another defendant, another id of the victim, and a bank. */
const secondOrder: readonly Sent[] = [
  ['RegisterVictim', { victimId: 'v-8n4c', on: '2026-01-02', label: 'Series 7, as another court has it' }],
  ['RegisterDefendant', { caseId, defendantId: 'd-9k3m', on: '2026-01-02' }],
  ['EnterOrder', { ...exampleBodies.EnterOrder, orderId: 'o-8c2z', defendantId: 'd-9k3m', on: '2026-04-01' }],
  [
    'RecordPayment',
    {
      ...{ source: 'dcd', reference: '2026-00044', caseId, defendantId: 'd-9k3m', orderId: 'o-8c2z' },
      ...{ amount: '500.00', on: '2026-04-03', method: 'CHECK' },
    },
  ],
  ...paidOutFrom,
];

/** What some of the examples need to have been sent before them: another order, or the signature of another. */
export const neededBefore: Readonly<Partial<Record<string, readonly Sent[]>>> = {
  MakeOrdersJoint: secondOrder,
  RecordRefundPresentation: refundPresented,
  SignMonth: [['SignMonth', { ...signedMonth, as: 'PREPARED', signatoryId: 'w-8h2c' }]],
};
