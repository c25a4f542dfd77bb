/** What the law made of the facts about a victim, each as a step: shown with the state that it was decided on. */
import type { LedgerEvent } from '../../domain/events.ts';
import { formatMoney, noMoney, parseMoney, subtract } from '../../domain/money.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import { greatestLoss, received } from '../../domain/victim/recovery.ts';
import type { VictimState } from '../../domain/victim/state.ts';
import { amount, groupedAmount, line, minus, type Line } from './arithmetic.ts';
import { casesMeasured, countOf, fullnessLine, greatestLossLines } from './consequences.ts';
import { amountsShown, type StepDraft } from './explanation.ts';
import { factOf } from './fact.ts';
import type { Recorded } from './log-facts.ts';
import { movedLine } from './moved.ts';
import { applied } from './policy-book.ts';
import { receivedLines } from './received-shown.ts';
import { quoted } from './quoted-law.ts';

type Of<Type extends LedgerEvent['type']> = Recorded<Extract<LedgerEvent, { type: Type }>>;

/** What the ledger decided by, when it decided. */
export interface Decided {
  /** As all that was recorded of the victim before had left it. */
  readonly victim: VictimState;
  /** The answers that the event names. */
  readonly policies: Policies;
}

/** How the cap came to be what an event says. */
function capStep(recorded: Of<'GreatestLossChanged'>, { victim, policies }: Decided): StepDraft {
  const { greatestLoss: found, previous, citation } = recorded.event.data;
  const cap = found === null ? undefined : parseMoney(found);
  const was = previous === null ? 'There was none before.' : `It was ${groupedAmount(previous)} before.`;
  const now =
    cap === undefined
      ? 'No case with a final order finds losses any more, so there is no greatest loss.'
      : `The greatest loss found in any case with a final order is ${groupedAmount(formatMoney(cap))}.`;
  return {
    says: [now, was, ...reasons(victim, policies)].join(' '),
    facts: [factOf(recorded)],
    law: quoted(citation),
    policies: applied(policies, ...capPolicies),
    arithmetic: greatestLossLines(victim, policies, cap),
  };
}

/** The greatest loss over all that is recorded now, where something was recorded since it moved last. */
export function againStep(victim: VictimState, policies: Policies): StepDraft {
  const { greatestLoss: cap } = victim;
  const measured = greatestLoss(victim, policies);
  const isSame = measured === cap;
  const now = measured === undefined ? 'none' : groupedAmount(formatMoney(measured));
  return {
    says: [
      isSame
        ? 'What was recorded since has not moved it.'
        : `Measured over all that is recorded now, it would be ${now}; it stays until a fact or a review moves it (P-17).`,
      ...reasons(victim, policies),
    ].join(' '),
    policies: applied(policies, ...capPolicies),
    arithmetic: greatestLossLines(victim, policies, isSame ? cap : undefined),
  };
}

const capPolicies = ['P-01', 'P-02', 'P-03', 'P-04', 'P-12', 'P-17'] as const;

/** Which cases count, and why others do not: at most so many by name. */
function reasons(victim: VictimState, policies: Policies): readonly string[] {
  const cases = casesMeasured(victim, policies);
  const named = cases.slice(0, amountsShown).map(({ caseId, isFinal, losses }) => {
    const found =
      losses === undefined ? 'states no full loss' : `finds ${groupedAmount(formatMoney(losses))}`;
    const ground = policies['P-01'];
    if (isFinal && losses !== undefined)
      return `Case ${caseId} ${found}, and has an order that is final (P-01: ${ground}).`;
    if (isFinal) return `Case ${caseId} has a final order, but ${found}, and sets no cap (P-02).`;
    return `Case ${caseId} ${found}, but has no order that is final and counts (P-01: ${ground}).`;
  });
  const more = cases.length - named.length;
  return more > 0
    ? [...named, `${countOf(more, 'more case', 'more cases')} were looked at in the same way.`]
    : named;
}

/** Why the victim had received the full amount, when that was decided. */
function fullStep(recorded: Of<'FullRecoveryReached'>, { victim, policies }: Decided): StepDraft {
  const { greatestLoss: reached, recovered, epoch, citation } = recorded.event.data;
  const [cap, sofar] = [parseMoney(reached), parseMoney(recovered)];
  return {
    says: `The victim has received the full amount on ${recorded.event.effectiveOn}: full recovery ${String(epoch)}. From here on nobody owes for those losses.`,
    facts: [factOf(recorded)],
    law: quoted(citation),
    policies: applied(policies, ...fullPolicies),
    arithmetic: [...receivedLines(victim, policies, sofar), fullnessLine(sofar, cap)],
  };
}

