import { idsIn } from '../papers/one-state.ts';
import type { VictimView } from '../views/ledger.ts';
import type { Asking } from './asking.ts';
import { numbered, type Explanation, type Fact } from './explanation.ts';
import { factOf } from './fact.ts';
import { otherStatuteSteps, paidOutStep } from './other-statutes-shown.ts';

/** What is ordered, credited and paid out for a victim whom 18 U.S.C. 2259 does not concern. */
export async function explainUnderOthers(asking: Asking, view: VictimView): Promise<Explanation> {
  const { victimId, credited } = view;
  const findings: Fact[] = [];
  for (const id of idsIn(view))
    for await (const recorded of asking.facts.of({ kind: 'Victim', id }))
      if (recorded.event.type === 'LossDetermined' && asking.facts.isInEffect(recorded.event))
        findings.push(factOf(recorded));
  return {
    subject: { kind: 'victim', id: victimId, victimId: null },
    title: `What ${victimId} is owed and was paid under other statutes than 18 U.S.C. 2259`,
    steps: numbered([
      {
        says: 'No finding and no order under 18 U.S.C. 2259 concerns this victim, so its cap has no part in this.',
        facts: findings,
      },
      ...(await otherStatuteSteps(asking, view)),
      await paidOutStep(asking, view),
    ]),
    figure: { name: 'credited', amount: credited },
  };
}
