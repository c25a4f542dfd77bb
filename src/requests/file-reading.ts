import type { Complaint, ComplaintRule } from './complaint.ts';
import type { CommandReading } from './read-command-line.ts';

/** One command of a file, or why a line of it gives none. */
export interface FileReading {
  /** The line that asks for it, counted from 1; 0 where the file as a whole is meant. */
  readonly line: number;
  /** Counts from 0 the commands that a row, or an order, asks for: line and index name a command of a file. */
  readonly commandIndex: number;
  readonly result: CommandReading;
  /** In a table: where it has what a pointer into the command means, for whoever refuses the command later. */
  readonly placeOf?: (pointer: string) => TablePlace;
}

/** A place in a table. */
export interface TablePlace {
  readonly line: number;
  /** As to a field: the column by its name in the first line; empty where the row is meant. */
  readonly pointer: string;
}

/** What is wrong in a line, or in one column of it. */
export interface LineComplaint {
  readonly line: number;
  readonly column?: string;
  readonly rule: ComplaintRule;
  readonly message: string;
}

/** A line refused for these complaints, each pointing to its column as to a field. */
export function refusedLine(line: number, complaints: readonly LineComplaint[]): FileReading {
  return { line, commandIndex: 0, result: { ok: false, complaints: complaints.map(pointing) } };
}

function pointing({ column, rule, message }: LineComplaint): Complaint {
  return { pointer: column === undefined ? '' : `/${column}`, rule, message };
}
