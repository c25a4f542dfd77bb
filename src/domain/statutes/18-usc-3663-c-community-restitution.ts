import { calendarDate } from '../calendar-date.ts';
import { allocate, money, type Money } from '../money.ts';
import type { Statute } from './statute.ts';

/**
 * Restitution to the public for a drug offence without an identifiable victim: no more than the fine that may be ordered
 * for the offence, and divided between the State's agency for crime victim assistance and its agency for federal
 * substance abuse funds. The special assessment and the fine come before it.
 *
 * > In no case shall the amount of restitution ordered under this subsection exceed the amount of the fine which may
 * > be ordered for the offense charged in the case. (3) Restitution under this subsection shall be distributed as
 * > follows: (A) 65 percent of the total amount of restitution shall be paid to the State entity designated to
 * > administer crime victim assistance in the State in which the crime occurred. (B) 35 percent of the total amount of
 * > restitution shall be paid to the State entity designated to receive Federal substance abuse block grant funds. ...
 * > (5) Notwithstanding section 3612(c) or any other provision of law, a penalty assessment under section 3013 or a fine
 * > under subchapter C of chapter 227 shall take precedence over an order of restitution under this subsection.
 *
 * The first sentence is that of (2)(B); paragraph (4), on forfeiture, is left out.
 *
 * Not formalized: the amount of public harm (the Sentencing Guidelines measure it); that it must not interfere with a
 * forfeiture; that it may be considered in plea agreements.
 */
export const communityRestitution: Statute = {
  citation: '18 U.S.C. 3663(c)',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    'In no case shall the amount of restitution ordered under this subsection exceed the amount of the fine which ' +
    'may be ordered for the offense charged in the case. (3) Restitution under this subsection shall be distributed ' +
    'as follows: (A) 65 percent of the total amount of restitution shall be paid to the State entity designated to ' +
    'administer crime victim assistance in the State in which the crime occurred. (B) 35 percent of the total ' +
    'amount of restitution shall be paid to the State entity designated to receive Federal substance abuse block ' +
    'grant funds. ... (5) Notwithstanding section 3612(c) or any other provision of law, a penalty assessment under ' +
    'section 3013 or a fine under subchapter C of chapter 227 shall take precedence over an order of restitution ' +
    'under this subsection.',
};

/** Who receives community restitution, in the order of paragraph (3). */
export const communityPayees = ['CRIME_VICTIM_ASSISTANCE', 'SUBSTANCE_ABUSE_BLOCK_GRANT'] as const;

export type CommunityPayee = (typeof communityPayees)[number];

const percentages = [money(65n), money(35n)];

/** What each payee has of so much collected, to the cent: the shares sum to it. */
export function communityShares(collected: Money): Readonly<Record<CommunityPayee, Money>> {
  const [assistance = collected, abuse = money(0n)] = allocate(collected, percentages);
  return { CRIME_VICTIM_ASSISTANCE: assistance, SUBSTANCE_ABUSE_BLOCK_GRANT: abuse };
}

/** Whether the amount is above the fine that may be ordered for the offence: subsection (c)(2)(B). */
export function exceedsFine(amount: Money, greatestFine: Money): boolean {
  return amount > greatestFine;
}
