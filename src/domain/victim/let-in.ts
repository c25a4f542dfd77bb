import { noMoney, type Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import { roomOf } from './counted-credits.ts';
import type { VictimState } from './state.ts';

/** What of an amount the victim's headroom lets in, by the answer to P-07. */
export function letIn(wanted: Money, state: VictimState, policies: Policies): Money {
  const room = roomOf(state, policies);
  if (room === undefined || wanted <= room) return wanted;
  switch (policies['P-07']) {
    case 'SPLIT':
      return room;
    case 'ACCEPT_WHOLE':
      return room > noMoney ? wanted : noMoney;
    case 'REJECT_WHOLE':
      return noMoney;
  }
}
