import { Controller, Get, Param, Query } from '@nestjs/common';
import type { ReceiptId } from '../../domain/ids.ts';
import { clocksOf, OneAsked } from '../asked.ts';
import { ReceiptsAsked, UnwindingAsked } from '../asked-of-payments.ts';
import { api } from '../api.ts';
import { WantedAs, type Wanted } from '../list-reply.ts';
import { Gives } from '../openapi/route-docs.ts';
import type { Reply } from '../reply.ts';
import { ReadingDesk } from '../reading-desk.ts';

/** What became of each payment. */
@Controller(`${api}/receipts`)
export class ReceiptsController {
  constructor(private readonly desk: ReadingDesk) {}

  @Get()
  @Gives('receipts')
  all(@Query() asked: ReceiptsAsked, @WantedAs() wanted: Wanted): Promise<Reply> {
    return this.desk.receipts(asked, wanted);
  }

  @Get(':receiptId')
  @Gives('receipt')
  one(@Param('receiptId') id: ReceiptId, @Query() asked: OneAsked): Promise<Reply> {
    return this.desk.receipt(id, clocksOf(asked));
  }

  @Get(':receiptId/unwinding')
  @Gives('unwinding')
  unwinding(@Param('receiptId') id: ReceiptId, @Query() asked: UnwindingAsked): Promise<Reply> {
    return this.desk.unwinding(id, asked);
  }
}
