import type { Options } from './verb.ts';

/** Options that remember which of them were asked for. */
export interface Watched {
  readonly options: Options;
  /** Those of the names that nobody has asked for yet. */
  passedOver(names: readonly string[]): readonly string[];
}

/** Watches what a verb asks of its options: one that was written and never asked for did nothing, and whoever wrote it believes it did. */
export function watched(options: Options): Watched {
  const asked = new Set<string | symbol>();
  return {
    options: new Proxy(options, {
      get: (all, name) => {
        asked.add(name);
        return typeof name === 'string' ? all[name] : undefined;
      },
    }),
    passedOver: (names) => names.filter((name) => !asked.has(name)),
  };
}
