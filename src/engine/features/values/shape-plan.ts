import { ByteClass, classOfByte, runMask } from '../../templates/byte-classes';
import { collapse } from '../../templates/collapse';

/** A value to be found again in every text of a shape: bytes `[start, end)` of the text the plan is made from. */
export interface PlannedValue {
  /** Whatever the caller wants to be told with the value. */
  readonly label: number;
  readonly start: number;
  readonly end: number;
}

/** How a run of letters, digits, `_` and `-` is passed over. */
const RunKind = { whole: 0, digits: 1 } as const;

/**
 * Where the values stand in texts that `ShapeHash` takes for equal. Such texts are equal byte for byte but for the
 * runs that hold digits, which may be longer or shorter: so a value's bounds are so many bytes behind the end of such a
 * run, or of the text's beginning, and finding them costs a look at the runs alone.
 *
 * `[runs, (literal bytes before, kind) …, values, (label, run, offset, run, offset) …]`
 */
export type ShapePlan = Int32Array;

/** A plan from the first text of its shape, `bytes[start, end)`. */
export function planShape(
  bytes: Uint8Array,
  start: number,
  end: number,
  values: readonly PlannedValue[],
): ShapePlan {
  const ascending = [...values].sort((a, b) => a.start - b.start);
  const last = Math.max(start, ...ascending.map((value) => value.end));
  const runs = runsOf(bytes, start, end).filter((run) => run.start < last);
  const steps = runs.flatMap((run, i) => [run.start - (runs[i - 1]?.end ?? start), run.kind]);
  const bound = (at: number): [number, number] => {
    const before = runs.filter((run) => run.end <= at).length;
    return [before, at - (before === 0 ? start : runs[before - 1].end)];
  };
  const spans = ascending.flatMap((value) => [value.label, ...bound(value.start), ...bound(value.end)]);
  return Int32Array.from([runs.length, ...steps, ascending.length, ...spans]);
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
}

/** The runs that collapse to one code each. */
function runsOf(bytes: Uint8Array, start: number, end: number): Run[] {
  const { text, offsets } = collapse(bytes, start, end);
  const runs: Run[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) >= 0x20) continue;
    const goesOn = offsets[i + 1] < end && (classOfByte[bytes[offsets[i + 1]]] & runMask) !== 0;
    runs.push({
      start: offsets[i],
      end: offsets[i + 1],
      // A number's unit is a part of the run, and literal.
      kind: goesOn ? RunKind.digits : RunKind.whole,
    });
  }
  return runs;
}

/** `[start, end)` of a value in `bytes`. */
export type HearValue = (label: number, start: number, end: number) => void;

/** Finds a plan's values in other texts of its shape. */
export class PlanReader {
  private ends = new Int32Array(64);

  read(plan: ShapePlan, bytes: Uint8Array, start: number, end: number, hear: HearValue): void {
    const runs = plan[0];
    if (runs >= this.ends.length) this.ends = new Int32Array(runs * 2);
    if (!this.passRuns(plan, bytes, start, end)) return;
    const { ends } = this;
    let at = 1 + runs * 2;
    for (let left = plan[at++]; left > 0; left--, at += 5)
      hear(plan[at], ends[plan[at + 1]] + plan[at + 2], ends[plan[at + 3]] + plan[at + 4]);
  }

  /** Where each run ends; the first entry is the text's beginning. False where the text is shorter than its shape. */
  private passRuns(plan: ShapePlan, bytes: Uint8Array, start: number, end: number): boolean {
    const { ends } = this;
    const runs = plan[0];
    ends[0] = start;
    let pos = start;
    for (let run = 0; run < runs; run++) {
      pos += plan[1 + run * 2];
      if (pos >= end) return false;
      pos = plan[2 + run * 2] === RunKind.whole ? afterRun(bytes, pos, end) : afterNumber(bytes, pos, end);
      ends[run + 1] = pos;
    }
    return true;
  }
}

function afterRun(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (classOfByte[bytes[at]] & runMask) !== 0) at++;
  return at;
}

function afterNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = classOfByte[bytes[start]] === ByteClass.hyphen ? start + 1 : start;
  while (at < end && classOfByte[bytes[at]] === ByteClass.digit) at++;
  return at;
}
