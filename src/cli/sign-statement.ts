import { randomUUID } from 'node:crypto';
import type { StatementId } from '../domain/ids.ts';
import { senderOf } from '../requests/sender.ts';
import { atDesk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { roleOf, signatoryOf, signedOn } from './signature.ts';
import type { Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution sign`: somebody answers for a statement as it stands. */
export async function signStatement(asked: Asked, world: World): Promise<Exit> {
  const statementId = (asked.args[0] ?? '') as StatementId;
  const as = roleOf(asked);
  const on = signedOn(asked);
  return atDesk(asked, world, async (desk) => {
    const found = await desk.house.queries.reconciliation.statement(statementId, {});
    if (!found)
      return desk.unknown('statement', 'Correct the id: `restitution accounts` lists the statements.');
    const signatoryId = await signatoryOf(desk);
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
