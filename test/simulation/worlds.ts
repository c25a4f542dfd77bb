/** Small worlds, made by chance, in which everything meets everything: few people, small amounts, a cap within reach. */
import type { Command } from '../../src/domain/commands.ts';
import {
  amendOrder,
  day,
  determineLoss,
  disburse,
  enterOrder,
  makeFinal,
  recordClearance,
  recordPayment,
  recordRefund,
  registerCase,
  registerDefendant,
  registerVictim,
  returnDisbursement,
  returnPayment,
  review,
  setPolicy,
  vacateOrder,
} from '../support/words.ts';
import { sameVictim } from '../support/people-words.ts';
import { bankOpening, bankStories } from './bank-worlds.ts';
import type { Chance } from './chance.ts';
import { courtOpening, courtStory } from './court-worlds.ts';
import { interestOpening, interestStory } from './interest-worlds.ts';
import { payorOpening, payorStory } from './payor-worlds.ts';
import { reserveOpening, reserveStory } from './reserve-worlds.ts';

/** A command, and the id under which it is sent. */
export interface Sent {
  readonly id: string;
  readonly command: Command;
}

export interface World {
  /** What is told before anything goes wrong. */
  readonly before: readonly Command[];
  /** What is told afterwards: each list in its order, the lists side by side. */
  readonly lanes: readonly (readonly Sent[])[];
}

/** Before the Act of 2018, so that no share is too small. */
const offenceOn = day('2015-06-01');
const first = day('2026-01-01');
const days = ['2026-01-05', '2026-01-05', '2026-01-05', '2026-01-09'].map(day);

const victims = ['v-1', 'v-2', 'v-3'];
const cases = ['c-1', 'c-2', 'c-3'];

interface Kind {
  readonly caseId: string;
  readonly defendantId: string;
  readonly victims: readonly string[];
  readonly statute?: '18 U.S.C. 3663A';
  readonly track?: 'FULL_AMOUNT';
}

/** 1, 2, 3 and 7 are what the cap is about; 4 is owed by the same defendant as 1; 5 is fraud, and 6 is production. */
const kinds: Readonly<Record<string, Kind>> = {
  'o-1': { caseId: 'c-1', defendantId: 'd-1', victims: ['v-1'] },
  'o-2': { caseId: 'c-2', defendantId: 'd-2', victims: ['v-1', 'v-2'] },
  'o-3': { caseId: 'c-3', defendantId: 'd-3', victims: ['v-1'] },
  'o-4': { caseId: 'c-1', defendantId: 'd-1', victims: ['v-2', 'v-1'] },
  'o-5': {
    ...{ caseId: 'c-1', defendantId: 'd-1', victims: ['v-1', 'v-2', 'v-3'], statute: '18 U.S.C. 3663A' },
    track: 'FULL_AMOUNT',
  },
  'o-6': { caseId: 'c-3', defendantId: 'd-3', victims: ['v-3'], track: 'FULL_AMOUNT' },
  'o-7': { caseId: 'c-2', defendantId: 'd-2', victims: ['v-1'] },
};
const orders = Object.keys(kinds);
const amounts = ['0.01', '5.00', '20.03', '33.33', '45.00', '60.00', '100.00'];
const shares = ['30.00', '50.00', '60.01', '100.00'];
const losses = ['0.00', '60.00', '90.00', '100.00', '120.00'];

/** The world of a seed. Commands of the story can be left out by their number, to find out what a failure takes. */
export function worldOf(chance: Chance, left: ReadonlySet<number> = new Set()): World {
  const teller = new Teller(chance);
  const before = teller.opening();
  const story = Array.from({ length: 5 + chance.below(9) }, (_, number) => teller.next(number));
  const lanes: Sent[][] = Array.from({ length: chance.oneOf([1, 1, 2, 3, 4]) }, () => []);
  for (const [number, { sent, again }] of story.entries()) {
    const lane = chance.oneOf(lanes);
    const others = again.map((each): [Sent[], Sent] => [chance.oneOf(lanes), each]);
    if (left.has(number)) continue;
    lane.push(sent);
    for (const [other, each] of others) other.push(each);
  }
  return { before: [...before, ...addMore(lanes, chance)], lanes };
}

