import { isMonth, type Month } from '../domain/period/month.ts';
import { Failure } from './failure.ts';
import type { Asked } from './verb.ts';

/** The month that is named first. @throws Failure where it is none */
export function monthOf({ args: [text = ''] }: Asked): Month {
  if (isMonth(text)) return text;
  throw new Failure('usage', 'That is no month.', 'Write year and month, such as 2026-03.');
}
