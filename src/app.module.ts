import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import type { House } from './application/house.ts';
import { CommandDesk } from './http/command-desk.ts';
import { AssistanceController } from './http/controllers/assistance.controller.ts';
import { BooksController } from './http/controllers/books.controller.ts';
import { CasesController } from './http/controllers/cases.controller.ts';
import { CommandsController } from './http/controllers/commands.controller.ts';
import { DebtsController } from './http/controllers/debts.controller.ts';
import { DisbursementRunsController } from './http/controllers/disbursement-runs.controller.ts';
import { DisbursementsController } from './http/controllers/disbursements.controller.ts';
import { ExplanationsController } from './http/controllers/explanations.controller.ts';
import { HistoryController } from './http/controllers/history.controller.ts';
import { HealthController } from './http/controllers/health.controller.ts';
import { LabelsController } from './http/controllers/labels.controller.ts';
import { OrdersController } from './http/controllers/orders.controller.ts';
import { PaymentsController } from './http/controllers/payments.controller.ts';
import { PoliciesController } from './http/controllers/policies.controller.ts';
import { ProblemsController } from './http/controllers/problems.controller.ts';
import { MonthsController } from './http/controllers/months.controller.ts';
import { MonthDesk } from './http/month-desk.ts';
import { AccountsController } from './http/controllers/accounts.controller.ts';
import { StatementsController } from './http/controllers/statements.controller.ts';
import { RecoveriesController } from './http/controllers/recoveries.controller.ts';
import { ReceiptsController } from './http/controllers/receipts.controller.ts';
import { TreasuryYieldsController } from './http/controllers/treasury-yields.controller.ts';
import { ReserveController } from './http/controllers/reserve.controller.ts';
import { VictimsController } from './http/controllers/victims.controller.ts';
import { commandHandlers } from './http/handlers/command-handlers.ts';
import { DisbursementDesk } from './http/disbursement-desk.ts';
import { ExplainingDesk } from './http/explaining-desk.ts';
import { HOUSE } from './http/house-token.ts';
import { IncomingPipe } from './http/incoming.pipe.ts';
import { IntakeDesk } from './http/intake-desk.ts';
import { KeysUsed } from './http/keys-used.ts';
import { LabelDesk } from './http/label-desk.ts';
import { NoStrayQuery } from './http/no-stray-query.ts';
import { PathFillsBody } from './http/path-fills-body.ts';
import { ProblemFilter } from './http/problem-filter.ts';
import { ReadingDesk } from './http/reading-desk.ts';
import { ReconciliationDesk } from './http/reconciliation-desk.ts';
import { ReserveDesk } from './http/reserve-desk.ts';
import { ReplyInterceptor } from './http/reply.interceptor.ts';
import { Uploads } from './http/upload.ts';
import { listen, type Listening, type Served } from './http/server.ts';

const controllers = [
  VictimsController,
  CasesController,
  OrdersController,
  DebtsController,
  PaymentsController,
  DisbursementsController,
  DisbursementRunsController,
  PoliciesController,
  TreasuryYieldsController,
  CommandsController,
  LabelsController,
  ReceiptsController,
  ExplanationsController,
  HistoryController,
  AccountsController,
  StatementsController,
  MonthsController,
  RecoveriesController,
  ReserveController,
  AssistanceController,
  BooksController,
  HealthController,
  ProblemsController,
];

/** The application as Nest puts it together: controllers, command handlers, and what guards them, over one house. */
@Module({})
export class AppModule {
  static over(house: House): DynamicModule {
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot()],
      controllers,
      providers: [
        { provide: HOUSE, useValue: house },
        CommandDesk,
        ReadingDesk,
        ExplainingDesk,
        ReserveDesk,
        ReconciliationDesk,
        IntakeDesk,
        Uploads,
        MonthDesk,
        DisbursementDesk,
        KeysUsed,
        LabelDesk,
        ...commandHandlers,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: NoStrayQuery },
        { provide: APP_INTERCEPTOR, useClass: PathFillsBody },
        { provide: APP_INTERCEPTOR, useClass: ReplyInterceptor },
        { provide: APP_PIPE, useClass: IncomingPipe },
      ],
    };
  }
}

/** Serves a house until the door is closed. The house stays open: whoever opened it closes it. */
export function serve(house: House, at: Listening): Promise<Served> {
  return listen(AppModule.over(house), at);
}
