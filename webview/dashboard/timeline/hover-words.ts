import type { ViewLine } from '../../../src/protocol/log-lines';
import { severityWord } from '../../shared/severity-word';
import { tell } from '../../shared/tell';
import type { Host } from '../host';
import { severityNames } from '../terms';
import type { ChartContent } from './chart';
import { epochSeconds } from './epoch';
import { laneHeight } from './geometry';
import type { IncidentBar } from './incident-lanes';
import { groupAt, type MarkGroup, marksWithin } from './mark-groups';
import type { TimelineDrawing } from './timeline-drawing';
import { barWords } from './words';

/** What stands at a place of the chart. */
export type ChartPlace =
  | { readonly kind: 'incident'; readonly bar: IncidentBar }
  | { readonly kind: 'marks'; readonly group: MarkGroup }
  | { readonly kind: 'bar'; readonly bin: number }
  | { readonly kind: 'none' };

/** `moment` is that of `x`. */
export function placeAt(
  { bars, groups, geometry, volume }: TimelineDrawing,
  { x, y, moment }: { readonly x: number; readonly y: number; readonly moment: bigint },
): ChartPlace {
  if (y < geometry.marksTop) {
    const lane = Math.floor(y / laneHeight);
    const bar = bars.find((one) => one.lane === lane && x >= one.left && x <= one.right);
    return bar ? { kind: 'incident', bar } : { kind: 'none' };
  }
  if (y < geometry.plotTop) {
    const group = groupAt(groups, x);
    return group ? { kind: 'marks', group } : { kind: 'none' };
  }
  const { from, until } = volume.cover;
  return moment >= from && moment < until ? { kind: 'bar', bin: volume.binAt(moment) } : { kind: 'none' };
}

export function wordsOf(place: ChartPlace, content: ChartContent, titles: MarkTitles): readonly string[] {
  switch (place.kind) {
    case 'incident': {
      const { title, when, severity } = place.bar.card;
      return [title, when, tell('Incident · {0}', severityWord(severity))];
    }
    case 'marks':
      return groupWords(place.group, titles.known(linesOf(place.group, content)));
    case 'bar': {
      const { volume, zone } = content;
      return barWords(volume, place.bin, zone, marksInBar(content, place.bin).count);
    }
    case 'none':
      return [];
  }
}

export function marksInBar({ volume, findings }: ChartContent, bin: number) {
  const { from, until } = volume.stretchOf(bin);
  return marksWithin(findings, epochSeconds(from), epochSeconds(until));
}

export function linesOf({ first }: MarkGroup, { findings }: ChartContent): readonly ViewLine[] {
  return first.map((index) => findings.lines[index] as ViewLine);
}

function groupWords({ count, severity }: MarkGroup, titles: readonly string[]): readonly string[] {
  const worst = severityWord(severityNames[severity]);
  const heading =
    count === 1 ? tell('1 anomaly · {0}', worst) : tell('{0} anomalies · worst: {1}', count, worst);
  const more = count - titles.length;
  return [heading, ...titles, ...(titles.length > 0 && more > 0 ? [tell('and {0} more', more)] : [])];
}

const mostKept = 1000;

/** Why lines are marked, asked for once each. */
export class MarkTitles {
  /** Another one with each result: what was asked of the one before is not said of this one. */
  private titles = new Map<number, string>();

  constructor(private readonly host: Host) {}

  known(lines: readonly ViewLine[]): readonly string[] {
    return lines.flatMap((line) => this.titles.get(line) || []);
  }

  /** Resolves whether there is something new to say. */
  async ask(lines: readonly ViewLine[]): Promise<boolean> {
    const { titles } = this;
    const missing = lines.filter((line) => !titles.has(line));
    if (missing.length === 0) return false;
    const answer = await this.host.call('findingTitles', missing);
    if (titles.size > mostKept) titles.clear();
    for (const [i, line] of missing.entries()) titles.set(line, answer[i] ?? '');
    return true;
  }

  clear(): void {
    this.titles = new Map();
  }
}
