import { loadPatterns } from '../../engine/detectors/rules/pattern-search';
import type { EvidenceFocus } from '../../engine/model/evidence-pack';
import { failed } from '../../engine/tools/tool-answer';
import type { AnalysisWorkerApi, ComparisonReport } from '../../protocol/analysis';
import type { AssistantLogApi, EvidenceRequest, GoodLog } from '../../protocol/assistant-log';
import { InputError } from '../../protocol/input-error';
import type { Handlers } from '../../protocol/rpc';
import { sentenceText } from '../../protocol/sentence';
import type { FinishedAnalysis } from '../analyse-logs';
import { openTexts } from '../files/source-texts';
import type { ReadLogs } from '../merging/merged-text';
import { citedRecord } from './cited-records';
import { steadyAnswer } from './steady-answer';

type AssistantApi = Pick<AnalysisWorkerApi, keyof AssistantLogApi>;

const mostCited = 200;

/** The comparison made last: pages of one are not compared for again. */
interface Compared {
  readonly analysed: FinishedAnalysis;
  readonly good: string;
  readonly report: ComparisonReport;
}

/** What the worker answers whoever asks a model about the log analysed last; of records also of logs that were only read. Lines are those of the view. */
export function assistantAnswers(
  read: () => ReadLogs,
  analysed: () => Promise<FinishedAnalysis>,
  compare: (good: readonly string[], signal: AbortSignal) => Promise<ComparisonReport>,
): Handlers<AssistantApi> {
  let last: Compared | undefined;
  const comparison = async (log: FinishedAnalysis, { paths }: GoodLog, signal: AbortSignal) => {
    const good = JSON.stringify(paths);
    if (last?.analysed !== log || last.good !== good)
      last = { analysed: log, good, report: await compare(paths, signal) };
    return last.report;
  };
  return {
    async runTool({ tool, arguments: given, budget, good }, signal) {
      await loadPatterns();
      const log = await analysed();
      const { analysis, session, sources } = log;
      const use = { tool, arguments: given, budget };
      const means = { analysis, texts: await openTexts(sources), say: sentenceText };
      if (good === undefined || tool !== 'compare_logs')
        return steadyAnswer(session, () => session.tools.run(use, means), signal);
      try {
        const compared = { ...(await comparison(log, good, signal)), document: good.document };
        return await steadyAnswer(session, () => session.tools.run(use, { ...means, compared }), signal);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        return failed(`The good log cannot be compared with. ${error.message}`, budget);
      }
    },
    async evidencePack({ budget, focus }, signal) {
      const { analysis, session, sources } = await analysed();
      const texts = await openTexts(sources);
      const options = { budget, focus: focusOf(focus), incidents: analysis.incidents };
      return steadyAnswer(session, () => session.evidenceOfAll(texts, options), signal);
    },
    async citedRecords(lines) {
      const log = read();
      const texts = await openTexts(log.sources);
      const files = log.session.lines.files();
      return lines.slice(0, mostCited).map((line) => citedRecord(log, texts, files, line));
    },
  };
}

function focusOf(focus: EvidenceRequest['focus']): EvidenceFocus | undefined {
  if (focus === null || 'firstLine' in focus) return focus ?? undefined;
  const { from, until } = focus;
  return { from: from === null ? null : BigInt(from), until: until === null ? null : BigInt(until) };
}
