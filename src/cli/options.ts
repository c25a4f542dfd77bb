import type { Option } from './verb.ts';

/** The folder of a ledger that is there. */
export const dataOption: Option = {
  flags: '--data <folder>',
  meaning: 'the folder of the ledger; RESTITUTION_DATA or ./data unless told',
};

/** The folder of a ledger that may be new. */
export const newDataOption: Option = {
  flags: '--data <folder>',
  meaning: 'the folder of the ledger, made if need be; RESTITUTION_DATA or ./data unless told',
};

/** An answer for programs. */
export const jsonOption: Option = {
  flags: '--json',
  meaning: 'one JSON document instead of text for people',
};

/** To see what would come of it. */
export const dryRunOption: Option = {
  flags: '--dry-run',
  meaning: 'decide and answer as if it recorded, and record nothing',
};

/** For a fact that takes effect in a month that is closed. */
export const reachOption: Option = {
  flags: '--reach-closed-months',
  meaning: 'record what reaches months that are closed, too; they tell of it from then on',
};

/** The two clocks, as every verb that answers a question takes them. */
export const clockOptions: readonly Option[] = [
  { flags: '--as-of <date>', meaning: 'what was in effect on this day, such as 2026-03-02' },
  {
    flags: '--known-at <instant>',
    meaning:
      'what had been recorded by then: 2026-03-02T17:00:00Z; a day, which means its end in UTC; or @ and a position',
  },
];

/** Whether people see labels beside ids, and programs beneath them. */
export const labelOptions: readonly Option[] = [
  { flags: '--labels', meaning: 'with --json: add the labels of the ids in the answer' },
  { flags: '--no-labels', meaning: 'show ids without their labels' },
];

/** To write an answer to a file. */
export const outOptions: readonly Option[] = [
  { flags: '--out <file>', meaning: 'write it to a file that ends in .csv, .ndjson, .parquet or .xlsx' },
  { flags: '--force', meaning: 'with --out: write over a file that is there' },
];

/** How much of a list is wanted. */
export const listingOptions: readonly Option[] = [
  { flags: '--limit <rows>', meaning: 'at most so many rows; all of them unless told' },
  { flags: '--cursor <cursor>', meaning: 'go on where an earlier list with --limit ended' },
  { flags: '--csv', meaning: 'comma-separated values for a spreadsheet, a column for each field' },
  ...outOptions,
];

/** Where the HTTP API listens. */
export const addressOptions: readonly Option[] = [
  {
    flags: '--host <address>',
    meaning: 'where to listen; RESTITUTION_HOST or 127.0.0.1, this machine alone, unless told',
  },
  {
    flags: '--port <number>',
    meaning: 'the port; RESTITUTION_PORT or 3000 unless told; 0 takes any that is free',
  },
];

/** What every verb takes that asks the ledger something. */
export const asking: readonly Option[] = [...clockOptions, dataOption, jsonOption, ...labelOptions];

/** To whom a list may be narrowed. */
export const subjects: readonly Option[] = [
  { flags: '--victim <id>', meaning: 'only of this victim, by id or label' },
  { flags: '--case <id>', meaning: 'only of this case, by id or docket number' },
  { flags: '--defendant <id>', meaning: 'only of this defendant, by id or label' },
];

/** What a question about history may be narrowed to. */
export const subjectsOfHistory: readonly Option[] = [
  ...subjects,
  { flags: '--order <id>', meaning: 'only of this order, by id or label' },
  { flags: '--receipt <id>', meaning: 'only of this receipt' },
];
