/**
 * One machine, gone at one call to the store: at each of those that a command makes, before the call took place and after.
 * Then the sender sends the command again to another machine; or nobody does, and another machine follows the log.
 */
import { setImmediate as quiet } from 'node:timers/promises';
import type { Command } from '../../src/domain/commands.ts';
import type { EventType } from '../../src/domain/events.ts';
import type { RecordedEvent } from '../../src/store/recorded-event.ts';
import { close, figuresOf, staleCopies } from './closing.ts';
import type { Machine } from './machine.ts';
import { capped, protocols, stories } from './protocols.ts';
import { LastCall, saidIn, Scene, tell, type Flavour } from './scene.ts';

describe.each(stories)('$name', (story) => {
  const { before, command, last } = story;
  let calls: readonly string[];
  let undisturbed: readonly RecordedEvent[];

  beforeAll(async () => {
    const scene = new Scene(story);
    await scene.tellBefore(before);
    const line = new LastCall();
    const machine = scene.machine(line);
    await tell(machine, command);
    calls = [...line.what];
    await machine.follow();
    undisturbed = await scene.events();
    expect(undisturbed.map(({ type }) => type)).toContain(last);
  });

  /** The machine is gone at each call in turn; `comesNext` is what another does about it. */
  async function everywhere(
    flavour: Flavour,
    comesNext: (machine: Machine) => Promise<unknown>,
  ): Promise<void> {
    // A read leaves nothing behind: to be gone after it is to be gone before the next call.
    const at = calls.flatMap((what, index) =>
      flavour === 'before' || what.startsWith('append') ? [index + 1] : [],
    );
    expect(at.length).toBeGreaterThan(flavour === 'before' ? 8 : 1);
    for (const call of at) {
      const scene = new Scene(story);
      await scene.tellBefore(before);
      void tell(scene.machine(new LastCall(call, flavour)), command);
      await quiet();
      const other = scene.machine(new LastCall());
      await comesNext(other);
      await other.follow();
      const events = await scene.events();
      expect([call, calls[call - 1], saidIn(events)]).toEqual([call, calls[call - 1], saidIn(undisturbed)]);
      close(events, other.disk.readModel.all('journal'), [{ id: 'the-command', command }]);
      expect(staleCopies(events)).toEqual([]);
    }
  }

  test.each(['before', 'after'] as const)(
    'gone %s any call, and sent again to another machine',
    async (flavour) => {
      await everywhere(flavour, (other) => tell(other, command));
    },
  );

  test.each(['before', 'after'] as const)(
    'gone %s any call, and finished by another machine alone',
    async (flavour) => {
      await everywhere(flavour, async (other) => {
        await other.follow();
        const said = await tell(other, command);
        // Where the fact itself had been recorded, nothing was left to be done; where it had not, it never took place.
        const facts = said.events.filter(({ event }) => event.type === firstOf[command.type]);
        expect([said.events.length > 0, facts.length > 0]).toEqual([facts.length > 0, facts.length > 0]);
      });
    },
  );

  test('comes to the same figures as where all of it is one append', async () => {
    const scene = new Scene(story, true);
    await scene.tellBefore([...before, command]);
    expect(figuresOf(undisturbed)).toEqual(figuresOf(await scene.events()));
  });
});

/** The event by which each of the commands is known to have been recorded. */
const firstOf: Readonly<Partial<Record<Command['type'], EventType>>> = {
  RecordPayment: 'PaymentReceived',
  RecordPaymentReturn: 'PaymentReturned',
  EnterOrder: 'OrderEntered',
  AmendOrder: 'OrderAmended',
  VacateOrder: 'OrderVacated',
  MakeOrderFinal: 'OrderBecameFinal',
  DetermineLoss: 'LossDetermined',
  OrderAssistance: 'AssistanceOrdered',
  PayAssistance: 'AssistancePaid',
  RecordAssistanceReturn: 'AssistancePaymentReturned',
  CloseAssistanceRequest: 'AssistanceRequestClosed',
  ReleaseDisbursementRun: 'DisbursementRunReleased',
  TakeInStatement: 'StatementProved',
  MatchLines: 'LinesMatched',
  UnmatchLines: 'LinesUnmatched',
};

test('a machine that is gone does nothing more', async () => {
  const scene = new Scene(protocols[0]!);
  await scene.tellBefore(capped);
  void tell(scene.machine(new LastCall(14, 'after')), protocols[0]!.command);
  await quiet();
  const { length } = await scene.events();
  await quiet();
  expect((await scene.events()).length).toBe(length);
});
