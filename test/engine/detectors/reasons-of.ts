import type { DetectorId } from '../../../src/engine/model/finding';
import { Session } from '../../../src/engine/session';
import type { SessionOptions } from '../../../src/engine/session-values';
import { finish } from '../log-builder';
import { textsOf } from '../source-texts';

const referenceSeconds = Date.UTC(2026, 10, 21) / 1000;

/** What one detector said of a log's findings. */
export interface Said {
  readonly line: number;
  readonly score: number;
  /** In English, values put in. */
  readonly text: string;
}

export interface JudgedText {
  readonly log: readonly string[];
  readonly baseline?: readonly string[];
  readonly options?: SessionOptions;
}

/** The reasons a detector gives in the findings of a log, and what it could not judge. */
export function reasonsOf(detector: DetectorId, { log, baseline, options }: JudgedText) {
  const session = new Session({ sensitivity: 'high', ...options });
  const texts = [log, ...(baseline === undefined ? [] : [baseline])].map((lines) => `${lines.join('\n')}\n`);
  for (const [index, text] of texts.entries()) {
    session.openSource({ path: 'app.log', role: index === 0 ? 'log' : 'baseline', referenceSeconds });
    session.push(new TextEncoder().encode(text));
    session.closeSource();
  }
  const { findings, overview } = finish(session.analyse(textsOf(...texts)));
  const said: Said[] = findings.flatMap(({ line, reasons }) =>
    reasons
      .filter((reason) => reason.detector === detector)
      .map(({ score, message }) => ({ line, score, text: told(message) })),
  );
  return { said, notJudged: overview.notJudged.map(told) };
}

function told({ pattern, values }: { pattern: string; values: readonly (string | number)[] }): string {
  return pattern.replace(/\{(\d)\}/g, (_, index) => `${values[Number(index)]}`);
}
