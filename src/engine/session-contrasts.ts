import type { Contrast, ContrastQuestion } from './contrast/contrast';
import { contrastOf } from './contrast/contrast-of';
import type { Headline } from './headlines/headline';
import { headlinesOf } from './headlines/headlines-of';
import type { Analysis } from './model/analysis';
import type { SourceTexts } from './records/source-texts';
import type { SessionJudging } from './session-judging';
import type { SessionSources } from './session-sources';

/** What is different in a part of the logs, for which nothing needs to be judged, and what is to be known first of an analysis. */
export class SessionContrasts {
  constructor(
    private readonly sources: SessionSources,
    private readonly judging: SessionJudging,
  ) {}

  /** `texts` are read back where values are asked for. Yields the share done. */
  contrast(question: ContrastQuestion, texts: SourceTexts): Generator<number, Contrast> {
    const { records, readers, miner, cutter, components } = this.sources;
    return contrastOf({ records, readers, miner, cutter, components, texts }, question);
  }

  /** At most three. Yields the share done. */
  headlines(analysis: Analysis): Generator<number, readonly Headline[]> {
    const { records, miner, components } = this.sources;
    const known = this.judging.knownMessages?.map(({ signature }) => signature);
    return headlinesOf({ records, miner, components, known }, analysis);
  }
}
