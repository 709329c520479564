import { basename } from 'node:path';
import type { ExportPlan } from '../../engine/dataset/export/plan-export';
import type { AnalyseRequest, AnalysisHostApi, AnalysisWorkerApi } from '../../protocol/analysis';
import type { DatasetPreview, DatasetRequest, ExportDatasetRequest } from '../../protocol/dataset';
import { InputError } from '../../protocol/input-error';
import type { Handlers, Rpc } from '../../protocol/rpc';
import type { FinishedAnalysis } from '../analyse-logs';
import { exportDataset, type PlanTask, plannedExport } from '../datasets/export-dataset';
import { emptyPreview, previewOf } from '../datasets/preview-dataset';
import { type DatasetSource, exportTaskOf, planTaskOf, previewTaskOf } from './dataset-tasks';

type DatasetApi = Pick<AnalysisWorkerApi, 'previewDataset' | 'exportDataset'>;

interface JudgedLog extends Pick<DatasetSource, 'finished'> {
  readonly request: AnalyseRequest | undefined;
}

interface KeptPlan {
  readonly analysis: FinishedAnalysis['analysis'];
  readonly terms: string;
  readonly plan: ExportPlan;
}

/** What the worker answers of data sets made of the log analysed last. */
export function datasetAnswers(
  judged: () => Promise<JudgedLog>,
  host: () => Pick<Rpc<AnalysisWorkerApi, AnalysisHostApi>, 'call' | 'notify'>,
): Handlers<DatasetApi> {
  let kept: KeptPlan | undefined;
  const analysed = async (): Promise<DatasetSource> => {
    const { finished, request } = await judged();
    if (request === undefined) throw new Error('Nothing has been analysed yet.');
    return { finished, request };
  };
  /** What is changed most, format, language and masking, changes no plan. */
  const planOf = async (task: PlanTask, request: DatasetRequest): Promise<ExportPlan> => {
    const { analysis } = task.finished;
    const terms = termsOf(task, request);
    if (kept?.analysis === analysis && kept.terms === terms) return kept.plan;
    const plan = await plannedExport(task);
    kept = { analysis, terms, plan };
    return plan;
  };
  return {
    async previewDataset(request, signal) {
      const source = await analysed();
      try {
        const task = await planTaskOf(source, request, signal);
        const plan = await planOf(task, request);
        const preview = await previewOf(plan, { ...task, ...(await previewTaskOf(source, request, signal)) });
        return withProblem(preview, task);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        return { ...emptyPreview, problem: { code: error.code, sentence: error.sentence } };
      }
    },
    async exportDataset(request: ExportDatasetRequest, signal) {
      const task = await exportTaskOf(await analysed(), request, {
        signal,
        onShare: (share) => host().notify('exporting', share),
        draft: (prompt, cancelled) => host().call('draft', prompt, { signal: cancelled }),
      });
      refuseUnlabelled(task);
      const { card } = await exportDataset(task);
      return card;
    },
  };
}

/** By the labels too: a file of them may have been written meanwhile. */
function termsOf({ labels, takesFindings, settings }: PlanTask, { labels: path }: DatasetRequest): string {
  return JSON.stringify([path, labels?.labels, takesFindings, settings]);
}

/** All that is shown is normal then: it is shown what labels are missing from. */
function withProblem(preview: DatasetPreview, task: PlanTask): DatasetPreview {
  if (preview.problem !== null || !isUnlabelled(task)) return preview;
  const { code, sentence } = unlabelledProblem(task);
  return { ...preview, problem: { code, sentence } };
}

function refuseUnlabelled(task: PlanTask): void {
  if (isUnlabelled(task)) throw unlabelledProblem(task);
}

function isUnlabelled({ labels, takesFindings, finished }: PlanTask): boolean {
  return labels === undefined && !takesFindings && finished.analysis.labels.covered === 0;
}

function unlabelledProblem({ paths }: PlanTask): InputError {
  return new InputError({
    code: 'nothing-labelled-here',
    sentence: {
      pattern:
        'Nothing says what is anomalous in {0}. Label some of its lines, choose a file of labels, or take what Oddline found.',
      values: [paths.map((path) => basename(path)).join(', ')],
    },
  });
}
