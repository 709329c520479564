import type { Contrast, ContrastQuestion } from './contrast/contrast';
import { contrastOf } from './contrast/contrast-of';
import type { SourceTexts } from './records/source-texts';
import type { SessionSources } from './session-sources';

/** What is different in a part of the logs; nothing needs to be judged for it. */
export class SessionContrasts {
  constructor(private readonly sources: SessionSources) {}

  /** `texts` are read back where values are asked for. Yields the share done. */
  contrast(question: ContrastQuestion, texts: SourceTexts): Generator<number, Contrast> {
    const { records, readers, miner, cutter, components } = this.sources;
    return contrastOf({ records, readers, miner, cutter, components, texts }, question);
  }
}
