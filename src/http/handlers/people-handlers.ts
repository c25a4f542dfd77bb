import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
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
import { CommandDesk } from '../command-desk.ts';
import type { Reply } from '../reply.ts';
import { victimSubject } from './subjects.ts';

/** Records that somebody assumed a victim’s rights. */
@CommandHandler(AssumeRightsRequest)
export class AssumeRightsHandler implements ICommandHandler<AssumeRightsRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: AssumeRightsRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}

/** Records that a representative acts for a victim no more. */
@CommandHandler(EndRepresentationRequest)
export class EndRepresentationHandler implements ICommandHandler<EndRepresentationRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: EndRepresentationRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}

/** Records that a representative or heir was convicted of having abused the victim. */
@CommandHandler(RecordAbuseConvictionRequest)
export class RecordAbuseConvictionHandler implements ICommandHandler<RecordAbuseConvictionRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordAbuseConvictionRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}

/** Records that a victim died. */
@CommandHandler(RecordVictimDeathRequest)
export class RecordVictimDeathHandler implements ICommandHandler<RecordVictimDeathRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordVictimDeathRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}

/** Records who takes what was a victim’s. */
@CommandHandler(RecordSuccessionRequest)
export class RecordSuccessionHandler implements ICommandHandler<RecordSuccessionRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordSuccessionRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}

/** Records that a victim assigned the interest in restitution. */
@CommandHandler(AssignInterestRequest)
export class AssignInterestHandler implements ICommandHandler<AssignInterestRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: AssignInterestRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}

/** Records that an assignment was revoked. */
@CommandHandler(RevokeAssignmentRequest)
export class RevokeAssignmentHandler implements ICommandHandler<RevokeAssignmentRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RevokeAssignmentRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}

/** Records that two ids are one victim. */
@CommandHandler(RecordSameVictimRequest)
export class RecordSameVictimHandler implements ICommandHandler<RecordSameVictimRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordSameVictimRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}
