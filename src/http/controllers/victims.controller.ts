import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { VictimId } from '../../domain/ids.ts';
import { RegisterVictimRequest } from '../../requests/registration-requests.ts';
import {
  AssignInterestRequest,
  AssumeRightsRequest,
  EndRepresentationRequest,
  RecordAbuseConvictionRequest,
  RecordSameVictimRequest,
  RecordSuccessionRequest,
  RecordVictimDeathRequest,
  RevokeAssignmentRequest,
} from '../../requests/people-requests.ts';
import {
  DetermineLossRequest,
  OrderReinstatementRequest,
  ReviewLiabilitiesRequest,
} from '../../requests/victim-requests.ts';
import { clocksOf, OneAsked, ListAsked } from '../asked.ts';
import { WantedAs, type Wanted } from '../list-reply.ts';
import { api } from '../api.ts';
import { Call, Called } from '../call.ts';
import { Gives, Takes } from '../openapi/route-docs.ts';
import type { Reply } from '../reply.ts';
import { ReadingDesk } from '../reading-desk.ts';

/** What victims lost and recovered. */
@Controller(`${api}/victims`)
export class VictimsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly desk: ReadingDesk,
  ) {}

  @Post()
  @Takes('RegisterVictim')
  register(@Body() request: RegisterVictimRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':victimId/losses')
  @Takes('DetermineLoss')
  determineLoss(@Body() request: DetermineLossRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':victimId/review')
  @Takes('ReviewLiabilities')
  review(@Body() request: ReviewLiabilitiesRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':victimId/reinstatements')
  @Takes('OrderReinstatement')
  reinstate(@Body() request: OrderReinstatementRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':victimId/representatives')
  @Takes('AssumeRights')
  assumeRights(@Body() request: AssumeRightsRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':victimId/representatives/:representativeId/end')
  @Takes('EndRepresentation')
  endRepresentation(@Body() request: EndRepresentationRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':victimId/representatives/:representativeId/conviction')
  @Takes('RecordAbuseConviction')
  convict(@Body() request: RecordAbuseConvictionRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':victimId/death')
  @Takes('RecordVictimDeath')
  die(@Body() request: RecordVictimDeathRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':victimId/succession')
  @Takes('RecordSuccession')
  succeed(@Body() request: RecordSuccessionRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':victimId/survivor')
  @Takes('RecordSameVictim')
  absorb(@Body() request: RecordSameVictimRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':victimId/assignments')
  @Takes('AssignInterest')
  assign(@Body() request: AssignInterestRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':victimId/assignments/revocation')
  @Takes('RevokeAssignment')
  revoke(@Body() request: RevokeAssignmentRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Get()
  @Gives('victims')
  all(@Query() asked: ListAsked, @WantedAs() wanted: Wanted): Promise<Reply> {
    return this.desk.victims(asked, wanted);
  }

  @Get(':victimId')
  @Gives('victim')
  one(@Param('victimId') id: VictimId, @Query() asked: OneAsked): Promise<Reply> {
    return this.desk.victim(id, clocksOf(asked));
  }
}
