import type { BankLine } from '../bank-line.ts';
import { faultAt, type Fault } from '../fault.ts';
import type { ProofBook } from '../file-proof.ts';
import { isFault, type Bytes } from '../lines.ts';
import type { Reading, ReadingWith } from '../reader.ts';
import { xmlElements, type XmlElement } from '../xml/xml-elements.ts';
import { camtMessage, camtRecords } from './message.ts';
import { CamtStatement } from './statement.ts';

/**
 * Reads an ISO 20022 statement (camt.053) or notification (camt.054), versions 1 to 14. Of a statement the opening balance
 * and its entries must come to the closing balance; of either, numbers and sums of entries where they are declared, and
 * details to their entry. Holds one detail at a time.
 */
export async function* readCamt(bytes: Bytes, { book }: ReadingWith): Reading {
  let open: CamtMessage | undefined;
  for await (const read of xmlElements(bytes, camtRecords)) {
    if (isFault(read)) yield read;
    else if (open !== undefined) yield* open.take(read);
    else {
      const [, number] = camtMessage.exec(read.namespace) ?? [];
      if (number === undefined || read.name !== 'Document') {
        yield faultAt(read.evidence.line, 'message-unknown');
        return;
      }
      open = new CamtMessage(number === '053', book);
    }
  }
  if (open?.isEmpty === true) yield faultAt(0, 'record-missing', 'statement');
}

class CamtMessage {
  readonly #hasBalances: boolean;
  readonly #book: ProofBook;
  #statement: CamtStatement | undefined;
  #statements = 0;

  constructor(hasBalances: boolean, book: ProofBook) {
    this.#hasBalances = hasBalances;
    this.#book = book;
  }

  get isEmpty(): boolean {
    return this.#statements === 0;
  }

  *take(element: XmlElement): Generator<BankLine | Fault> {
    const { name } = element;
    if (name === 'Stmt' || name === 'Ntfctn') {
      yield* this.#open().close(element);
      this.#statement = undefined;
    } else if (name === 'Acct') this.#open().account(element);
    else if (name === 'Bal') yield* this.#open().balance(element);
    else if (name === 'TxsSummry') this.#open().summary(element);
    else if (name === 'Btch') this.#open().batch(element);
    else if (name === 'TxDtls') yield* this.#open().detail(element);
    else if (name === 'Ntry') yield* this.#open().entry(element);
  }

  #open(): CamtStatement {
    if (this.#statement !== undefined) return this.#statement;
    this.#statements += 1;
    this.#statement = new CamtStatement(
      { number: this.#statements, hasBalances: this.#hasBalances },
      this.#book,
    );
    return this.#statement;
  }
}
