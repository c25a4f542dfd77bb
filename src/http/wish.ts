import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** How a request wishes to be carried out (RFC 7240). */
export interface Wish {
  /** Whether to answer as if it were recorded, and record nothing. */
  readonly isRehearsal: boolean;
  /** Whether whoever sends it knows that it reaches months which are closed. */
  readonly mayReachClosedMonths: boolean;
}

/** What the header Prefer says. */
export function wishIn(request: Request): Wish {
  const preferences = preferencesOf(request.get('prefer'));
  return {
    isRehearsal: preferences.includes('handling=dry-run'),
    mayReachClosedMonths: preferences.includes('closed-months=reach'),
  };
}

/** A parameter that holds how the request wishes to be carried out. */
export const Wished = createParamDecorator((_: unknown, context: ExecutionContext): Wish => {
  return wishIn(context.switchToHttp().getRequest<Request>());
});

/** What an answer says that is only a rehearsal. */
export const rehearsed = { 'Preference-Applied': 'handling=dry-run' } as const;

/** Preferences stand between commas, and one that is not known is passed over. */
function preferencesOf(header = ''): readonly string[] {
  return header.split(',').map((preference) => preference.trim().toLowerCase().replaceAll('"', ''));
}