/** What was thought of later comes last, so that the other worlds stay what they were; gives what is told before of it. */
function addMore(lanes: readonly Sent[][], chance: Chance): readonly Command[] {
  const opening: Command[] = [];
  if (chance.is(0.3)) {
    opening.push(...reserveOpening(chance));
    mixIn(lanes, reserveStory(chance), { chance, of: 'reserve' });
  }
  if (chance.is(0.3)) {
    opening.push(...payorOpening(chance));
    mixIn(lanes, payorStory(chance), { chance, of: 'payor' });
  }
  if (chance.is(0.3)) mixIn(lanes, personStory(chance), { chance, of: 'person' });
  if (chance.is(0.3)) {
    opening.push(...courtOpening(chance));
    mixIn(lanes, courtStory(chance), { chance, of: 'court' });
  }
  if (chance.is(0.3)) mixIn(lanes, clearingStory(chance), { chance, of: 'clearing' });
  if (chance.is(0.3)) {
    opening.push(...bankOpening);
    for (const [number, story] of bankStories(chance).entries())
      mixInOrder(lanes, story, { chance, of: `bank-${String(number)}` });
  }
  const lookingBack = [...loweringIn(lanes, chance), ...roomIn(chance)];
  opening.push(...lookingBack);
  // Of so many payments that are on their way and taken back, what a case holds to have ended may be wrong (decision 0055).
  if (lookingBack.length === 0 && chance.is(0.6)) {
    opening.push(...interestOpening(chance));
    mixIn(lanes, interestStory(chance), { chance, of: 'interest' });
  }
  return opening;
}

/** Ids that are found to be one person: now and then two, each by another clerk, and now and then either of the other. */
function personStory(chance: Chance): readonly Command[] {
  return Array.from({ length: 1 + chance.below(2) }, () => {
    const [victim, survivor] = chance.oneOf([
      ...([
        ['v-1', 'v-2'],
        ['v-2', 'v-1'],
        ['v-3', 'v-1'],
        ['v-2', 'v-3'],
      ] as const),
    ]);
    return sameVictim(survivor, { victim, on: chance.oneOf(days) });
  });
}

/** Payments that clear, where that counts more often than not, and some of them twice or after they came back. */
function clearingStory(chance: Chance): readonly Command[] {
  const on = chance.oneOf(days);
  const clearances = Array.from({ length: 2 + chance.below(5) }, () =>
    recordClearance(`dcd.${String(1 + chance.below(5))}`, { on }),
  );
  if (chance.is(0.4)) return clearances;
  const all = Array.from({ length: 5 }, (_, at) => recordClearance(`dcd.${String(1 + at)}`, { on }));
  return [setPolicy('P-05', 'CLEARED', { on }), ...clearances, ...all];
}

/** Now and then, that payments of earlier days, or of one, have the room of others, or that a cap judges what was paid before it. */
function roomIn(chance: Chance): readonly Command[] {
  if (!chance.is(0.3)) return [];
  const answers = [
    ...[
      setPolicy('P-45', 'STRICT_EFFECTIVE_DATE', { on: first }),
      setPolicy('P-08', 'PRO_RATA', { on: first }),
    ],
    setPolicy('P-17', 'RECOMPUTE_RETROACTIVELY', { on: first }),
    setPolicy('P-31', 'RETROACTIVE', { on: first }),
  ];
  return answers.filter(() => chance.is(0.6));
}

/** Now and then, that what was paid above a lowered amount is excess, and orders that are lowered. */
function loweringIn(lanes: readonly Sent[][], chance: Chance): readonly Command[] {
  if (!chance.is(0.3)) return [];
  mixIn(lanes, loweringStory(chance), { chance, of: 'lowering' });
  return [setPolicy('P-46', 'EXCESS', { on: first })];
}

