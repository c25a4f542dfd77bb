import { hash } from 'node:crypto';
import type { AccountId, Digest, StatementId } from '../../domain/ids.ts';

/** The letters of ids, which spell no name. */
const letters = '0123456789bcdfghjkmnpqrstvwxyz';
const long = 26;

/** The id of what one file says of one account: the same file for the same account is the same statement. */
export function statementIdOf(accountId: AccountId, fileHash: Digest): StatementId {
  return `s-${lettersOf(`statement|${accountId}|${fileHash}`)}` as StatementId;
}

/** So many letters of an id, worked out from words. */
export function lettersOf(words: string): string {
  let rest = BigInt(`0x${hash('sha256', words, 'hex')}`);
  let text = '';
  while (text.length < long) {
    text += letters.charAt(Number(rest % BigInt(letters.length)));
    rest /= BigInt(letters.length);
  }
  return text;
}
