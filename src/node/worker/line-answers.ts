import type { LineIndex } from '../../engine/model/units';
import type { AnalysisWorkerApi } from '../../protocol/analysis';
import type { LineFacts, RecordDetails } from '../../protocol/line-facts';
import type { ViewLine } from '../../protocol/log-lines';
import type { Handlers } from '../../protocol/rpc';
import { openTexts } from '../files/source-texts';
import type { ReadLogs } from '../merging/merged-text';
import { pause } from '../pause';

type LinesApi = Pick<AnalysisWorkerApi, 'factsOfLines' | 'detailsOfLine' | 'shownLines' | 'volumeStrip'>;

const shareEveryMs = 100;
/** Columns are walked so long before waiting messages are let in. */
const stepMs = 20;
const mostStretches = 10_000;

/** What the worker answers of the lines of logs that were read. Logs stand before baselines: a line of the view is one of the session. */
export function lineAnswers(read: () => ReadLogs, onShare: (share: number) => void): Handlers<LinesApi> {
  return {
    factsOfLines(asked) {
      const { lines } = read().session;
      return asked.map((line) => (lines.facts(indexOf(line)) as LineFacts | undefined) ?? null);
    },
    async detailsOfLine(line) {
      const { session, sources } = read();
      const texts = await openTexts(sources);
      return (session.lines.details(indexOf(line), texts) as RecordDetails | undefined) ?? null;
    },
    async shownLines(request, signal) {
      const { session, sources } = read();
      return stepped(session.lines.shown(request, await openTexts(sources)), signal, onShare);
    },
    volumeStrip({ buckets, clockOffsets }, signal) {
      const stretches = Math.max(1, Math.min(mostStretches, Math.floor(buckets)));
      return stepped(read().session.lines.levelCounts(stretches, clockOffsets), signal);
    },
  };
}

async function stepped<Answer>(
  steps: Generator<number, Answer>,
  signal: AbortSignal,
  onShare?: (share: number) => void,
): Promise<Answer> {
  let pausedAt = Date.now();
  let toldAt = pausedAt;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    const now = Date.now();
    if (now - toldAt >= shareEveryMs) {
      toldAt = now;
      onShare?.(step.value);
    }
    if (now - pausedAt < stepMs) continue;
    await pause(signal);
    pausedAt = Date.now();
  }
}

function indexOf(line: ViewLine): LineIndex {
  return line as number as LineIndex;
}
