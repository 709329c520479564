import type * as vscode from 'vscode';
import { TextViewsClient } from '../node/text-views/text-views-client';
import { AnalysisWorkerClient } from '../node/worker/analysis-worker-client';
import { plainReading } from '../protocol/reading';
import { registerAnomaliesTree } from './anomalies-tree/register';
import { registerAnsi } from './ansi/register';
import { GoodDocuments } from './assistant/good-documents';
import { registerAssistant } from './assistant/register';
import { registerBaselines } from './baselines/register';
import { registerBigLog } from './big-log/register';
import { registerBookmarks } from './bookmarks/register';
import { registerCases } from './cases/register';
import { registerColumns } from './columns/register';
import { registerComparing } from './comparing/register';
import { registerCopying } from './copying/register';
import { registerCorrecting } from './correcting/register';
import { registerDashboard } from './dashboard/register';
import { registerDatasets } from './datasets/register';
import { registerDecorations } from './decorations/register';
import { registerDemo } from './demo/register';
import { registerDetect } from './detect/register';
import { registerFetched } from './fetched/register';
import { registerFollowing } from './following/register';
import { registerHighlights } from './highlights/register';
import { registerHover } from './hover/register';
import { registerIncidents } from './incidents/register';
import { registerLabelling, registerLabelMarks } from './labelling/register';
import { registerLessToRead } from './less-to-read/register';
import { registerLinks } from './links/register';
import { registerLogCode } from './log-code/register';
import { createLogThreads } from './log-threads';
import { registerMerging } from './merging/register';
import { registerMetrics } from './metrics/register';
import { registerModelEvaluation } from './model-evaluation/register';
import { registerModelTools } from './model-tools/register';
import { registerNavigation } from './navigation/register';
import { registerPicking } from './picking/register';
import { registerPrivacy } from './privacy/register';
import { registerQuerying } from './querying/register';
import { createRemoteLogs } from './remote-logs';
import { registerSemantic } from './semantic/register';
import { registerSensitivity } from './sensitivity/register';
import { AnalysedLogs } from './shared/analysed-logs';
import { registerContextKeys } from './shared/context-keys';
import { KeptReadings } from './shared/kept-readings';
import { LabelMeasures } from './shared/label-measures';
import { LogCorrections } from './shared/log-corrections';
import { LogEditors } from './shared/log-editors';
import { LogFiles, rotatedFilesOf } from './shared/log-files';
import { registerLogLifetime } from './shared/log-lifetime';
import { LogMetrics } from './shared/log-metrics';
import { MergeOrders } from './shared/merge-orders';
import { modelSettings } from './shared/model-settings';
import { registerOutput } from './shared/output';
import { Readings } from './shared/readings';
import { Settings } from './shared/settings';
import { WorkspaceConsent } from './shared/workspace-consent';
import { registerSourceLinks } from './source-links/register';
import { registerSources } from './sources/register';
import { registerStaleness } from './staleness/register';
import { registerStatusBar } from './status-bar/register';
import { registerStrangest } from './strangest/register';
import { registerTemplatesTree } from './templates-tree/register';
import { registerTime } from './time/register';
import { registerUnderstanding } from './understanding/register';

