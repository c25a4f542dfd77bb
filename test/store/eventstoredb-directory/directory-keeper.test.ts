import { DirectoryIndex } from '../../../src/store/eventstoredb-directory/directory-index.ts';
import { DirectoryKeeper } from '../../../src/store/eventstoredb-directory/directory-keeper.ts';
import { KeyRing } from '../../../src/store/eventstoredb-directory/key-ring.ts';
import { Naming } from '../../../src/store/eventstoredb-directory/naming.ts';
import { Server } from '../../../src/store/eventstoredb/server.ts';

test('the index goes on from where a server says that all was heard, and never from the end of all time', async () => {
  const index = new DirectoryIndex(':memory:');
  index.belongTo('some directory');
  const keys = new KeyRing([{ number: 1, bytes: Buffer.alloc(32, 1) }]);
  const server = new Server({
    text: 'esdb://127.0.0.1:1?tls=false',
    redacted: '',
    hosts: '127.0.0.1:1',
    ledger: '',
    credentials: undefined,
    prefix: '',
  });
  const keeper = new DirectoryKeeper(index, keys, { naming: new Naming(server, keys), deadline: 1 });
  const place = { commit: 198n, prepare: 0n };
  keeper.reach(place);
  // So say servers before 24.10.5 to who has heard of nothing, and would then hear of nothing ever.
  keeper.reach({ commit: 2n ** 64n - 1n, prepare: 2n ** 64n - 1n });
  expect(keeper.after).toEqual(place);
  keeper.reach({ commit: 100n, prepare: 100n });
  expect(keeper.after).toEqual(place);
  await server.close();
  index.close();
});
