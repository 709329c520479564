import { decadesAlone } from './chance';
import { type EventStream, segmentsOf } from './event-stream';
import { eachStep, type StepSide, StepTable } from './step-table';

/** A step from one event to the next, or from two to the one behind, that goes another way than all others. */
export interface OddStep {
  readonly kind: 'step';
  /** Of the event that was not to be expected. */
  readonly position: number;
  /** Events of context: 1 or 2. */
  readonly context: number;
  /** What mostly comes there. */
  readonly usual: number;
  /** Other times the context came, and those among them that went on so. */
  readonly times: number;
  readonly alike: number;
  /** −log10 of the chance. */
  readonly decades: number;
}

export interface OddSteps {
  readonly steps: readonly OddStep[];
  /** Steps in the log from where nearly always the same comes; without any nothing could be odd. */
  readonly determined: number;
}

/** Less is no reason. */
const leastDecades = 2.8;
/** What comes in more than this share of the times is a way of its own. */
const rareShare = 0.02;
/** What was to be expected comes so soon all the same: another writer's events stand between. */
const interleaved = 8;

/**
 * Steps that no other place shows, neither forwards nor backwards: what comes after an event is always something else, and what
 * comes before the next one too. So neither an event that may come anywhere surprises, nor one that anything follows: of
 * interleaved writers next to nothing is left. Contexts are of one event, and of two where the step from one is usual.
 */
export function* oddStepsOf(stream: EventStream): Generator<void, OddSteps> {
  const single = new StepTable(stream, stream.events);
  yield;
  const ids = single.stepIds();
  const double = new StepTable(stream, ids);
  yield;
  const near = oddIn({ stream, symbols: stream.events, table: single });
  yield;
  const far = oddIn({ stream, symbols: ids, table: double });
  const odd = new Set(near.steps.map(({ position }) => position));
  const eventOf = eventsOfIds(stream, ids);
  const steps: OddStep[] = near.steps.map((each) => ({ ...each, context: 1 }));
  for (const each of far.steps) {
    const usual = eventOf.get(each.usual);
    if (usual === undefined || odd.has(each.position) || odd.has(each.position - 1)) continue;
    steps.push({ ...each, context: 2, usual });
  }
  return { steps, determined: near.determined + far.determined };
}

/** The event that a step leads to. */
function eventsOfIds({ events }: EventStream, ids: Uint32Array): Map<number, number> {
  const eventOf = new Map<number, number>();
  for (let position = 0; position < ids.length; position++)
    if (!eventOf.has(ids[position])) eventOf.set(ids[position], events[position]);
  return eventOf;
}

interface Symbols {
  readonly stream: EventStream;
  readonly symbols: Uint32Array;
  readonly table: StepTable;
}

type FoundStep = Omit<OddStep, 'context'>;

interface FoundSteps {
  readonly steps: readonly FoundStep[];
  /** Steps from where nearly always the same comes. */
  readonly determined: number;
}

function oddIn(symbols: Symbols): FoundSteps {
  const { stream, table } = symbols;
  const found: FoundStep[] = [];
  const segments = segmentsOf(stream);
  let determined = 0;
  eachStep(stream, symbols.symbols, false, (from, to, position) => {
    const after = table.sideAfter(from);
    // What only follows itself has no order.
    if (after === undefined || after.usual === from || table.decades(after, 0) < leastDecades) return;
    determined++;
    const before = table.sideBefore(to);
    if (before === undefined) return;
    const alike = table.count(from, to);
    if (alike > (table.isKnown ? 0 : Math.max(1, rareShare * Math.min(after.count, before.count)))) return;
    const decades = Math.min(table.decades(after, alike), table.decades(before, alike));
    if (decades < leastDecades || comesAnyway(symbols, position, segments[position], { after, before }))
      return;
    const own = table.isKnown ? 0 : 1;
    found.push({
      kind: 'step',
      position,
      usual: after.usual,
      times: after.count - own,
      alike: alike - own,
      decades,
    });
  });
  // Where many steps are odd, odd steps are usual.
  const steps = found.flatMap((step) => {
    const decades = Math.min(
      step.decades,
      decadesAlone(Math.max(0, found.length - 1 - step.alike), determined),
    );
    return decades < leastDecades ? [] : [{ ...step, decades }];
  });
  return { steps, determined };
}

/** What usually follows comes a little later, before the same again; and what usually comes before stood a little earlier. */
function comesAnyway(
  { stream, symbols }: Symbols,
  position: number,
  segment: number,
  { after, before }: { after: StepSide; before: StepSide },
): boolean {
  const begin = Math.max(stream.starts[segment], position - 1 - interleaved);
  const end = Math.min(stream.starts[segment + 1], position + 1 + interleaved);
  const later = symbols.subarray(position + 1, end);
  const earlier = symbols.slice(begin, position - 1).reverse();
  return (
    isBefore(later, after.usual, symbols[position - 1]) && isBefore(earlier, before.usual, symbols[position])
  );
}

function isBefore(symbols: Uint32Array, wanted: number, end: number): boolean {
  const at = symbols.indexOf(wanted);
  const last = symbols.indexOf(end);
  return at >= 0 && (last < 0 || at < last);
}
