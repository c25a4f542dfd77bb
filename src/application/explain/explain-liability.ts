import {
  noMoney,
  parseBalance,
  parseMoney,
  subtract,
  type Money,
  type MoneyText,
} from '../../domain/money.ts';
import { bindsShare, relativeRole } from '../../domain/statutes/18-usc-2259-b-2-b-relative-role.ts';
import { civilRecoveries } from '../../domain/statutes/18-usc-3664-j-2-civil-recoveries.ts';
import { termination } from '../../domain/statutes/18-usc-3613-b-termination.ts';
import { finalJudgment } from '../../domain/statutes/18-usc-3664-o-final-judgment.ts';
import { crossesCases } from '../../domain/statutes/restitution-statutes.ts';
import type { LiabilityView, OrderView } from '../views/ledger.ts';
import { groupedAmount } from './arithmetic.ts';
import type { Asking } from './asking.ts';
import { countOf } from './consequences.ts';
import { contributionSteps } from './contribution-shown.ts';
import { numbered, type Explanation, type Fact, type StepDraft } from './explanation.ts';
import {
  backPolicies,
  backWords,
  behindWords,
  endPolicies,
  endWords,
  notOverWords,
  overWords,
  type ListEvent,
} from './ends-in-words.ts';
import { factOf } from './fact.ts';
import type { Recorded } from './log-facts.ts';
import { gaveWayBy, movedLine, paidBy } from './moved.ts';
import { owedSteps } from './owed-under.ts';
import { applied } from './policy-book.ts';
import { quoted } from './quoted-law.ts';
import { setAside } from './set-aside.ts';

/** What is explained: one line of an order. */
export interface LiabilityAsked {
  readonly order: OrderView;
  readonly liability: LiabilityView;
}

/** Why so much is owed to a victim under an order, or nothing any more. */
export async function explainLiability(asking: Asking, asked: LiabilityAsked): Promise<Explanation> {
  const { liability, order } = asked;
  const found = new Found(liability);
  const hear = (recorded: Recorded): void => {
    if (asking.facts.isInEffect(recorded.event)) found.hear(recorded, asking);
  };
  if (crossesCases(order.statute)) await asking.facts.walkVictim(liability.victimId, hear);
  else for await (const recorded of asking.facts.of({ kind: 'Case', id: order.caseId })) hear(recorded);
  const { orderId, victimId, outstanding } = liability;
  return {
    subject: { kind: 'liability', id: orderId, victimId },
    title: `Why ${groupedAmount(outstanding)} is owed to ${victimId} under order ${orderId}`,
    steps: numbered([
      ...(await found.steps(asking, order)),
      ...(await owedSteps(asking, asked)),
      ...contributionSteps(asking, asked),
    ]),
    figure: { name: 'outstanding', amount: outstanding },
  };
}

/** What the stream that decides the liability says of it. */
class Found {
  readonly #liability: LiabilityView;
  readonly #ordered: Fact[] = [];
  readonly #finality: Fact[] = [];
  readonly #paid: Fact[] = [];
  readonly #credits: Money[] = [];
  readonly #reduced: Fact[] = [];
  readonly #reductions: Money[] = [];
  readonly #ends: StepDraft[] = [];
  readonly #ended: Money[] = [];
  #vacated: Fact | undefined;
  #isReached = false;

  constructor(liability: LiabilityView) {
    this.#liability = liability;
  }

  hear(recorded: Recorded, asking: Asking): void {
    const { event } = recorded;
    if (event.type === 'LiabilitiesTerminated' || event.type === 'LiabilitiesReinstated')
      return this.#hearList({ ...recorded, event }, asking);
    this.#isReached = event.type === 'FullRecoveryReached';
    const { orderId, victimId } = this.#liability;
    const data = event.data as { readonly orderId?: unknown; readonly victimId?: unknown };
    if (data.orderId === orderId && data.victimId === victimId) this.#hearOwn(recorded);
  }

