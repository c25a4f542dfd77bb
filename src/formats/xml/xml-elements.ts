import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Evidence } from '../bank-line.ts';
import { faultAt, type Fault, type FaultRule } from '../fault.ts';
import type { Bytes } from '../lines.ts';

/** An element with what stands in it. Names are without prefix; text is without the blanks around it. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Undefined above the root. */
  readonly parent: XmlElement | undefined;
  readonly children: readonly XmlElement[];
  readonly text: string;
  readonly evidence: Evidence;
}

const mostDepth = 64;
const mostLetters = 65_536;
const mostParts = 50_000;
const sliceSize = 16_384;

/**
 * Reads a document as a stream of records: the root, as soon as it is opened, and then each element of which parent and name
 * are in `records`, as in `Stmt/Ntry`, as soon as it is closed. A record that has been handed over is forgotten, so
 * that a document of any length needs no more memory than its largest record.
 *
 * No document type is read, so that nothing can be drawn in and nothing can grow; amounts stay text.
 */
export async function* xmlElements(
  bytes: Bytes,
  records: ReadonlySet<string>,
): AsyncGenerator<XmlElement | Fault, void> {
  const document = new OpenDocument(records);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for await (const chunk of bytes) {
    for (let from = 0; from < chunk.length; from += sliceSize) {
      const slice = chunk.subarray(from, from + sliceSize);
      document.write(decoded(decoder, slice));
      yield* document.taken();
      if (document.isLost) return;
    }
  }
  document.write(decoded(decoder));
  document.close();
  yield* document.taken();
}

/** The letters of a slice, as far as they are whole; without one, what may not be left over. */
function decoded(decoder: InstanceType<typeof TextDecoder>, slice?: Uint8Array): string | undefined {
  try {
    return slice === undefined ? decoder.decode() : decoder.decode(slice, { stream: true });
  } catch {
    return undefined;
  }
}

/** An element while it is read. */
interface Growing extends XmlElement {
  readonly parent: Growing | undefined;
  children: XmlElement[];
  text: string;
  evidence: Evidence;
  /** It and all within it. */
  size: number;
}

class OpenDocument {
  readonly #records: ReadonlySet<string>;
  readonly #parser = new SaxesParser({ xmlns: true });
  #current: Growing | undefined;
  #depth = 0;
  #parts = 0;
  /** Where the parser was when it last had something to tell, in letters. */
  #heardAt = 0;
  #tagStart = 0;
  /** The letters that the parser was given last, how many it was given before them, and of how many bytes those were. */
  #slice = { text: '', letters: 0, bytes: 0, isPlain: true };
  #taken: (XmlElement | Fault)[] = [];
  isLost = false;

  constructor(records: ReadonlySet<string>) {
    this.#records = records;
    const heard = (): void => void (this.#heardAt = this.#parser.position);
    this.#parser.on('error', () => this.fail('xml-not-well-formed'));
    this.#parser.on('doctype', () => this.fail('xml-doctype'));
    this.#parser.on('xmldecl', ({ encoding = 'UTF-8' }) => {
      if (!/^(?:utf-8|us-ascii|ascii)$/i.test(encoding)) this.fail('xml-encoding');
    });
    this.#parser.on('opentagstart', ({ name }) => {
      heard();
      this.#tagStart = this.#parser.position - name.length - 2;
    });
    this.#parser.on('opentag', (tag) => this.#open(tag));
    this.#parser.on('closetag', () => this.#shut());
    for (const kind of ['text', 'cdata'] as const) this.#parser.on(kind, (text) => this.#hear(text));
    this.#parser.on('comment', heard);
    this.#parser.on('processinginstruction', heard);
  }

  write(text: string | undefined): void {
    if (this.isLost) return;
    if (text === undefined) {
      this.fail('not-utf-8');
      return;
    }
    const bytes = this.#slice.bytes + Buffer.byteLength(this.#slice.text);
    const letters = this.#slice.letters + this.#slice.text.length;
    this.#slice = { text, letters, bytes, isPlain: Buffer.byteLength(text) === text.length };
    this.#parser.write(text);
    if (this.#parser.position - this.#heardAt > mostLetters) this.fail('xml-text-too-long');
  }

  close(): void {
    if (!this.isLost) this.#parser.close();
  }

  /** What is ready to be handed over. */
  taken(): readonly (XmlElement | Fault)[] {
    const taken = this.#taken;
    this.#taken = [];
    return taken;
  }

  fail(rule: FaultRule): void {
    if (this.isLost) return;
    this.isLost = true;
    this.#taken.push(faultAt(this.#parser.line, rule));
  }

  #open(tag: SaxesTagNS): void {
    if (this.isLost) return;
    this.#depth += 1;
    this.#parts += 1;
    if (this.#depth > mostDepth) this.fail('xml-too-deep');
    if (this.#parts > mostParts) this.fail('xml-record-too-large');
    const attributes = new Map(Object.values(tag.attributes).map(({ local, value }) => [local, value]));
    const [line, byte] = [this.#parser.line, this.#byteAt(this.#tagStart)];
    const evidence = { line, endLine: line, byte, endByte: byte };
    const isRoot = this.#current === undefined;
    const { local: name, uri: namespace } = tag;
    const opened = { name, namespace, attributes, parent: this.#current, children: [], text: '' };
    this.#current = { ...opened, evidence, size: 1 };
    if (isRoot) this.#taken.push(this.#current);
  }

  #hear(text: string): void {
    this.#heardAt = this.#parser.position;
    if (this.isLost || this.#current === undefined) return;
    if (text.length > mostLetters) this.fail('xml-text-too-long');
    else if (text.trim() !== '' && this.#current.text.length <= mostLetters) this.#current.text += text;
  }

  #shut(): void {
    this.#heardAt = this.#parser.position;
    const closed = this.#current;
    if (this.isLost || closed === undefined) return;
    this.#depth -= 1;
    const { line, byte } = closed.evidence;
    const endByte = this.#byteAt(this.#parser.position);
    closed.evidence = { line, endLine: this.#parser.line, byte, endByte };
    closed.text = closed.text.trim();
    const parent = closed.parent;
    this.#current = parent;
    if (parent === undefined || this.#records.has(`${parent.name}/${closed.name}`)) {
      this.#parts -= closed.size;
      this.#taken.push(closed);
    } else {
      parent.children.push(closed);
      parent.size += closed.size;
    }
  }

  /** Letters and bytes are counted together from slice to slice, so that only one slice is ever counted letter by letter. */
  #byteAt(letter: number): number {
    const { text, letters, bytes, isPlain } = this.#slice;
    const within = letter - letters;
    if (within < 0 || isPlain) return bytes + within;
    return bytes + Buffer.byteLength(text.slice(0, within));
  }
}

/** The element at a path below another, as in `Refs/EndToEndId`; undefined where there is none. */
export function elementAt(element: XmlElement, path: string): XmlElement | undefined {
  let at: XmlElement | undefined = element;
  for (const name of path.split('/')) at = at?.children.find((child) => child.name === name);
  return at;
}

/** The text at the first of these paths that has one; undefined where none has. */
export function textAt(element: XmlElement, ...paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const text = elementAt(element, path)?.text;
    if (text !== undefined && text !== '') return text;
  }
  return undefined;
}
