import type { BankLine, BankLineKind, Direction, Evidence, Party, References } from '../bank-line.ts';
import { amountText } from '../cents.ts';
import { faultAt, type Fault } from '../fault.ts';
import { isWrong, readAmount, readDay, readDirection } from '../xml/message.ts';
import { elementAt, textAt, type XmlElement } from '../xml/xml-elements.ts';

/** An entry as far as it has been read: what its details do not say themselves. */
export interface CamtEntry {
  readonly element: XmlElement;
  readonly cents: bigint;
  readonly currency: string;
  readonly direction: Direction;
  readonly isBooked: boolean;
  readonly isReversal: boolean;
  readonly bookedOn: string | undefined;
  readonly valuedOn: string | undefined;
  readonly code: string | undefined;
  readonly account: string | undefined;
}

/** Reads what stands in an entry beside its details. */
export function readEntry(element: XmlElement, account: string | undefined): CamtEntry | Fault {
  const { line } = element.evidence;
  const amount = elementAt(element, 'Amt');
  const read = amount === undefined ? faultAt(line, 'field-blank', 'Amt') : readAmount(amount);
  const direction = readDirection(element);
  const [bookedOn, valuedOn] = [readDay(element, 'BookgDt'), readDay(element, 'ValDt')];
  const isBooked = bookedIn(element);
  const isReversal = flagIn(element, 'RvslInd');
  const wrong = [read, direction, bookedOn, valuedOn, isBooked, isReversal].find(isWrong);
  if (wrong !== undefined) return wrong;
  return {
    element,
    ...(read as Exclude<typeof read, Fault>),
    direction: direction as Direction,
    isBooked: isBooked as boolean,
    isReversal: isReversal as boolean,
    bookedOn: bookedOn as string | undefined,
    valuedOn: valuedOn as string | undefined,
    code: codeIn(element),
    account,
  };
}

/** Up to version 7 the status is a text, from version 8 on a code within it. */
function bookedIn(element: XmlElement): boolean | Fault {
  const status = textAt(element, 'Sts/Cd', 'Sts');
  if (status === 'BOOK') return true;
  if (status === 'PDNG' || status === 'INFO' || status === 'FUTR') return false;
  const rule = status === undefined ? 'field-blank' : 'field-not-in-list';
  return faultAt(element.evidence.line, rule, 'Sts');
}

function flagIn(element: XmlElement, path: string): boolean | Fault {
  const text = textAt(element, path);
  if (text === undefined || text === 'false' || text === '0') return false;
  return text === 'true' || text === '1' || faultAt(element.evidence.line, 'field-not-in-list', path);
}

function codeIn(element: XmlElement): string | undefined {
  const parts = ['Domn/Cd', 'Domn/Fmly/Cd', 'Domn/Fmly/SubFmlyCd'].map((path) =>
    textAt(element, `BkTxCd/${path}`),
  );
  if (parts.every((part) => part !== undefined)) return parts.join('-');
  return textAt(element, 'BkTxCd/Prtry/Cd');
}

/** The line that an entry comes to, or one detail of it: then its amount and side are the detail's. */
export function lineOf(
  entry: CamtEntry,
  detail: XmlElement | undefined,
  own: { readonly cents: bigint; readonly direction: Direction } = entry,
): BankLine {
  const { element, bookedOn, valuedOn, account } = entry;
  const code = (detail && codeIn(detail)) ?? entry.code;
  const returned = detail && elementAt(detail, 'RtrInf');
  return {
    evidence: evidenceOf(entry, own === entry ? undefined : detail),
    kind: returned !== undefined && entry.isBooked ? 'RETURN' : kindOf(entry, code, own.direction),
    amount: amountText(own.cents),
    direction: own.direction,
    currency: entry.currency,
    bookedOn,
    valuedOn,
    references: referencesIn(element, detail),
    reason: returned && textAt(returned, 'Rsn/Cd', 'Rsn/Prtry'),
    code,
    account,
    party: detail && partyIn(detail, own.direction, entry.isReversal),
    remittance: remittanceIn(element, detail),
  };
}

/** A line that is the whole entry is told with all of it. */
function evidenceOf({ element }: CamtEntry, detail: XmlElement | undefined): Evidence {
  return (detail ?? element).evidence;
}

/** Sub-families of the codes for bank transactions that are more than money in or money out. */
const kindsBySubFamily: Readonly<Record<string, BankLineKind>> = {
  RRTN: 'RETURN',
  UPDD: 'RETURN',
  UPCQ: 'RETURN',
  RPCR: 'REVERSAL',
  CHRG: 'FEE',
  FEES: 'FEE',
  COMM: 'FEE',
  ADJT: 'ADJUSTMENT',
};

function kindOf(entry: CamtEntry, code: string | undefined, direction: Direction): BankLineKind {
  if (!entry.isBooked) return 'NOT_BOOKED';
  if (entry.isReversal) return 'REVERSAL';
  return kindByCode(code ?? '', direction) ?? (direction === 'CREDIT' ? 'DEPOSIT' : 'WITHDRAWAL');
}

function kindByCode(code: string, direction: Direction): BankLineKind | undefined {
  const [, family, subFamily = ''] = code.split('-');
  if (family === 'ICHQ' && direction === 'DEBIT') return 'CHECK_PRESENTED';
  return kindsBySubFamily[subFamily];
}

function referencesIn(entry: XmlElement, detail: XmlElement | undefined): References {
  const endToEnd = detail && textAt(detail, 'Refs/EndToEndId');
  return {
    endToEnd: endToEnd === 'NOTPROVIDED' ? undefined : endToEnd,
    bank: (detail && textAt(detail, 'Refs/AcctSvcrRef')) ?? textAt(entry, 'AcctSvcrRef'),
    customer: (detail && textAt(detail, 'Refs/InstrId', 'Refs/TxId')) ?? textAt(entry, 'NtryRef'),
    batch: detail && textAt(detail, 'Refs/PmtInfId', 'Refs/MsgId'),
    checkSerial: detail && textAt(detail, 'Refs/ChqNb'),
    trace: detail && textAt(detail, 'Refs/UETR', 'Refs/ClrSysRef'),
  };
}

/** The other one: of a credit who paid, of a debit who was paid, and of a reversal the other way round. */
function partyIn(detail: XmlElement, direction: Direction, isReversal: boolean): Party | undefined {
  const role = (direction === 'CREDIT') === isReversal ? 'Cdtr' : 'Dbtr';
  const name = textAt(detail, `RltdPties/${role}/Pty/Nm`, `RltdPties/${role}/Nm`);
  const at = `RltdPties/${role}Acct/Id`;
  const account = textAt(detail, `${at}/IBAN`, `${at}/Othr/Id`);
  return name === undefined && account === undefined ? undefined : { name, account };
}

function remittanceIn(entry: XmlElement, detail: XmlElement | undefined): string | undefined {
  const written = detail === undefined ? [] : (elementAt(detail, 'RmtInf')?.children ?? []);
  const texts = [
    ...written.map((each) => (each.name === 'Ustrd' ? each.text : textAt(each, 'CdtrRefInf/Ref'))),
    detail && textAt(detail, 'AddtlTxInf'),
    textAt(entry, 'AddtlNtryInf'),
  ].filter((text) => text !== undefined && text !== '');
  return texts.length === 0 ? undefined : texts.join(' ');
}