  #hearOwn(recorded: Recorded): void {
    const { event } = recorded;
    const fact = factOf(recorded);
    const paid = paidBy(event) ?? noMoney;
    if (paid !== noMoney) {
      this.#paid.push(fact);
      this.#credits.push(paid);
    }
    this.#ended.push(gaveWayBy(event));
    if (event.type === 'LiabilityImposed') this.#ordered.push(fact);
    if (event.type === 'LiabilityAmended') {
      const { terminatedAfter, terminatedBefore } = event.data;
      this.#ordered.push(fact);
      this.#ended.push(subtract(parseMoney(terminatedAfter), parseMoney(terminatedBefore)));
    }
    this.#hearReduction(recorded);
    this.#hearExpiry(recorded);
    if (event.type === 'LiabilityBecameFinal') this.#finality.push(fact);
    if (event.type === 'LiabilityVacated') this.#vacated = fact;
  }

  /** What a court credited for a civil recovery (3664(j)(2)), and what of that does not hold any more. */
  #hearReduction(recorded: Recorded): void {
    const { event } = recorded;
    if (event.type !== 'LiabilityReduced' && event.type !== 'ReductionReversed') return;
    const credited = parseMoney(event.data.amount);
    this.#reductions.push(event.type === 'LiabilityReduced' ? credited : subtract(noMoney, credited));
    this.#reduced.push(factOf(recorded));
  }

  /** That its term is over (3613(b)), or that this had been recorded in error. */
  #hearExpiry(recorded: Recorded): void {
    const { event } = recorded;
    if (event.type !== 'LiabilityExpired' && event.type !== 'LiabilityExpiryUndone') return;
    const isEnd = event.type === 'LiabilityExpired';
    const moved = parseMoney(event.data.amount);
    this.#ended.push(isEnd ? moved : subtract(noMoney, moved));
    if (!isEnd) this.#ended.push(subtract(noMoney, parseMoney(event.data.vacated ?? '0.00')));
    this.#ends.push({
      says: isEnd ? overWords(event) : notOverWords(event),
      facts: [factOf(recorded)],
      law: quoted(termination.citation),
    });
  }

  #hearList(recorded: Recorded<ListEvent>, { book }: Asking): void {
    const { event, position } = recorded;
    const { orderId, victimId } = this.#liability;
    const own = event.data.liabilities.find((each) => {
      return each.orderId === orderId && (each.victimId ?? event.data.victimId) === victimId;
    });
    if (own === undefined) return;
    const isEnd = event.type === 'LiabilitiesTerminated';
    const moved = parseMoney(own.amount);
    this.#ended.push(isEnd ? moved : subtract(noMoney, moved));
    const answers = book.version(event.data.policyVersion);
    this.#ends.push({
      says: isEnd
        ? endWords(event, own.amount, behindWords(this.#liability, position))
        : backWords(event, own.amount),
      facts: [{ ...factOf(recorded), amount: own.amount }],
      law: quoted(event.data.citation),
      policies: answers ? applied(answers, ...(isEnd ? endPolicies(this.#isReached) : backPolicies)) : [],
    });
  }

  async steps(asking: Asking, order: OrderView): Promise<readonly StepDraft[]> {
    const { ordered, terminated } = this.#liability;
    const changes = this.#ordered.length - 1;
    const amended = changes > 0 ? `, after ${countOf(changes, 'amendment')}` : '';
    const step: StepDraft = {
      says: `The court orders ${order.defendantId} to pay ${groupedAmount(ordered)}${amended}. ${this.#finalityInWords()}`,
      facts: [...this.#ordered, ...this.#finality],
      law: quoted(this.#orderedUnder(order), ...(changes > 0 ? [finalJudgment.citation] : [])),
    };
    return [
      step,
      this.#paidStep(),
      ...this.#reducedStep(),
      ...this.#ends,
      ...this.#endedStep(terminated),
      ...(this.#vacated === undefined ? [] : [await setAside(asking, this.#vacated, this.#liability)]),
    ];
  }

  /** An order that was set aside is not final, though it may have been. */
  #finalityInWords(): string {
    const { isFinal, status } = this.#liability;
    if (status !== 'vacated') return `The order is ${isFinal ? 'final' : 'not final'}.`;
    const was = this.#finality.length > 0 ? 'had become final, and ' : '';
    return `The order ${was}was set aside since.`;
  }

  /** What the line is ordered under: since the Act of 2018, a trafficker's share of the whole has words of its own. */
  #orderedUnder({ statute, offenceOn }: OrderView): string {
    const isShare = crossesCases(statute) && bindsShare(this.#liability.track);
    return isShare && offenceOn >= relativeRole.inForceFrom ? relativeRole.citation : statute;
  }

  #paidStep(): StepDraft {
    const { paid } = this.#liability;
    if (this.#credits.length === 0) return { says: 'Nothing has been paid under it.' };
    return {
      says: `${groupedAmount(paid)} has been paid under it.`,
      facts: this.#paid,
      arithmetic: [movedLine(this.#credits, 'paid, less what came back', parseBalance(paid))],
    };
  }

  #reducedStep(): readonly StepDraft[] {
    const { reduced } = this.#liability;
    if (this.#reductions.length === 0) return [];
    const says = `Courts have credited it with ${groupedAmount(reduced)} of what was recovered in civil proceedings.`;
    const sum = movedLine(this.#reductions, 'credited, less what does not hold', parseBalance(reduced));
    return [{ says, facts: this.#reduced, law: quoted(civilRecoveries.citation), arithmetic: [sum] }];
  }

  #endedStep(terminated: MoneyText): readonly StepDraft[] {
    const moved = this.#ended.filter((each) => each !== noMoney);
    if (moved.length === 0) return [];
    const says = `${groupedAmount(terminated)} of it stands ended by law.`;
    return [
      {
        says,
        arithmetic: [movedLine(moved, 'ended, less what came back or gave way', parseBalance(terminated))],
      },
    ];
  }
}
