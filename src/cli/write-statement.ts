import { victimStatement } from '../application/papers/victim-statement.ts';
import type { VictimId } from '../domain/ids.ts';
import type { Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { endingOf, expectRoom, makeFile, type OutFile } from './out-file.ts';

/** Writes the statement of a victim to a file, as PDF. @throws Failure where it would be something else as well */
export async function writeStatement(desk: Desk, victimId: VictimId, file: OutFile): Promise<Exit> {
  if (desk.isJson) {
    throw new Failure('usage', 'A statement is no JSON.', 'Leave out --json, or --out.');
  }
  if (endingOf(file) !== 'pdf') {
    throw new Failure('usage', 'A statement is written as PDF.', 'End the name of the file in .pdf.');
  }
  await expectRoom(file);
  const statement = await victimStatement(
    desk.house,
    { victimId, shown: (id) => desk.names.shown(id), learn: (found) => desk.learn(found) },
    desk.clocks,
  );
  const { writePdf } = await import('../formats/papers/write-pdf.ts');
  const paper = statement ?? (await desk.unknown('victim'));
  await makeFile(file, [await writePdf(paper)]);
  await desk.remark(`${paper.title}. ${file.path}`);
  return 'fine';
}
