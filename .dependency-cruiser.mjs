/** Who may import whom. The house has floors, and an arrow only ever points down. */
const rooms = {
  domain: [],
  formats: [],
  store: [],
  projections: ['domain'],
  application: ['domain', 'projections', 'formats', 'store'],
  requests: ['domain', 'formats', 'application'],
  http: ['domain', 'formats', 'requests', 'application'],
  cli: ['domain', 'formats', 'requests', 'application'],
};

const walls = Object.entries(rooms).map(([room, below]) => ({
  name: `${room}-imports-only-what-stands-below-it`,
  comment: below.length ? `It may import ${below.join(', ')}, and itself.` : 'It may import itself alone.',
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: [room, ...below].map((each) => `^src/${each}/`) },
}));

const never = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });

const packages = [
  'core',
  'npm',
  'npm-dev',
  'npm-optional',
  'npm-peer',
  'npm-bundled',
  'npm-no-pkg',
  'npm-unknown',
];

export default {
  forbidden: [
    ...walls,
    never(
      'every-room-is-on-the-plan',
      { path: '^src/([^/]+)/', pathNot: `^src/(${Object.keys(rooms).join('|')})/` },
      {},
      'A new room is added to `rooms` first, with what it may import.',
    ),
    never('no-circles', {}, { circular: true }, 'What two files need of each other belongs in a third.'),
    never(
      'no-orphans',
      { orphan: true, path: '^src/' },
      {},
      'Nothing imports this file, and it imports nothing.',
    ),
    never(
      'no-import-leads-nowhere',
      { path: '^src/' },
      { couldNotResolve: true },
      'There is no such file or package.',
    ),
    never(
      'the-core-needs-no-package-but-decimal',
      { path: '^src/(domain|projections)/' },
      { dependencyTypes: packages, pathNot: 'node_modules/decimal\\.js' },
      'No framework, no clock, no disk: the law must run anywhere, and the same way each time.',
    ),
    never(
      'statutes-know-only-the-vocabulary',
      { path: '^src/domain/statutes/' },
      { path: '^src/domain/[^/]+/', pathNot: '^src/domain/statutes/' },
      'The law does not know who keeps the books.',
    ),
    never(
      'answers-change-nothing',
      { path: '^src/application/(queries|views|tables|charts|papers)/' },
      {
        path: '^src/application/',
        pathNot:
          '^src/application/(queries/|views/|tables/|charts/|papers/|projector\\.ts|reconciliation/statement-content\\.ts)',
      },
      'A query reads rows; what decides and appends stands beside it, not under it.',
    ),
    never(
      'nest-stays-in-the-shell',
      { path: '^src/(domain|projections|formats|application|store|requests|cli)/' },
      { path: '@nestjs' },
      'Nest is how the HTTP door is built; the ledger can be used without it.',
    ),
    never(
      'only-the-threshold-names-an-adapter',
      { path: '^src/(application|requests|http|cli)/' },
      {
        path: '^src/store/',
        pathNot:
          '^src/store/(event-store|read-model-store|snapshot-store|directory|checkpoint|recorded-event)\\.ts$',
      },
      'Which shelf is used is chosen in one place, src/app.module.ts and what starts it.',
    ),
    never(
      'the-source-knows-no-test',
      { path: '^src/' },
      { path: '^(test|bench|examples)/' },
      'What is shipped must not need what is not.',
    ),
    never(
      'what-is-shipped-needs-no-development-package',
      { path: '^src/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
      'Move the package to `dependencies`.',
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
