/** A process of its own that keeps read models in step with a log; it prints its position, and their hash at the end. */
import { Projector } from '../../../src/application/projector.ts';
import { readModels } from '../../../src/projections/read-models.ts';
import { SqliteReadModelStore } from '../../../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import { openSqliteEventStore } from '../../../src/store/sqlite-log/sqlite-event-store.ts';

const [file, folder, batchSize, verb] = process.argv.slice(2) as [string, string, string, string];
const log = await openSqliteEventStore({ file, readOnly: true });
const readModel = SqliteReadModelStore.open(folder, readModels);
const projector = new Projector({ log, readModel, batchSize: Number(batchSize) });
console.log('begun');
await (verb === 'rebuild' ? projector.rebuild() : projector.catchUp());
console.log(`${String(readModel.checkpoint().position)} ${projector.stateHash()}`);
readModel.close();
await log.close();
