/** Many runs, what each of them must have tried, and what is said of one that failed. */
import type { RecordedEvent } from '../../src/store/recorded-event.ts';
import { has, saw, toldOf, type Mark } from './marks.ts';
import { marksOfBanks } from './marks-of-banks.ts';
import { simulate, type Run } from './simulation.ts';

/** Seeds to run in the place of those of the suite: one, as `17`, or a range, as `5000-5999`. */
const asked = process.env['SIMULATION_SEED'];

const runsOfOneTest = 50;

/** Milliseconds: a machine may have much else to do. */
const patience = 600_000;

/** Runs the seeds from the first on, so many, a test for fifty; and asks whether all that matters was tried. */
export function runSeeds(from: number, count: number): void {
  const seeds = asked === undefined ? range(from, from + count - 1) : seedsIn(asked);
  const tests = Array.from({ length: Math.ceil(seeds.length / runsOfOneTest) }, (_, at) =>
    seeds.slice(at * runsOfOneTest, (at + 1) * runsOfOneTest),
  );
  const seen = new Set<string>();

  test.each(tests.map((some) => [`${String(some[0])} to ${String(some.at(-1))}`, some] as const))(
    'seeds %s: no cent is lost, doubled or above the cap, and the ledger settles by itself',
    async (_, some) => {
      for (const seed of some) for (const mark of marksOf(await simulateOrShrink(seed))) seen.add(mark);
    },
    patience,
  );

  if (asked !== undefined) return;
  test.each(everyMark)('have tried it: %s', (mark) => {
    expect([...seen]).toContain(mark);
  });
}

function seedsIn(text: string): readonly number[] {
  const [from = NaN, to = from] = text.split('-').map(Number);
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to)) throw new Error('SIMULATION_SEED is no seed');
  return range(from, to);
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** Runs the seed; where that fails, leaves out whatever need not be told for it to fail. @throws RunFailed */
async function simulateOrShrink(seed: number): Promise<Run> {
  const left = new Set<number>();
  let failure: unknown;
  for (let number = -1; number < 14; number += 1) {
    const without = new Set([...left, ...(number < 0 ? [] : [number])]);
    try {
      const run = await simulate(seed, without);
      if (number < 0) return run;
    } catch (error) {
      failure = error;
      if (number >= 0) left.add(number);
    }
  }
  throw failure as Error;
}

