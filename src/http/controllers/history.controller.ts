import { Controller, Get, Query } from '@nestjs/common';
import { api } from '../api.ts';
import { HistoryAsked } from '../asked.ts';
import { ChangesAsked } from '../asked-of-changes.ts';
import { ExplainingDesk } from '../explaining-desk.ts';
import { WantedAs, type Wanted } from '../list-reply.ts';
import { Gives } from '../openapi/route-docs.ts';
import type { Reply } from '../reply.ts';

/** What happened, and what it changed. */
@Controller(api)
export class HistoryController {
  constructor(private readonly desk: ExplainingDesk) {}

  @Get('replay')
  @Gives('replay')
  replay(@Query() asked: HistoryAsked, @WantedAs() wanted: Wanted): Promise<Reply> {
    return this.desk.replay(asked, wanted);
  }

  @Get('changes')
  @Gives('changes')
  changes(@Query() asked: ChangesAsked): Promise<Reply> {
    return this.desk.changes(asked);
  }
}
