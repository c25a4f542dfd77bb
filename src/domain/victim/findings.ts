import type { Context } from '../decider.ts';
import { formatMoney, noMoney, parseMoney, type Money } from '../money.ts';
import { reject } from '../rejection.ts';
import { valueOfLabor } from '../statutes/18-usc-1593-trafficking-in-persons.ts';
import { headsAddUp } from '../statutes/18-usc-2259-b-2-a-full-losses.ts';
import { grossLosses } from '../statutes/18-usc-2259-d-2-c-deduction.ts';
import { propertyLoss } from '../statutes/18-usc-3663-b-heads.ts';
import { hasCategory, knowsHead, termsOf } from '../statutes/restitution-statutes.ts';
import type { DetermineLoss, LossUnderHead } from './commands.ts';
import type { LossDetermined, VictimEvent } from './events.ts';
import type { HeadFound } from './found-and-paid.ts';
import { findingsKey } from './keys.ts';
import type { Finding, VictimState } from './state.ts';

/**
 * Records what a court found. A finding of nothing is a finding, as on remand; of all, the one of the latest day counts.
 * What the statute named does not know as a loss is refused, and so is an amount that its own values do not come to.
 */
export function determineLoss(
  command: DetermineLoss,
  state: VictimState,
  { policies }: Context,
): readonly VictimEvent[] {
  const { victimId, caseId, category, amount, statute, on, assistanceDeducted: deducted = noMoney } = command;
  const finding = {
    ...{ amount: formatMoney(amount), heads: command.heads.map(written) },
    ...(statute !== undefined && { statute }),
    ...(command.projected !== undefined && { projected: formatMoney(command.projected) }),
    ...(deducted !== noMoney && { assistanceDeducted: formatMoney(deducted) }),
  };
  const found = state.findings.get(findingsKey(command))?.[category] ?? [];
  const isHeard = (each: Finding): boolean =>
    each.on === on && each.deducted === deducted && isSame(each, amount, finding);
  if (found.some(isHeard)) return [];
  check(command, policies['P-11'] === 'ALSO_WHERE_NOT_NAMED');
  const isByPolicy = command.heads.some(({ head }) => !knowsHead(statute, head, false));
  const data = {
    ...{ victimId, caseId, category, ...finding },
    ...(isByPolicy && { policyVersion: policies.version }),
  };
  return [{ type: 'LossDetermined', effectiveOn: on, data }];
}

function check(command: DetermineLoss, areFeesLosses: boolean): void {
  const { amount, heads, statute, category } = command;
  const { assistanceDeducted = noMoney } = command;
  if (!headsAddUp(grossLosses(amount, assistanceDeducted), heads)) reject('heads-do-not-add-up', '/heads');
  if (statute !== undefined && !hasCategory(statute, category))
    reject('category-not-in-statute', '/category');
  const unknown = heads.findIndex(({ head }) => !knowsHead(statute, head, areFeesLosses));
  if (unknown >= 0) {
    const isFee = heads[unknown]?.head === 'ATTORNEYS_FEES_AND_COSTS';
    reject(isFee ? 'fees-not-in-statute' : 'head-not-in-statute', `/heads/${String(unknown)}/head`);
  }
  for (const [index, head] of heads.entries()) checkValues(head, `/heads/${String(index)}`);
  checkProjected(command);
}

function checkProjected({ amount, statute, projected }: DetermineLoss): void {
  if (projected === undefined) return;
  if (statute !== undefined && projected > noMoney && !termsOf(statute).isProjected)
    reject('projected-not-in-statute', '/projected');
  if (projected > amount) reject('projected-exceeds-amount', '/projected');
}

/** Values stand with the head that they measure, all that its formula needs, and its amount is what the formula gives. */
function checkValues(head: LossUnderHead, pointer: string): void {
  const given = measures.filter((name) => head[name] !== undefined);
  if (given.length === 0) return;
  const reckoned = reckonedFrom(head);
  const belong = head.head === 'PROPERTY' ? ofProperty : ofLabor;
  if (reckoned === undefined || given.some((name) => !belong.has(name))) reject('head-values-unfit', pointer);
  if (reckoned !== head.amount)
    reject('head-amount-differs', `${pointer}/amount`, { figure: formatMoney(reckoned) });
}

/** What the values come to; undefined where the head is not measured by values, or one that it needs is missing. */
function reckonedFrom({ head, ...values }: LossUnderHead): Money | undefined {
  const { valueAtLoss, valueAtSentencing, valueReturned = noMoney, grossValue, minimumWageValue } = values;
  if (head === 'PROPERTY' && valueAtLoss !== undefined && valueAtSentencing !== undefined)
    return propertyLoss({ valueAtLoss, valueAtSentencing, valueReturned });
  if (head === 'VALUE_OF_LABOR_OR_SERVICES' && grossValue !== undefined && minimumWageValue !== undefined)
    return valueOfLabor({ grossValue, minimumWageValue });
  return undefined;
}

const measures = [
  'valueAtLoss',
  'valueAtSentencing',
  'valueReturned',
  'grossValue',
  'minimumWageValue',
] as const;

type Measure = (typeof measures)[number];

const ofProperty: ReadonlySet<Measure> = new Set(['valueAtLoss', 'valueAtSentencing', 'valueReturned']);
const ofLabor: ReadonlySet<Measure> = new Set(['grossValue', 'minimumWageValue']);

function written(head: LossUnderHead): HeadFound {
  const values = measures.flatMap((name) => {
    const value = head[name];
    return value === undefined ? [] : [[name, formatMoney(value)] as const];
  });
  return { head: head.head, amount: formatMoney(head.amount), ...Object.fromEntries(values) };
}

function isSame(
  found: Finding,
  amount: Money,
  other: Pick<LossDetermined['data'], 'heads' | 'statute' | 'projected'>,
): boolean {
  const isSameFinding = found.amount === amount && found.statute === other.statute;
  return isSameFinding && found.projected === other.projected && areSame(found.heads, other.heads);
}

function areSame(one: readonly HeadFound[], other: readonly HeadFound[]): boolean {
  return one.length === other.length && one.every((each, at) => isSameHead(each, other[at]));
}

function isSameHead(one: HeadFound, other: HeadFound | undefined): boolean {
  const isSameLoss = one.head === other?.head && one.amount === other.amount;
  return isSameLoss && measures.every((name) => one[name] === other[name]);
}

/** Carries a finding into the state of its victim, beside those of before. */
export function found(state: VictimState, { data, effectiveOn: on }: LossDetermined): void {
  const { category, heads, statute, projected, assistanceDeducted } = data;
  const amount = parseMoney(data.amount);
  const deducted = assistanceDeducted === undefined ? noMoney : parseMoney(assistanceDeducted);
  const key = findingsKey(data);
  const before = state.findings.get(key);
  const known = [...(before?.[category] ?? []), { on, amount, deducted, heads, statute, projected }];
  state.findings.set(key, { ...before, [category]: known });
}
