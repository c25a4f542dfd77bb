/** What is owed under an order to a victim, as it is imposed, changed and set aside. */
import { atLeastNothing, cents, hold, keyOf, leaveEnded, owed, type Debt, type Told } from './entities.ts';

export function impose(debts: Map<string, Debt>, { data }: Told<'LiabilityImposed'>, stream: string): void {
  debts.set(keyOf(data), {
    ...{ order: data.orderId, victim: data.victimId, inCase: data.caseId, track: data.track },
    ...{ isVictims: stream.startsWith('Victim-'), ordered: cents(data.amount), paid: 0n, ended: [] },
    ...{ ground: undefined, isVacated: false, amendment: 0 },
  });
}

export function change(
  debt: Debt,
  event: Told<'LiabilityAmended' | 'LiabilityVacated' | 'LiabilityBecameFinal'>,
): void {
  if (event.type === 'LiabilityBecameFinal') {
    debt.ground = event.data.ground;
    return;
  }
  if (event.type === 'LiabilityVacated') {
    hold(!debt.isVacated && cents(event.data.amount) === owed(debt), 'another amount was owed');
    debt.isVacated = true;
    return;
  }
  const { amendment, amountBefore, amount, outstandingBefore, outstandingAfter } = event.data;
  hold(amendment > debt.amendment, 'an amendment is heard twice, or too late');
  hold(cents(amountBefore) === debt.ordered, 'another amount was ordered');
  hold(cents(outstandingBefore) === owed(debt), 'another amount was owed');
  debt.amendment = amendment;
  debt.ordered = cents(amount);
  // What was ended gives way to what was paid.
  leaveEnded(debt, atLeastNothing(debt.ordered - debt.paid));
  hold(cents(outstandingAfter) === owed(debt), 'another amount is owed now');
}
