import { Controller, Get, Param, Query } from '@nestjs/common';
import { api } from '../api.ts';
import { clocksOf, ExplanationAsked } from '../asked.ts';
import { ExplainingDesk } from '../explaining-desk.ts';
import { Gives } from '../openapi/route-docs.ts';
import type { Reply } from '../reply.ts';

/** Why the figures are what they are. */
@Controller(`${api}/explanations`)
export class ExplanationsController {
  constructor(private readonly desk: ExplainingDesk) {}

  @Get(':kind/:subject')
  @Gives('explanation')
  one(
    @Param('kind') kind: string,
    @Param('subject') subject: string,
    @Query() asked: ExplanationAsked,
  ): Promise<Reply> {
    return this.desk.explain({ kind, subject, victimId: asked.victimId }, clocksOf(asked));
  }
}
