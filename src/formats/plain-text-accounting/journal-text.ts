/** An account, as plain-text accounting writes it: `money:cash`. */
export interface TextAccount {
  readonly family: string;
  readonly account: string;
}

/** An amount that goes from one account to another, on the day on which it takes effect. */
export interface TextEntry {
  readonly position: number;
  readonly on: string;
  readonly debit: string;
  readonly credit: string;
  /** In dollars, with two places, above nothing. */
  readonly amount: string;
  /** Whom and what it concerns, by name: `case`, `order`. Ids have no space, comma or colon in them. */
  readonly subjects: Readonly<Record<string, string>>;
}

/** The beginning of a journal: remarks on what it is, and every account that there is. */
export function journalHead(remarks: readonly string[], accounts: readonly TextAccount[]): string {
  const declared = accounts.map((each) => `account ${pathOf(each)}\n`);
  return [...remarks.map(remark), '\n', ...declared].join('');
}

/** A remark: nothing that is reckoned with. */
export function remark(text: string): string {
  return `; ${text.replaceAll(/[\r\n]+/g, ' ')}\n`;
}

/**
 * Entries of one day and one position as one transaction, of which each leg is written out; what is debited has no sign. It
 * is written as hledger and ledger both read it, with what it concerns as tags.
 */
export function transaction(entries: readonly TextEntry[], pathFor: (account: string) => string): string {
  const [first] = entries;
  if (first === undefined) return '';
  const legs = entries.flatMap((each) => {
    const tags = Object.entries(each.subjects).map(([name, id]) => `    ; ${name}: ${id}\n`);
    return [
      leg(pathFor(each.debit), each.amount),
      ...tags,
      leg(pathFor(each.credit), `-${each.amount}`),
      ...tags,
    ];
  });
  return `\n${first.on} * (${String(first.position)}) position ${String(first.position)}\n${legs.join('')}`;
}

/** The name of an account below its family. */
export function pathOf({ family, account }: TextAccount): string {
  return `${family}:${account}`;
}

function leg(path: string, amount: string): string {
  return `    ${path}  ${amount} USD\n`;
}