const fullPolicies = [
  ...(['P-03', 'P-05', 'P-10', 'P-12', 'P-13', 'P-14', 'P-18', 'P-22', 'P-29', 'P-43', 'P-44'] as const),
];

/** Why a full recovery stands no more. */
function undoneStep(recorded: Of<'FullRecoveryUndone'>, { victim, policies }: Decided): StepDraft {
  const { greatestLoss: lost, recovered, epoch, citation } = recorded.event.data;
  const sofar = parseMoney(recovered);
  const at = victim.standing.find((each) => each.epoch === epoch)?.at;
  const measure = lost === null ? at : parseMoney(lost);
  const lines = receivedLines(victim, policies, sofar);
  return {
    says: `Full recovery ${String(epoch)} stands no more since ${recorded.event.effectiveOn}: what the victim has received is below what it stood on, or a larger loss revives what had ended (P-15).`,
    facts: [factOf(recorded)],
    law: quoted(citation),
    policies: applied(policies, 'P-05', 'P-10', 'P-12', 'P-15', 'P-18', 'P-19'),
    arithmetic: measure === undefined ? lines : [...lines, fullnessLine(sofar, measure)],
  };
}

/** Which liabilities an event ended or brought back, and with what. */
function listStep(
  recorded: Of<'LiabilitiesTerminated' | 'LiabilitiesReinstated'>,
  policies: Policies,
): StepDraft {
  const { event } = recorded;
  const { liabilities, epoch, citation } = event.data;
  const isEnd = event.type === 'LiabilitiesTerminated';
  const what = isEnd ? 'ended by law' : 'is owed again';
  const count = countOf(liabilities.length, 'liability', 'liabilities');
  return {
    says: `With full recovery ${String(epoch)}${isEnd ? '' : ' undone'}, ${count} ${isEnd ? 'ended' : 'came back'}, each with what was then ${isEnd ? 'owed' : 'ended'}.`,
    facts: [factOf(recorded)],
    law: quoted(citation),
    policies: applied(policies, ...(isEnd ? (['P-16', 'P-22'] as const) : (['P-15', 'P-19'] as const))),
    arithmetic: [
      movedLine(
        liabilities.map((each) => parseMoney(each.amount)),
        what,
      ),
    ],
  };
}

/** What came in above the cap. */
function aboveStep(recorded: Of<'OverRecoveryNoted'>, { victim, policies }: Decided): StepDraft {
  const above = parseMoney(recorded.event.data.amount);
  const { greatestLoss: cap } = victim;
  const sofar = received(victim, policies);
  const difference: Line[] =
    cap === undefined || above === noMoney
      ? []
      : [line(minus(amount(sofar), amount(cap)), { note: 'above the greatest loss', recorded: above })];
  return {
    says:
      above === noMoney
        ? 'The victim has no longer received more than the greatest loss.'
        : `The victim has received ${groupedAmount(formatMoney(above))} more than the greatest loss. Nothing is taken back.`,
    facts: [factOf(recorded)],
    law: quoted(recorded.event.data.citation),
    policies: applied(policies, 'P-20'),
    arithmetic: [...receivedLines(victim, policies, sofar), ...difference],
  };
}

/** What of it is claimed from the victim, in the books alone. */
function claimStep(recorded: Of<'OverRecoveryClaimed'>, policies: Policies): StepDraft {
  const { amount: claimed, previous, citation } = recorded.event.data;
  const change = subtract(parseMoney(claimed), parseMoney(previous));
  return {
    says: `In the books, ${groupedAmount(claimed)} of that is claimed from the victim. Nothing collects it.`,
    facts: [factOf(recorded)],
    law: quoted(citation),
    policies: applied(policies, 'P-20'),
    arithmetic: [
      line(minus(amount(parseMoney(claimed)), amount(parseMoney(previous))), {
        note: 'more than was claimed before',
        recorded: change,
      }),
    ],
  };
}

/** The step of an event that follows by law about a victim; undefined for any other. */
export function lawMadeStep(recorded: Recorded, decided: Decided): StepDraft | undefined {
  const { event } = recorded;
  switch (event.type) {
    case 'GreatestLossChanged':
      return capStep({ ...recorded, event }, decided);
    case 'FullRecoveryReached':
      return fullStep({ ...recorded, event }, decided);
    case 'FullRecoveryUndone':
      return undoneStep({ ...recorded, event }, decided);
    case 'LiabilitiesTerminated':
    case 'LiabilitiesReinstated':
      return listStep({ ...recorded, event }, decided.policies);
    case 'OverRecoveryNoted':
      return aboveStep({ ...recorded, event }, decided);
    case 'OverRecoveryClaimed':
      return claimStep({ ...recorded, event }, decided.policies);
    default:
      return undefined;
  }
}
