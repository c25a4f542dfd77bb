import type { LineView, StatementView } from '../application/views/statements.ts';
import type { StatementId } from '../domain/ids.ts';
import { counted, grouped } from './amounts.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { lineColumns } from './reconciliation-rows.ts';
import { tableOf } from './table.ts';
import type { Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution statement`: what one file said, what its lines confirm, and who answers for it. */
export async function showStatement(asked: Asked, world: World): Promise<Exit> {
  const id = (asked.args[0] ?? '') as StatementId;
  return atDesk(asked, world, async (desk) => {
    const { reconciliation } = desk.house.queries;
    const found = await reconciliation.statement(id, desk.clocks);
    if (!found)
      return desk.unknown('statement', 'Correct the id: `restitution accounts` lists the statements.');
    const { rows, next } = await reconciliation.lines({ statementId: id }, desk.clocks, { limit: mostShown });
    await desk.answer({ ...found, firstLines: rows } as object, () => inWords(found, rows, desk));
    if (next !== null)
      await desk.remark(
        `${String(mostShown)} lines are shown; \`restitution lines --statement ${id}\` lists all.`,
      );
    return 'fine';
  });
}

const mostShown = 50;

function inWords(statement: StatementView, lines: readonly LineView[], desk: Desk): string {
  const { statementId, accountId, from, to, format, opening, closing, sumIn, sumOut, contentHash } =
    statement;
  const { style, names } = desk;
  const balances =
    opening === null || closing === null
      ? `in ${grouped(sumIn)}, out ${grouped(sumOut)}`
      : `opening ${grouped(opening)} + in ${grouped(sumIn)} - out ${grouped(sumOut)} = closing ${grouped(closing)}`;
  const became = statement.byStatus
    .map(({ status, lines: count, net }) => `${counted(count, 'line')} ${status} (${grouped(net)})`)
    .join(', ');
  return [
    style.bold(`${statementId} of ${names.shown(accountId)}, ${from} to ${to}, ${format}.`),
    `${balances}.`,
    `${became === '' ? 'It has no lines' : became}.`,
    signaturesInWords(statement, desk),
    `content ${contentHash}\n`,
    tableOf(lines, lineColumns(['statementId']), style.dim),
  ].join('\n');
}

function signaturesInWords({ signatures, disturbedBy }: StatementView, { names }: Desk): string {
  const signed = signatures.map(
    ({ as, signatoryId, on }) => `${as.toLowerCase()} by ${names.shown(signatoryId)} on ${on}`,
  );
  const head = signed.length === 0 ? 'Nobody has signed it.' : `It was ${signed.join(', ')}.`;
  const moved = disturbedBy.map(({ position, type, effectiveOn, amount }) => {
    return `\n  ${type} at position ${String(position)} moved ${grouped(amount)} on ${effectiveOn}`;
  });
  return moved.length === 0
    ? head
    : `${head} Since then the books of its days were changed:${moved.join('')}`;
}
