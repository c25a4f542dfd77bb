import type { OpenAccount } from './account/commands.ts';
import type { AppealCommand } from './appeal/commands.ts';
import type {
  AmendOrder,
  DeclineRestitution,
  DeferFinding,
  EnterOrder,
  MakeOrderFinal,
  MakeOrdersJoint,
  PetitionLaterLosses,
  RegisterCase,
  RegisterDefendant,
  VacateOrder,
} from './case/commands.ts';
import type { RunCommand } from './disbursement/commands.ts';
import type { CollectionCommand } from './collection/commands.ts';
import type { RecoveryCommand } from './elsewhere/commands.ts';
import type { DebtCommand } from './debt/commands.ts';
import type { PeopleCommand } from './people/commands.ts';
import type { ReductionCommand } from './liability/reductions.ts';
import type { SetPolicy } from './policy/commands.ts';
import type { ReferenceCommand } from './reference/commands.ts';
import type { RecordClearance, RecordPayment, RecordPaymentReturn } from './receipt/commands.ts';
import type { RecordRefund, RefundDoorCommand } from './receipt/refund-commands.ts';
import type {
  CloseAssistanceRequest,
  PayAssistance,
  RecordAssistanceReturn,
  RecordAttorneyFee,
  RecordConsumerPriceIndex,
  RecordReserveDeposit,
  RequestAssistance,
} from './reserve/commands.ts';
import type { ReopenMonth, SignMonth } from './period/commands.ts';
import type {
  MatchLines,
  ReopenStatement,
  SignStatement,
  SuspendLine,
  TakeInStatement,
  UnmatchLines,
  WriteOffLine,
} from './statement/commands.ts';
import type {
  DetermineLoss,
  OrderAssistance,
  OrderReinstatement,
  RecordDisbursement,
  RecordDisbursementReturn,
  RegisterVictim,
  ReviewLiabilities,
} from './victim/commands.ts';

import type {
  DepositUnclaimed,
  RecordInstrument,
  RecordPresentation,
  WithdrawUnclaimed,
} from './victim/commands-of-payment.ts';

/** Everything that a door may send: HTTP, the command line and files make these, and nothing else. */
export type Command =
  | RegisterVictim
  | RegisterCase
  | RegisterDefendant
  | DetermineLoss
  | EnterOrder
  | MakeOrderFinal
  | AmendOrder
  | VacateOrder
  | MakeOrdersJoint
  | DeclineRestitution
  | DeferFinding
  | PetitionLaterLosses
  | RecoveryCommand
  | ReductionCommand
  | DebtCommand
  | CollectionCommand
  | AppealCommand
  | RunCommand
  | ReferenceCommand
  | RecordPayment
  | RecordPaymentReturn
  | RecordClearance
  | RecordDisbursement
  | RecordDisbursementReturn
  | RecordInstrument
  | RecordPresentation
  | DepositUnclaimed
  | WithdrawUnclaimed
  | RecordRefund
  | RefundDoorCommand
  | PeopleCommand
  | RecordReserveDeposit
  | RequestAssistance
  | OrderAssistance
  | PayAssistance
  | RecordAssistanceReturn
  | RecordAttorneyFee
  | CloseAssistanceRequest
  | RecordConsumerPriceIndex
  | OrderReinstatement
  | OpenAccount
  | TakeInStatement
  | MatchLines
  | UnmatchLines
  | SuspendLine
  | WriteOffLine
  | SignStatement
  | ReopenStatement
  | SignMonth
  | ReopenMonth
  | ReviewLiabilities
  | SetPolicy;

export type CommandType = Command['type'];
