import type { Ledger } from '../../src/application/ledger.ts';
import { calendarDate } from '../../src/domain/calendar-date.ts';
import type { Command } from '../../src/domain/commands.ts';
import {
  receiptIdOf,
  type CaseId,
  type DefendantId,
  type OrderId,
  type VictimId,
} from '../../src/domain/ids.ts';
import { parseMoney, type Money } from '../../src/domain/money.ts';

const on = calendarDate('2024-03-01');
const order = 'o-';

/** The ids of the n-th victim, case, defendant and order. */
export const victimId = (n: number): VictimId => `v-${String(n)}` as VictimId;
export const caseId = (n: number): CaseId => `c-${String(n)}` as CaseId;
export const defendantId = (n: number): DefendantId => `d-${String(n)}` as DefendantId;
export const orderId = (n: number): OrderId => `${order}${String(n)}` as OrderId;

export interface Size {
  readonly victims: number;
  readonly cases: number;
  readonly share?: Money;
  readonly losses?: Money;
}

/** Registers victims and cases, one defendant and one final order each; case n is for victim n modulo victims. */
export async function setUp(ledger: Ledger, size: Size): Promise<void> {
  for (const stage of stagesOf(size)) await sendAll(ledger, stage.commands, stage.name);
}

interface Stage {
  readonly name: string;
  readonly commands: readonly Command[];
}

/** One kind of command a stage: where a store carries commands out beside each other, none rests on one of its own stage. */
function stagesOf(size: Size): readonly Stage[] {
  const { victims, cases, share = parseMoney('9000000.00'), losses = parseMoney('90000000.00') } = size;
  const all: Command[] = [];
  for (let n = 0; n < victims; n += 1) all.push({ type: 'RegisterVictim', victimId: victimId(n), on });
  for (let n = 0; n < cases; n += 1) {
    const ref = { caseId: caseId(n), on };
    const victim = victimId(n % victims);
    all.push(
      { type: 'RegisterCase', ...ref },
      { type: 'RegisterDefendant', ...ref, defendantId: defendantId(n) },
    );
    all.push({
      type: 'DetermineLoss',
      ...ref,
      victimId: victim,
      category: 'TRAFFICKING',
      amount: losses,
      heads: [],
    });
    all.push({
      type: 'EnterOrder',
      ...ref,
      orderId: orderId(n),
      defendantId: defendantId(n),
      statute: '18 U.S.C. 2259',
      offenceOn: calendarDate('2020-01-01'),
      lines: [{ victimId: victim, track: 'TRAFFICKING', amount: share }],
    });
    all.push({ type: 'MakeOrderFinal', ...ref, orderId: orderId(n), ground: 'DIRECT_REVIEW_DONE' });
  }
  return [...new Set(all.map(({ type }) => type))].map((name) => ({
    name,
    commands: all.filter(({ type }) => type === name),
  }));
}

/** Sends commands in order with many waiting at a time. */
export async function sendAll(
  ledger: Ledger,
  commands: readonly Command[],
  prefix = 'set-up',
): Promise<void> {
  const waiting = 256;
  for (let from = 0; from < commands.length; from += waiting) {
    const some = commands.slice(from, from + waiting);
    await Promise.all(
      some.map((command, index) =>
        ledger.handle(command, { commandId: `${prefix}-${String(from + index)}`, actor: 'bench' }),
      ),
    );
  }
}

/** The n-th payment, of some dollars, by the defendant of some case. */
export function payment(
  n: number,
  { cases, amount = parseMoney('25.00') }: { cases: number; amount?: Money },
) {
  const at = n % cases;
  const command: Command = {
    type: 'RecordPayment',
    receiptId: receiptIdOf('dcd', String(n)),
    caseId: caseId(at),
    defendantId: defendantId(at),
    orderId: null,
    amount,
    method: 'CHECK',
    on,
  };
  return { command, commandId: `payment-${String(n)}` };
}
