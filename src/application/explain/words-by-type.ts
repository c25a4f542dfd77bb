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

/** The words of some types of event. */
export type WordsByType = { readonly [Type in EventType]?: EventWords<Type> };

/** An amount, as people read it. */
export function usd(text: MoneyText): string {
  return groupedAmount(text);
}

/** The same, where there may be none. */
export function orNone(text: MoneyText | null): string {
  return text === null ? 'none' : usd(text);
}

/** `1 liability`, `2 liabilities`. */
export function counted(count: number, one = 'liability', many = 'liabilities'): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

/** What an obligation is called: an order, or a debt. */
export function obligation({
  orderId,
  debtId,
}: {
  readonly orderId: string | null;
  readonly debtId: string | null;
}): string {
  return orderId === null ? `debt ${debtId ?? ''}` : `order ${orderId}`;
}
