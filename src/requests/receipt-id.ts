import { receiptReferencePattern, receiptSourcePattern } from '../domain/ids.ts';

/** Whether the text is the id of a receipt: `dcd.2026-00017`. */
export function isReceiptId(text: string): boolean {
  const [source = '', reference = '', ...others] = text.split('.');
  return others.length === 0 && sourceForm.test(source) && referenceForm.test(reference);
}

const sourceForm = new RegExp(receiptSourcePattern);
const referenceForm = new RegExp(receiptReferencePattern);