/** Orders that are lowered below what was paid on them, what was paid, and what of it comes back. */
function loweringStory(chance: Chance): readonly Command[] {
  return Array.from({ length: 2 + chance.below(3) }, (_, at) => at).flatMap((at): Command[] => {
    const id = chance.oneOf(['o-1', 'o-2', 'o-5']);
    const { caseId, defendantId, track, victims: all } = kinds[id]!;
    const share = chance.oneOf(['1.00', '10.02', '25.00']);
    const lines = Object.fromEntries(
      all.filter((_, nth) => nth === 0 || chance.is(0.5)).map((v) => [v, share]),
    );
    const [on, receipt] = [chance.oneOf(days), `dcd.80${String(at)}`];
    const payment = recordPayment(receipt, chance.oneOf(amounts), { caseId, defendantId, to: id, on });
    const lowered = amendOrder(id, lines, { caseId, ...(track && { track }), on: chance.oneOf(days) });
    const back = chance.is(0.3) ? [returnPayment(receipt, { on: chance.oneOf(days) })] : [];
    return [payment, lowered, ...back];
  });
}

/** Puts each command somewhere into a lane, now and then twice. */
function mixIn(
  lanes: readonly Sent[][],
  commands: readonly Command[],
  { chance, of }: { chance: Chance; of: string },
): void {
  for (const [number, command] of commands.entries()) {
    const lane = chance.oneOf(lanes);
    const sent = { id: `${of}-${String(number)}`, command };
    lane.splice(chance.below(lane.length + 1), 0, ...(chance.is(0.2) ? [sent, sent] : [sent]));
  }
}

/** Puts the commands into one lane, each somewhere behind the one before, now and then twice. */
function mixInOrder(
  lanes: readonly Sent[][],
  commands: readonly Command[],
  { chance, of }: { chance: Chance; of: string },
): void {
  const lane = chance.oneOf(lanes);
  let at = 0;
  for (const [number, command] of commands.entries()) {
    const sent = { id: `${of}-${String(number)}`, command };
    at += chance.below(Math.min(3, lane.length - at + 1));
    const some = chance.is(0.1) ? [sent, sent] : [sent];
    lane.splice(at, 0, ...some);
    at += some.length;
  }
}

