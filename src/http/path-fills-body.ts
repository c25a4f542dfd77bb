import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { isObject } from '../requests/read-request.ts';
import { Problem, type Fault } from './problem.ts';

/** What stands in the path of a command need not stand in its body; where it stands in both, they must agree. */
@Injectable()
export class PathFillsBody implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    if (request.method === 'POST' && isObject(request.body))
      request.body = filled(request.body, request.params);
    return next.handle();
  }
}

function filled(body: Readonly<Record<string, unknown>>, params: Request['params']): object {
  const fromPath = Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => fieldsIn(name, String(value))),
  );
  const errors = Object.entries(fromPath)
    .filter(([name, value]) => Object.hasOwn(body, name) && body[name] !== value)
    .map(([name]): Fault => ({ pointer: `/${name}`, code: 'path-differs', message: differs }));
  if (errors.length > 0) throw new Problem('command-invalid', { errors });
  return { ...body, ...fromPath };
}

const differs = 'The path says something else. Leave the field out, or correct one of the two.';

/** The fields that a part of the path gives; a receipt has two, with a point between them. */
function fieldsIn(name: string, value: string): readonly (readonly [string, string])[] {
  if (name !== 'receiptId') return [[name, value]];
  const [source = '', ...reference] = value.split('.');
  return [
    ['source', source],
    ['reference', reference.join('.')],
  ];
}
