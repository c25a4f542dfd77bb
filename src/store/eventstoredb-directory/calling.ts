/**
 * How an id comes to be called by a label, where many nodes decide at once (decision 0014): it claims the label in the
 * stream of the label, naming the revision at which it is to be written in its own stream, and writes it there. Who finds a
 * claim that was left there finishes it, so that whatever was begun has one end, whoever is cut short.
 */
import type { DirectoryEntry, LabelRule } from '../directory.ts';
import type { IdState, LabelState, LabelStreams, Source } from './label-streams.ts';
import { isEntry } from './records.ts';
import { releaseClaims } from './releasing.ts';

/** How things stand for one entry. */
export interface View {
  readonly id: IdState;
  readonly label: LabelState;
  /** Another id that has the label, or is about to. */
  readonly rival: Rival | undefined;
}

interface Rival {
  readonly state: IdState;
  readonly isCalledSo: boolean;
}

/** What is to be done about an entry: write it, leave it as it is, or refuse it. */
export type Verdict = 'write' | 'same' | 'unknown' | LabelRule;

/** What became of it. */
export type Called = 'written' | 'same' | 'unknown' | LabelRule;

/** Looks up how things stand. @throws StoreUnavailable */
export async function look(source: Source, { kind, id, label }: DirectoryEntry): Promise<View> {
  const [ofId, ofLabel] = await Promise.all([source.idState(id), source.labelState(kind, label)]);
  const { claim } = ofLabel;
  if (claim === undefined || claim.owner === id) return { id: ofId, label: ofLabel, rival: undefined };
  const state = await source.idState(claim.owner);
  const isCalledSo = isCalled(state, { kind, id: claim.owner, label });
  const isRival = isCalledSo || state.revision < claim.at;
  return { id: ofId, label: ofLabel, rival: isRival ? { state, isCalledSo } : undefined };
}

/** Why the entry cannot be, as things stand; undefined where it can. */
export function ruleOf({ id, rival }: View, entry: DirectoryEntry): LabelRule | undefined {
  if (id.held !== undefined && !isEntry(id.held)) return 'label-forgotten';
  if (rival !== undefined) return 'label-taken';
  return id.held === undefined || isCalled(id, entry) ? undefined : 'label-differs';
}

/**
 * Carries an entry out. What this node knows will do to write by, for the server refuses what is out of date; to leave
 * things as they are, or to refuse, the server is asked.
 *
 * @throws StoreUnavailable where it is not known what became of it; it can be done again
 */
export async function call(
  streams: LabelStreams,
  entry: DirectoryEntry,
  verdictOn: (view: View) => Verdict,
): Promise<Called> {
  let claimed: LabelState | undefined;
  for (let source = streams.known; ; source = streams.onServer) {
    streams.expectTime();
    const view = await look(source, entry);
    const verdict = verdictOn(view);
    if (verdict === 'write') {
      const made = await claim(streams, view, entry);
      claimed = made ?? claimed;
      if (made !== undefined && (await write(streams, view.id, entry))) return 'written';
    } else if (source === streams.onServer && !(await finish(streams, view, entry))) {
      await settled(streams, view, claimed);
      return verdict === 'same' && claimed !== undefined ? 'written' : verdict;
    }
  }
}

/** The claim by which the label can be written now; undefined where somebody was faster. */
async function claim(
  streams: LabelStreams,
  { id, label }: View,
  { id: owner }: DirectoryEntry,
): Promise<LabelState | undefined> {
  const at = id.revision + 1;
  // Made before, and cut short.
  if (label.claim?.owner === owner && label.claim.at === at) return label;
  if (label.revision === 0) await streams.showOnlyLast(label.stream);
  if (!(await streams.add(label, { owner, at }))) return undefined;
  return { ...label, revision: label.revision + 1, claim: { owner, at } };
}

/** Writes the claimed label into the stream of its id. Gives false where somebody wrote first. */
async function write(streams: LabelStreams, id: IdState, entry: DirectoryEntry): Promise<boolean> {
  const { kind, id: named, label } = entry;
  if (id.revision === 0) await streams.showOnlyLast(id.stream);
  if (!(await streams.add(id, { kind, id: named, label }))) return false;
  await streams.heard({ stream: id.stream, revision: id.revision + 1 });
  if (id.revision >= 0) await releaseQuietly(streams, named);
  return true;
}

/** Finishes what another began, so that it is known who has the label. Gives whether there was anything to finish. */
async function finish(
  streams: LabelStreams,
  { rival, label }: View,
  entry: DirectoryEntry,
): Promise<boolean> {
  if (rival === undefined || rival.isCalledSo || label.claim === undefined) return false;
  const { owner, at } = label.claim;
  const { kind, label: text } = entry;
  await streams.add({ ...rival.state, revision: at - 1 }, { kind, id: owner, label: text });
  return true;
}

/** Lets this node hear what decided it, and takes back a claim that came to nothing; what is decided is so without that. */
async function settled(
  streams: LabelStreams,
  { id, rival }: View,
  claimed: LabelState | undefined,
): Promise<void> {
  const decisive = [id, rival?.state, claimed].filter((each) => each !== undefined);
  await Promise.all(decisive.map((each) => streams.heard(each))).catch(() => undefined);
  if (claimed?.claim !== undefined) await releaseQuietly(streams, claimed.claim.owner);
}

/** A claim that is left behind is in nobody's way, and is taken back with the next that is. */
async function releaseQuietly(streams: LabelStreams, id: string): Promise<void> {
  await releaseClaims(streams, id).catch(() => undefined);
}

/** Whether the id has this label now. */
export function isCalled({ held }: IdState, { kind, label }: DirectoryEntry): boolean {
  return held !== undefined && isEntry(held) && held.kind === kind && held.label === label;
}
