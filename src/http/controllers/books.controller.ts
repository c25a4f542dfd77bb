import { Controller, Get, Query } from '@nestjs/common';
import {
  CaseAsked,
  clocksOf,
  CollectionAsked,
  HistoryAsked,
  LawAsked,
  LiabilitiesAsked,
  OneAsked,
} from '../asked.ts';
import { WantedAs, type Wanted } from '../list-reply.ts';
import { api } from '../api.ts';
import { Gives } from '../openapi/route-docs.ts';
import type { Reply } from '../reply.ts';
import { ReadingDesk } from '../reading-desk.ts';

/** What the ledger as a whole says: who owes what, every entry, every event, the law, and where the log ends. */
@Controller(api)
export class BooksController {
  constructor(private readonly desk: ReadingDesk) {}

  @Get('liabilities')
  @Gives('liabilities')
  liabilities(@Query() asked: LiabilitiesAsked, @WantedAs() wanted: Wanted): Promise<Reply> {
    return this.desk.liabilities(asked, wanted);
  }

  @Get('interest')
  @Gives('interest')
  interest(@Query() asked: CollectionAsked, @WantedAs() wanted: Wanted): Promise<Reply> {
    return this.desk.interest(asked, wanted);
  }

  @Get('arrears')
  @Gives('arrears')
  arrears(@Query() asked: CollectionAsked, @WantedAs() wanted: Wanted): Promise<Reply> {
    return this.desk.arrears(asked, wanted);
  }

  @Get('journal')
  @Gives('journal')
  journal(@Query() asked: HistoryAsked, @WantedAs() wanted: Wanted): Promise<Reply> {
    return this.desk.journal(asked, wanted);
  }

  @Get('timeline')
  @Gives('timeline')
  timeline(@Query() asked: HistoryAsked, @WantedAs() wanted: Wanted): Promise<Reply> {
    return this.desk.timeline(asked, wanted);
  }

  @Get('reviews')
  @Gives('reviews')
  reviews(@Query() asked: CaseAsked, @WantedAs() wanted: Wanted): Promise<Reply> {
    return this.desk.reviews(asked, wanted);
  }

  @Get('deadlines')
  @Gives('deadlines')
  deadlines(@Query() asked: CaseAsked, @WantedAs() wanted: Wanted): Promise<Reply> {
    return this.desk.deadlines(asked, wanted);
  }

  @Get('trial-balance')
  @Gives('trialBalance')
  trialBalance(@Query() asked: OneAsked): Promise<Reply> {
    return this.desk.trialBalance(clocksOf(asked));
  }

  @Get('statutes')
  @Gives('statutes')
  statutes(@Query() asked: LawAsked): Reply {
    return this.desk.statutes(asked);
  }

  @Get('projections')
  @Gives('projections')
  projections(): Promise<Reply> {
    return this.desk.projections();
  }

  @Get('head')
  @Gives('head')
  head(): Promise<Reply> {
    return this.desk.head();
  }
}
