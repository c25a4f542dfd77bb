import { randomUUID } from 'node:crypto';
import type { MonthReopeningReason } from '../domain/period/events.ts';
import { monthReopeningReasons } from '../requests/reconciliation-choices.ts';
import { senderOf } from '../requests/sender.ts';
import { counted, grouped } from './amounts.ts';
import { atDesk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { monthOf } from './month-of.ts';
import { roleOf, signatoryOf, signedOn } from './signature.ts';
import { unconfirmedInWords } from './unconfirmed-in-words.ts';
import { textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution close`: somebody answers for the end of a month, as it is shown. */
export async function closeMonth(asked: Asked, world: World): Promise<Exit> {
  const month = monthOf(asked);
  const as = roleOf(asked);
  const on = signedOn(asked);
  return atDesk(asked, world, async (desk) => {
    const signatoryId = await signatoryOf(desk);
    const { contentHash, unconfirmed } = await desk.house.queries.months.month(month, {});
    const command = { type: 'SignMonth', month, as, signatoryId, contentHash, on } as const;
    await desk.house.ledger.handle(command, senderOf('cli', randomUUID()));
    const closed = as === 'APPROVED' ? ' It is closed.' : '';
    const said = `${month} is ${as.toLowerCase()} by ${signatoryId}, content ${contentHash}.${closed}\n`;
    const loud = unconfirmedInWords(unconfirmed).join('');
    const json = { month, as, signatoryId, contentHash, unconfirmed };
    await desk.print(desk.isJson ? `${JSON.stringify(json)}\n` : `${said}${loud}`);
    return 'fine';
  });
}

/** `restitution reopen`: a closed month is opened again. */
export async function reopenMonth(asked: Asked, world: World): Promise<Exit> {
  const month = monthOf(asked);
  const reason = reasonOf(asked);
  const on = signedOn(asked);
  return atDesk(asked, world, async (desk) => {
    const signatoryId = await signatoryOf(desk);
    const { changes } = await desk.house.queries.months.month(month, {});
    const command = { type: 'ReopenMonth', month, reason, signatoryId, on } as const;
    await desk.house.ledger.handle(command, senderOf('cli', randomUUID()));
    const changed = changes.map(
      ({ account, before, after }) => `  ${account}: ${grouped(before)} is ${grouped(after)} now\n`,
    );
    const since = changes.length === 0 ? 'nothing' : counted(changes.length, 'account');
    const said = `${month} is open again. Since it was closed, ${since} changed.\n${changed.join('')}`;
    await desk.print(desk.isJson ? `${JSON.stringify({ month, reason, signatoryId, changes })}\n` : said);
    return 'fine';
  });
}

/** @throws Failure where it is none of them */
function reasonOf(asked: Asked): MonthReopeningReason {
  const text = (textOf(asked.options, 'reason') ?? '').toUpperCase().replaceAll('-', '_');
  if (Object.hasOwn(monthReopeningReasons, text)) return text as MonthReopeningReason;
  const known = Object.keys(monthReopeningReasons).map((each) => each.toLowerCase().replaceAll('_', '-'));
  throw new Failure(
    'usage',
    'No reason is given that the books know.',
    `Write --reason and one of ${known.join(', ')}.`,
  );
}
