import { randomUUID } from 'node:crypto';
import { today } from '../application/today.ts';
import type { SignatoryId, StatementId } from '../domain/ids.ts';
import type { SignatureRole } from '../domain/statement/events.ts';
import { senderOf } from '../requests/sender.ts';
import { dayOf } from './clocks.ts';
import { atDesk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution sign`: somebody answers for a statement as it stands. */
export async function signStatement(asked: Asked, world: World): Promise<Exit> {
  const statementId = (asked.args[0] ?? '') as StatementId;
  const as = roleOf(asked);
  const given = textOf(asked.options, 'on');
  const on = given === undefined ? today() : dayOf('--on', given);
  return atDesk(asked, world, async (desk) => {
    const found = await desk.house.queries.reconciliation.statement(statementId, {});
    if (!found)
      return desk.unknown('statement', 'Correct the id: `restitution accounts` lists the statements.');
    const by = textOf(asked.options, 'by');
    if (by === undefined)
      throw new Failure('usage', 'Nobody is named who signs.', 'Say who with --by, by id or label.');
    const signatoryId = (await desk.names.idOf('signatory', by)) as SignatoryId;
    const { contentHash } = found;
    const command = { type: 'SignStatement', statementId, as, signatoryId, contentHash, on } as const;
    await desk.house.ledger.handle(command, senderOf('cli', randomUUID()));
    const said = `${statementId} is ${as.toLowerCase()} by ${signatoryId}, content ${contentHash}.\n`;
    await desk.print(
      desk.isJson ? `${JSON.stringify({ statementId, as, signatoryId, contentHash })}\n` : said,
    );
    return 'fine';
  });
}

/** @throws Failure where the option says neither */
function roleOf(asked: Asked): SignatureRole {
  const text = textOf(asked.options, 'as');
  if (text === 'prepared') return 'PREPARED';
  if (text === 'approved') return 'APPROVED';
  throw new Failure(
    'usage',
    '--as says neither who prepared nor who approves.',
    'Write --as prepared or --as approved.',
  );
}
