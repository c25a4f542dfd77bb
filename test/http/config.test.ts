import { readConfig } from '../../src/config.ts';

const byDefault = { data: './data', eventStore: '', directoryKeyFile: '', host: '127.0.0.1', port: 3000 };

describe('the settings of the server', () => {
  test.each([
    ['none', [], {}, {}],
    [
      'those of the environment',
      [],
      { RESTITUTION_DATA: '/x', RESTITUTION_PORT: '8080' },
      { data: '/x', port: 8080 },
    ],
    ['the port that a host names', [], { PORT: '8081' }, { port: 8081 }],
    ['our own port before that of a host', [], { PORT: '8081', RESTITUTION_PORT: '8082' }, { port: 8082 }],
    ['the command line before the environment', ['--port', '0'], { RESTITUTION_PORT: 'x' }, { port: 0 }],
    ['an empty one as none', [], { RESTITUTION_HOST: '' }, {}],
    [
      'where the log is kept, if not in the folder',
      [],
      { RESTITUTION_EVENTSTORE_URL: 'esdb://node:2113?tls=false' },
      { eventStore: 'esdb://node:2113?tls=false' },
    ],
    [
      'where the keys of the labels are',
      [],
      { RESTITUTION_DIRECTORY_KEY_FILE: '/run/secrets/directory' },
      { directoryKeyFile: '/run/secrets/directory' },
    ],
    ['one of another part of the program', [], { RESTITUTION_DEBUG: '1' }, {}],
  ])('may be %s', (_, args, env, expected) => {
    expect(readConfig(args, env)).toEqual({ ok: true, config: { ...byDefault, ...expected } });
  });

  test('are refused all at once, by the keys under which they were given', () => {
    const reading = readConfig(['--host', 'a b'], { PORT: '70000', RESTITUTION_PROT: '1' });
    expect(reading).toMatchObject({
      ok: false,
      wrong: [
        { key: 'RESTITUTION_PROT', expected: expect.stringContaining('RESTITUTION_PORT') },
        { key: '--host', expected: expect.stringContaining('127.0.0.1') },
        { key: 'PORT', expected: expect.stringContaining('65535') },
      ],
    });
  });

  test('are refused where the log is to be kept on a server of another kind, and nothing of it is repeated', () => {
    const reading = readConfig([], { RESTITUTION_EVENTSTORE_URL: 'postgres://u:secret@node' });
    expect(reading).toMatchObject({ wrong: [{ key: 'RESTITUTION_EVENTSTORE_URL' }] });
    expect(JSON.stringify(reading)).not.toContain('secret');
  });

  test('are refused where they are empty on the command line', () => {
    expect(readConfig(['--data', '', '--host='], {})).toMatchObject({
      wrong: [{ key: '--data' }, { key: '--host' }],
    });
  });

  test.each([[['--unknown']], [['--port']], [['serve']]])(
    'are refused where the line is not known: %j',
    (args) => {
      expect(readConfig(args, {})).toMatchObject({ ok: false, wrong: [{ key: 'the command line' }] });
    },
  );
});
