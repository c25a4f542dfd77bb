import type { RejectionCode } from '../domain/rejection-codes.ts';
import type { Remedy } from './remedy.ts';

/** Those of accounts, statements and matches, in the words of docs/rejections.md. */
export const reconciliationRemedies = {
  'account-not-found': {
    what: 'No account of this id was opened.',
    advice: 'Correct the id, or open the account first.',
  },
  'statement-not-found': {
    what: 'No statement of this id was taken in, or not all of it yet.',
    advice: 'Correct the id, or take the file in again: it goes on where it was cut short.',
  },
  'line-not-found': {
    what: 'The statement has no line of this number.',
    advice: 'Correct the number. `restitution statement` lists the lines.',
  },
  'match-not-found': {
    what: 'No match of this id stands in the statement.',
    advice: 'Correct the id. `restitution statement` lists the matches.',
  },
  'item-not-found': {
    what: 'The books know of no such receipt, return, refund or payment.',
    advice: 'Correct the id, or record the fact first.',
  },
  'account-opened-differently': {
    what: 'The account was opened with another kind, balance, limit, source or day.',
    advice: 'Compare with the file. Another account needs another id.',
  },
  'statement-read-differently': {
    what: 'The id stands for another file or another account, or the file was read as other lines before.',
    advice:
      'Leave the id to the program, which works it out from the account and the file; read the file as it was read before.',
  },
  'match-made-differently': {
    what: 'The id stands for another match, or for one that was undone.',
    advice: 'Give the new match another id.',
  },
  'signed-differently': {
    what: 'The statement carries a signature of this kind already.',
    advice: 'Open the statement again before somebody else signs.',
  },
  'statement-signed': {
    what: 'The statement is signed and approved.',
    advice: 'Open it again with a reason (`ReopenStatement`), and have it signed anew.',
  },
  'line-matched': {
    what: 'The line is in a match already, or named twice.',
    advice: 'Undo that match first, or name another line.',
  },
  'line-written-off': {
    what: 'The line was written off.',
    advice: 'Name another line. What was written off stays so.',
  },
  'line-repeats': {
    what: 'The line repeats one of another statement, and counts for nothing.',
    advice: 'Name the line that was there first.',
  },
  'line-not-suspended': {
    what: 'The line does not wait in suspense.',
    advice: 'Suspend it first, or name another line.',
  },
  'line-open': {
    what: 'A line of the statement is neither matched nor suspended.',
    advice: 'Match it, or suspend it with a reason.',
  },
  'item-claimed': {
    what: 'Another match confirms the item already, or it is named twice.',
    advice: 'Undo that match first, or name another item. Nothing is confirmed twice.',
  },
  'not-prepared': {
    what: 'Nobody has prepared what is to be approved, or it was changed since.',
    advice: 'Have it prepared first: sign it as `PREPARED`.',
  },
  'content-changed': {
    what: 'It is not what the other signed.',
    advice: 'Look at it again, and sign what is there now.',
  },
  'maker-is-checker': {
    what: 'Whoever prepares does not approve.',
    advice: 'Have somebody else approve it.',
  },
  'report-without-balance': {
    what: 'A report of payments has no balance.',
    advice: 'Leave the opening balance at `0.00`, or open an account of the kind `BANK`.',
  },
  'statement-before-opening': {
    what: 'The statement begins before the account was opened: what the bank moved by then is in the opening balance.',
    advice:
      'Ask for a file that begins with the day of the account, or open another account from an earlier day, with its balance of then.',
  },
  'statement-without-lines': {
    what: 'The file has no line of money, and nobody says which days it covers.',
    advice: 'Say the last of its days: `--through` at the command line, `through` over HTTP.',
  },
  'source-of-a-bank': {
    what: 'Lines of a bank bring about no receipts: they confirm those of a report.',
    advice: 'Leave the source out, or open an account of the kind `REPORT`.',
  },
  'statement-does-not-prove': {
    what: 'Opening balance, lines and closing balance do not go together.',
    advice: 'Ask the bank for the file again. Nothing was recorded.',
  },
  'match-empty': {
    what: 'A match has lines and items.',
    advice: 'Name at least one of each.',
  },
  'match-does-not-balance': {
    what: 'Lines and items come to different amounts.',
    advice: 'Name what is missing, or give a reason for the difference (`residualReason`).',
  },
  'above-write-off-limit': {
    what: 'It is more than may be given up of one line of this account.',
    advice: 'Find what it is, or have a court or an authority say so, and record that.',
  },
} as const satisfies Partial<Record<RejectionCode, Remedy>>;
