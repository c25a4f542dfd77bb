import type { Command } from '../domain/commands.ts';

/**
 * What a command needs to be known, and what it makes known, so that two of which one needs the other are never under way
 * together. A command that is refused is judged a second time, behind those sent after it, and by what the disk holds by
 * then; only commands that need nothing of each other come out the same in any order.
 */
export class Subjects {
  readonly #needs: ReadonlySet<string>;
  readonly #makes: ReadonlySet<string>;

  constructor(command: Command) {
    const { needs = [], makes = [] } = bearingsOf(command);
    this.#needs = new Set(needs);
    this.#makes = new Set(makes);
  }

  /** Whether one of the two must have been recorded, or refused, before the other may be judged. */
  hangsOn(other: Subjects): boolean {
    return (
      meet(this.#needs, other.#makes) || meet(this.#makes, other.#needs) || meet(this.#makes, other.#makes)
    );
  }
}

interface Bearings {
  readonly needs?: readonly string[];
  readonly makes?: readonly string[];
}

/** By ids, which tell of what kind they are; a finding is named by both of its ids, and policies by one word. */
function bearingsOf(command: Command): Bearings {
  switch (command.type) {
    case 'RegisterVictim':
      return { makes: [command.victimId] };
    case 'RegisterCase':
      return { makes: [command.caseId] };
    case 'RegisterDefendant':
      return { needs: [command.caseId], makes: [`${command.caseId} ${command.defendantId}`] };
    case 'DetermineLoss':
    case 'RecordDisbursement':
    case 'RecordDisbursementReturn':
    case 'ReviewLiabilities':
      return ofVictim(command);
    case 'RecordPayment':
    case 'RecordPaymentReturn':
    case 'RecordRefund':
      return ofReceipt(command);
    case 'SetPolicy':
      return { makes: [policies] };
    default:
      return ofOrder(command);
  }
}

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

function ofVictim(
  command: Of<'DetermineLoss' | 'RecordDisbursement' | 'RecordDisbursementReturn' | 'ReviewLiabilities'>,
): Bearings {
  const { victimId } = command;
  if (command.type === 'ReviewLiabilities') return { needs: [victimId] };
  if (command.type === 'RecordDisbursementReturn') {
    return { needs: [victimId], makes: [`${victimId} ${command.disbursementId}`] };
  }
  const needs = [victimId, command.caseId];
  const made = command.type === 'DetermineLoss' ? command.caseId : command.disbursementId;
  return { needs, makes: [`${victimId} ${made}`] };
}

function ofReceipt(command: Of<'RecordPayment' | 'RecordPaymentReturn' | 'RecordRefund'>): Bearings {
  const makes = [command.receiptId];
  if (command.type !== 'RecordPayment') return { makes };
  const { caseId, defendantId, orderId } = command;
  return { needs: [caseId, `${caseId} ${defendantId}`, ...(orderId === null ? [] : [orderId])], makes };
}

function ofOrder(command: Of<'EnterOrder' | 'AmendOrder' | 'MakeOrderFinal' | 'VacateOrder'>): Bearings {
  const { caseId, orderId } = command;
  const makes = [orderId];
  if (!('lines' in command)) return { needs: [caseId], makes };
  const victims = command.lines.flatMap(({ victimId }) => [victimId, `${victimId} ${caseId}`]);
  const defendants = command.type === 'EnterOrder' ? [`${caseId} ${command.defendantId}`] : [];
  return { needs: [caseId, ...defendants, ...victims, policies], makes };
}

const policies = 'policies';

function meet(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const [few, many] = some.size < others.size ? [some, others] : [others, some];
  for (const each of few) if (many.has(each)) return true;
  return false;
}
