import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as typescript } from 'typescript-eslint';

const oneNameAThing = [
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that defines the name.' },
  {
    selector: 'ExportNamedDeclaration[source]',
    message: 'No barrels: import from the file that defines it.',
  },
  { selector: 'ExportDefaultDeclaration', message: 'A thing has one name: export it by that name.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
];

/** A request that is imported as a type leaves no trace for the validator, which then lets everything through. */
const requestsAreValues = [
  'ImportDeclaration[importKind="type"][source.value=/\\/requests\\//]',
  'ImportDeclaration[source.value=/\\/requests\\//] > ImportSpecifier[importKind="type"]',
].map((selector) => ({
  selector,
  message: 'Import requests as values: as types, they are never validated.',
}));

/** Time, chance and the outside world reach the core as part of a command, or not at all. */
const outsideWorld = [
  'Date',
  'process',
  'console',
  'fetch',
  'crypto',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
].map((name) => ({ name, message: 'The core is pure: day and id come in with the command.' }));

const noChance = { object: 'Math', property: 'random', message: 'The core is pure: no chance.' };
const noFloat = { name: 'parseFloat', message: 'Money is exact: use parseMoney.' };
const noFloats = [
  { object: 'Number', property: 'parseFloat', message: 'Money is exact: use parseMoney.' },
  { property: 'toFixed', message: 'Money is exact: use formatMoney.' },
];

/** Forbids making a JavaScript number of what the type checker knows to be money. */
const moneyStaysExact = {
  meta: { type: 'problem', schema: [], messages: { float: 'Money is exact: {{how}} makes a float of it.' } },
  create(context) {
    const { getTypeAtLocation, program } = context.sourceCode.parserServices;
    const named = (type) => ['Money', 'MoneyText'].includes(type?.aliasSymbol?.name);
    const isMoney = (type) => named(type) || (type?.isUnion() && type.types.some(named));
    const elementOf = (type) => program.getTypeChecker().getIndexInfosOfType(type)[0]?.type;
    const check = (node, type, how) =>
      isMoney(type) && context.report({ node, messageId: 'float', data: { how } });
    return {
      'CallExpression[callee.name="Number"][arguments.length=1]': (node) =>
        check(node, getTypeAtLocation(node.arguments[0]), 'Number()'),
      'UnaryExpression[operator="+"]': (node) => check(node, getTypeAtLocation(node.argument), 'unary +'),
      'CallExpression[callee.type="MemberExpression"][arguments.0.name="Number"]': (node) =>
        check(node, elementOf(getTypeAtLocation(node.callee.object)), 'Number'),
    };
  },
};

export default defineConfig(
  globalIgnores(['dist/', 'coverage/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-implicit-coercion': ['error', { allow: ['!!'] }],
      // A closed switch that only sends on is one step, however many cases it has.
      complexity: ['error', { max: 10, variant: 'modified' }],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...oneNameAThing],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', performance: 'readonly' } },
  },
  {
    files: ['**/*.ts'],
    extends: [typescript.strictTypeChecked, typescript.stylisticTypeChecked],
    plugins: { ledger: { rules: { 'money-stays-exact': moneyStaysExact } } },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'ledger/money-stays-exact': 'error',
      '@typescript-eslint/max-params': ['error', { max: 3 }],
      // Silent in files with decorators, where a type import would take the class from Nest and its validator.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // A mapped type says what its key is; `Record` hides it.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      // It does not see that a branded bigint is a bigint.
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      // It would ask for `!`, which hides what is taken for granted; `as` says it.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // An adapter keeps an asynchronous promise, whether or not it has anything to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', noFloat],
      'no-restricted-properties': ['error', ...noFloats],
    },
  },
  {
    files: ['src/{domain,projections,formats,store,application,requests,http}/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['src/{domain,projections}/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', noFloat, ...outsideWorld],
      'no-restricted-properties': ['error', ...noFloats, noChance],
    },
  },
  {
    files: ['src/http/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...oneNameAThing, ...requestsAreValues],
      // Nest hands each part of a call to a parameter of its own, and each collaborator to the constructor.
      '@typescript-eslint/max-params': ['error', { max: 4 }],
    },
  },
  {
    files: ['test/**', 'bench/**', 'examples/**'],
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
    },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/max-params': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Answers over HTTP and parsed JSON arrive as `any`; writing `any` stays forbidden.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: [
      '*.config.js',
      '.dependency-cruiser.mjs',
      'test/support/summary-reporter.js',
      'test/support/environment.js',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
