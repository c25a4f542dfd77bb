/** What stands in elements of messages: amounts, days, yes and no, each with the fault where it does not. */
import { amountOfDecimal, centsOf, isInCents } from '../cents.ts';
import { dayOfIso } from '../days.ts';
import { faultAt, type Fault } from '../fault.ts';
import { textAt, type XmlElement } from './xml-elements.ts';

/** An amount with its currency, in cents. */
export interface AmountIn {
  readonly cents: bigint;
  readonly currency: string;
}

/** The amount in an element of type Amt, with its attribute Ccy; never below nothing. */
export function readAmount(element: XmlElement): AmountIn | Fault {
  const { line } = element.evidence;
  const currency = element.attributes.get('Ccy') ?? '';
  if (currency === '') return faultAt(line, 'field-blank', 'Ccy');
  if (!isInCents(currency)) return faultAt(line, 'currency-not-cents');
  const cents = centsIn(element.text);
  return cents === undefined || cents < 0n
    ? faultAt(line, 'field-not-an-amount', element.name)
    : { cents, currency };
}

/** The cents of a decimal number; undefined where the text is none, or has a part of a cent. */
export function centsIn(text: string): bigint | undefined {
  const amount = amountOfDecimal(text);
  return amount === undefined ? undefined : centsOf(amount);
}

/** The day at the first of these paths, of an element with Dt or DtTm in it; a fault where it is none. */
export function readDay(element: XmlElement, path: string): string | undefined | Fault {
  const text = textAt(element, `${path}/Dt`, `${path}/DtTm`);
  if (text === undefined) return undefined;
  return dayOfIso(text) ?? faultAt(element.evidence.line, 'field-not-a-date', path);
}

/** Which side an element with CdtDbtInd is on. */
export function readDirection(element: XmlElement): 'CREDIT' | 'DEBIT' | Fault {
  const text = textAt(element, 'CdtDbtInd');
  if (text === 'CRDT') return 'CREDIT';
  if (text === 'DBIT') return 'DEBIT';
  return faultAt(
    element.evidence.line,
    text === undefined ? 'field-blank' : 'field-not-in-list',
    'CdtDbtInd',
  );
}

/** Whether something is a fault, where it may also be a text or nothing. */
export function isWrong(read: unknown): read is Fault {
  return typeof read === 'object' && read !== null && 'rule' in read;
}
