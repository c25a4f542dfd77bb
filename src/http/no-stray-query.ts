import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { Request } from 'express';
import { Problem } from './problem.ts';
import { unknownParameter } from './read-query.ts';

/** A route that asks for no query hears none: whoever sends a parameter must not believe that it was heeded. */
@Injectable()
export class NoStrayQuery implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const stray = Object.keys(context.switchToHttp().getRequest<Request>().query);
    if (stray.length === 0 || hearsQuery(context)) return true;
    throw new Problem('parameter-invalid', { errors: stray.slice(0, 20).map(unknownParameter) });
  }
}

function hearsQuery(context: ExecutionContext): boolean {
  const args: unknown = Reflect.getMetadata(
    ROUTE_ARGS_METADATA,
    context.getClass(),
    context.getHandler().name,
  );
  return Object.keys(args ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}
