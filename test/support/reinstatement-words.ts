/** That a court orders what has ended to be owed again, as short as it can be said. */
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { OrderReinstatement } from '../../src/domain/victim/commands.ts';
import { orderId, today, victimId } from './words.ts';

/** What ended under these orders for `v-1`, unless told, is owed again; the power is that of an appeal. */
export function orderReinstatement(
  orders: readonly string[],
  { victim = 'v-1', on = today }: { readonly victim?: string; readonly on?: CalendarDate } = {},
): OrderReinstatement {
  const named = { victimId: victimId(victim), orderIds: orders.map(orderId) };
  return { type: 'OrderReinstatement', ...named, authority: '3664(o)(1)(B)', on };
}
