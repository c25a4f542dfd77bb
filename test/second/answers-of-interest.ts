/** The answers to P-10, a second time: what a payment comes to, in cents, as docs/policies.md tells it, with none of the ledger's code. */
import type { Figures } from './answers-of-recovery.ts';

const least = (...all: readonly bigint[]): bigint => all.reduce((one, other) => (one < other ? one : other));

/** P-10: one order of a principal, no more than the losses, that has borne so much interest; a payment. */
export function interest(
  answer: string,
  given: { loss: bigint; principal: bigint; borne: bigint; offered: bigint },
): Figures {
  const { loss, principal, borne, offered } = given;
  const paid = least(offered, principal);
  const rest = offered - paid;
  // Interest is paid behind principal: where something of that is left, so is nothing of the payment.
  const due = paid === principal ? borne : 0n;
  const counts = answer === 'COUNTS';
  const asInterest = counts ? least(rest, due, loss - paid) : least(rest, due);
  const received = counts ? paid + asInterest : paid;
  return { paid, asInterest, left: rest - asInterest, received, open: loss - received };
}
