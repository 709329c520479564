import type { TimeBins } from '../../../src/protocol/log-shape';
import { delayed } from '../../shared/delayed';
import type { Host } from '../host';
import { isSameRange } from '../model';
import type { TemplateId, TimeRange } from '../terms';

const restMs = 100;
const mostAsked = 200;
const mostKept = 5000;
const sparklineBins = 50;

export interface Sparkline {
  readonly bins: TimeBins;
  readonly counts: Uint32Array;
}

interface Known extends Sparkline {
  /** Of which result of the log. */
  readonly version: number;
}

/** When the records of templates came: asked for those that are seen once the scrolling rests, and kept while range and log stay. */
export class Sparklines {
  private readonly known = new Map<number, Known>();
  private wanted: readonly TemplateId[] = [];
  private range: TimeRange | null = null;
  private version = 0;
  private running: AbortController | undefined;
  private readonly rest = delayed(restMs, () => void this.ask());

  constructor(
    private readonly host: Pick<Host, 'call'>,
    private readonly arrived: () => void,
  ) {}

  /** What was known of another range goes; that of a former result is shown until the new is there. */
  reset(version: number, range: TimeRange | null): void {
    this.rest.drop();
    this.running?.abort();
    if (!isSameRange(range, this.range)) this.known.clear();
    this.range = range;
    this.version = version;
  }

  /** Undefined until it is known, and for ever where the records have no times. */
  of(template: TemplateId): Sparkline | undefined {
    return this.known.get(template);
  }

  want(templates: readonly TemplateId[]): void {
    this.wanted = templates.filter((id) => this.known.get(id)?.version !== this.version).slice(0, mostAsked);
    if (this.wanted.length > 0) this.rest.ask();
  }

  private async ask(): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    const templates = this.wanted;
    const window = this.range ?? { from: null, until: null };
    const request = { ...window, templates, bins: sparklineBins };
    // Where it fails the table says all else; the next row that is seen asks again.
    const answer = await this.host
      .call('templateSeries', request, { signal: running.signal })
      .catch(() => undefined);
    if (!answer?.bins || running.signal.aborted) return;
    if (this.known.size > mostKept) this.known.clear();
    const { bins, counts } = answer;
    const { version } = this;
    for (const [i, id] of templates.entries())
      this.known.set(id, { version, bins, counts: counts.subarray(i * bins.count, (i + 1) * bins.count) });
    this.arrived();
  }
}

/** Bars as one path in a box of so many pixels; whatever is there is seen. */
export function sparklinePath(counts: Uint32Array, width: number, height: number): string {
  const most = counts.reduce((high, count) => Math.max(high, count), 1);
  const step = width / counts.length;
  const parts: string[] = [];
  for (const [bin, count] of counts.entries()) {
    if (count === 0) continue;
    const tall = Math.max(1, (count / most) * height);
    const [x, y] = [round(bin * step), round(height - tall)];
    parts.push(`M${x} ${y}h${round(Math.max(1, step - 0.5))}V${height}H${x}z`);
  }
  return parts.join('');
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
