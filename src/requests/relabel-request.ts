import { IsLabel } from './text-fields.ts';

/** Something is to be called otherwise from now on. It is no command: it tells the directory, and not the ledger. */
export class RelabelRequest {
  @IsLabel('What it is to be called from now on.')
  label: string;
}
