/** Which commands the model ledger would record, and which it has heard or would refuse: said as plainly as the model. */
import type { AmendOrder, EnterOrder, ShareOrdered } from '../../src/domain/case/commands.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { RecordPayment } from '../../src/domain/receipt/commands.ts';
import { grounds, type World } from '../support/model-ledger.ts';

export type Verdict = 'refused' | 'heard' | 'recorded';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Judge<Type extends Command['type']> = (world: World, command: Of<Type>) => Verdict;

const floor = 3_000_00n;

const verdicts: { readonly [Type in Command['type']]?: Judge<Type> } = {
  RegisterVictim: ({ victims }, { victimId }) => judged(victims.includes(victimId), true),
  RegisterCase: ({ cases }, { caseId }) => judged(cases.includes(caseId), true),
  RegisterDefendant: (world, command) => judged(knows(world, command), world.cases.includes(command.caseId)),
  DetermineLoss(world, { victimId, caseId, category, amount, on }) {
    const isPlaced = world.victims.includes(victimId) && world.cases.includes(caseId);
    const found = world.found(victimId, caseId, category);
    const isOld = found.some((each) => each.on === on && each.amount === amount);
    return judged(isOld, isPlaced);
  },
  EnterOrder(world, command) {
    const known = world.order(command.orderId, command.caseId);
    if (known) return judged(known.isAmended || said(known.entered) === said(command), false);
    return judged(false, knows(world, command) && areFine(world, command, command.statute));
  },
  AmendOrder(world, command) {
    const order = world.order(command.orderId, command.caseId);
    if (!order || order.isVacated || !areFine(world, command, order.entered.statute)) return 'refused';
    const isOld = ({ victimId, amount }: ShareOrdered): boolean =>
      world.knowsShare(command.orderId, victimId, { on: command.on, amount });
    return judged(command.lines.every(isOld), true);
  },
  MakeOrderFinal(world, { orderId, caseId, ground }) {
    const order = world.order(orderId, caseId);
    if (!order || order.isVacated) return 'refused';
    return judged(grounds.indexOf(ground) <= order.finality, true);
  },
  VacateOrder(world, { orderId, caseId }) {
    const order = world.order(orderId, caseId);
    return judged(order?.isVacated === true, order !== undefined);
  },
  RecordPayment(world, command) {
    const known = world.receipt(command.receiptId)?.received;
    if (known) return judged(said(known) === said(command), false);
    const order = command.orderId === null ? undefined : world.order(command.orderId, command.caseId);
    const isPlaced = command.orderId === null || order?.entered.defendantId === command.defendantId;
    return judged(false, command.amount > 0n && isPlaced && knows(world, command));
  },
  RecordPaymentReturn(world, { receiptId }) {
    const known = world.receipt(receiptId);
    return judged(known?.isReturned === true, known !== undefined);
  },
};

/** What becomes of the command, after what the world was told. */
export function verdictOn(world: World, command: Command): Verdict {
  return (verdicts[command.type] as (world: World, command: Command) => Verdict)(world, command);
}

function judged(isHeard: boolean, isFine: boolean): Verdict {
  if (isHeard) return 'heard';
  return isFine ? 'recorded' : 'refused';
}

function knows(
  { defendants }: World,
  { caseId, defendantId }: EnterOrder | RecordPayment | Of<'RegisterDefendant'>,
): boolean {
  return defendants.includes(`${caseId}/${defendantId}`);
}

/** Whether a court could have written the lines, as far as policy P-42 lets it. */
function areFine(world: World, command: EnterOrder | AmendOrder, statute: string): boolean {
  return (
    command.lines.length > 0 && command.lines.every((line) => isFine(world, line, { ...command, statute }))
  );
}

function isFine(
  world: World,
  line: ShareOrdered,
  order: Pick<AmendOrder, 'orderId' | 'caseId'> & { statute: string },
): boolean {
  const { victimId, track, amount } = line;
  const isOnTrack = track === (world.debt(order.orderId, victimId)?.track ?? track);
  if (!world.victims.includes(victimId) || amount <= 0n || !isOnTrack) return false;
  return track === 'FULL_AMOUNT' ? isFullAmount(world, line, order) : isShare(world, line, order);
}

function isFullAmount(
  world: World,
  { victimId, amount }: ShareOrdered,
  { caseId, statute }: { caseId: string; statute: string },
): boolean {
  const category = statute === '18 U.S.C. 2259' ? 'PRODUCTION' : 'OTHER';
  return amount <= (world.finding(victimId, caseId, category) ?? amount);
}

function isShare(
  world: World,
  { victimId, amount }: ShareOrdered,
  { caseId, statute }: { caseId: string; statute: string },
): boolean {
  const losses = world.finding(victimId, caseId, 'TRAFFICKING') ?? amount;
  return statute === '18 U.S.C. 2259' && amount >= floor && (amount <= losses || amount === floor);
}

/** The command in writing; it does not matter in which order an order names its victims. */
function said(command: EnterOrder | RecordPayment): string {
  const lines =
    'lines' in command ? command.lines.toSorted((a, b) => (a.victimId < b.victimId ? -1 : 1)) : [];
  return JSON.stringify({ ...command, lines }, (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}
