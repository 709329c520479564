import type { AnalysisWorkerApi } from '../../protocol/analysis';
import type { LabelLogApi } from '../../protocol/labels';
import type { Handlers } from '../../protocol/rpc';
import type { FinishedAnalysis } from '../analyse-logs';
import { writtenEvaluation } from './lane-answers';
import { steadyAnswer } from './steady-answer';

type LabelApi = Omit<Pick<AnalysisWorkerApi, keyof LabelLogApi>, 'pushLabels'>;

/** Groups worth a label that are told at once; more nobody goes through. */
const mostProposals = 500;

/** What the worker answers of labels in the log analysed last, once no change of it goes on. Logs stand before baselines: a line of the view is one of the session. */
export function labelAnswers(analysed: () => Promise<Pick<FinishedAnalysis, 'session'>>): Handlers<LabelApi> {
  return {
    async labelChoices({ source, line }, signal) {
      const { session } = await analysed();
      return steadyAnswer(session, () => session.labels.choicesOf(source, line), signal);
    },
    async recordSubjects({ lines }, signal) {
      const { session } = await analysed();
      return steadyAnswer(session, () => session.labels.recordSubjects(lines), signal);
    },
    async sessionSubjects({ names }, signal) {
      const { session } = await analysed();
      return steadyAnswer(session, () => session.labels.sessionSubjects(names), signal);
    },
    async labelsOfLines({ lines }) {
      return (await analysed()).session.labels.labelsOfLines(lines);
    },
    async nextToLabel({ passed, limit }, signal) {
      const { session } = await analysed();
      const wanted = { passed, limit: Math.min(mostProposals, limit) };
      return steadyAnswer(session, () => session.labels.nextToLabel(wanted), signal);
    },
    async learnWeights(_, signal) {
      const { session } = await analysed();
      return steadyAnswer(session, () => session.labels.learnWeights(), signal);
    },
    async labelMeasure(_, signal) {
      const { session } = await analysed();
      const found = await steadyAnswer(session, () => session.labels.measure(), signal);
      return found && writtenEvaluation(found);
    },
  };
}
