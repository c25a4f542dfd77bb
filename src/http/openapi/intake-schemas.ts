/** What the API answers of files that are taken in, and of what was matched, as JSON Schema. */
import type { Reconciled } from '../../application/reconciliation/outcome-told.ts';
import type { FileTaken } from '../../application/views/statements.ts';
import { bankFormats } from '../../formats/which-format.ts';
import {
  idOf,
  listOf,
  moneyOf,
  numberOf,
  objectOf,
  oneOf,
  ref,
  textOf,
  yesOrNo,
  type Schema,
} from './schema-words.ts';

/** Every component that these answers are made of. */
export const intakeSchemas: Readonly<Record<string, Schema>> = {
  FileTaken: objectOf<FileTaken>('What became of a file. It names nobody and no account of the file.', {
    statementId: idOf('statement'),
    isNew: { ...yesOrNo, description: 'No where the file was taken in before; then nothing was changed.' },
    isRehearsal: { ...yesOrNo, description: 'Whether nothing was recorded, because that was wished.' },
    lines: numberOf('How many lines of money it has.'),
    repeated: numberOf('How many of them another statement had first; they count once.'),
    passedOver: numberOf('How many others tell of no money.'),
    format: oneOf(...bankFormats),
    digest: textOf('SHA-256 of the bytes of the file.'),
    byteCount: numberOf('How many bytes it has.'),
    proof: ref('FileProof'),
  }),
  FileProof: objectOf<FileTaken['proof']>('What the file says about itself, held against its lines.', {
    verdict: {
      ...oneOf('PROVED', 'NOTHING_DECLARED'),
      description: 'NOTHING_DECLARED where it has no totals, so that nobody can tell whether it is whole.',
    },
    checked: numberOf('How many totals held.'),
    credits: moneyOf('What its lines credit.'),
    debits: moneyOf('What they debit.'),
  }),
  Reconciled: objectOf('What became of each line that lay open.', {
    isRehearsal: { ...yesOrNo, description: 'Whether nothing was recorded, because that was wished.' },
    lines: listOf(ref('ReconciledLine'), 'By statement and line.'),
  }),
  ReconciledLine: objectOf<Reconciled>('What became of one line, with what speaks for it.', {
    statementId: idOf('statement'),
    line: numberOf('Its number in the statement.'),
    became: {
      ...oneOf('matched', 'recorded', 'suspended', 'left open'),
      description: 'Left open where whatever is said of it would change a month that is closed.',
    },
    items: listOf(
      textOf('One item, by its kind and its id.'),
      'What it confirms; none of a line that waits.',
    ),
    why: textOf('How it was found, or why it waits.'),
    evidence: listOf(textOf('One sentence.'), 'What speaks for it.'),
  }),
};
