import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import type { House } from '../application/house.ts';
import { HOUSE } from './house-token.ts';
import { Reply } from './reply.ts';

/** Writes the status and the headers of an answer, and hands its body on. What may be old says so. */
@Injectable()
export class ReplyInterceptor implements NestInterceptor {
  readonly #house: House;

  constructor(@Inject(HOUSE) house: House) {
    this.#house = house;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    const { standing } = this.#house.store;
    if (standing !== 'live') response.setHeader('Ledger-Standing', standing);
    return next
      .handle()
      .pipe(map((answer: unknown) => (answer instanceof Reply ? opened(answer, response) : answer)));
  }
}

/** What is kept is asked about again before it is shown; what has no tag is not kept. */
function opened({ status, headers, body }: Reply, response: Response): Reply['body'] {
  response.status(status);
  response.setHeader('Cache-Control', 'ETag' in headers ? 'private, no-cache' : 'no-store');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  return body;
}
