/**
 * Connection strings of EventStoreDB, checked before the client sees them: it passes over what it does not know, takes
 * one of several seeds, and puts passwords into its complaints.
 */

/** What a connection string says, fit for the client and for a log. */
export interface Connection {
  /** For the client. It holds the password. */
  readonly text: string;
  /** For people: without user and password. */
  readonly redacted: string;
  /** For people too: the servers alone, as `node1:2113,node2:2113`. */
  readonly hosts: string;
  readonly credentials: { readonly username: string; readonly password: string } | undefined;
  /** Which ledger of the server is meant, by the option `ledger`; empty text where it is the one without a name. */
  readonly ledger: string;
  /** What the names of all our streams begin with on the server: nothing, where the ledger has no name. */
  readonly prefix: string;
}

/** The connection string cannot be used; the message says why, and holds nothing of it. */
export class WrongConnectionString extends Error {
  constructor(why: string) {
    super(`The connection string cannot be used: ${why}`);
    this.name = 'WrongConnectionString';
  }
}

/** @throws WrongConnectionString where the client would fail on it, or quietly do something else than it says */
export function readConnectionString(text: string): Connection {
  const { scheme, user, hosts, query } = partsOf(text);
  const options = optionsIn(query);
  const seeds = hosts.split(',');
  for (const seed of seeds) checkSeed(seed);
  const credentials = credentialsIn(user);
  if (options.get('tls') === 'false' && credentials)
    throw new WrongConnectionString(
      'without TLS the client sends no user and no password; take one of them out',
    );
  // Of several seeds for discovery the client asks only the first; given without discovery, it asks them all.
  const schemeForClient = scheme === 'esdb+discover' && seeds.length > 1 ? 'esdb' : scheme;
  const [forClient, forPeople] = user === undefined ? ['', ''] : [`${user}@`, '***@'];
  const ledger = options.get('ledger') ?? '';
  return {
    text: `${schemeForClient}://${forClient}${seeds.join(',')}${queryForClient(query)}`,
    redacted: `${scheme}://${forPeople}${seeds.join(',')}${ledger && `?ledger=${ledger}`}`,
    hosts: seeds.join(','),
    credentials,
    ledger,
    prefix: ledger && `${ledger}.`,
  };
}

/** Without what is said to us, and not to the client. */
function queryForClient(query: string): string {
  const pairs = query.split('&').filter((pair) => isText(pair) && !/^ledger=/i.test(pair));
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

interface Parts {
  readonly scheme: string;
  readonly user: string | undefined;
  readonly hosts: string;
  readonly query: string;
}

function partsOf(text: string): Parts {
  const [, scheme, rest] = /^(esdb(?:\+discover)?):\/\/(.+)$/s.exec(text.trim()) ?? [];
  if (scheme === undefined || rest === undefined)
    throw new WrongConnectionString('it begins with esdb:// or esdb+discover://, and then names a host');
  const at = rest.lastIndexOf('@');
  const [hosts = '', query = '', ...more] = rest.slice(at + 1).split('?');
  if (more.length > 0) throw new WrongConnectionString('it has more than one question mark');
  return { scheme, user: at < 0 ? undefined : rest.slice(0, at), hosts: hosts.replace(/\/+$/, ''), query };
}

function credentialsIn(user: string | undefined): Connection['credentials'] {
  if (user === undefined) return undefined;
  const [name = '', password = '', ...more] = user.split(':');
  if (name === '' || password === '' || more.length > 0)
    throw new WrongConnectionString(
      'user and password stand before the @ as user:password; a colon, an @ or a slash inside is written %3A, %40 or %2F',
    );
  try {
    return { username: decodeURIComponent(name), password: decodeURIComponent(password) };
  } catch {
    throw new WrongConnectionString('a percent sign in user or password is written %25');
  }
}

function checkSeed(seed: string): void {
  const [, port = '2113'] = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})(?::([0-9]{1,5}))?$/.exec(seed) ?? [
    undefined,
    '',
  ];
  if (port === '' || Number(port) === 0 || Number(port) > 65_535)
    throw new WrongConnectionString('a host is a name or an IPv4 address, with a port where it is not 2113');
}

const isNumber = (value: string): boolean => /^-?[0-9]{1,9}$/.test(value);
const isSwitch = (value: string): boolean => value === 'true' || value === 'false';
const isText = (value: string): boolean => value.length > 0;

/** What the client honours, by name in small letters, and `ledger`. Left out: what it knows and does nothing with. */
const known: Readonly<Record<string, (value: string) => boolean>> = {
  tls: isSwitch,
  tlscafile: isText,
  usercertfile: isText,
  userkeyfile: isText,
  connectionname: isText,
  nodepreference: (value) =>
    ['leader', 'follower', 'readonlyreplica', 'random'].includes(value.toLowerCase()),
  maxdiscoverattempts: isNumber,
  discoveryinterval: isNumber,
  gossiptimeout: isNumber,
  keepaliveinterval: isNumber,
  keepalivetimeout: isNumber,
  defaultdeadline: isNumber,
  ledger: (value) => /^[a-z][a-z0-9]{0,30}$/.test(value),
};

function optionsIn(query: string): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (const pair of query.split('&').filter(isText)) {
    const [key = '', value = ''] = pair.split('=');
    const name = key.toLowerCase();
    const fits = known[name];
    if (name === 'tlsverifycert')
      throw new WrongConnectionString(
        'tlsVerifyCert has no effect in this client; name the certificate by tlsCAFile',
      );
    if (fits === undefined)
      throw new WrongConnectionString(`only these options are known: ${Object.keys(known).join(', ')}`);
    if (!fits(value)) throw new WrongConnectionString(`the value of ${name} is not one that it can have`);
    options.set(name, value);
  }
  const hasCertificate = options.has('usercertfile');
  if (hasCertificate !== options.has('userkeyfile'))
    throw new WrongConnectionString('userCertFile and userKeyFile go together');
  return options;
}
