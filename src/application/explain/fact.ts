import type { StoredEvent } from '../../domain/events.ts';
import { isMoneyText, type MoneyText } from '../../domain/money.ts';
import { eventInWords } from './event-words.ts';
import type { Fact } from './explanation.ts';
import type { Recorded } from './log-facts.ts';

/** A recorded event as a fact that a step rests on. */
export function factOf({ event, position, recordedAt }: Recorded<StoredEvent>): Fact {
  const data = event.data as Readonly<Record<string, unknown>>;
  const { type, effectiveOn } = event;
  return {
    ...{ position, type, effectiveOn, recordedAt },
    says: eventInWords(event),
    amount: amountIn(data),
    caseId: idIn(data, 'caseId'),
    victimId: idIn(data, 'victimId'),
    defendantId: idIn(data, 'defendantId'),
    orderId: idIn(data, 'orderId'),
    receiptId: idIn(data, 'receiptId'),
  };
}

/** The amount that an event is about: under one of these names, the first that it has. */
const amountNames = ['amount', 'accepted', 'greatestLoss', 'excess', 'unallocated'];

function amountIn(data: Readonly<Record<string, unknown>>): MoneyText | null {
  const found = amountNames.map((name) => data[name]).find((value) => typeof value === 'string');
  return typeof found === 'string' && isMoneyText(found) ? found : null;
}

function idIn(data: Readonly<Record<string, unknown>>, name: string): string | null {
  const id = data[name];
  return typeof id === 'string' ? id : null;
}
