import { Controller, Get } from '@nestjs/common';
import { Gives } from '../openapi/route-docs.ts';
import { Reply } from '../reply.ts';
import { ReadingDesk } from '../reading-desk.ts';

/** For whoever keeps the server running. */
@Controller('health')
export class HealthController {
  constructor(private readonly desk: ReadingDesk) {}

  @Get()
  @Gives('health')
  live(): Reply {
    return new Reply(200, { status: 'live' });
  }

  @Get('ready')
  @Gives('ready')
  ready(): Promise<Reply> {
    return this.desk.readiness();
  }
}
