import { faultAt, type Fault } from './fault.ts';
import { foreignFile } from './lines.ts';
import { looksLikeAch } from './ach/read-ach.ts';

/** The formats that are known by how a file begins. A table is known by its columns, so its profile must be named. */
export type BankFormat = 'ach' | 'bai2' | 'camt' | 'cir' | 'table';

/** Every format, for the documents and for whoever must name one. */
export const bankFormats: readonly BankFormat[] = ['ach', 'bai2', 'camt', 'cir', 'table'];

/** How many bytes of a file are enough to know it by. */
export const bytesToKnowBy = 4_096;

/** The format that a file is of, by its first bytes, or the fault of one that is none: a workbook, an archive, a document. */
export function whichFormat(head: Uint8Array): BankFormat | Fault {
  const start = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const foreign = foreignFile(start);
  if (foreign !== undefined) return foreign;
  const text = start
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (text === '') return faultAt(0, 'file-empty');
  if (looksLikeAch(text)) return 'ach';
  if (/^01\s*,/.test(text)) return 'bai2';
  if (text.startsWith('<')) return xmlFormat(text);
  return faultAt(0, 'format-unknown');
}

function xmlFormat(text: string): BankFormat | Fault {
  if (/:camt\.05[34]\.001\.[0-9]{2}\b/.test(text)) return 'camt';
  if (/<(?:[A-Za-z_][\w.-]*:)?CollRpt[\s>]/.test(text)) return 'cir';
  return faultAt(0, 'message-unknown');
}