/** Composition only: what takes time waits until a command asks for it. */
export function activate(context: vscode.ExtensionContext): void {
  const workerPath = context.asAbsolutePath('dist/analysis-worker.js');
  const settings = new Settings();
  const output = registerOutput(context);
  const editors = new LogEditors();
  const kept = new KeptReadings(context.workspaceState);
  const readings = new Readings((uri) => ({ ...plainReading, zone: settings.current.zone, ...kept.of(uri) }));
  const analyses = new AnalysedLogs(
    (onProgress) => new AnalysisWorkerClient({ workerPath, onProgress }),
    editors,
    readings,
  );
  const consent = new WorkspaceConsent(context.workspaceState);
  const { remote, ...remoteParts } = createRemoteLogs(context);
  const metrics = new LogMetrics(context.workspaceState, {
    ...remoteParts,
    ask: remoteParts.questions.metrics,
  });
  const files = new LogFiles((path) => rotatedFilesOf(path, workerPath), remote);
  const corrections = new LogCorrections(context.globalStorageUri, consent);
  const orders = new MergeOrders({
    analyses,
    files,
    start: (onShare) =>
      new AnalysisWorkerClient({ workerPath, onProgress: ({ percent }) => onShare(percent / 100) }),
    formatRules: async (uri) => (await corrections.forRun(uri)).formatRules ?? [],
  });
  const logThreads = createLogThreads(context, { analyses, readings, files, orders });
  context.subscriptions.push(settings, editors, readings, analyses, corrections, orders, metrics);
  context.subscriptions.push(readings.onDidChange((change) => kept.keep(change)));

  registerContextKeys(context, analyses);
  registerPrivacy(context);
  registerLogLifetime(context, analyses);
  registerLogLifetime(context, readings);
  registerLogLifetime(context, kept);
  registerLogLifetime(context, remote);
  registerLogLifetime(context, metrics);
  registerDetect(context, { analyses, corrections, settings, output, files });
  registerLabelMarks(context, analyses);
  registerDecorations(context, analyses, settings);
  registerHover(context, analyses, settings);
  registerNavigation(context, analyses, settings, editors);
  registerStatusBar(context, analyses);
  registerStaleness(context, analyses);
  registerStrangest(context, analyses);
  registerSensitivity(context, analyses, settings, output);
  const measures = new LabelMeasures();
  context.subscriptions.push(measures);
  registerAnomaliesTree(context, analyses, measures);
  const shownIncident = registerIncidents(context, analyses);
  registerBaselines(context, analyses, output);
  const compared = registerComparing(context, { analyses, corrections, files, settings, output, workerPath });
  registerTemplatesTree(context, analyses, registerSemantic(context, { analyses, editors, output }));
  const labels = registerLabelling(context, {
    ...{ analyses, editors, consent, corrections, measures, shownIncident },
  });
  registerCorrecting(context, analyses, corrections);
  registerUnderstanding(context, analyses, corrections, editors);
  const views = new TextViewsClient(context.asAbsolutePath('dist/text-views-worker.js'));
  context.subscriptions.push(views);
  registerAnsi(context, settings, views);
  registerColumns(context, { views, readings, threads: logThreads.threads });
  registerCopying(context, editors, views);
  registerFollowing(context, analyses);
  registerLinks(context, analyses);
  registerLogCode(context, {
    analyses,
    editors,
    settings,
    workerPath: context.asAbsolutePath('dist/log-code-worker.js'),
  });
  registerTime(context, { analyses, readings, settings });
  registerMerging(context, { orders, files, readings, output });
  registerBigLog(context, {
    ...{ analyses, readings, editors, settings, output, compared, labels, remote },
    ...logThreads,
  });
  registerLessToRead(context, { analyses, readings, editors, settings, consent, ...logThreads });
  registerHighlights(context, { analyses, readings, editors });
  registerBookmarks(context, { analyses, readings, editors, consent, ...logThreads });
  registerCases(context, { analyses, readings, ...logThreads });
  registerSources(context, remoteParts);
  registerQuerying(context, remoteParts);
  registerPicking(context, remoteParts);
  registerMetrics(context, { ...remoteParts, metrics });
  registerFetched(context, { remote });
  registerSourceLinks(context, {
    ...{ analyses, readings, editors, threads: logThreads.threads },
    sources: remoteParts.sources,
  });
  registerDatasets(context, { analyses, consent, output });
  registerModelEvaluation(context, { output });
  registerDashboard(context, { analyses, readings, compared, metrics, settings, output });
  registerAssistant(
    context,
    {
      ...remoteParts,
      analyses,
      compared,
      metrics,
      output,
      workerPath,
      fetch: remoteParts.questions.fetch,
      secrets: context.secrets,
      extensionUri: context.extensionUri,
      storageUri: context.storageUri ?? context.globalStorageUri,
    },
    editors,
  );
  const good = new GoodDocuments({ analyses, compared, workerPath });
  context.subscriptions.push(good);
  registerModelTools(context, { analyses, good, limits: () => ({ ...modelSettings(), toolTokens: 1500 }) });
  registerDemo(context);
}
