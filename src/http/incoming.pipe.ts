import { Injectable, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import { readQuery } from './read-query.ts';
import { readSent } from './read-sent.ts';

/** Every body and every query goes through here before a controller sees it. @throws Problem where it does not fit */
@Injectable()
export class IncomingPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type === 'body') return readSent(value, metatype as Type<object>);
    if (type === 'query') return readQuery(value as object, metatype as Type<object>);
    return value;
  }
}
