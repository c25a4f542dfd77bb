/**
 * Which line is which item, where several lines and items come into question for each other.
 *
 * Lines and items that hang together are taken together, and only where there is **exactly one way** to give each line an
 * item and each item a line; that is so where, again and again, one of them is left with one partner. And each line must get
 * the item nearest to it: where a line is missing here and an item there, all between them would fit, shifted by one. Twins, which are alike
 * in everything that has an effect, count as one thing that is there several times. Whatever has two ways, or leaves
 * somebody without, is for a person to decide.
 */

import { pushTo } from './in-order.ts';

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
  const lefts = counts(graph.edges.map(([left]) => left));
  const rights = counts(graph.edges.map(([, right]) => right));
  const isAlone = ([left, right]: readonly [Left, Right]): boolean =>
    lefts.get(left) === 1 && rights.get(right) === 1 && graph.isFree(right);
  const pairs = graph.edges.filter(isAlone).map(([left, right]) => ({ left, right, twins: 1 }));
  const others = pairPieces({ ...graph, edges: graph.edges.filter((edge) => !isAlone(edge)) });
  return { pairs: [...pairs, ...others.pairs], knots: others.knots };
}

function counts<Each>(all: readonly Each[]): ReadonlyMap<Each, number> {
  const counted = new Map<Each, number>();
  for (const each of all) counted.set(each, (counted.get(each) ?? 0) + 1);
  return counted;
}

/** The same, for what does not stand alone. */
function pairPieces<Left, Right>(graph: Bipartite<Left, Right>): Pairing<Left, Right> {
  const { ends, nodes } = nodesOf(graph);
  const endOf = (at: number): unknown => ends[at]?.end;
  const isLeft = (at: number): boolean => ends[at]?.isLeft === true;
  const asPair = ([one, other, twins]: Taken): Pair<Left, Right> => {
    const [left, right] = isLeft(one) ? [one, other] : [other, one];
    return { left: endOf(left) as Left, right: endOf(right) as Right, twins };
  };
  const apart = (one: number, other: number): number => {
    const { left, right } = asPair([one, other, 1]);
    return graph.distance(left, right);
  };
  const isSure = (taken: Taken): boolean => {
    const left = isLeft(taken[0]) ? taken[0] : taken[1];
    const isNearest = ends[left]?.partners.every((each) => apart(taken[0], taken[1]) <= apart(left, each));
    return graph.isFree(asPair(taken).right) && isNearest === true;
  };
  const pairs: Pair<Left, Right>[] = [];
  const knots: { lefts: Left[]; rights: Right[] }[] = [];
  for (const piece of piecesOf(nodes)) {
    const way = theOnlyWay(piece);
    if (way?.every(isSure)) pairs.push(...way.map(asPair));
    else {
      const members = piece.flatMap((node) => node.members).sort((a, b) => a - b);
      const rights = members.filter((at) => !isLeft(at)).map((at) => endOf(at) as Right);
      knots.push({ lefts: members.filter(isLeft).map((at) => endOf(at) as Left), rights });
    }
  }
  return { pairs, knots };
}

/** Two ends that were taken for each other, by their places, and how many twins they have. */
type Taken = readonly [one: number, other: number, twins: number];

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
function theOnlyWay(piece: readonly Node[]): readonly Taken[] | undefined {
  const pairs: Taken[] = [];
  const queue = [...piece];
  for (const node of queue) {
    const [partner] = node.partners;
    if (node.left === 0 || node.partners.size > 1) continue;
    if (!partner || partner.left < node.left) return undefined;
    pairs.push(...takenFor(node, partner));
    for (const done of [node, partner]) if (done.left === 0) queue.push(...partedFrom(done));
    queue.push(partner);
  }
  return piece.every(({ left }) => left === 0) ? pairs : undefined;
}

/** Gives all that is left of a node to its partner, in order. */
function takenFor(node: Node, partner: Node): readonly Taken[] {
  const pairs: Taken[] = [];
  const twins = Math.max(node.members.length, partner.members.length);
  for (; node.left > 0; node.left -= 1, partner.left -= 1)
    pairs.push([node.members.at(-node.left) as number, partner.members.at(-partner.left) as number, twins]);
  return pairs;
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
  const alike = new Map<string, number[]>();
  for (const [at, end] of ends.entries()) pushTo(alike, likenessOf(end, at), at);
  const nodes = [...alike.values()].map((members): Node => ({
    members,
    partners: new Set(),
    left: members.length,
  }));
  const nodeOf = new Map(nodes.flatMap((node) => node.members.map((at) => [at, node] as const)));
  for (const node of nodes)
    for (const partner of ends[node.members[0] ?? 0]?.partners ?? [])
      node.partners.add(nodeOf.get(partner) as Node);
  return { ends, nodes };
}

/** Text that is the same of twins with the same partners. */
function likenessOf({ isLeft, twin, partners }: End, at: number): string {
  return twin === undefined ? `one ${at}` : [isLeft ? 'left' : 'right', twin, ...partners].join(' ');
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
