const base = {
  testEnvironment: 'node',
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

/** Two projects: the tests of the house itself, which `npm run check` runs alone, and all the others. */
export default {
  projects: [
    { ...base, displayName: 'house', testMatch: ['<rootDir>/test/house/**/*.test.ts'] },
    {
      ...base,
      displayName: 'ledger',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/house/', '/node_modules/'],
    },
  ],
  // Two workers, each begun anew when a suite has left it large: one process that has run a hundred suites is slow.
  maxWorkers: 2,
  workerIdleMemoryLimit: '768MB',
  testTimeout: 60000,
  reporters: ['default', '<rootDir>/test/support/summary-reporter.js'],
};
