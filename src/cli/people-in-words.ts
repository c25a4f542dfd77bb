import type { VictimView } from '../application/views/ledger.ts';
import type { AssignmentView, PayeeView, RepresentationView } from '../application/views/people.ts';
import { grouped, isSome } from './amounts.ts';
import type { Desk } from './desk.ts';
import { tableOf, type Column } from './table.ts';

/** The people beside a victim, and who was paid: a paragraph for each thing that there is to say. */
export function peopleInWords(
  { people }: Pick<VictimView, 'people'>,
  { names, style }: Desk,
): readonly string[] {
  const { diedOn, representatives, heirs, payoutHeld, assignments, payees } = people;
  const { survivorId, absorbedIds, oneWith } = people;
  const apart = absorbedIds.filter((id) => !oneWith.includes(id));
  const isPaidToOthers = payees.some(({ paidTo }) => paidTo !== 'VICTIM');
  return [
    ...(diedOn === null ? [] : [`The victim died on ${diedOn}.\n`]),
    ...(survivorId === null ? [] : [`One victim with ${names.shown(survivorId)}, the id that survives.\n`]),
    ...(oneWith.length === 0
      ? []
      : [
          `One cap is measured over this id and ${oneWith.map((id) => names.shown(id)).join(', ')} (P-31).\n`,
        ]),
    ...(apart.length === 0
      ? []
      : [
          `Also known as ${apart.map((id) => names.shown(id)).join(', ')}; each id has a cap of its own here.\n`,
        ]),
    ...(payoutHeld === null ? [] : [held(payoutHeld, names)]),
    ...(heirs.length === 0
      ? []
      : [`Heirs: ${heirs.map(({ representativeId }) => names.shown(representativeId)).join(', ')}.\n`]),
    ...(representatives.length === 0
      ? []
      : [`Representatives\n${tableOf(representatives, representativeColumns(names), style.dim)}`]),
    ...(assignments.length === 0
      ? []
      : [`Assigned to the Crime Victims Fund\n${tableOf(assignments, assignmentColumns(names), style.dim)}`]),
    ...(isPaidToOthers ? [`Payees\n${tableOf(payees, payeeColumns(names), style.dim)}`] : []),
  ];
}

function held(
  { representativeId, on }: NonNullable<VictimView['people']['payoutHeld']>,
  names: Desk['names'],
): string {
  return (
    `Held since ${on} until a court is asked: the heir ${names.shown(representativeId)} owes the victim, ` +
    'or abused the victim (18 U.S.C. 2259(c)(4), P-30).\n'
  );
}

function representativeColumns(names: Desk['names']): readonly Column<RepresentationView>[] {
  return [
    { title: 'who', text: ({ representativeId }) => names.shown(representativeId) },
    { title: 'capacity', text: ({ capacity }) => capacity },
    { title: 'from', text: ({ from }) => from },
    { title: 'until', text: ({ until }) => until ?? '' },
    { title: 'why it ended', text: ({ ended }) => ended ?? '' },
  ];
}

function assignmentColumns(names: Desk['names']): readonly Column<AssignmentView>[] {
  return [
    { title: 'case', text: ({ caseId }) => (caseId === null ? 'all' : names.shown(caseId)) },
    { title: 'order', text: ({ orderId }) => (orderId === null ? 'all' : names.shown(orderId)) },
    { title: 'from', text: ({ from }) => from },
    { title: 'revoked', text: ({ until }) => until ?? '' },
  ];
}

function payeeColumns(names: Desk['names']): readonly Column<PayeeView>[] {
  return [
    { title: 'paid to', text: ({ paidTo }) => paidTo },
    {
      title: 'who',
      text: ({ representativeId }) => (representativeId === null ? '' : names.shown(representativeId)),
    },
    {
      title: 'restitution',
      isNumber: true,
      text: ({ restitution }) => (isSome(restitution) ? grouped(restitution) : ''),
    },
    {
      title: 'assistance',
      isNumber: true,
      text: ({ assistance }) => (isSome(assistance) ? grouped(assistance) : ''),
    },
  ];
}
