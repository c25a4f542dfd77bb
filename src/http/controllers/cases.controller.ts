import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  RecordDeathRequest,
  RecordNoImprisonmentRequest,
  RecordReleaseRequest,
  SetInterestTermsRequest,
  SetPaymentScheduleRequest,
} from '../../requests/collection-requests.ts';
import {
  ExpireLiabilityRequest,
  UndoExpiryRequest,
  RecordNoticeRequest,
  WaiveInterestRequest,
  WaivePenaltyRequest,
} from '../../requests/lateness-requests.ts';
import { SetOrderOfPaymentRequest } from '../../requests/debt-requests.ts';
import { MakeOrdersJointRequest } from '../../requests/order-requests.ts';
import { RegisterCaseRequest, RegisterDefendantRequest } from '../../requests/registration-requests.ts';
import { DeclineRestitutionRequest, DeferFindingRequest } from '../../requests/decision-requests.ts';
import { api } from '../api.ts';
import { Call, Called } from '../call.ts';
import { Takes } from '../openapi/route-docs.ts';
import type { Reply } from '../reply.ts';

/** Criminal cases and their defendants. */
@Controller(`${api}/cases`)
export class CasesController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  @Takes('RegisterCase')
  register(@Body() request: RegisterCaseRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':caseId/defendants')
  @Takes('RegisterDefendant')
  registerDefendant(@Body() request: RegisterDefendantRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':caseId/joint-orders')
  @Takes('MakeOrdersJoint')
  makeOrdersJoint(@Body() request: MakeOrdersJointRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':caseId/declinations')
  @Takes('DeclineRestitution')
  decline(@Body() request: DeclineRestitutionRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':caseId/deferrals')
  @Takes('DeferFinding')
  defer(@Body() request: DeferFindingRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':caseId/defendants/:defendantId/order-of-payment')
  @Takes('SetOrderOfPayment')
  setOrderOfPayment(@Body() request: SetOrderOfPaymentRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':caseId/defendants/:defendantId/releases')
  @Takes('RecordRelease')
  recordRelease(@Body() request: RecordReleaseRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':caseId/defendants/:defendantId/no-imprisonment')
  @Takes('RecordNoImprisonment')
  recordNoImprisonment(@Body() request: RecordNoImprisonmentRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':caseId/defendants/:defendantId/death')
  @Takes('RecordDeath')
  recordDeath(@Body() request: RecordDeathRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':caseId/interest-terms')
  @Takes('SetInterestTerms')
  setInterestTerms(@Body() request: SetInterestTermsRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':caseId/payment-schedules')
  @Takes('SetPaymentSchedule')
  setPaymentSchedule(@Body() request: SetPaymentScheduleRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':caseId/interest-waivers')
  @Takes('WaiveInterest')
  waiveInterest(@Body() request: WaiveInterestRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':caseId/penalty-waivers')
  @Takes('WaivePenalty')
  waivePenalty(@Body() request: WaivePenaltyRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':caseId/notices')
  @Takes('RecordNotice')
  recordNotice(@Body() request: RecordNoticeRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':caseId/expiries')
  @Takes('ExpireLiability')
  expireLiability(@Body() request: ExpireLiabilityRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':caseId/expiries/undone')
  @Takes('UndoExpiry')
  undoExpiry(@Body() request: UndoExpiryRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }
}
