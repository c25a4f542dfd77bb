import { holding } from '../calendar-date.ts';
import { changeDay } from '../liability/liability.ts';
import type { Policies } from '../policy/catalogue.ts';
import { namesOf, owed, type Debt } from '../debt/debt.ts';
import type { DebtCommand, ImposeDebt, RemitDebt, SetOrderOfPayment, VacateDebt } from '../debt/commands.ts';
import type { DebtEvent } from '../debt/events.ts';
import type { DebtId } from '../ids.ts';
import { formatMoney, noMoney, type Money } from '../money.ts';
import { reject } from '../rejection.ts';
import { assessmentCeilingOn } from '../statutes/18-usc-2259a-a-assessments.ts';
import { isSumOfCounts } from '../statutes/18-usc-3013-special-assessment.ts';
import { isTraffickingVictimsAssessment } from '../statutes/18-usc-3014-jvta-assessment.ts';
import { isRemissible, remission } from '../statutes/18-usc-3573-remission.ts';
import { exceedsFine } from '../statutes/18-usc-3663-c-community-restitution.ts';
import type { CaseState } from './state.ts';

type Events = readonly DebtEvent[];

/** Records what a court made of a defendant’s debts beside restitution. */
export function decideDebt(command: DebtCommand, state: CaseState, policies: Policies): Events {
  switch (command.type) {
    case 'ImposeDebt':
      return impose(command, state, policies);
    case 'RemitDebt':
      return remit(command, state);
    case 'VacateDebt':
      return vacate(command, state);
    case 'SetOrderOfPayment':
      return setOrderOfPayment(command, state);
  }
}

function impose(command: ImposeDebt, state: CaseState, policies: Policies): Events {
  const { caseId, debtId, defendantId, kind, amount, offenceOn, assessedOffence, on } = command;
  if (state.defendants.get(defendantId) === undefined) reject('defendant-not-registered', '/defendantId');
  const imposed = state.debts.get(debtId);
  if (imposed && isSame(imposed, command)) return [];
  if (imposed) reject('debt-imposed-differently', '/debtId');
  if (amount <= noMoney) reject('amount-not-positive', '/amount');
  if (on < offenceOn) reject('entered-before-offence', '/on');
  checkAmount(command, policies);
  const imposing = { debtId, caseId, defendantId, kind, amount: formatMoney(amount), offenceOn };
  const data = { ...imposing, ...(assessedOffence !== null && { assessedOffence }) };
  return [{ type: 'DebtImposed', effectiveOn: on, data }];
}

function isSame(imposed: Debt, { caseId, defendantId, kind, amount, offenceOn, on }: ImposeDebt): boolean {
  const isSameDebt =
    imposed.caseId === caseId && imposed.defendantId === defendantId && imposed.kind === kind;
  return (
    isSameDebt && imposed.imposed === amount && imposed.offenceOn === offenceOn && imposed.imposedOn === on
  );
}

/** Whether the amount is one that the section which imposes it can come to. */
function checkAmount(command: ImposeDebt, policies: Policies): void {
  const { kind, amount, offenceOn, greatestFine } = command;
  const isOdd =
    (kind === 'ASSESSMENT_3013' && !isSumOfCounts(amount, offenceOn)) ||
    (kind === 'ASSESSMENT_3014' && !isTraffickingVictimsAssessment(amount, offenceOn));
  if (isOdd) reject('not-an-assessment-of-the-section', '/amount');
  const isAboveFine =
    kind === 'COMMUNITY_RESTITUTION' && greatestFine !== null && exceedsFine(amount, greatestFine);
  if (isAboveFine) reject('above-greatest-fine', '/amount');
  const ceiling = assessmentCeilingOf(command, policies);
  if (ceiling !== undefined && amount > ceiling) reject('above-assessment-ceiling', '/amount');
}

/**
 * The most that may be assessed under 2259A, as far as it was told for which offence: as the judgment has it adjusted, as
 * published, or as enacted (P-41).
 */
function assessmentCeilingOf(command: ImposeDebt, policies: Policies): Money | undefined {
  const { kind, assessedOffence, adjustedCeiling, on } = command;
  if (assessedOffence !== null && kind !== 'ASSESSMENT_2259A')
    reject('not-an-assessment', '/assessedOffence');
  if (adjustedCeiling !== null && assessedOffence === null)
    reject('ceiling-without-offence', '/adjustedCeiling');
  if (assessedOffence === null) return undefined;
  const published = policies['P-41'] === 'TABLE_AS_DATA' ? command.published : [];
  return adjustedCeiling ?? assessmentCeilingOn(on, assessedOffence, published);
}

/** No more is remitted than is unpaid: what was paid stays paid. The same amount on the same day is the same remission. */
function remit({ debtId, amount, on }: RemitDebt, state: CaseState): Events {
  const debt = known(state, debtId);
  const day = changeDay(debt, on);
  if (debt.remissions.some((each) => each.amount === amount && (each.on === on || each.on === day)))
    return [];
  if (amount <= noMoney) reject('amount-not-positive', '/amount');
  if (!isRemissible(debt.kind)) reject('not-remissible', '/debtId');
  if (on < debt.imposedOn) reject('changed-before-imposed', '/on');
  if (amount > owed(debt)) reject('remission-exceeds-debt', '/amount');
  const data = { ...namesOf(debt), amount: formatMoney(amount), citation: remission.citation };
  return [{ type: 'DebtRemitted', effectiveOn: day, data }];
}

function vacate({ debtId, on }: VacateDebt, state: CaseState): Events {
  const debt = known(state, debtId);
  if (debt.vacatedOn !== undefined) return [];
  if (on < debt.imposedOn) reject('changed-before-imposed', '/on');
  const data = { ...namesOf(debt), amount: formatMoney(owed(debt)) };
  return [{ type: 'DebtVacated', effectiveOn: changeDay(debt, on), data }];
}

function setOrderOfPayment(
  { caseId, defendantId, obligations, on }: SetOrderOfPayment,
  state: CaseState,
): Events {
  if (state.defendants.get(defendantId) === undefined) reject('defendant-not-registered', '/defendantId');
  if (new Set(obligations).size < obligations.length) reject('obligation-named-twice', '/obligations');
  const before = holding(state.ordersOfPayment.get(defendantId) ?? []);
  if (before?.on === on && before.obligations.join() === obligations.join()) return [];
  return [{ type: 'OrderOfPaymentSet', effectiveOn: on, data: { caseId, defendantId, obligations } }];
}

function known(state: CaseState, debtId: DebtId): Debt {
  return state.debts.get(debtId) ?? reject('debt-not-found', '/debtId');
}
