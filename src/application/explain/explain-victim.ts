import type { CaseId } from '../../domain/ids.ts';
import { noMoney, parseBalance, parseMoney, subtract, sum, type Money } from '../../domain/money.ts';
import type { LiabilityOf } from '../../domain/liability/liability-index.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import { fullRecovery } from '../../domain/statutes/18-usc-2259-b-2-c-full-recovery.ts';
import { countsOn, type VictimState } from '../../domain/victim/state.ts';
import type { HistoriesJoined } from '../../domain/victim/history-events.ts';
import { isUnderOthersOnly } from '../queries/under-other-statutes.ts';
import type { VictimView } from '../views/ledger.ts';
import { amount, centsOf, groupedAmount, line, minus, plus, type Line } from './arithmetic.ts';
import { policiesNamed, type Asking } from './asking.ts';
import { countOf } from './consequences.ts';
import { explainUnderOthers } from './explain-under-others.ts';
import { amountsShown, numbered, type Explanation, type Fact, type StepDraft } from './explanation.ts';
import { factOf } from './fact.ts';
import { headroomStep } from './headroom-shown.ts';
import { againStep, lawMadeStep } from './law-made.ts';
import type { Recorded } from './log-facts.ts';
import { movedLine, together } from './moved.ts';
import { otherStatuteSteps } from './other-statutes-shown.ts';
import { applied } from './policy-book.ts';
import {
  assistedBy,
  broughtAlong,
  fromElsewhere,
  measures,
  movedBy,
  type Credited,
} from './received-facts.ts';
import { quoted } from './quoted-law.ts';

/** Why a victim may still recover so much, or nothing any more. */
export async function explainVictim(asking: Asking, view: VictimView): Promise<Explanation> {
  if (isUnderOthersOnly(view)) return explainUnderOthers(asking, view);
  const { facts, book, standpoint } = asking;
  const policies = book.onDay(standpoint.asOf);
  let found = new Found(asking, policies);
  const look = (recorded: Recorded, before: VictimState): void => {
    // Where the id was taken over, what followed is told under the one that survives, which tells of all.
    if (recorded.event.type === 'VictimRegistered') found = new Found(asking, policies);
    found.look(recorded, before);
  };
  const isAlone = view.people.oneWith.length === 0;
  const now = isAlone
    ? await facts.walk({ kind: 'Victim', id: view.victimId }, look)
    : await facts.walkVictim(view.victimId, look);
  if (standpoint.asOf === null) found.lookAgain(now);
  const { headroom, victimId } = view;
  const title =
    headroom === null
      ? `What ${victimId} may still recover: no case with a final order sets a limit`
      : `Why ${victimId} may still recover ${groupedAmount(headroom)}`;
  return {
    subject: { kind: 'victim', id: victimId, victimId: null },
    title,
    steps: numbered(found.steps(view, await otherStatuteSteps(asking, view))),
    figure: { name: headroom === null ? 'recovered' : 'headroom', amount: headroom ?? view.recovered },
  };
}

/** What a walk through the victim's stream finds. */
class Found {
  readonly #asking: Asking;
  readonly #policies: Policies;
  readonly #findings: Fact[] = [];
  readonly #credits: Fact[] = [];
  readonly #credited: Credited[] = [];
  readonly #vacated = new Set<string>();
  readonly #assisted: Money[] = [];
  #cap: StepDraft | undefined;
  #again: StepDraft | undefined;
  #hasMoved = false;
  #hasAssignments = false;
  readonly #ends: StepDraft[] = [];
  #above: StepDraft | undefined;
  #claim: StepDraft | undefined;

  constructor(asking: Asking, policies: Policies) {
    this.#asking = asking;
    this.#policies = policies;
  }

