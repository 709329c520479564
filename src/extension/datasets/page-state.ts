import * as vscode from 'vscode';
import type { DatasetChoices, DatasetPageState } from '../../protocol/dataset';
import { localise } from '../shared/localise';
import { logName } from '../shared/log-name';
import { modelSettings } from '../shared/model-settings';
import { redactionOf } from '../shared/privacy-settings';
import type { ChosenFiles } from './chosen-files';
import { shownModel } from './drafting';
import type { DatasetParts } from './parts';

/** A complete snapshot. */
export function pageState(
  log: vscode.Uri,
  files: ChosenFiles,
  { analyses }: Pick<DatasetParts, 'analyses'>,
  told: Pick<DatasetPageState, 'version' | 'isExporting' | 'texts'>,
): DatasetPageState {
  const { labels, instructions } = files.of(log);
  const given = labelsOf(log, analyses);
  return {
    ...told,
    name: logName(log),
    uri: log.toString(),
    status: statusOf(log, analyses),
    labels: given,
    labelsFile: nameOf(labels),
    instructionsFile: nameOf(instructions),
    folder: files.folderOf(log),
    redactionForced: forced(),
    model: shownModel(modelSettings()),
    usual: usualChoices(given),
  };
}

function statusOf(log: vscode.Uri, analyses: DatasetParts['analyses']): DatasetPageState['status'] {
  if (analyses.isRunning(log)) return 'running';
  const known = analyses.get(log);
  if (!known) return 'none';
  return known.stale ? 'stale' : 'done';
}

/** Those that speak of a record that is here. */
function labelsOf(log: vscode.Uri, analyses: DatasetParts['analyses']): number {
  const { records } = analyses.get(log)?.report.labels.matches ?? { records: new Uint32Array() };
  return records.filter((count) => count > 0).length;
}

function nameOf(path: string | null): string | null {
  return path === null ? null : logName({ path });
}

/** A data set is made to be given to others, whoever they are. */
function forced(): string | null {
  const { decidedBy, sentence } = redactionOf({ kind: 'remote', host: '' });
  return decidedBy === 'policy' ? localise(sentence) : null;
}

/** Of a log nobody labelled there is what Oddline found. */
function usualChoices(labels: number): DatasetChoices {
  return {
    format: 'alpaca',
    unit: { kind: 'windows', least: 6, most: 15 },
    takesFindings: labels === 0,
    balances: false,
    labelledOnly: false,
    splitBy: 'random',
    shares: { train: 80, validation: 10, test: 10 },
    language: vscode.env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en',
    redacts: true,
    maxTokens: null,
    seed: 1,
    drafts: false,
  };
}
