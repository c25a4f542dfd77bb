import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { House } from '../application/house.ts';
import { Queues } from '../application/queues.ts';
import { reconcile } from '../application/reconciliation/reconcile.ts';
import { takeIn, type TakenIn } from '../application/reconciliation/take-in.ts';
import type { FileTaken } from '../application/views/statements.ts';
import type { AccountId } from '../domain/ids.ts';
import type { Fault as FileFault } from '../formats/fault.ts';
import { ReconcileRequest } from '../requests/reconcile-request.ts';
import { api } from './api.ts';
import { entriesOf, readingOf, type FileAsked } from './asked-of-files.ts';
import { HOUSE } from './house-token.ts';
import { Problem, type Fault } from './problem.ts';
import { Reply } from './reply.ts';
import { Uploads } from './upload.ts';
import { rehearsed, type Wish } from './wish.ts';

/** Where files of banks are taken in, and what lies open is matched. */
@Injectable()
export class IntakeDesk {
  readonly #house: House;
  readonly #uploads: Uploads;
  readonly #queues = new Queues();

  constructor(@Inject(HOUSE) house: House, uploads: Uploads) {
    this.#house = house;
    this.#uploads = uploads;
  }

  /**
   * The file makes its own command id, so that it may be sent again. Files wait for each other, so that a line of two of
   * them counts once.
   *
   * @throws Problem where the file is refused; Rejection, and what the store throws
   */
  takeIn(accountId: AccountId, asked: FileAsked, { request, wish }: Sent): Promise<Reply> {
    const { isRehearsal } = wish;
    const [reading, entries, { through }] = [readingOf(asked), entriesOf(asked), asked];
    return this.#uploads.held(request, (open) =>
      this.#queues.run('files', async () => {
        const intake = { accountId, open, reading, entries, through, isRehearsal, actor: 'http' };
        return answerTo(await takeIn(this.#house, intake), isRehearsal);
      }),
    );
  }

  /** Whoever asks while it is done waits: the second finds what the first has left open. */
  reconcile({ on }: ReconcileRequest, { isRehearsal, mayReachClosedMonths }: Wish): Promise<Reply> {
    return this.#queues.run('reconcile', async () => {
      const manner = { isRehearsal, actor: 'http', asOf: on, mayReachClosedMonths };
      const lines = await reconcile(this.#house, manner);
      return new Reply(200, { isRehearsal, lines }, isRehearsal ? rehearsed : {});
    });
  }
}

interface Sent {
  readonly request: Request;
  readonly wish: Wish;
}

function answerTo(taken: TakenIn, isRehearsal: boolean): Reply {
  if (!taken.isTaken) throw new Problem('file-refused', { errors: taken.file.faults.map(faultIn) });
  const { file, statementId, isNew, lines, repeated, passedOver } = taken;
  const { format, digest, byteCount, proof } = file;
  const { verdict, checked, credits, debits } = proof;
  const body: FileTaken = {
    ...{ statementId, isNew, isRehearsal, lines, repeated, passedOver },
    ...{ format, digest, byteCount, proof: { verdict, checked, credits, debits } },
  };
  if (isRehearsal) return new Reply(200, body, rehearsed);
  return new Reply(isNew ? 201 : 200, body, { Location: `/${api}/statements/${statementId}` });
}

/** A fault of a file, by its line and, where one is meant, the field; of the file as a whole without a pointer. */
function faultIn({ line, column, rule, message }: FileFault): Fault {
  const field = column === undefined ? '' : `/${column.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return { pointer: line === 0 ? field : `/lines/${String(line)}${field}`, code: rule, message };
}
