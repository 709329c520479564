import type { ViewLine } from '../../../src/protocol/log-lines';
import type { LineBits } from '../find/line-bits';
import type { LogModel } from '../model';
import type { Severity } from '../terms';

/** Colours of the theme by what they are for. */
export type StripColours = Readonly<Record<Severity | 'error' | 'warning' | 'other' | 'found', string>>;

/** Lines before one in the strip; undefined where that is not known yet. */
export type PlaceOf = (line: ViewLine) => number | undefined;

export interface StripSize {
  readonly width: number;
  readonly height: number;
}

const markHeight = 3;
const tickHeight = 2;

/** Side by side: volume by level, marks of findings, ticks of matches. */
export function drawStrip(
  canvas: CanvasRenderingContext2D,
  { width, height }: StripSize,
  model: LogModel,
  placeOf: PlaceOf,
  colours: StripColours,
): void {
  canvas.clearRect(0, 0, width, height);
  drawVolume(canvas, { width: width * 0.5, height }, model, colours);
  drawMarks(canvas, { width, height }, model, placeOf, colours);
  if (!model.found) return;
  canvas.fillStyle = colours.found;
  for (const y of tickRows(model.found.places, model.lines.lines, height))
    canvas.fillRect(width * 0.8, y, width * 0.2, tickHeight);
}

function drawVolume(
  canvas: CanvasRenderingContext2D,
  { width, height }: StripSize,
  { analysis }: LogModel,
  colours: StripColours,
): void {
  const { strip } = analysis;
  if (!strip || strip.others.length === 0) return;
  const bars = barsOf(strip);
  const step = height / bars.length;
  for (const [index, bar] of bars.entries()) {
    let x = 0;
    for (const [name, share] of bar) {
      canvas.fillStyle = colours[name];
      canvas.fillRect(x, index * step, share * width, Math.max(1, step));
      x += share * width;
    }
  }
}

type Bar = readonly (readonly [name: 'error' | 'warning' | 'other', share: number])[];

/** Each stretch as shares of the fullest one, errors first. Roots, so that a few errors are seen beside many others. */
export function barsOf(strip: NonNullable<LogModel['analysis']['strip']>): readonly Bar[] {
  const totals = strip.others.map((others, index) => others + strip.warnings[index] + strip.errors[index]);
  const most = Math.sqrt(Math.max(1, ...totals));
  return totals.map((total, index) => {
    const [errors, warnings] = [
      Math.sqrt(strip.errors[index]) / most,
      Math.sqrt(strip.warnings[index]) / most,
    ];
    const whole = Math.max(Math.sqrt(total) / most, 0);
    const first = Math.min(errors, whole);
    const second = Math.min(warnings, whole - first);
    return [
      ['error', first],
      ['warning', second],
      ['other', whole - first - second],
    ];
  });
}

function drawMarks(
  canvas: CanvasRenderingContext2D,
  { width, height }: StripSize,
  { marks, lines }: LogModel,
  placeOf: PlaceOf,
  colours: StripColours,
): void {
  const room = height - markHeight;
  const all = Math.max(1, lines.lines);
  for (const severity of ['low', 'medium', 'high', 'critical'] as const) {
    canvas.fillStyle = colours[severity];
    for (const mark of marks.all) {
      const place = mark.severity === severity ? placeOf(mark.line) : undefined;
      if (place !== undefined) canvas.fillRect(width * 0.52, (place / all) * room, width * 0.24, markHeight);
    }
  }
}

/** The heights, in whole pixels, that stand for at least one line of the set. One step each, however many lines there are. */
export function tickRows(bits: LineBits, lines: number, height: number): readonly number[] {
  const ticks: number[] = [];
  const rows = Math.max(1, Math.floor(height) - tickHeight + 1);
  let line = bits.next(0);
  while (line >= 0) {
    const y = Math.floor((line / Math.max(1, lines)) * rows);
    if (ticks.at(-1) !== y) ticks.push(y);
    line = bits.next(Math.max(line + 1, Math.ceil(((y + 1) / rows) * lines)));
  }
  return ticks;
}
