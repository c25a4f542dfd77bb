import { execFileSync } from 'node:child_process';
import { accessSync, constants, statfsSync } from 'node:fs';

const base = {
  testEnvironment: '<rootDir>/test/support/environment.js',
  setupFiles: ['<rootDir>/test/support/seed.js'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
};

/** Whether there is a folder in memory that takes all that the tests write. */
function isRoomy(folder) {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > 4 * 2 ** 30;
  } catch {
    return false;
  }
}

// The ledgers of the tests are written and flushed as any other; no test asks for one behind the power going out.
if (isRoomy('/dev/shm')) process.env.TMPDIR ??= '/dev/shm';

/** Whether a program of Debian's is there to hold our books against its own. */
function isInstalled(program) {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const bookkeepers = {
  ...base,
  displayName: 'bookkeepers',
  testMatch: ['<rootDir>/test/bookkeepers/**/*.test.ts'],
};

/**
 * The tests of the house itself, which `npm run check` runs alone; all the others; and, where hledger and ledger are
 * installed, those that have them keep the same books.
 */
export default {
  projects: [
    { ...base, displayName: 'house', testMatch: ['<rootDir>/test/house/**/*.test.ts'] },
    {
      ...base,
      displayName: 'ledger',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/house/', '<rootDir>/test/bookkeepers/', '/node_modules/'],
    },
    ...(isInstalled('hledger') && isInstalled('ledger') ? [bookkeepers] : []),
  ],
  // Two workers, each begun anew when a suite has left it large: one process that has run a hundred suites is slow.
  maxWorkers: 2,
  workerIdleMemoryLimit: '768MB',
  testTimeout: 60000,
  reporters: ['default', '<rootDir>/test/support/summary-reporter.js'],
};
