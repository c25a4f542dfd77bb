/** Worked examples: a finding as a court would write it, put to the ledger, and what the ledger makes of it. */
import { Rejection } from '../../../src/domain/rejection.ts';
import type { LossCategory } from '../../../src/domain/statutes/18-usc-2259-c-2-losses.ts';
import type { LossHead } from '../../../src/domain/statutes/loss-heads.ts';
import type { RestitutionStatute } from '../../../src/domain/statutes/restitution-statutes.ts';
import type { PolicyValue } from '../../../src/domain/policy/catalogue.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import type { DetermineLoss } from '../../../src/domain/victim/commands.ts';
import { victimDecider } from '../../../src/domain/victim/decide.ts';
import { caseId, registerVictim, today, usd, victimId } from '../../support/words.ts';

type Section = '1593' | '2248' | '2259' | '2264' | '2327' | '2429' | '3663' | '3663A';

/** An amount under a head; or the amount, and the values that it was reckoned from. */
type Under = string | ({ readonly amount: string } & Readonly<Partial<Record<Measure, string>>>);

type Measure = 'valueAtLoss' | 'valueAtSentencing' | 'valueReturned' | 'grossValue' | 'minimumWageValue';

interface Given {
  readonly amount: string;
  readonly heads?: Partial<Record<LossHead, Under>>;
  readonly projected?: string;
  readonly category?: LossCategory;
  readonly fees?: PolicyValue<'P-11'>;
}

/** The command that a court's finding under the section is. */
export function findingUnder(section: Section, given: Given): DetermineLoss {
  const heads = Object.entries(given.heads ?? {}).map(([head, under]) => {
    const written = typeof under === 'string' ? { amount: under } : under;
    const amounts = Object.entries(written).map(([name, amount]) => [name, usd(amount)]);
    return { head, ...Object.fromEntries(amounts) } as DetermineLoss['heads'][number];
  });
  return {
    type: 'DetermineLoss',
    ...{ victimId: victimId('v-1'), caseId: caseId('c-1'), on: today, heads, amount: usd(given.amount) },
    category: given.category ?? (section === '2259' ? 'TRAFFICKING' : 'OTHER'),
    statute: `18 U.S.C. ${section}` satisfies RestitutionStatute,
    ...(given.projected !== undefined && { projected: usd(given.projected) }),
  };
}

/** `recorded 5117.92`; or why it was refused, where, and the figure that the law makes instead. */
export function found(section: Section, given: Given): string {
  const policies = { ...defaultPolicies, 'P-11': given.fees ?? 'ONLY_WHERE_NAMED' };
  const state = victimDecider.empty();
  const known = victimDecider.decide(registerVictim('v-1'), state, { policies });
  for (const event of known.happened) victimDecider.evolve(state, event);
  try {
    const { happened } = victimDecider.decide(findingUnder(section, given), state, { policies });
    return happened.map((event) => `recorded ${'amount' in event.data ? event.data.amount : ''}`).join();
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const { code, pointer, figure } = error;
    return [`refused ${code} at ${pointer}`, ...(figure === undefined ? [] : [`not ${figure}`])].join(', ');
  }
}
