/**
 * Which line is which item, where several lines and items come into question for each other.
 *
 * Lines and items that hang together are taken together, and only where there is **exactly one way** to give each line an
 * item and each item a line; that is so where, again and again, one of them is left with one partner. And each must get the
 * one nearest to it: where a line is missing here and an item there, all between them would fit, shifted by one. Twins, which are alike
 * in everything that has an effect, count as one thing that is there several times. Whatever has two ways, or leaves
 * somebody without, is for a person to decide.
 */

/** What comes into question for what, and what is alike. */
export interface Bipartite<Left, Right> {
  readonly edges: readonly (readonly [Left, Right])[];
  /** Text that is the same of two that are alike; undefined where one is like no other. */
  readonly leftTwin: (left: Left) => string | undefined;
  readonly rightTwin: (right: Right) => string | undefined;
  /** Whether nothing surer has asked for it: what hangs together with such a one is not paired. */
  readonly isFree: (right: Right) => boolean;
  /** How far apart two are. A way that leaves somebody with another than the nearest is doubted. */
  readonly distance: (left: Left, right: Right) => number;
}

/** A line and its item, and how many there are of what is there most often. */
export interface Pair<Left, Right> {
  readonly left: Left;
  readonly right: Right;
  readonly twins: number;
}

/** What was found: pairs, and knots that have more ways than one, or none. */
export interface Pairing<Left, Right> {
  readonly pairs: readonly Pair<Left, Right>[];
  readonly knots: readonly { readonly lefts: readonly Left[]; readonly rights: readonly Right[] }[];
}

/** Pairs what has one way of being paired. Twins are paired in the order in which the edges name them. */
export function pairUp<Left, Right>(graph: Bipartite<Left, Right>): Pairing<Left, Right> {
  const { ends, nodes } = nodesOf(graph);
  const pairs: Pair<Left, Right>[] = [];
  const knots: { lefts: Left[]; rights: Right[] }[] = [];
  const apart = (one: number, other: number): number =>
    graph.distance(
      ...((ends[one]?.isLeft ? [ends[one].end, ends[other]?.end] : [ends[other]?.end, ends[one]?.end]) as [
        Left,
        Right,
      ]),
    );
  const isFree = ([one, other]: readonly [number, number, number]): boolean =>
    [one, other].every((at) => ends[at]?.isLeft || graph.isFree(ends[at]?.end as Right));
  const isNearest = ([one, other]: readonly [number, number, number]): boolean =>
    [one, other].every((end) => ends[end]?.partners.every((each) => apart(one, other) <= apart(end, each)));
  const of = (members: readonly number[]): { lefts: Left[]; rights: Right[] } => ({
    lefts: members.filter((at) => ends[at]?.isLeft).map((at) => ends[at]?.end as Left),
    rights: members.filter((at) => !ends[at]?.isLeft).map((at) => ends[at]?.end as Right),
  });
  for (const piece of piecesOf(nodes)) {
    const way = theOnlyWay(piece);
    const isSure = way?.every((pair) => isFree(pair) && isNearest(pair));
    const found = isSure ? way : undefined;
    for (const [one, other, twins] of found ?? []) {
      const { lefts, rights } = of([one, other]);
      pairs.push({ left: lefts[0] as Left, right: rights[0] as Right, twins });
    }
    if (!found) knots.push(of(piece.flatMap(({ members }) => members).sort((a, b) => a - b)));
  }
  return { pairs, knots };
}

/** Twins of one side, by their places in the list of all ends. */
interface Node {
  readonly members: readonly number[];
  readonly partners: Set<Node>;
  /** How many of the members have no partner yet: those at the end of the list. */
  left: number;
}

interface End {
  readonly end: unknown;
  readonly isLeft: boolean;
  readonly twin: string | undefined;
  readonly partners: number[];
}

/** Takes whoever has one partner left, until nobody is left over; undefined where that gets stuck. */
function theOnlyWay(piece: readonly Node[]): readonly (readonly [number, number, number])[] | undefined {
  const pairs: (readonly [number, number, number])[] = [];
  const queue = [...piece];
  for (const node of queue) {
    if (node.left === 0) continue;
    const [partner] = node.partners;
    if (!partner || (node.partners.size === 1 && partner.left < node.left)) return undefined;
    if (node.partners.size > 1) continue;
    const twins = Math.max(node.members.length, partner.members.length);
    for (; node.left > 0; node.left -= 1, partner.left -= 1)
      pairs.push([node.members.at(-node.left) as number, partner.members.at(-partner.left) as number, twins]);
    for (const done of [node, partner]) if (done.left === 0) queue.push(...partedFrom(done));
    if (partner.left > 0) queue.push(partner);
  }
  return piece.every(({ left }) => left === 0) ? pairs : undefined;
}

/** Takes a node that is done away from its partners; they may now have one partner left. */
function partedFrom(done: Node): readonly Node[] {
  const partners = [...done.partners];
  for (const partner of partners) partner.partners.delete(done);
  done.partners.clear();
  return partners;
}

/** The nodes that hang together, in the order of their first members. */
function piecesOf(nodes: readonly Node[]): readonly (readonly Node[])[] {
  const seen = new Set<Node>();
  const pieces: Node[][] = [];
  for (const first of nodes) {
    if (seen.has(first)) continue;
    seen.add(first);
    const piece = [first];
    for (const node of piece)
      for (const partner of node.partners)
        if (!seen.has(partner)) {
          seen.add(partner);
          piece.push(partner);
        }
    pieces.push(piece);
  }
  return pieces;
}

/** All ends, and those together that are twins and have the same partners. */
function nodesOf<Left, Right>(
  graph: Bipartite<Left, Right>,
): {
  readonly ends: readonly End[];
  readonly nodes: readonly Node[];
} {
  const ends = endsOf(graph);
  const nodeOf: Node[] = [];
  const twins = new Map<string, { readonly members: number[]; readonly node: Node }>();
  for (const [at, { isLeft, twin, partners }] of ends.entries()) {
    const key = twin === undefined ? undefined : [isLeft ? 'L' : 'R', twin, ...partners].join('|');
    const known = key === undefined ? undefined : twins.get(key);
    const members = known?.members ?? [];
    members.push(at);
    const node = known?.node ?? { members, partners: new Set<Node>(), left: 0 };
    node.left += 1;
    nodeOf.push(node);
    if (key !== undefined && !known) twins.set(key, { members, node });
  }
  for (const [at, { partners }] of ends.entries())
    for (const partner of partners) nodeOf[at]?.partners.add(nodeOf[partner] as Node);
  return { ends, nodes: [...new Set(nodeOf)] };
}

function endsOf<Left, Right>({ edges, leftTwin, rightTwin }: Bipartite<Left, Right>): readonly End[] {
  const ends: End[] = [];
  const lefts = new Map<Left, number>();
  const rights = new Map<Right, number>();
  for (const [left, right] of edges) {
    if (!lefts.has(left)) {
      lefts.set(left, ends.length);
      ends.push({ end: left, isLeft: true, twin: leftTwin(left), partners: [] });
    }
    if (!rights.has(right)) {
      rights.set(right, ends.length);
      ends.push({ end: right, isLeft: false, twin: rightTwin(right), partners: [] });
    }
    const [one, other] = [lefts.get(left) as number, rights.get(right) as number];
    ends[one]?.partners.push(other);
    ends[other]?.partners.push(one);
  }
  return ends;
}
