import {
  readConnectionString,
  WrongConnectionString,
} from '../../../src/store/eventstoredb/connection-string.ts';

describe('a connection string', () => {
  test.each([
    ['esdb://node:2113?tls=false', 'esdb://node:2113?tls=false'],
    ['esdb://node', 'esdb://node'],
    ['  esdb://node.example:2113/  ', 'esdb://node.example:2113'],
    ['esdb+discover://cluster.example', 'esdb+discover://cluster.example'],
    ['esdb://a,b:2114,c?tlsCAFile=/ca.pem', 'esdb://a,b:2114,c?tlsCAFile=/ca.pem'],
    ['esdb://a?userCertFile=/c&userKeyFile=/k', 'esdb://a?userCertFile=/c&userKeyFile=/k'],
  ])('%s is taken', (text, forClient) => {
    expect(readConnectionString(text).text).toBe(forClient);
  });

  test('of several seeds for discovery all are asked, where the client would ask the first', () => {
    expect(readConnectionString('esdb+discover://a,b,c').text).toBe('esdb://a,b,c');
  });

  test('gives user and password, and hides them from people', () => {
    const { credentials, redacted } = readConnectionString(
      'esdb://ledger:p%3Aass%40@node:2113?tlsCAFile=/ca',
    );
    expect(credentials).toEqual({ username: 'ledger', password: 'p:ass@' });
    expect(redacted).toBe('esdb://***@node:2113');
  });

  test('may say which ledger is meant, where several stand on one server; the client is not told', () => {
    const { text, prefix, redacted } = readConnectionString(
      'esdb://node?tls=false&ledger=trial&gossipTimeout=5',
    );
    expect(text).toBe('esdb://node?tls=false&gossipTimeout=5');
    expect(prefix).toBe('trial.');
    expect(redacted).toBe('esdb://node?ledger=trial');
    expect(readConnectionString('esdb://node?ledger=trial').text).toBe('esdb://node');
    expect(readConnectionString('esdb://node').prefix).toBe('');
  });

  test.each([
    ['another scheme', 'http://node'],
    ['the scheme of another client', 'kurrentdb://node'],
    ['no host', 'esdb://'],
    ['no host but a user', 'esdb://u:secret@'],
    ['an IPv6 address', 'esdb://[::1]:2113'],
    ['a port of 0', 'esdb://node:0'],
    ['a port beyond all', 'esdb://node:70000'],
    ['a user without password', 'esdb://secret@node'],
    ['a colon in the password', 'esdb://u:sec:ret@node'],
    ['a bare percent sign in the password', 'esdb://u:secret%@node'],
    ['a password that the client would not send', 'esdb://u:secret@node?tls=false'],
    ['an option that the client passes over', 'esdb://u:secret@node?tlss=true'],
    ['an option that has no effect', 'esdb://u:secret@node?tlsVerifyCert=false'],
    ['an option that falsifies revisions', 'esdb://u:secret@node?throwOnAppendFailure=false'],
    ['a value that it cannot have', 'esdb://u:secret@node?gossipTimeout=soon'],
    ['a ledger whose name could be another stream’s', 'esdb://u:secret@node?ledger=A-b.'],
    ['a certificate without its key', 'esdb://u:secret@node?userCertFile=/c'],
    ['two question marks', 'esdb://u:secret@node?tls=true?x=1'],
  ])('with %s is refused, and nothing of it is repeated', (_case, text) => {
    let refusal: unknown;
    try {
      readConnectionString(text);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(WrongConnectionString);
    expect((refusal as Error).message).not.toMatch(/secret|sec:ret/);
  });
});
