import type { EventType, LedgerEvent } from '../../domain/events.ts';
import type { MoneyText } from '../../domain/money.ts';
import type { PolicyId } from '../../domain/policy/catalogue.ts';
import { groupedAmount } from './arithmetic.ts';

type Of<Type extends EventType> = Extract<LedgerEvent, { type: Type }>;

/** What there is to say of a type of event; a type without words of its own is told by its name and its fields. */
export interface EventWords<Type extends EventType = EventType> {
  /** What happened, without a stop at the end. */
  says(data: Of<Type>['data']): string;
  /** The provisions that it rests on, beside the one that the event itself names. */
  readonly law?: readonly string[];
  /** The questions that the law leaves open and that may have been asked. */
  readonly policies?: readonly PolicyId[];
}

/** Words by type of event. */
export type Wording = { readonly [Type in EventType]?: EventWords<Type> };

/** An amount, as people write it. */
export function usd(text: MoneyText): string {
  return groupedAmount(text);
}

/** An amount that may not be there. */
export function orNone(text: MoneyText | null): string {
  return text === null ? 'none' : usd(text);
}

/** So many of something. */
export function counted(count: number, one = 'liability', many = 'liabilities'): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
