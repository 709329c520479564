import type { TemplateSummary, TemplateWord } from '../../engine/model/analysis';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { answered } from './gesture';

export interface PositionWords {
  readonly position: number;
  /** The commonest first. */
  readonly words: readonly TemplateWord[];
}

/** The words kept of each position at which messages of the template differ; undefined where that was not answered. */
export function wordsByPosition(
  analyses: Analyses,
  { uri }: AnalysedLog,
  { id, parameters }: TemplateSummary,
): Promise<readonly PositionWords[] | undefined> {
  const positions = [...new Set(parameters.map(({ position }) => position))];
  const wordsAt = async (position: number) => {
    const words = await analyses.ask(uri).wordsOfTemplate({ template: id, position });
    return { position, words };
  };
  return answered(uri, () => Promise.all(positions.map(wordsAt)));
}
