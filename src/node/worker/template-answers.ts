import type { AnalysisWorkerApi } from '../../protocol/analysis';
import type { Handlers } from '../../protocol/rpc';
import type { FinishedAnalysis } from '../analyse-logs';
import { openTexts } from '../files/source-texts';
import { templateLinesOf } from './analysis-report';
import { answerOf } from './time-answers';

type TemplateApi = Pick<
  AnalysisWorkerApi,
  | 'linesOfTemplate'
  | 'wordsOfTemplate'
  | 'parameterSummaries'
  | 'parametersOfLine'
  | 'templateOfLine'
  | 'mergeCandidates'
>;

/** What the worker answers of the templates of the logs analysed last. */
export function templateAnswers(analysed: () => FinishedAnalysis): Handlers<TemplateApi> {
  const templates = () => analysed().session.templates;
  return {
    linesOfTemplate: (request) => templateLinesOf(analysed(), request),
    wordsOfTemplate: ({ template, position }) => templates().wordsOfTemplate(template, position),
    async parameterSummaries({ template }, signal) {
      const { session, sources } = analysed();
      const texts = await openTexts(sources);
      return answerOf(session.templates.parameterSummaries(template, texts), signal);
    },
    async parametersOfLine({ source, line }, signal) {
      const { session, sources } = analysed();
      const texts = await openTexts(sources);
      return (await answerOf(session.templates.parametersOfLine(source, line, texts), signal)) ?? null;
    },
    templateOfLine: ({ source, line }) => templates().templateOfLine(source, line) ?? null,
    mergeCandidates: ({ template }) => templates().mergeCandidates(template),
  };
}
