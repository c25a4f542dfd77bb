import { laterOf } from '../calendar-date.ts';
import type { Context } from '../decider.ts';
import { refOf, type Liability } from '../liability/liability.ts';
import { add, atLeastNothing, formatMoney, least, noMoney, subtract, sum, type Money } from '../money.ts';
import { invariant } from '../rejection.ts';
import { tracks } from '../statutes/restitution-statutes.ts';
import type {
  ClearInterest,
  InterestCommand,
  ReceiveInterest,
  ReturnInterest,
  TellInterest,
  TellPastInterest,
} from './commands-of-interest.ts';
import type { VictimEvent } from './events.ts';
import { creditKey } from './keys.ts';
import { letIn } from './let-in.ts';
import { emptyAccount, type InterestCredit } from './parts-of-state.ts';
import { counts, type VictimState } from './state.ts';

type Events = readonly VictimEvent[];

const ofInterest: Readonly<Record<InterestCommand['type'], true>> = {
  ReceiveInterest: true,
  TellInterest: true,
  ReturnInterest: true,
  ClearInterest: true,
  TellPastInterest: true,
};

/** Whether the command is about interest on orders for the victim. */
export function isOfInterest(command: { readonly type: string }): command is InterestCommand {
  return Object.hasOwn(ofInterest, command.type);
}

/** What a case tells the victim's stream of interest on its orders (P-10). All of it may be told twice. */
export function whatHappensToInterest(
  command: InterestCommand,
  state: VictimState,
  context: Context,
): Events {
  if (command.type === 'TellPastInterest') return pastInterestTold(command, state);
  const liability = state.liabilities.get(command);
  invariant(
    liability !== undefined,
    'a case speaks of interest on an order that it has not told the victim of',
  );
  const credit = state.interest.get(creditKey(command));
  switch (command.type) {
    case 'ReceiveInterest':
      return receive(command, state, { ...context, liability, credit });
    case 'TellInterest':
      return tell(command, state, { liability, credit });
    case 'ReturnInterest':
      return comeBack(command, { liability, credit });
    case 'ClearInterest':
      return clear(command, { liability, credit });
  }
}

interface Of {
  readonly liability: Liability;
  readonly credit: InterestCredit | undefined;
}

/** Takes no more than the victim may still recover; takes nothing, rather than not answering. */
function receive(
  command: ReceiveInterest,
  state: VictimState,
  { liability, credit, policies }: Context & Of,
): Events {
  const { receiptId, round, offered, on } = command;
  if (credit?.rounds.has(round)) return [];
  const accepted = counts(liability, policies) ? letIn(offered, state, policies) : offered;
  const amounts = { offered: formatMoney(offered), accepted: formatMoney(accepted) };
  return [
    {
      type: 'InterestReceived',
      effectiveOn: on,
      data: { ...refOf(liability), receiptId, round, ...amounts },
    },
  ];
}

/** It has been credited already, and stays so, whatever room there is. What of it was paid out had counted as money beside. */
function tell(command: TellInterest, state: VictimState, { liability, credit }: Of): Events {
  const { receiptId, round, amount, besideInCase, on } = command;
  if (credit?.rounds.has(round)) return [];
  const { paidBeside, interest } = state.accounts.get(liability.caseId) ?? emptyAccount;
  const told = add(sum(tracks.map((track) => interest.credited[track])), amount);
  const others = atLeastNothing(subtract(besideInCase, told));
  const paidOut = least(amount, atLeastNothing(subtract(paidBeside, others)));
  const amounts = { offered: formatMoney(amount), accepted: formatMoney(amount) };
  const gone = paidOut === noMoney ? {} : { paidOut: formatMoney(paidOut) };
  const data = { ...refOf(liability), receiptId, round, ...amounts, afterwards: true, ...gone } as const;
  return [{ type: 'InterestReceived', effectiveOn: on, data }];
}

function comeBack({ receiptId, on }: ReturnInterest, { liability, credit }: Of): Events {
  if (!credit || credit.isReversed || credit.total === noMoney) return [];
  const data = { ...refOf(liability), receiptId, amount: formatMoney(credit.total) };
  return [{ type: 'InterestReturned', effectiveOn: laterOf(on, credit.movedOn), data }];
}

/** Said once of what a receipt brings as interest under an order, as soon as it has brought something. */
function clear({ receiptId, on }: ClearInterest, { liability, credit }: Of): Events {
  if (!credit || credit.isReversed || credit.isCleared || credit.total === noMoney) return [];
  const data = { ...refOf(liability), receiptId, amount: formatMoney(credit.total) };
  return [{ type: 'InterestCleared', effectiveOn: laterOf(on, credit.movedOn), data }];
}

function pastInterestTold(
  { victimId, on }: TellPastInterest,
  { pastInterestTold: told }: VictimState,
): Events {
  return told.has(victimId) ? [] : [{ type: 'PastInterestTold', effectiveOn: on, data: { victimId } }];
}

/** What a tender was accepted for as interest; undefined where it has not been answered. */
export function interestAcceptedOf(
  { interest }: VictimState,
  { round, ...of }: Parameters<typeof creditKey>[0] & { readonly round: number },
): Money | undefined {
  return interest.get(creditKey(of))?.rounds.get(round);
}
