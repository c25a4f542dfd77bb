import type { CalendarDate } from '../calendar-date.ts';
import { heardAlready, type Decider, type Decision } from '../decider.ts';
import type { StatementId } from '../ids.ts';
import { formatMoney, noMoney, parseMoney, type Money } from '../money.ts';
import { reject } from '../rejection.ts';
import type { AccountCommand, OpenAccount, RegisterStatement } from './commands.ts';
import type { AccountEvent, AccountKind, AccountOpened } from './events.ts';

/** What a decision about one account, and about its statements, must know. */
export interface AccountState {
  /** What it was opened with; undefined where nobody has opened it. */
  opened: Opened | undefined;
  readonly statements: Set<StatementId>;
}

interface Opened extends Omit<AccountOpened['data'], 'opening' | 'writeOffLimit'> {
  readonly on: CalendarDate;
  readonly opening: Money;
  readonly writeOffLimit: Money;
}

function decide(command: AccountCommand, state: AccountState): Decision<AccountEvent> {
  const happened = command.type === 'OpenAccount' ? open(command, state) : register(command, state);
  return happened.length === 0 ? heardAlready : { happened, follows: [] };
}

function open(command: OpenAccount, { opened }: AccountState): readonly AccountEvent[] {
  const { accountId, kind, purpose, opening, writeOffLimit, source, on } = command;
  if (opened && isSame(opened, command)) return [];
  if (opened) reject('account-opened-differently', '/accountId');
  if (kind === 'REPORT' && opening !== noMoney) reject('report-without-balance', '/opening');
  if (kind === 'BANK' && source !== null) reject('source-of-a-bank', '/source');
  const money = { opening: formatMoney(opening), writeOffLimit: formatMoney(writeOffLimit) };
  const data = { accountId, kind, purpose, ...money, ...(source !== null && { source }) };
  return [{ type: 'AccountOpened', effectiveOn: on, data }];
}

/**
 * Lines of a bank of days before its account was opened are in what it was opened with, and would count twice.
 *
 * @throws Rejection where there are any
 */
export function expectSinceOpening(
  { kind, on }: { readonly kind: AccountKind; readonly on: CalendarDate },
  from: CalendarDate,
): void {
  if (kind === 'BANK' && from < on) reject('statement-before-opening', '/from');
}

function isSame(opened: Opened, { kind, purpose, opening, writeOffLimit, source, on }: OpenAccount): boolean {
  const isSameKind = opened.kind === kind && opened.purpose === purpose && opened.on === on;
  const isSameMoney = opened.opening === opening && opened.writeOffLimit === writeOffLimit;
  return isSameKind && isSameMoney && (opened.source ?? null) === source;
}

function register(command: RegisterStatement, { opened, statements }: AccountState): readonly AccountEvent[] {
  const { accountId, statementId, from, to, on } = command;
  if (!opened) reject('account-not-found', '/accountId');
  if (statements.has(statementId)) return [];
  const opening = textOrNull(command.opening);
  const data = { accountId, statementId, from, to, opening, closing: textOrNull(command.closing) };
  return [{ type: 'StatementRegistered', effectiveOn: on, data }];
}

function textOrNull(amount: Money | null): ReturnType<typeof formatMoney> | null {
  return amount === null ? null : formatMoney(amount);
}

/** The stream `Account-<id>`: an account, and the statements that came for it. */
export const accountDecider: Decider<AccountState, AccountCommand, AccountEvent> = {
  empty: () => ({ opened: undefined, statements: new Set() }),
  evolve(state, { type, effectiveOn: on, data }) {
    if (type === 'StatementRegistered') {
      state.statements.add(data.statementId);
      return;
    }
    const money = { opening: parseMoney(data.opening), writeOffLimit: parseMoney(data.writeOffLimit) };
    state.opened = { ...data, ...money, on };
  },
  decide,
};
