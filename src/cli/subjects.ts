import type { Command, CommandType } from '../domain/commands.ts';

/** What a command is about, so that it is not sent while another is under way on which it may depend. */
export class Subjects {
  readonly #ids: ReadonlySet<string>;
  readonly #isMoney: boolean;

  constructor(command: Command) {
    this.#ids = new Set(idsIn(command));
    this.#isMoney = movesMoney.has(command.type);
  }

  /**
   * Whether one of the two must have been recorded, or refused, before the other may be judged. A registration must
   * stand before what needs it; but payments of one case need nothing of each other, and they are the many.
   */
  dependsOn(other: Subjects): boolean {
    const areMoney = this.#isMoney && other.#isMoney;
    for (const id of this.#ids) {
      if (other.#ids.has(id) && !(areMoney && !isOfMoney(id))) return true;
    }
    return false;
  }
}

/** These need that people, cases and orders are known, and do not make them known. */
const movesMoney: ReadonlySet<CommandType> = new Set(['RecordPayment', 'RecordDisbursement']);

/** Receipts and payments to victims: what one command about money can need of another. */
function isOfMoney(id: string): boolean {
  return id.startsWith('p-') || id.includes('.');
}

function* idsIn(command: Command): Iterable<string> {
  for (const [field, value] of Object.entries(command)) {
    if (field.endsWith('Id') && typeof value === 'string') yield value;
  }
  if ('lines' in command) for (const { victimId } of command.lines) yield victimId;
}
