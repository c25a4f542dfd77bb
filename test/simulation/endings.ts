/** What a full recovery ends, or its undoing brings back, as lists name it and cases have notice of it. */
import type { Books } from './books.ts';
import { cents, hold, owed, type Debt, type Told } from './entities.ts';

/** Full recovery was reached, and lists must follow; or it was undone, and what it had ended is to come back. */
export function wholeness(books: Books, event: Told<'FullRecoveryReached' | 'FullRecoveryUndone'>): void {
  const { victimId, epoch } = event.data;
  const person = books.person(victimId);
  if (event.type === 'FullRecoveryReached') {
    hold(epoch === person.epoch + 1, 'a full recovery is counted twice, or left out');
    person.epoch = epoch;
    person.standing.push(epoch);
    const open = books.underCap(victimId).filter((debt) => owed(debt) > 0n);
    person.unlisted = new Set(open.map(({ order, victim }) => `${order}/${victim} ${String(epoch)}`));
    return;
  }
  hold(person.standing.includes(epoch), 'a full recovery is undone that does not stand');
  person.standing = person.standing.filter((each) => each !== epoch);
  if (books.answers.has('NO_REINSTATEMENT') || books.answers.has('COURT_ONLY')) return;
  for (const { order, victim, ended, isVacated } of books.underCap(victimId)) {
    const has = ended.some((each) => each.epoch === epoch);
    if (has && !isVacated) person.unlisted.add(`${order}/${victim} ${String(epoch)}`);
  }
}

function endedIn({ ended }: Debt, epoch: number): bigint {
  return ended.find((each) => each.epoch === epoch)?.amount ?? 0n;
}

/** A list of what ends, or comes back, each with what there is of it. */
export function list(
  books: Books,
  event: Told<'LiabilitiesTerminated' | 'LiabilitiesReinstated'>,
  id: string,
): void {
  const { victimId, epoch } = event.data;
  const isEnd = event.type === 'LiabilitiesTerminated';
  for (const { orderId, amount, heardAs = epoch, victimId: victim = victimId } of event.data.liabilities) {
    const debt = books.debt({ orderId, victimId: victim });
    const was = isEnd ? owed(debt) : endedIn(debt, epoch);
    const isRight = was === cents(amount) && was > 0n;
    hold(isRight, `${orderId}: another amount ends, or comes back, than there is`);
    const ended = isEnd ? [{ epoch, amount: was + endedIn(debt, epoch) }] : [];
    debt.ended = [...debt.ended.filter((each) => each.epoch !== epoch), ...ended];
    books.person(victimId).unlisted.delete(`${orderId}/${victim} ${String(epoch)}`);
    const ofEpoch = `${orderId}/${victim} ${String(heardAs)}`;
    books.endings.set(`${id} ${orderId} ${victim}`, { epoch: ofEpoch, isEnd, isNoted: false });
  }
}

/** A case has notice of one of them, once. */
export function note(books: Books, { data }: Told<'LiabilityTerminated' | 'LiabilityReinstated'>): void {
  const ending = books.endings.get(`${data.ending} ${data.orderId} ${data.victimId}`);
  hold(ending !== undefined, 'a case has notice of what did not end');
  hold(!ending.isNoted, 'a case has notice twice');
  ending.isNoted = true;
}
