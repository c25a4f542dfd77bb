import { AsyncLocalStorage } from 'node:async_hooks';
import { constants, createContext } from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/** What Node and the code under test must have in common, though every context has one of its own. */
const ofNode = ['Buffer', 'ArrayBuffer', 'Uint8Array'];

/**
 * Node as jest plays it, but with a global object of V8's own: behind that of jest stands a proxy, which is asked at
 * every mention of `Math`, `Map` or `String`, and takes a third of the time of whatever computes.
 */
export default class OrdinaryGlobals extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const given = this.global;
    const global = createContext(constants.DONT_CONTEXTIFY);
    for (const key of Reflect.ownKeys(given)) {
      if (Object.hasOwn(global, key) && !ofNode.includes(key)) continue;
      Object.defineProperty(global, key, ordinary(given, key));
    }
    Object.assign(global, { global, process: given.process });
    for (const name of ['dispose', 'asyncDispose']) global.Symbol[name] ??= Symbol[name];
    this.context = this.global = global;
    this.moduleMocker = new this.moduleMocker.constructor(global);
    // They would turn the clocks of the other global object; no test turns any.
    this.fakeTimers = this.fakeTimersModern = null;
  }
}

/** What Node loads when it is first asked for is left for then. */
function ordinary(given, key) {
  const descriptor = Object.getOwnPropertyDescriptor(given, key);
  if ('value' in descriptor) return descriptor;
  const { configurable, enumerable } = descriptor;
  return { configurable, enumerable, get: () => given[key], set: (value) => (given[key] = value) };
}

/**
 * Of which test a promise is, which jest wants told of one that nobody awaits. Node 20 notes it at every promise, once for each
 * suite that the process has ever run. Here one test runs after the other: it is of the one that runs.
 */
Object.assign(AsyncLocalStorage.prototype, {
  async run(store, work) {
    const before = this.current;
    this.current = store;
    try {
      return await work();
    } finally {
      this.current = before;
    }
  },
  getStore() {
    return this.current;
  },
});
