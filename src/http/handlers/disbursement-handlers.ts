import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  ApproveDisbursementRunRequest,
  ProposeDisbursementRunRequest,
  RecordAppealEndRequest,
  RecordAppealRequest,
  ReleaseDisbursementRunRequest,
  SetHoldRequest,
  SetPaymentTermsRequest,
} from '../../requests/disbursement-requests.ts';
import {
  DepositUnclaimedRequest,
  RecordInstrumentRequest,
  RecordPresentationRequest,
  WithdrawUnclaimedRequest,
} from '../../requests/instrument-requests.ts';
import { CommandDesk } from '../command-desk.ts';
import type { Reply } from '../reply.ts';
import { orderSubject, runSubject, termsSubject, victimSubject } from './subjects.ts';

/** Records that an order was appealed. */
@CommandHandler(RecordAppealRequest)
export class RecordAppealHandler implements ICommandHandler<RecordAppealRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordAppealRequest): Promise<Reply> {
    return this.desk.carryOut(request, orderSubject(request));
  }
}

/** Records that an appeal has ended. */
@CommandHandler(RecordAppealEndRequest)
export class RecordAppealEndHandler implements ICommandHandler<RecordAppealEndRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordAppealEndRequest): Promise<Reply> {
    return this.desk.carryOut(request, orderSubject(request));
  }
}

/** Sets for how long money waits. */
@CommandHandler(SetHoldRequest)
export class SetHoldHandler implements ICommandHandler<SetHoldRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: SetHoldRequest): Promise<Reply> {
    return this.desk.carryOut(request, termsSubject);
  }
}

/** Sets what is too little to be paid out, and when a cheque is stale. */
@CommandHandler(SetPaymentTermsRequest)
export class SetPaymentTermsHandler implements ICommandHandler<SetPaymentTermsRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: SetPaymentTermsRequest): Promise<Reply> {
    return this.desk.carryOut(request, termsSubject);
  }
}

/** Proposes to pay out together what can be paid. */
@CommandHandler(ProposeDisbursementRunRequest)
export class ProposeDisbursementRunHandler implements ICommandHandler<ProposeDisbursementRunRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: ProposeDisbursementRunRequest): Promise<Reply> {
    return this.desk.carryOut(request, runSubject(request));
  }
}

/** Approves the payments of a run. */
@CommandHandler(ApproveDisbursementRunRequest)
export class ApproveDisbursementRunHandler implements ICommandHandler<ApproveDisbursementRunRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: ApproveDisbursementRunRequest): Promise<Reply> {
    return this.desk.carryOut(request, runSubject(request));
  }
}

/** Pays out what was approved. */
@CommandHandler(ReleaseDisbursementRunRequest)
export class ReleaseDisbursementRunHandler implements ICommandHandler<ReleaseDisbursementRunRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: ReleaseDisbursementRunRequest): Promise<Reply> {
    return this.desk.carryOut(request, runSubject(request));
  }
}

/** Records the number of a cheque or a transfer. */
@CommandHandler(RecordInstrumentRequest)
export class RecordInstrumentHandler implements ICommandHandler<RecordInstrumentRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordInstrumentRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}

/** Records what a bank paid. */
@CommandHandler(RecordPresentationRequest)
export class RecordPresentationHandler implements ICommandHandler<RecordPresentationRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordPresentationRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}

/** Records where money waits that nobody claims. */
@CommandHandler(DepositUnclaimedRequest)
export class DepositUnclaimedHandler implements ICommandHandler<DepositUnclaimedRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: DepositUnclaimedRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}

/** Records that it was claimed. */
@CommandHandler(WithdrawUnclaimedRequest)
export class WithdrawUnclaimedHandler implements ICommandHandler<WithdrawUnclaimedRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: WithdrawUnclaimedRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}
