import { randomUUID } from 'node:crypto';
import type { House } from '../application/house.ts';
import { today } from '../application/today.ts';
import type { ReleaseDisbursementRun, RunCommand } from '../domain/disbursement/commands.ts';
import {
  idPattern,
  instrumentNumberPattern,
  type CaseId,
  type Digest,
  type InstrumentNumber,
  type SignatoryId,
} from '../domain/ids.ts';
import { Rejection } from '../domain/rejection.ts';
import { adviceOn, remedies } from '../requests/remedies.ts';
import { senderOf } from '../requests/sender.ts';
import { grouped, isSome } from './amounts.ts';
import { dayOf } from './clocks.ts';
import { expectFreeNumbers } from './free-numbers.ts';
import { inHouse } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { Names } from './names.ts';
import { purposeIn, runNamed } from './run-named.ts';
import { isSet, textOf, type Asked, type Options } from './verb.ts';
import type { World } from './world.ts';

/** `restitution disburse propose`, `approve` and `release`: each is one command, and says how the run stands then. */
export async function tellRun(asked: Asked, world: World): Promise<Exit> {
  const runId = runNamed(asked);
  return inHouse(asked, world, async (house) => {
    const command = await commandFor(asked, house);
    await send(house, command);
    await house.catchUp();
    const run = await house.queries.disbursements.run(runId, {});
    if (run === undefined) throw new Error('the run that was told is not there');
    const { status, total, made, withheld, contentHash } = run;
    const sums = `${grouped(total)} proposed, ${grouped(made)} paid, ${grouped(withheld)} withheld`;
    const said = `Run ${runId} is ${status}: ${sums}.\nhash ${contentHash}\n`;
    const isJson = isSet(asked.options, 'json');
    await world.stdout.write(
      isJson ? `${JSON.stringify({ runId, status, total, made, withheld, contentHash })}\n` : said,
    );
    return status === 'completed' && isSome(withheld) ? 'someBad' : 'fine';
  });
}

async function commandFor(asked: Asked, house: House): Promise<RunCommand> {
  const { options, args } = asked;
  const runId = runNamed(asked);
  const given = textOf(options, 'on');
  const on = given === undefined ? today() : dayOf('--on', given);
  if (args[0] === 'release') {
    const numbered = numberedIn(asked);
    if (!isSet(options, 'reuseNumbers')) await expectFreeNumbers(house, runId, numbered);
    return { type: 'ReleaseDisbursementRun', runId, on, ...numbered };
  }
  const by = signatoryIn(asked);
  if (args[0] === 'approve')
    return { type: 'ApproveDisbursementRun', runId, contentHash: hashIn(asked), approvedBy: by, on };
  expectWhole(options);
  const named = textOf(options, 'case');
  const caseId = named === undefined ? null : await new Names(house.directory).idOf('case', named);
  const whose = purposeIn(asked) === 'REFUNDS' ? ({ purpose: 'REFUNDS' } as const) : {};
  return {
    type: 'ProposeDisbursementRun',
    runId,
    caseId: caseId as CaseId | null,
    ...whose,
    proposedBy: by,
    on,
  };
}

/** A run pays all that can be paid, of a case or of all of them: what narrows a plan further would be passed over. @throws Failure */
function expectWhole(options: Options): void {
  const passedOver = (['victim', 'defendant', 'asOf', 'knownAt'] as const).find(
    (name) => textOf(options, name) !== undefined,
  );
  if (passedOver === undefined) return;
  const flag = { victim: '--victim', defendant: '--defendant', asOf: '--as-of', knownAt: '--known-at' }[
    passedOver
  ];
  const advice =
    'A run takes in all that can be paid out, of all cases or of that which --case names, on the day of --on.';
  throw new Failure('usage', `A run is not proposed by ${flag}.`, advice);
}

/** A register of cheques begins with this number. */
function numberedIn({ options }: Asked): Pick<ReleaseDisbursementRun, 'numbered'> {
  const first = textOf(options, 'firstNumber');
  if (first === undefined) return {};
  if (!new RegExp(instrumentNumberPattern).test(first))
    throw new Failure('usage', '--first-number is no number of a cheque.', 'Write 1 to 15 digits.');
  return { numbered: { instrument: 'CHEQUE', firstNumber: first as InstrumentNumber } };
}

function signatoryIn({ options }: Asked): SignatoryId {
  const by = textOf(options, 'by') ?? '';
  if (!new RegExp(idPattern('signatory')).test(by))
    throw new Failure('usage', 'It is not said who answers for it.', 'Write --by and an id such as w-8h2c.');
  return by as SignatoryId;
}

function hashIn({ options }: Asked): Digest {
  const hash = textOf(options, 'hash') ?? '';
  if (!/^[0-9a-f]{64}$/.test(hash))
    throw new Failure(
      'usage',
      'It is not said what is approved.',
      'Write --hash and the hash that `disburse show` shows.',
    );
  return hash as Digest;
}

async function send(house: House, command: RunCommand): Promise<void> {
  try {
    await house.ledger.handle(command, senderOf('cli', randomUUID()));
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    throw new Failure('rejected', remedies[error.code].what, adviceOn(error));
  }
}
