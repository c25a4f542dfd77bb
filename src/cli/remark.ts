import { assigneeIn, longestRemark, Remarks, type Remark } from '../application/reconciliation/remarks.ts';
import type { SignatoryId, StatementId } from '../domain/ids.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { signatoryOf, signedOn } from './signature.ts';
import { tableOf, type Column } from './table.ts';
import { textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution remark`: says something of a line, and who is to see to it; without words, shows what was said. */
export async function remarkOnLine(asked: Asked, world: World): Promise<Exit> {
  const [place = '', text = ''] = asked.args;
  const [statementId = '', number = ''] = place.split('.');
  const ref = { statementId: statementId as StatementId, line: Number(number) };
  if (!Number.isSafeInteger(ref.line) || ref.line < 1)
    throw new Failure(
      'usage',
      'That is no line.',
      'Write its statement, a point and its number, such as s-9g4t.3.',
    );
  if (text.length > longestRemark)
    throw new Failure(
      'usage',
      'The remark is too long.',
      `Write at most ${String(longestRemark)} characters.`,
    );
  return atDesk(asked, world, async (desk) => {
    await expectLine(desk, ref);
    const remarks = new Remarks(desk.house.directory);
    const assign = textOf(asked.options, 'assign');
    if (text !== '' || assign !== undefined) {
      const assignee =
        assign === undefined ? null : ((await desk.names.idOf('signatory', assign)) as SignatoryId);
      await remarks.add(ref, { by: await signatoryOf(desk), on: signedOn(asked), text, assignee });
    }
    const said = await remarks.of(ref);
    await desk.answer({ line: place, assignee: assigneeIn(said) ?? null, remarks: said } as object, () =>
      inWords(said, desk),
    );
    return 'fine';
  });
}

/** @throws Failure where there is no such line */
async function expectLine(
  desk: Desk,
  { statementId, line }: { statementId: StatementId; line: number },
): Promise<void> {
  const found = await desk.house.queries.reconciliation.statement(statementId, {});
  if (found === undefined || line > found.lines)
    await desk.unknown('line', 'Correct it: `restitution lines` lists the lines.');
}

function inWords(said: readonly Remark[], { names, style }: Desk): string {
  if (said.length === 0) return 'Nobody has said anything of it. Add words, and --by who says them.\n';
  const columns: readonly Column<Remark>[] = [
    { title: 'on', text: ({ on }) => on },
    { title: 'by', text: ({ by }) => names.shown(by) },
    { title: 'remark', text: ({ text }) => text },
    { title: 'to be seen to by', text: ({ assignee }) => (assignee === null ? '' : names.shown(assignee)) },
  ];
  return tableOf(said, columns, style.dim);
}