  look(recorded: Recorded, before: VictimState): void {
    if (!this.#asking.facts.isInEffect(recorded.event)) return;
    const { event } = recorded;
    this.#byLaw(recorded, before);
    if (event.type === 'LossDetermined' || event.type === 'LiabilityBecameFinal')
      this.#findings.push(factOf(recorded));
    if (event.type === 'LiabilityVacated') this.#vacated.add(event.data.orderId);
    if (measures.has(event.type)) this.#hasMoved = true;
    if (event.type === 'InterestAssigned') this.#hasAssignments = true;
    if (event.type === 'HistoriesJoined') this.#join({ ...recorded, event }, before);
    if (fromElsewhere.has(event.type)) this.#credits.push(factOf(recorded));
    this.#money(recorded, before);
  }

  /** What was recorded after the cap moved last has left it where it is; that can be redone too. */
  lookAgain(now: VictimState): void {
    if (this.#hasMoved) this.#again = againStep(now, this.#policies);
  }

  #byLaw(recorded: Recorded, victim: VictimState): void {
    const policies = policiesNamed(this.#asking, recorded.event);
    const step = policies && lawMadeStep(recorded, { victim, policies });
    if (step === undefined) return;
    if (recorded.event.type === 'GreatestLossChanged') [this.#cap, this.#hasMoved] = [step, false];
    else if (recorded.event.type === 'OverRecoveryNoted') this.#above = step;
    else if (recorded.event.type === 'OverRecoveryClaimed')
      this.#claim = recorded.event.data.amount === '0.00' ? undefined : step;
    else this.#ends.push(step);
  }

  /** What had been received under another id counts from here on. */
  #join(recorded: Recorded<HistoriesJoined>, { incoming }: VictimState): void {
    this.#findings.push(factOf(recorded));
    this.#credits.push(factOf(recorded));
    const lines = (incoming.get(recorded.event.data.absorbedId) ?? []).flat();
    const along = broughtAlong(lines, this.#policies);
    this.#credited.push(...along.credited);
    this.#assisted.push(...along.assisted);
    for (const orderId of along.vacated) this.#vacated.add(orderId);
    this.#hasAssignments ||= along.hasAssignments;
  }

  #money(recorded: Recorded, { liabilities }: VictimState): void {
    const { event } = recorded;
    const assisted = assistedBy(event);
    if (assisted !== undefined) this.#assisted.push(assisted);
    if (assisted !== undefined) this.#credits.push(factOf(recorded));
    const paid = movedBy(event, this.#policies);
    if (paid === undefined || paid === noMoney) return;
    const liability = liabilities.get(event.data as LiabilityOf);
    if (liability === undefined || !countsOn(liability.track, this.#policies)) return;
    const { orderId, caseId } = liability;
    this.#credits.push(factOf(recorded));
    this.#credited.push({ caseId, orderId, amount: paid });
  }

  /** The last of them ends with the figure; `others` stand before it. */
  steps(view: VictimView, others: readonly StepDraft[]): readonly StepDraft[] {
    const above = parseBalance(view.overRecovery) === noMoney ? undefined : this.#above;
    const cap = this.#cap ?? noCap;
    return [
      { ...cap, facts: [...this.#findings, ...(cap.facts ?? [])] },
      ...(this.#again === undefined ? [] : [this.#again]),
      this.#received(view),
      ...this.#ends,
      ...(above === undefined ? [] : [above]),
      ...(this.#claim === undefined ? [] : [this.#claim]),
      ...others,
      headroomStep(view),
    ];
  }

  #received(view: VictimView): StepDraft {
    const { recovered } = view;
    const how = this.#credits.length;
    return {
      says:
        how === 0
          ? 'Nothing has been received of the losses that count.'
          : `${groupedAmount(recovered)} has been received of the losses that count, by ${countOf(how, 'credit or return', 'credits and returns')}.`,
      facts: this.#credits,
      law: quoted(fullRecovery.citation),
      policies: applied(this.#policies, 'P-03', 'P-10', 'P-12', 'P-13', 'P-18', 'P-29', 'P-43', 'P-44'),
      arithmetic: how === 0 ? [] : this.#receivedLines(view),
    };
  }

  #receivedLines({ recovered, elsewhere }: VictimView): readonly Line[] {
    const byCase = new Map<CaseId, Money[]>();
    for (const { caseId, amount: moved } of this.#credited) {
      const before = byCase.get(caseId);
      if (before) before.push(moved);
      else byCase.set(caseId, [moved]);
    }
    const isShort = byCase.size <= amountsShown;
    const lines = isShort ? [...byCase].map(([caseId, moved]) => movedLine(moved, `in case ${caseId}`)) : [];
    const sums = [...byCase.values()].map((moved) => sum(moved));
    let all = together(sums);
    if (this.#policies['P-18'] === 'DO_NOT_COUNT') {
      const under = this.#credited.filter(({ orderId }) => this.#vacated.has(orderId));
      const vacated = sum(under.map(({ amount: moved }) => moved));
      if (vacated !== noMoney) all = minus(all, amount(vacated));
    }
    if (this.#policies['P-12'] === 'COUNT_AGAINST_GROSS' && this.#assisted.length > 0) {
      lines.push(movedLine(this.#assisted, 'from the Reserve'));
      all = plus(all, amount(sum(this.#assisted)));
    }
    const parts: string[] = [];
    const counted = parseMoney(elsewhere);
    if (counted !== noMoney) {
      parts.push(', also elsewhere');
      all = plus(all, amount(counted));
    }
    const away = this.#assignedAway(subtract(centsOf(all), parseMoney(recovered)));
    if (away !== noMoney) {
      parts.push(', less what was assigned away');
      all = minus(all, amount(away));
    }
    const note = `received in all${parts.join('')}`;
    return [...lines, line(all, { note, recorded: parseMoney(recovered) })];
  }

  /** What of it went to the Crime Victims Fund, as the ledger counts it on the clocks of the question (P-29). */
  #assignedAway(between: Money): Money {
    return this.#hasAssignments ? between : noMoney;
  }
}

const noCap: StepDraft = {
  says: 'No case with a final order has found what this victim lost, so there is no greatest loss.',
  law: quoted(fullRecovery.citation),
};