/** Makes up what is told; what it has told of, it may come back to. */
class Teller {
  readonly #chance: Chance;
  readonly #entered = new Set<string>();
  readonly #receipts: string[] = [];
  readonly #paidOut: [id: string, victim: string][] = [];
  #amended = 'o-1';

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  opening(): readonly Command[] {
    const on = { on: first };
    const told: Command[] = [
      ...victims.map((id) => registerVictim(id, on)),
      ...cases.map((id) => registerCase(id, on)),
      ...cases.map((id) => registerDefendant(`d-${id.slice(2)}`, on)),
      setPolicy('P-42', 'RECORD', on),
    ];
    for (const id of orders) if (this.#chance.is(0.6)) told.push(this.#enter(id, first));
    for (const id of this.#entered) {
      const { caseId } = kinds[id]!;
      if (this.#chance.is(0.6)) told.push(this.#find(caseId, first));
      if (this.#chance.is(0.5)) told.push(makeFinal(id, { caseId, ...on }));
    }
    if (this.#chance.is(0.15)) told.push(this.#policy(first));
    for (let left = this.#chance.below(4); left > 0; left -= 1) told.push(this.#pay(first));
    return told;
  }

  /** One command, and the same once more under the same id, or the same facts under another. */
  next(number: number): { readonly sent: Sent; readonly again: readonly Sent[] } {
    const sent = { id: `story-${String(number)}`, command: this.#command() };
    const again: Sent[] = [];
    if (this.#chance.is(0.2)) again.push(sent);
    if (this.#chance.is(0.1)) again.push({ ...sent, id: `${sent.id}-again` });
    return { sent, again };
  }

  #command(): Command {
    const on = this.#chance.oneOf(days);
    const tell = this.#chance.weighted<() => Command>([
      [10, () => this.#pay(on)],
      [3, () => this.#return(on)],
      [1, () => recordRefund(this.#id('refund'), this.#chance.oneOf(amounts), { from: this.#receipt(), on })],
      [1, () => this.#disburse(on)],
      [0.7, () => this.#disbursementReturn(on)],
      [2, () => this.#find(this.#chance.oneOf(cases), on)],
      [2, () => this.#enter(this.#chance.oneOf(orders), on)],
      [3, () => this.#final(on)],
      [4, () => this.#amend(on)],
      [1, () => this.#vacate(on)],
      [0.4, () => this.#policy(on)],
      [0.3, () => review(this.#chance.oneOf(victims), { on })],
    ]);
    return tell();
  }

  #enter(id: string, on: typeof first): Command {
    this.#entered.add(id);
    const { victims: all, ...kind } = kinds[id]!;
    const some = all.filter((_, at) => at === 0 || this.#chance.is(0.7));
    return enterOrder(id, this.#shares(some), { ...kind, offenceOn, on });
  }

  #shares(of: readonly string[]): Readonly<Record<string, string>> {
    return Object.fromEntries(of.map((victim) => [victim, this.#chance.oneOf(shares)]));
  }

  #find(inCase: string, on: typeof first): Command {
    const victim = this.#chance.weighted([
      [4, 'v-1'],
      [1, 'v-2'],
    ]);
    return determineLoss(inCase, this.#chance.oneOf(losses), { victim, on });
  }

  #pay(on: typeof first): Command {
    const id = `dcd.${String(this.#receipts.length + 1)}`;
    this.#receipts.push(id);
    const order = this.#order();
    const { caseId, defendantId } = kinds[order]!;
    const to = this.#chance.is(0.6) ? order : null;
    return recordPayment(id, this.#chance.oneOf(amounts), { caseId, defendantId, to, on });
  }

  #return(on: typeof first): Command {
    return returnPayment(this.#receipt(), { on });
  }

  #disburse(on: typeof first): Command {
    const [id, victim] = [this.#id('out'), this.#chance.oneOf(victims)];
    this.#paidOut.push([id, victim]);
    return disburse(id, this.#chance.oneOf(amounts), { victim, caseId: this.#chance.oneOf(cases), on });
  }

  #disbursementReturn(on: typeof first): Command {
    if (this.#paidOut.length === 0) return this.#disburse(on);
    const [id, victim] = this.#chance.oneOf(this.#paidOut);
    return returnDisbursement(id, { victim, on });
  }

  #final(on: typeof first): Command {
    const id = this.#order();
    return makeFinal(id, { caseId: kinds[id]!.caseId, on });
  }

  /** The same order more often than not: amendments of one order are what may come crosswise. */
  #amend(on: typeof first): Command {
    const id = this.#chance.is(0.6) ? this.#amended : this.#order();
    this.#amended = id;
    const { caseId, track, victims: all } = kinds[id]!;
    const some = all.filter((_, at) => at === 0 || this.#chance.is(0.4));
    return amendOrder(id, this.#shares(some), { caseId, ...(track && { track }), on });
  }

  #vacate(on: typeof first): Command {
    const id = this.#order();
    return vacateOrder(id, { caseId: kinds[id]!.caseId, on });
  }

  #policy(on: typeof first): Command {
    return this.#chance.oneOf<Command>([
      setPolicy('P-07', 'REJECT_WHOLE', { on }),
      setPolicy('P-07', 'ACCEPT_WHOLE', { on }),
      setPolicy('P-15', 'REVIVE_ALL', { on }),
      setPolicy('P-16', 'OPEN_UNTIL_COURT_ACTS', { on }),
      setPolicy('P-17', 'KEEP_UNTIL_COURT_ACTS', { on }),
      setPolicy('P-18', 'DO_NOT_COUNT', { on }),
      setPolicy('P-19', 'NO_REINSTATEMENT', { on }),
      setPolicy('P-05', 'DISBURSED', { on }),
      setPolicy('P-22', 'RECORDED_TIME', { on }),
      setPolicy('P-15', 'COURT_ONLY', { on }),
      setPolicy('P-19', 'COURT_ONLY', { on }),
      setPolicy('P-20', 'CREATE_RECEIVABLE', { on }),
      setPolicy('P-10', 'COUNTS', { on }),
    ]);
  }

  /** An order that was told of, more often than not. */
  #order(): string {
    const known = [...this.#entered];
    return known.length > 0 && this.#chance.is(0.9) ? this.#chance.oneOf(known) : this.#chance.oneOf(orders);
  }

  #receipt(): string {
    return this.#receipts.length > 0 ? this.#chance.oneOf(this.#receipts) : 'dcd.1';
  }

  #id(kind: string): string {
    this.#told += 1;
    return `${kind}-${String(this.#told)}`;
  }

  #told = 0;
}
