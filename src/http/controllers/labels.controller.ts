import { Body, Controller, Param, Put } from '@nestjs/common';
import { RelabelRequest } from '../../requests/relabel-request.ts';
import { api } from '../api.ts';
import { TakesLabel } from '../openapi/route-docs.ts';
import { LabelDesk } from '../label-desk.ts';
import type { Reply } from '../reply.ts';

/** How people call what the ledger knows by an id. */
@Controller(`${api}/labels`)
export class LabelsController {
  constructor(private readonly desk: LabelDesk) {}

  @Put(':id')
  @TakesLabel()
  relabel(@Param('id') id: string, @Body() { label }: RelabelRequest): Promise<Reply> {
    return this.desk.relabel(id, label);
  }
}
