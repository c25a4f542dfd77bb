import { faultAt, type Fault } from '../fault.ts';
import { isRoutingNumber } from '../fixed-width/routing-number.ts';
import { aText, object, oneOf, orElse, type Shape, type ShapeFault } from '../profiles/shape.ts';
import { readStrictJson } from '../strict-json.ts';

/** Who sends payments, as the bank and the Treasury have told them to write it. */
export interface Sender {
  readonly nacha: NachaSender | undefined;
  readonly spr: SprSender | undefined;
}

/** Who sends credits through which bank. */
export interface NachaSender {
  /** The bank's routing number, and its name. */
  readonly destination: string;
  readonly destinationName: string;
  /** The sender's number with that bank, and name. */
  readonly origin: string;
  readonly originName: string;
  readonly companyName: string;
  readonly companyId: string;
  /** What payees see: at most ten letters. */
  readonly description: string;
  readonly entryClass: 'PPD' | 'CCD';
}

/** Which agency asks the Treasury to pay. */
export interface SprSender {
  readonly inputSystem: string;
  /** Eight digits. */
  readonly agencyLocation: string;
  /** One of the words that the Treasury has agreed on with the agency. */
  readonly paymentType: string;
  readonly entryClass: 'PPD' | 'CCD';
}

const text = (most: number): Shape<string> => aText(new RegExp(`^[!-~](?:[ -~]{0,${most - 2}}[!-~])?$`));
const entryClass = orElse('PPD' as const, oneOf(['PPD', 'CCD'] as const));

const shape: Shape<Sender> = object({
  nacha: orElse(
    undefined,
    object<NachaSender>({
      destination: aText(/^[0-9]{9}$/),
      destinationName: text(23),
      origin: text(10),
      originName: text(23),
      companyName: text(16),
      companyId: text(10),
      description: text(10),
      entryClass,
    }),
  ),
  spr: orElse(
    undefined,
    object<SprSender>({
      inputSystem: text(40),
      agencyLocation: aText(/^[0-9]{8}$/),
      paymentType: text(25),
      entryClass,
    }),
  ),
});

/** What such a file may be as long as: 16 KiB. */
const mostBytes = 16_384;

/** Reads a sender from the text of a JSON file; or everything that keeps it from being one, each by its JSON Pointer. */
export function readSender(json: string): Sender | { readonly faults: readonly Fault[] } {
  if (Buffer.byteLength(json) > mostBytes) return { faults: [faultAt(0, 'line-too-long')] };
  const read = readStrictJson(json, 4);
  if (!read.ok) return { faults: [faultAt(0, read.rule, read.pointer)] };
  const faults: ShapeFault[] = [];
  const sender = shape(read.value, '', faults);
  const bank = sender?.nacha?.destination;
  if (sender === undefined || faults.length > 0) return { faults: faults.map(told) };
  if (bank !== undefined && !isRoutingNumber(bank))
    return { faults: [faultAt(0, 'routing-number-wrong', '/nacha/destination')] };
  return sender;
}

function told({ pointer, expected }: ShapeFault): Fault {
  const fault = faultAt(0, 'sender-invalid', pointer);
  return { ...fault, message: `${fault.message} Expected here: ${expected}.` };
}
