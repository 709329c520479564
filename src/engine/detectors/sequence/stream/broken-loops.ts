import type { Alternation, Break } from './alternation';
import { decadesAlone, decadesOf } from './chance';

/** What is odd about one turn of what keeps coming back. */
export interface BrokenLoop {
  readonly kind: 'not-followed' | 'unended' | 'not-preceded' | 'again' | 'doubled' | 'too-early';
  /** Position where it shows. */
  readonly position: number;
  /** Position of the event that begins the turn. */
  readonly from: number;
  /** The event that is missing, or too many, or early. */
  readonly event: number;
  /** The one that it goes with. */
  readonly partner: number;
  /** Other turns, and those among them that are as usual. */
  readonly times: number;
  readonly usual: number;
  /** −log10 of the chance. */
  readonly decades: number;
}

/** More, and nothing keeps coming back. */
const mostBroken = 512;

interface RuleBreak extends Break {
  readonly rule: Alternation;
}

/** Breaks of several rules that one cause has, and the positions they have in common. */
interface Cause {
  from: number;
  to: number;
  readonly breaks: RuleBreak[];
}

/** One missing step breaks the rules with all others of its loop: told is the cause, once. `span`: positions of the stream. */
export function brokenLoops(rules: readonly Alternation[], span: number): BrokenLoop[] {
  return [...loopsOf(rules).values()].flatMap((loop) => {
    const causes = causesOf(loop);
    if (causes.length === 0) return [];
    const times = loop.reduce((most, rule) => Math.max(most, rule.times), 0);
    const places = causes.map(({ from }) => from);
    const decades = decadesOf(places, times, span);
    return causes.map((cause) => told(cause, decades));
  });
}

/** Rules that share events, by one of these. */
function loopsOf(rules: readonly Alternation[]): Map<number, Alternation[]> {
  const parents = new Map<number, number>();
  const rootOf = (event: number): number => {
    let root = event;
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root))
      root = next;
    return root;
  };
  for (const { first, second } of rules) parents.set(rootOf(second), rootOf(first));
  const loops = new Map<number, Alternation[]>();
  for (const rule of rules) {
    const root = rootOf(rule.first);
    const loop = loops.get(root);
    if (loop === undefined) loops.set(root, [rule]);
    else loop.push(rule);
  }
  return loops;
}

/** The shortest first, since they say where it is; ascending. */
function causesOf(rules: readonly Alternation[]): Cause[] {
  const breaks = rules
    .flatMap((rule) => rule.breaks.map((each): RuleBreak => ({ ...each, rule })))
    .sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
  const causes: Cause[] = [];
  for (const each of breaks) {
    const known = causes.find(({ from, to }) => each.from < to && from < each.to);
    if (known === undefined) {
      if (causes.length >= mostBroken) return [];
      causes.push({ from: each.from, to: each.to, breaks: [each] });
    } else {
      known.from = Math.max(known.from, each.from);
      known.to = Math.min(known.to, each.to);
      known.breaks.push(each);
    }
  }
  return causes.sort((a, b) => a.from - b.from);
}

type Turn = Pick<BrokenLoop, 'kind' | 'position' | 'event' | 'partner'>;

/** What each break can mean: of two events that take turns, the one lacks or the other is too many. */
function readings({ kind, from, to, at, rule }: RuleBreak): [Turn, Turn?] {
  const { first, second, lag } = rule;
  const due = Math.min(to, from + Math.max(1, Math.round(lag)));
  switch (kind) {
    case 'missing':
      return [
        { kind: 'not-followed', position: due, event: second, partner: first },
        { kind: 'again', position: to, event: first, partner: second },
      ];
    case 'unended':
      return [{ kind, position: from, event: second, partner: first }];
    case 'extra':
      return [
        { kind: 'not-preceded', position: at, event: first, partner: second },
        { kind: 'doubled', position: at, event: second, partner: first },
      ];
    case 'swapped':
      return [{ kind: 'too-early', position: at, event: second, partner: first }];
  }
}

const lacking: ReadonlySet<BrokenLoop['kind']> = new Set(['not-followed', 'unended', 'not-preceded']);

/** What most of the breaks can mean, in the words of the rule whose events are closest to each other. */
function told({ breaks }: Cause, decades: number): BrokenLoop {
  const votes = new Map<string, number>();
  const keyOf = ({ kind, event }: Turn) => `${kind === 'too-early' ? 0 : lacking.has(kind) ? 1 : 2} ${event}`;
  const all = breaks.flatMap((each) =>
    readings(each).flatMap((turn) => (turn === undefined ? [] : [{ turn, each }])),
  );
  for (const { turn } of all) votes.set(keyOf(turn), (votes.get(keyOf(turn)) ?? 0) + 1);
  const most = Math.max(...votes.values());
  const winners = all.filter(({ turn }) => votes.get(keyOf(turn)) === most);
  const lacks = winners.filter(({ turn }) => lacking.has(turn.kind));
  const { turn, each } = (lacks.length > 0 ? lacks : winners).reduce((best, one) =>
    one.each.rule.lag < best.each.rule.lag ? one : best,
  );
  return { ...turn, from: each.from, ...shownBy(each.rule), decades: knownDecades(each.rule) ?? decades };
}

/** Of the others: this one is among those that are unlike. */
function shownBy({ times, unlike, isKnown }: Alternation): Pick<BrokenLoop, 'times' | 'usual'> {
  const usual = times - unlike;
  return { usual, times: isKnown ? times : usual + Math.max(0, unlike - 1) };
}

function knownDecades({ isKnown, times, unlike }: Alternation): number | undefined {
  return isKnown ? decadesAlone(unlike, times) : undefined;
}
