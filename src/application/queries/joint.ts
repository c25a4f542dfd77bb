import type { Policies } from '../../domain/policy/catalogue.ts';
import { least, money } from '../../domain/money.ts';
import { owedJointly, type CreditMethod } from '../../domain/statutes/18-usc-3664-h-joint-and-several.ts';
import { liabilityRows, type LiabilityCells } from './liability-rows.ts';
import type { Frame } from './frame.ts';

interface Group {
  readonly orders: readonly bigint[];
  readonly crediting: CreditMethod;
}

/** What is still owed under liabilities that defendants owe jointly, on the clocks of a frame (18 U.S.C. 3664(h)). */
export class JointlyOwed {
  /** Whether anything is owed jointly at all. */
  readonly isAny: boolean;
  readonly #frame: Frame;
  readonly #policies: Policies;
  readonly #groups = new Map<bigint, Group | undefined>();

  constructor(frame: Frame, policies: Policies) {
    this.#frame = frame;
    this.#policies = policies;
    this.isAny = isAnyJoint(frame);
  }

  /** The liability with what is owed under it beside what others have paid; the same, where it stands alone. */
  owedUnder(cells: LiabilityCells): LiabilityCells {
    const group = this.isAny && cells.outstanding > 0n ? this.#groupOf(cells.orderId) : undefined;
    if (group === undefined) return cells;
    const jointly = this.#liabilitiesOf(group, cells.victimId);
    const shares = jointly.map(({ ordered, paid, reduced, isVacated }) => ({
      ordered: money(ordered),
      paid: money(paid + reduced),
      isVacated: isVacated !== 0n,
    }));
    const at = jointly.findIndex(({ orderId }) => orderId === cells.orderId);
    const owed = owedJointly(shares, at, group.crediting);
    return { ...cells, outstanding: least(money(cells.outstanding), owed) };
  }

  /** All who owe the victim jointly with this liability, the liability itself among them; none, where it stands alone. */
  jointlyWith({
    orderId,
    victimId,
  }: Pick<LiabilityCells, 'orderId' | 'victimId'>): readonly LiabilityCells[] {
    const group = this.isAny ? this.#groupOf(orderId) : undefined;
    return group === undefined ? [] : this.#liabilitiesOf(group, victimId);
  }

  #liabilitiesOf({ orders }: Group, victimId: bigint): readonly LiabilityCells[] {
    const names = orders.map((_, at) => `:order${String(at)}`).join(', ');
    const ids = orders.map((order, at): [string, number] => [`order${String(at)}`, Number(order)]);
    const params = { ...Object.fromEntries(ids), ofVictim: Number(victimId) };
    return liabilityRows(this.#frame, {
      where: `l.victimId = :ofVictim AND l.orderId IN (${names})`,
      params,
    });
  }

  #groupOf(orderId: bigint): Group | undefined {
    if (!this.#groups.has(orderId)) this.#groups.set(orderId, this.#lookUp(orderId));
    return this.#groups.get(orderId);
  }

  #lookUp(orderId: bigint): Group | undefined {
    const last = this.#frame.first(
      `SELECT j.position, j.crediting FROM jointOrders j WHERE j.orderId = :orderId AND ${onClocks}
        ORDER BY j.position DESC LIMIT 1`,
      { orderId: Number(orderId) },
    ) as { readonly position: bigint; readonly crediting: bigint | null } | undefined;
    if (last === undefined) return undefined;
    const orders = this.#frame.all('SELECT orderId FROM jointOrders WHERE position = :at', {
      at: Number(last.position),
    }) as readonly { readonly orderId: bigint }[];
    const crediting = this.#frame.termOrNull(last.crediting) as CreditMethod | null;
    return { orders: orders.map((row) => row.orderId), crediting: crediting ?? this.#policies['P-23'] };
  }
}

/** Orders that are owed jointly from a day on. */
export interface Declaration extends Group {
  readonly day: bigint;
}

/** Whether anything is owed jointly at all on the clocks of the frame. */
export function isAnyJoint(frame: Frame): boolean {
  return frame.first(`SELECT 1 FROM jointOrders j WHERE ${onClocks} LIMIT 1`) !== undefined;
}

/** What was declared of each of these orders, in the order of recording; of all of them at once. */
export function declarationsOf(
  frame: Frame,
  orders: readonly bigint[],
  policies: Policies,
): ReadonlyMap<bigint, readonly Declaration[]> {
  const found = frame.all(
    `SELECT j.orderId AS id, j.position, j.effectiveOn AS day, j.crediting,
        (SELECT json_group_array(o.orderId) FROM jointOrders o WHERE o.position = j.position) AS orders
      FROM json_each(:ids) w CROSS JOIN jointOrders j ON j.orderId = w.value
      WHERE ${onClocks} ORDER BY j.position`,
    { ids: JSON.stringify(orders.map(Number)) },
  ) as readonly { id: bigint; day: bigint; crediting: bigint | null; orders: string }[];
  const declared = new Map<bigint, Declaration[]>();
  for (const { id, day, crediting: word, orders: jointly } of found) {
    const crediting = (frame.termOrNull(word) as CreditMethod | null) ?? policies['P-23'];
    const declaration = { day, crediting, orders: (JSON.parse(jointly) as number[]).map(BigInt) };
    const known = declared.get(id);
    if (known) known.push(declaration);
    else declared.set(id, [declaration]);
  }
  return declared;
}

/** The other orders of which the whole is owed jointly with this one, as was declared last. */
export function ordersJointlyWith(frame: Frame, order: number, policies: Policies): readonly bigint[] {
  const id = BigInt(order);
  const declared = declarationsOf(frame, [id], policies).get(id)?.at(-1)?.orders ?? [];
  return declared.filter((other) => other !== id);
}

const onClocks = 'j.position <= :position AND j.effectiveOn <= :day';
