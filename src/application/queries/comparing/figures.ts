import type { OrderId, VictimId } from '../../../domain/ids.ts';
import { parseBalance, type MoneyText } from '../../../domain/money.ts';
import type { LiabilityView, VictimSummary, VictimView } from '../../views/ledger.ts';
import type { Figures } from './course.ts';

/** The amounts of a victim that are compared, by their names in the answer. */
export const victimFigures = [
  'greatestLoss',
  'received',
  'recovered',
  'headroom',
  'credited',
  'interest',
  'disbursed',
  'held',
  'paidBeyondHeld',
  'assisted',
  'elsewhere',
  'interestCounted',
  'overRecovery',
  'overRecoveryClaimed',
] as const satisfies readonly (keyof VictimSummary)[];

/** The amounts of a liability that are compared, by their names in the answer. */
const ofLiability = [
  ...['ordered', 'paid', 'reduced', 'terminated', 'vacated', 'overpaid', 'relieved', 'outstanding'],
] as readonly (keyof LiabilityView)[];

/** A figure, and the liability that it is of; null for one of the victim. */
export interface FigureKey {
  readonly figure: string;
  readonly orderId: OrderId | null;
  readonly victimId: VictimId | null;
}

/** The figures of a victim: those of the whole, and of each liability. */
export function figuresOfVictim(view: VictimView | undefined): Figures {
  if (view === undefined) return new Map();
  const whole = amountsIn(view, victimFigures, (figure) => ({ figure, orderId: null, victimId: null }));
  return new Map([...whole, ...figuresOfLiabilities(view.liabilities)]);
}

/** The figures of liabilities. */
export function figuresOfLiabilities(views: readonly LiabilityView[]): Figures {
  return new Map(
    views.flatMap((view) => {
      const { orderId, victimId } = view;
      return amountsIn(view, ofLiability, (figure) => ({ figure, orderId, victimId }));
    }),
  );
}

type Amount = [string, ReturnType<typeof parseBalance>];

function amountsIn<View extends object>(
  view: View,
  names: readonly (keyof View)[],
  keyOf: (figure: string) => FigureKey,
): readonly Amount[] {
  return names.flatMap((name): Amount[] => {
    const amount = view[name] as MoneyText | null;
    return amount === null ? [] : [[keyText(keyOf(name as string)), parseBalance(amount)]];
  });
}

function keyText({ figure, orderId, victimId }: FigureKey): string {
  return [figure, orderId ?? '', victimId ?? ''].join(' ');
}

/** The figure that a key stands for. */
export function figureOf(key: string): FigureKey {
  const [figure = '', orderId = '', victimId = ''] = key.split(' ');
  return {
    figure,
    orderId: orderId === '' ? null : (orderId as OrderId),
    victimId: victimId === '' ? null : (victimId as VictimId),
  };
}
