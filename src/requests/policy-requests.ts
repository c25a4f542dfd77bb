import type { CalendarDate } from '../domain/calendar-date.ts';
import type { PolicyId } from '../domain/policy/catalogue.ts';
import type { SetPolicy } from '../domain/policy/commands.ts';
import { policyAnswers, policyQuestions } from './choices.ts';
import { IsDay, IsOneOf } from './text-fields.ts';

/** An open question of the law is answered. */
export class SetPolicyRequest {
  @IsOneOf(policyQuestions, 'The question.')
  policy: PolicyId;

  @IsOneOf(policyAnswers, 'The answer; one that the question knows.')
  value: string;

  @IsDay('The day from which the answer holds.')
  on: CalendarDate;

  toCommand(): SetPolicy {
    return { type: 'SetPolicy', policy: this.policy, value: this.value, on: this.on };
  }
}
