import * as vscode from 'vscode';
import type { ModelPage } from '../../protocol/dashboard';
import { InputError } from '../../protocol/input-error';
import type { AnalysedLog, LogQuestions } from '../shared/analyses';
import { detectorName } from '../shared/finding-words';
import { standingSentences } from '../shared/label-measures';
import { formatNumber, localise } from '../shared/localise';
import { logName } from '../shared/log-name';
import type { ChosenLabels } from './chosen-labels';

/** What was learned of a log, and how it holds against labels where some were chosen. */
export async function modelPage(
  log: AnalysedLog,
  questions: LogQuestions,
  labels: ChosenLabels,
  signal: AbortSignal,
): Promise<ModelPage> {
  const { report } = log;
  return {
    facts: facts(log),
    sources: report.sources.map(({ path, role, format, records, timed }) => ({
      name: logName({ path }),
      role,
      format,
      records,
      timed,
    })),
    drift: report.drift && {
      ...report.drift,
      message: report.drift.message
        ? localise(report.drift.message)
        : vscode.l10n.t('The log still looks like its baseline.'),
    },
    evaluation: await evaluation(log, questions, labels, signal),
  };
}

function facts({ report, sensitivity, weights }: AnalysedLog): ModelPage['facts'] {
  const { overview, threshold, corrections } = report;
  const standing = standingSentences(report.labels, undefined, weights).map(localise).join(' · ');
  const number = (value: number) => formatNumber(value);
  return [
    { title: vscode.l10n.t('Records learned from'), value: number(overview.records) },
    { title: vscode.l10n.t('Templates'), value: number(overview.templates) },
    { title: vscode.l10n.t('Detectors'), value: overview.detectors.map(detectorName).join(', ') },
    {
      title: vscode.l10n.t('A finding begins at'),
      value: vscode.l10n.t('score {0}', threshold.toFixed(2)),
    },
    { title: vscode.l10n.t('Sensitivity'), value: sensitivityName(sensitivity) },
    { title: vscode.l10n.t('Labels'), value: standing === '' ? number(0) : standing },
    { title: vscode.l10n.t('Corrections of templates'), value: number(corrections.length) },
    { title: vscode.l10n.t('Seconds it took'), value: report.seconds.toFixed(1) },
  ];
}

function sensitivityName(sensitivity: AnalysedLog['sensitivity']): string {
  if (typeof sensitivity === 'number') return vscode.l10n.t('this log’s own');
  const names = {
    low: vscode.l10n.t('Low'),
    normal: vscode.l10n.t('Normal'),
    high: vscode.l10n.t('High'),
  };
  return names[sensitivity];
}

/** Of a file that was chosen, else of the labels given in the editor. Labels that do not fit are told once and forgotten. */
async function evaluation(
  { uri }: AnalysedLog,
  questions: LogQuestions,
  labels: ChosenLabels,
  signal: AbortSignal,
): Promise<ModelPage['evaluation']> {
  const path = labels.of(uri);
  if (path === undefined) return ownEvaluation(questions, signal);
  try {
    const measured = await questions.evaluate({ labels: path }, signal);
    return { ...measured, labels: logName({ path }), isOwn: false };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    labels.forget(uri);
    void vscode.window.showErrorMessage(localise(error.sentence));
    return null;
  }
}

/** Null where nothing is labelled. */
async function ownEvaluation(questions: LogQuestions, signal: AbortSignal): Promise<ModelPage['evaluation']> {
  const measured = await questions.labelMeasure(signal);
  return measured && { ...measured, labels: vscode.l10n.t('your labels'), isOwn: true };
}
