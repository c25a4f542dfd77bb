import type { OrderId, VictimId } from '../../../domain/ids.ts';
import { formatMoney, type MoneyText } from '../../../domain/money.ts';
import type { Changes, FigureChange, StatusChange } from '../../views/changes.ts';
import type { LiabilityView, SubjectFilter } from '../../views/ledger.ts';
import type { Frame } from '../frame.ts';
import { orderOf } from '../orders.ts';
import { loneSubject } from '../subjects.ts';
import { expectKnown } from '../unknown-subject.ts';
import { victimOf } from '../victims.ts';
import { accountChanges } from './account-changes.ts';
import { lessOf, stepsOf, type Course, type Figures, type Step } from './course.ts';
import { figureOf, figuresOfLiabilities, figuresOfVictim } from './figures.ts';
import { firstApart, stopsBetween } from './stops.ts';

/**
 * What changed from one frame to another: of a victim or an order alone, their figures; of any other subject, and of the whole
 * ledger, the accounts of the journal.
 *
 * @throws UnknownSubject where the ledger has never heard of the subject
 */
export function changesOf(from: Frame, to: Frame, filter: SubjectFilter): Changes {
  expectKnown(to, filter);
  const look = lookerFor(filter);
  const between = { from: from.standpoint, to: to.standpoint };
  if (look === undefined) return { ...between, figures: accountChanges(from, to, filter), statuses: [] };
  const [before, after] = [look(from), look(to)];
  const steps = stepsOf(courseBetween(from, to, { look, filter }));
  return {
    ...between,
    figures: figureChanges(before.figures, after.figures, steps),
    statuses: statusChanges(before.liabilities, after.liabilities),
  };
}

/** What is compared of a subject. */
interface Look {
  readonly figures: Figures;
  readonly liabilities: readonly LiabilityView[];
}

type Looker = (frame: Frame) => Look;

function lookerFor(filter: SubjectFilter): Looker | undefined {
  const subject = loneSubject(filter);
  if (subject === undefined) return undefined;
  return 'victimId' in subject
    ? (frame) => lookAtVictim(frame, subject.victimId)
    : (frame) => lookAtOrder(frame, subject.orderId);
}

function lookAtVictim(frame: Frame, victimId: VictimId): Look {
  const view = victimOf(frame, victimId);
  return { figures: figuresOfVictim(view), liabilities: view?.liabilities ?? [] };
}

function lookAtOrder(frame: Frame, orderId: OrderId): Look {
  const liabilities = orderOf(frame, orderId)?.liabilities ?? [];
  return { figures: figuresOfLiabilities(liabilities), liabilities };
}

/** So much is looked up for one answer: steps, times the liabilities of the subject. */
const workload = 20_000;

function courseBetween(
  from: Frame,
  to: Frame,
  { look, filter }: { readonly look: Looker; readonly filter: SubjectFilter },
): Course {
  const figuresAt = (frame: Frame): ((position: number) => Figures) =>
    remembering((position) => look(frame.upTo(position)).figures, frame.position);
  const [before, after] = [figuresAt(from), figuresAt(to)];
  const gapAt = remembering((position) => lessOf(after(position), before(position)));
  const first = firstApart(from, to, filter) - 1;
  // What nobody had named as an event of the subject may have come before: then it is gone through from the beginning.
  const start = gapAt(first).size === 0 ? first : 0;
  const end = Math.max(from.position, to.position);
  const liabilities = look(to).liabilities.length;
  return {
    ...{ gapAt, start, end, stops: stopsBetween(to, filter, { start, end }) },
    most: Math.max(20, Math.floor(workload / Math.max(20, liabilities))),
  };
}

/** Keeps the last answers, as each is asked for several times; no position after the last one says anything else. */
function remembering(answer: (position: number) => Figures, last = Infinity): (position: number) => Figures {
  const kept = new Map<number, Figures>();
  return (position) => {
    const at = Math.min(position, last);
    const known = kept.get(at);
    if (known !== undefined) return known;
    const [oldest] = kept.size < 8 ? [] : kept.keys();
    if (oldest !== undefined) kept.delete(oldest);
    const found = answer(at);
    kept.set(at, found);
    return found;
  };
}

function figureChanges(before: Figures, after: Figures, steps: readonly Step[]): readonly FigureChange[] {
  return [...lessOf(after, before)].map(([key, difference]) => ({
    ...figureOf(key),
    ...{ from: textAt(before, key), to: textAt(after, key), difference: formatMoney(difference) },
    parts: steps.flatMap(({ position, upTo, change }) => {
      const amount = change.get(key);
      return amount === undefined ? [] : [{ position, upTo, amount: formatMoney(amount) }];
    }),
  }));
}

function textAt(figures: Figures, key: string): MoneyText | null {
  const amount = figures.get(key);
  return amount === undefined ? null : formatMoney(amount);
}

function statusChanges(
  before: readonly LiabilityView[],
  after: readonly LiabilityView[],
): readonly StatusChange[] {
  const keyOf = ({ orderId, victimId }: LiabilityView): string => `${orderId} ${victimId}`;
  const [was, is] = [before, after].map((views) => new Map(views.map((view) => [keyOf(view), view])));
  const all = new Map([...(was ?? []), ...(is ?? [])]);
  return [...all].flatMap(([key, { orderId, victimId, caseId, defendantId }]): readonly StatusChange[] => {
    const [from, to] = [was?.get(key)?.status ?? null, is?.get(key)?.status ?? null];
    return from === to ? [] : [{ orderId, victimId, caseId, defendantId, from, to }];
  });
}
