import { visibleText } from '../../shared/visible-text';
import { isHighContrast, resolvedColour, severityColours } from '../colours';
import { severityNames } from '../terms';
import { hatched } from './contrast-patterns';
import { shortCount } from './count-scale';
import { laneHeight } from './geometry';
import { glyphPaths } from './glyphs';
import type { IncidentBar } from './incident-lanes';
import type { MarkGroup } from './mark-groups';
import { shareOf } from './stretch';
import type { TimelineDrawing } from './timeline-drawing';

const foreground = 'var(--vscode-foreground)';
const quiet = 'var(--vscode-descriptionForeground)';
const glyphs = severityNames.map((severity) => new Path2D(glyphPaths[severity]));
/** Narrower bars of incidents bear no title. */
const titledWidth = 48;
const font = (size: number) => `${size}px ${getComputedStyle(document.body).fontFamily}`;

/** Where nothing was written, hatched over the height of the bars. In CSS pixels, as all here. */
export function paintSilences(context: CanvasRenderingContext2D, drawing: TimelineDrawing): void {
  const { silences, view, geometry } = drawing;
  const { left, plotWidth, plotTop, plotHeight } = geometry;
  context.save();
  context.globalAlpha = 0.45;
  context.fillStyle = hatched(resolvedColour(quiet), 'slanted') ?? resolvedColour(quiet);
  for (const silence of silences) {
    const from = Math.max(0, shareOf(view, silence.from)) * plotWidth;
    const until = Math.min(1, shareOf(view, silence.until)) * plotWidth;
    if (until > from) context.fillRect(left + from, plotTop, until - from, plotHeight);
  }
  context.restore();
}

/** The rows above the bars: incidents, then marks with how many each stands for. */
export function paintRows(
  context: CanvasRenderingContext2D,
  { bars, groups, geometry }: TimelineDrawing,
): void {
  context.save();
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.translate(geometry.left, 0);
  for (const bar of bars) paintIncident(context, bar);
  context.translate(0, geometry.marksTop);
  context.textAlign = 'center';
  context.font = font(10);
  for (const group of groups) paintGroup(context, group);
  context.restore();
}

function paintIncident(context: CanvasRenderingContext2D, { card, left, right, lane }: IncidentBar): void {
  const top = lane * laneHeight + 2;
  const height = laneHeight - 4;
  const width = right - left;
  context.save();
  context.beginPath();
  context.roundRect(left, top, width, height, 3);
  context.clip();
  context.fillStyle = resolvedColour(severityColours[card.severity]);
  context.globalAlpha = 0.22;
  context.fillRect(left, top, width, height);
  context.globalAlpha = 1;
  context.fillRect(left, top, 3, height);
  if (isHighContrast()) paintBorder(context, resolvedColour(severityColours[card.severity]));
  context.font = font(11);
  context.fillStyle = resolvedColour(foreground);
  if (width >= titledWidth)
    context.fillText(fitting(context, visibleText(card.title), width - 14), left + 8, top + height / 2);
  context.restore();
}

/** Of the path there is; half of it is clipped off. */
function paintBorder(context: CanvasRenderingContext2D, colour: string): void {
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.stroke();
}

function paintGroup(context: CanvasRenderingContext2D, { x, count, severity }: MarkGroup): void {
  context.save();
  context.translate(x, 10);
  context.fillStyle = resolvedColour(severityColours[severityNames[severity]]);
  context.fill(glyphs[severity]);
  if (count > 1) {
    context.fillStyle = resolvedColour(quiet);
    context.fillText(shortCount(count), 0, 13);
  }
  context.restore();
}

/** Cut where it would not fit; by halves, because a title may be long. */
function fitting(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let fits = 0;
  let tooLong = text.length;
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (context.measureText(`${text.slice(0, middle)}…`).width <= width) fits = middle;
    else tooLong = middle;
  }
  return `${text.slice(0, fits)}…`;
}
