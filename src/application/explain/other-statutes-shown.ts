/** What stands beside the cap of 18 U.S.C. 2259: what is ordered, credited and paid out for a victim under other statutes. */
import type { OrderId, VictimId } from '../../domain/ids.ts';
import { formatMoney, noMoney, parseBalance, sum, type Money } from '../../domain/money.ts';
import { crossesCases } from '../../domain/statutes/restitution-statutes.ts';
import { idsIn } from '../papers/one-state.ts';
import type { VictimView } from '../views/ledger.ts';
import { groupedAmount } from './arithmetic.ts';
import type { Asking } from './asking.ts';
import type { Fact, StepDraft } from './explanation.ts';
import { factOf } from './fact.ts';
import type { Recorded } from './log-facts.ts';
import { movedLine, paidBy } from './moved.ts';
import { quoted } from './quoted-law.ts';

/** What was ordered and credited under other statutes, by the streams of the cases, which decide it; nothing where nothing was. */
export async function otherStatuteSteps(asking: Asking, view: VictimView): Promise<readonly StepDraft[]> {
  const { underOtherStatutes } = view;
  if (underOtherStatutes.length === 0) return [];
  const found = new InCases(view);
  for (const caseId of new Set(view.liabilities.map((each) => each.caseId)))
    for await (const recorded of asking.facts.of({ kind: 'Case', id: caseId }))
      if (asking.facts.isInEffect(recorded.event)) found.hear(recorded);
  const credited = sum(underOtherStatutes.map((each) => parseBalance(each.credited)));
  return [
    ...underOtherStatutes.map(({ statute, liabilities, ordered }): StepDraft => ({
      says: `${groupedAmount(ordered)} stands ordered under ${statute}${liabilities > 1 ? ', where what several owe jointly is counted under the order of each' : ''}.`,
      facts: found.ordered.get(statute) ?? [],
      law: quoted(statute),
    })),
    found.credits.length === 0
      ? { says: 'Nothing has been credited under other statutes than 18 U.S.C. 2259.' }
      : {
          says: `${groupedAmount(formatMoney(credited))} has been credited under other statutes than 18 U.S.C. 2259.`,
          facts: found.credits,
          arithmetic: [movedLine(found.moved, 'paid through the court, less what came back', credited)],
        },
  ];
}

/** What was paid out to the victim, under all orders. */
export async function paidOutStep({ facts }: Asking, view: VictimView): Promise<StepDraft> {
  const out: Fact[] = [];
  for (const id of idsIn(view))
    for await (const recorded of facts.of({ kind: 'Victim', id }))
      if (facts.isInEffect(recorded.event) && goesOut.has(recorded.event.type)) out.push(factOf(recorded));
  const { disbursed } = view;
  return {
    says:
      out.length === 0
        ? 'Nothing was paid out to the victim.'
        : `${groupedAmount(disbursed)} was paid out to the victim.`,
    facts: out,
  };
}

const goesOut: ReadonlySet<string> = new Set(['RestitutionDisbursed', 'DisbursementReturned']);

/** What the streams of the cases tell of what is awarded to the victim under other statutes. */
class InCases {
  readonly ordered = new Map<string, Fact[]>();
  readonly credits: Fact[] = [];
  readonly moved: Money[] = [];
  readonly #ids: ReadonlySet<string>;
  readonly #statutes = new Map<OrderId, string>();

  constructor(view: VictimView) {
    this.#ids = new Set(idsIn(view));
  }

  hear(recorded: Recorded): void {
    const { event } = recorded;
    if (event.type === 'OrderEntered' && !crossesCases(event.data.statute))
      this.#statutes.set(event.data.orderId, event.data.statute);
    const statute = this.#statuteOf(event.data);
    if (statute === undefined) return;
    const paid = paidBy(event) ?? noMoney;
    if (paid !== noMoney) {
      this.credits.push(factOf(recorded));
      this.moved.push(paid);
    }
    if (!awards.has(event.type)) return;
    this.ordered.set(statute, [...(this.ordered.get(statute) ?? []), factOf(recorded)]);
  }

  /** Under which of the other statutes it concerns the victim; undefined where it does not. */
  #statuteOf(data: object): string | undefined {
    const { victimId, orderId } = data as {
      readonly victimId?: VictimId | null;
      readonly orderId?: OrderId | null;
    };
    const isOfVictim = typeof victimId === 'string' && this.#ids.has(victimId);
    return isOfVictim && typeof orderId === 'string' ? this.#statutes.get(orderId) : undefined;
  }
}

const awards: ReadonlySet<string> = new Set(['LiabilityImposed', 'LiabilityAmended', 'LiabilityVacated']);
