import {
  AssignInterestRequest,
  AssumeRightsRequest,
  EndRepresentationRequest,
  RecordAbuseConvictionRequest,
  RecordSameVictimRequest,
  RecordSuccessionRequest,
  RecordVictimDeathRequest,
  RevokeAssignmentRequest,
} from './people-requests.ts';

/** The commands about who stands beside a victim, each with its summary and its request. */
export const peopleOffers = {
  AssumeRights: ['Record that somebody assumed a victim’s rights.', AssumeRightsRequest],
  EndRepresentation: ['Record that a representative acts for a victim no more.', EndRepresentationRequest],
  RecordAbuseConviction: [
    'Record that a representative or heir was convicted of having abused the victim.',
    RecordAbuseConvictionRequest,
  ],
  RecordVictimDeath: ['Record that a victim died.', RecordVictimDeathRequest],
  RecordSuccession: ['Record who takes what was a victim’s.', RecordSuccessionRequest],
  AssignInterest: [
    'Record that a victim assigned the interest in restitution to the Crime Victims Fund.',
    AssignInterestRequest,
  ],
  RevokeAssignment: ['Record that such an assignment was revoked.', RevokeAssignmentRequest],
  RecordSameVictim: ['Record that two ids are one victim.', RecordSameVictimRequest],
} as const;