/** What must have come about in some run, or the suite has not tried what it is for. */
const marks: Readonly<Record<string, Mark>> = {
  'money went on to another case of its payor': has('ReceiptPassedOn'),
  'victims elsewhere came before an assessment': has(
    'ReceiptPassedOn',
    ({ reach = [] }: { reach?: string[] }) => reach.join() === 'RESTITUTION_2259',
  ),
  'money came back from another case': has('ReceiptTakenBack'),
  'what was paid above a lowered amount went on as excess': has('OverpaymentPassedOn'),
  'what the cap left no room for went on as excess': has('RecoveryPassedOn'),
  'a receipt came back of which something was taken back for the cap': ({ log }) =>
    log.some((event) => event.type === 'PaymentReturned' && hadTaken(log, event, 'RecoveryTakenBack')),
  'what had ended gave way to another payment': has(
    'RecoveryCredited',
    ({ hadEnded }: { hadEnded?: string }) => hadEnded !== undefined,
  ),
  'a payment came back of which something had been taken back': ({ log }) =>
    log.some((event) => event.type === 'PaymentReturned' && hadTaken(log, event, 'OverpaymentTakenBack')),
  'a machine crashed': saw('a machine crashed'),
  'its append took place all the same': toldOf('crashed, unheard'),
  'its append arrived after it was gone': toldOf('crashed, late'),
  'an append was lost': toldOf(': lost'),
  'an append was carried out, and nobody heard': toldOf(': unheard'),
  'an append arrived late': toldOf('late '),
  'an append arrived twice': toldOf(': twice'),
  'a command was refused': saw('a command was refused'),
  'a sender gave up': saw('a sender gave up'),
  'all was told in order, and it was as if nothing had gone wrong': saw(
    'it was as if nothing had gone wrong',
  ),
  'a payment went on to a second round': has(
    'PaymentAllocated',
    ({ round, parts }: { round: number; parts: unknown[] }) => round > 1 && parts.length > 0,
  ),
  'a payment crossed the cap': has(
    'RecoveryCredited',
    ({ offered, accepted }: { offered: string; accepted: string }) =>
      offered !== accepted && accepted !== '0.00',
  ),
  'a payment came after all had ended': has(
    'RecoveryCredited',
    ({ accepted }: { accepted: string }) => accepted === '0.00',
  ),
  'several liabilities ended at once': has(
    'LiabilitiesTerminated',
    ({ liabilities }: { liabilities: unknown[] }) => liabilities.length > 2,
  ),
  'a second full recovery was reached': has(
    'FullRecoveryReached',
    ({ epoch }: { epoch: number }) => epoch === 2,
  ),
  'a full recovery was undone, and what it had ended came back': has('LiabilitiesReinstated'),
  'more was received than the cap': has('OverRecoveryNoted'),
  'what was received above the cap is claimed': has('OverRecoveryClaimed'),
  'a court revived what had ended': ({ log }) =>
    log.some((event) => event.type === 'LiabilitiesReinstated' && isOfCourt(log, event)),
  'a payment went back before it had arrived': ({ log }) =>
    log.some((event) => event.type === 'PaymentReturned' && isOnItsWay(log, event)),
  'somebody else listed what an append had no room for': ({ log }) =>
    log.some((event) => isRestOf(log, event)),
  'two machines wrote to one stream at once': ({ log, told }) =>
    log.length > 0 &&
    told.some(
      (line) =>
        line.includes('after no-stream') &&
        told.filter((other) => other.slice(10) === line.slice(10)).length > 1,
    ),
  'a case heard of an end after an amendment': ({ log }) =>
    log.some((event) => event.type === 'LiabilityTerminated' && wasCut(log, event)),
  'an order was set aside': has('OrderVacated'),
  'a payment cleared, and its victims heard of it': has('RecoveryCleared'),
  'all had cleared, and liability ended': ({ log }) =>
    log.some((event, at) => event.type === 'FullRecoveryReached' && log[at - 1]?.type === 'RecoveryCleared'),
  'an order brought the cap when it became final': ({ log }) =>
    log.some(
      (event, at) => event.type === 'LiabilityBecameFinal' && log[at + 1]?.type === 'GreatestLossChanged',
    ),
  'interest was tendered, and not all of it taken': has(
    'InterestReceived',
    ({ offered, accepted }: { offered: string; accepted: string }) => offered !== accepted,
  ),
  'interest ended what was owed': ({ log }) =>
    log.some((event, at) => event.type === 'InterestReceived' && log[at + 1]?.type === 'FullRecoveryReached'),
  'interest of before was told when it was asked for': has(
    'InterestReceived',
    ({ afterwards = false }: { afterwards?: boolean }) => afterwards,
  ),
  'interest came back with its receipt': has('InterestReturned'),
  'interest cleared': has('InterestCleared'),
  'interest was paid that no cap bounds': has('InterestCredited'),
  'money waited for a yield': has('YieldAwaited'),
  'money went out, and came back': has('DisbursementReturned'),
  'money was refunded': has('RefundMade'),
  ...marksOfBanks,
  'two ids were found to be one person': has('HistoriesJoined'),
  'both together had all': ({ log }) =>
    log.some(
      (event, at) =>
        event.type === 'HistoriesJoined' &&
        log.slice(at + 1, at + 3).some(({ type }) => type === 'FullRecoveryReached'),
    ),
  'a payment came for an id that was joined with another': ({ log }) =>
    log.some(({ type, stream, data }) => {
      return type === 'RecoveryCredited' && isUnderAnother(stream, data as { victimId: string });
    }),
  'a payment of before came back under another id': ({ log }) =>
    log.some(({ type, stream, data }) => {
      return type === 'RecoveryReversed' && isUnderAnother(stream, data as { victimId: string });
    }),
  'assistance was paid, and came back': has('AssistanceReturned'),
  'an order for assistance was set aside': has('AssistanceOrderVacated'),
  'assistance ended what was owed': ({ log }) =>
    log.some(
      (event, at) => event.type === 'AssistanceReceived' && log[at + 1]?.type === 'FullRecoveryReached',
    ),
};

const isUnderAnother = (stream: string, { victimId }: { readonly victimId: string }): boolean =>
  stream.startsWith('Victim-') && stream !== `Victim-${victimId}`;

const everyMark = Object.keys(marks);

function marksOf(run: Run): readonly string[] {
  return everyMark.filter((mark) => marks[mark]?.(run));
}

/** Whether something had been taken back of the receipt before it went back. */
function hadTaken(log: readonly RecordedEvent[], { position, data }: RecordedEvent, how: string): boolean {
  const { receiptId } = data as { receiptId: string };
  const before = log.slice(0, position).filter(({ type }) => type === how);
  return before.some((event) => (event.data as { receiptId: string }).receiptId === receiptId);
}

/** Whether the receipt was credited, or its rest held, only after it had gone back. */
function isOnItsWay(log: readonly RecordedEvent[], { position, data }: RecordedEvent): boolean {
  const { receiptId } = data as { receiptId: string };
  const later = log.slice(position).filter((event) => event.type === 'PaymentApplied');
  return later.some((event) => (event.data as { receiptId: string }).receiptId === receiptId);
}

/** Whether the list was caused by the end of an append, and not by what was told. */
function isRestOf(log: readonly RecordedEvent[], { type, causationId }: RecordedEvent): boolean {
  const cause = log.find(({ id }) => id === causationId);
  const isList = type === 'LiabilitiesTerminated' || type === 'LiabilitiesReinstated';
  return isList && (cause?.type === 'FullRecoveryReached' || cause?.type === 'FullRecoveryUndone');
}

/** Whether a court's order brought the list about. */
function isOfCourt(log: readonly RecordedEvent[], { causationId }: RecordedEvent): boolean {
  return log.some(({ id, type }) => id === causationId && type === 'ReinstatementOrdered');
}

/** Whether the notice says less than what had ended. */
function wasCut(log: readonly RecordedEvent[], { data }: RecordedEvent): boolean {
  const { ending, orderId, amount } = data as Readonly<Record<'ending' | 'orderId' | 'amount', string>>;
  const list = log.find(({ id }) => id === ending)?.data as
    { liabilities: readonly { orderId: string; amount: string }[] } | undefined;
  return list?.liabilities.some((each) => each.orderId === orderId && each.amount !== amount) ?? false;
}
