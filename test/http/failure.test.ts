import Database from 'better-sqlite3';
import { ProjectionFailed } from '../../src/application/tell-batch.ts';
import { InvariantBroken } from '../../src/domain/rejection.ts';
import { failureOf } from '../../src/http/failure.ts';
import { AppendRefused, LogDamaged, StoreUnavailable } from '../../src/store/event-store.ts';

const frames = expect.arrayContaining([expect.stringMatching(/^at .*failure\.test/)]);

function thrownBy(deed: () => unknown): unknown {
  try {
    return deed();
  } catch (error) {
    return error;
  }
}

describe('a failure as the log has it', () => {
  test('has name, code, message and place of an error of SQLite, which is of another realm', () => {
    const database = new Database(':memory:');
    const thrown = thrownBy(() => database.exec('SELECT * FROM nowhere'));
    database.close();
    expect(failureOf(thrown)).toEqual({
      error: 'SqliteError',
      errorCode: 'SQLITE_ERROR',
      message: 'no such table: nowhere',
      stack: frames,
    });
  });

  test('has the same of what brought it about', () => {
    const failed = new ProjectionFailed(
      { position: 7, type: 'PaymentApplied' },
      new InvariantBroken('o-5h3w was never imposed for v-7k2m9q'),
    );
    expect(failureOf(new StoreUnavailable('it fell over', { cause: failed }))).toMatchObject({
      ...{ error: 'StoreUnavailable', message: 'it fell over', stack: frames },
      cause: {
        error: 'ProjectionFailed',
        message: 'position 7 (PaymentApplied) cannot be told to the read models',
        cause: { error: 'InvariantBroken', message: 'o-… was never imposed for v-…', stack: frames },
      },
    });
  });

  test.each<readonly [Error, string]>([
    [new LogDamaged(3, 'is not the next of Victim-v-7k2m9q'), 'position 3: is not the next of Victim-…'],
    [
      new LogDamaged(3, 'does not follow on Receipt-dcd.2026-00017 at 1'),
      'position 3: does not follow on Receipt-… at 1',
    ],
    [new AppendRefused('Case-c-s4t8 at 4: the event is too large'), 'Case-… at 4: the event is too large'],
    [new InvariantBroken('dcd.2026-00017 was never received'), '….… was never received'],
    [
      new StoreUnavailable('/srv/c-1/read-models/12.3.sqlite: full'),
      '/srv/c-1/read-models/12.3.sqlite: full',
    ],
  ])('names nobody: %s', (thrown, message) => {
    expect(failureOf(thrown).message).toBe(message);
  });

  test('has no words of an error that may hold what was sent, and yet its name and place', () => {
    const failed = new ProjectionFailed(
      { position: 7, type: 'PaymentApplied' },
      thrownBy(() => JSON.parse('Jane Roe')),
    );
    expect(JSON.stringify(failureOf(failed))).not.toContain('Jane');
    expect(failureOf(failed).cause).toEqual({ error: 'SyntaxError', stack: expect.any(Array) });
    expect(failureOf('Jane Roe')).toEqual({ error: 'string' });
    expect(failureOf(Object.assign(new Error('x'), { name: 'Jane Roe' }))).toMatchObject({ error: 'object' });
  });
});
