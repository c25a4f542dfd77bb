import { eventInWords, eventWords } from '../../../src/application/explain/event-words.ts';
import { groupedAmount } from '../../../src/application/explain/arithmetic.ts';
import { storedEventOf } from '../../../src/application/reading.ts';
import type { CommandType } from '../../../src/domain/commands.ts';
import { schemaVersions, type EventType } from '../../../src/domain/events.ts';
import type { LedgerEvent } from '../../../src/domain/events.ts';
import { isMoneyText } from '../../../src/domain/money.ts';
import { exampleBodies } from '../../../src/requests/example-bodies.ts';
import { neededBefore } from '../../../src/requests/example-story.ts';
import { readRequest } from '../../../src/requests/read-request.ts';
import { openHouse } from '../../../src/open-house.ts';
import { eventShapes } from '../../house/source.ts';

describe('what happened is told in words', () => {
  const shapes = eventShapes();
  // Where more is told than fits in a stream, the parts are events of their own; explanations tell what stands in them.
  const ofDocuments = ['ScheduleListed', 'ScheduleCommitted', 'AllocationListed', 'AllocationCommitted'];
  const withMoney = Object.keys(schemaVersions).filter(
    (type) => !ofDocuments.includes(type) && shapes.get(type)?.fields.some(({ isMoney }) => isMoney),
  );

  test('money is found in most types of event', () => {
    expect(withMoney.length).toBeGreaterThan(40);
    expect(withMoney).toEqual(
      expect.arrayContaining(['RecoveryVerified', 'LiabilityReduced', 'PenaltyCredited']),
    );
  });

  test.each(withMoney)('%s has words of its own, for it has money', (type) => {
    expect(eventWords({ type: type as EventType })).toBeDefined();
  });

  const parties = { caseId: 'c-1', defendantId: 'd-1' };
  test.each([
    ['ImprisonmentNotImposed', parties, 'the judgment imposed no imprisonment on d-1'],
    [
      'OrderExpiryUndone',
      { ...parties, orderId: 'o-1' },
      'that the term of order o-1 was over had been recorded in error',
    ],
    [
      'HistoryTakenOver',
      { victimId: 'v-2', absorbedId: 'v-1', part: 2, lines: [{}, {}] },
      'v-1 handed part 2 of what stands under it to v-2: 2 lines',
    ],
    [
      'LiabilityExpiryUndone',
      { ...parties, orderId: 'o-1', victimId: 'v-1', amount: '0.00', change: 2, vacated: '17.00' },
      'recorded in error: 17.00 is set aside with the order',
    ],
  ])('%s says what happened, and not its fields', (type, data, says) => {
    expect(eventInWords({ type, effectiveOn: '2026-03-02', data } as unknown as LedgerEvent)).toContain(says);
  });

  test('of the whole story of the samples, with the amount of each', async () => {
    const { ledger, store: log, close } = await openHouse('memory');
    let sent = 0;
    const tell = async (name: CommandType, body: object): Promise<void> => {
      const reading = readRequest(name, body);
      if (!reading.ok) throw new Error(`the sample of ${name} is no request`);
      await ledger.handle(reading.command, { commandId: `e-${String((sent += 1))}`, actor: 'test' });
    };
    for (const [name, body] of Object.entries(exampleBodies)) {
      for (const each of neededBefore[name] ?? []) await tell(...each);
      await tell(name as CommandType, body);
    }
    const untold: string[] = [];
    const told = new Set<string>();
    for await (const page of log.readAll()) {
      for (const recorded of page) {
        const event = storedEventOf(recorded);
        const words = eventInWords(event);
        told.add(event.type);
        expect(words).not.toMatch(/undefined|null|\[object/);
        const amount = (event.data as { readonly amount?: unknown }).amount;
        const isTold =
          typeof amount !== 'string' || !isMoneyText(amount) || words.includes(groupedAmount(amount));
        if (!isTold) untold.push(`${event.type}: ${words}`);
      }
    }
    await close();
    expect(untold).toEqual([]);
    expect(told.size).toBeGreaterThan(60);
  });
});
