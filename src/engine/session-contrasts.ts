import type { Contrast, ContrastQuestion } from './contrast/contrast';
import { contrastOf } from './contrast/contrast-of';
import type { Headline } from './headlines/headline';
import { headlinesOf } from './headlines/headlines-of';
import type { Analysis } from './model/analysis';
import { resolvedBound, type TimeBound } from './model/time-bound';
import type { SourceTexts } from './records/source-texts';
import type { SessionJudging } from './session-judging';
import type { SessionSources } from './session-sources';

/** Times, or how long before the log's end. */
export interface AskedWindow {
  readonly from: TimeBound;
  readonly until: TimeBound;
}

export interface AskedContrast extends Omit<ContrastQuestion, 'focus' | 'against'> {
  readonly focus: AskedWindow;
  /** Null: all of the log that is not in focus. */
  readonly against: AskedWindow | null;
}

/** What is different in a part of the logs, for which nothing needs to be judged, and what is to be known first of an analysis. */
export class SessionContrasts {
  constructor(
    private readonly sources: SessionSources,
    private readonly judging: SessionJudging,
  ) {}

  /** `texts` are read back where values are asked for. Yields the share done. */
  contrast(asked: AskedContrast, texts: SourceTexts): Generator<number, Contrast> {
    const { records, readers, miner, cutter, components } = this.sources;
    const resolved = ({ from, until }: AskedWindow) => ({
      from: resolvedBound(from, records, asked.clockOffsets),
      until: resolvedBound(until, records, asked.clockOffsets),
    });
    const against = asked.against && resolved(asked.against);
    const question = { ...asked, focus: resolved(asked.focus), against };
    return contrastOf({ records, readers, miner, cutter, components, texts }, question);
  }

  /** At most three. Yields the share done. */
  headlines(analysis: Analysis): Generator<number, readonly Headline[]> {
    const { records, miner, components } = this.sources;
    const known = this.judging.knownMessages?.map(({ signature }) => signature);
    return headlinesOf({ records, miner, components, known }, analysis);
  }
}
