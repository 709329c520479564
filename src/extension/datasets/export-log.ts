import * as vscode from 'vscode';
import { draftSentences } from '../../node/datasets/drafts/draft-sentences';
import type { AnalyseRequest } from '../../protocol/analysis';
import type { DatasetChoices, DatasetPreview, DatasetRequest } from '../../protocol/dataset';
import { formatNumber, localise } from '../shared/localise';
import { ownPatterns } from '../shared/privacy-settings';
import type { ChosenFiles } from './chosen-files';
import { agreedModel, hidesFromModel } from './drafting';
import type { DatasetParts } from './parts';
import { agreedFolder } from './replaced-folder';
import { storesOf } from './stores';
import { tellTrouble, withTask } from './with-task';
import { folderName, tellWritten } from './written';

/** The choices of the page, with what of this machine belongs to them. */
export function requestOf(
  log: vscode.Uri,
  choices: DatasetChoices,
  files: ChosenFiles,
  { extension }: Pick<DatasetParts, 'extension'>,
): DatasetRequest {
  const { labels, instructions } = files.of(log);
  const redacts = choices.redacts || (choices.drafts && hidesFromModel());
  const installation = extension.extensionUri.fsPath;
  return { ...choices, redacts, labels, instructions, patterns: ownPatterns(), installation };
}

export interface ExportWishes {
  readonly choices: DatasetChoices;
  readonly files: ChosenFiles;
  /** What was seen of it last. */
  readonly preview: DatasetPreview | undefined;
}

/** Asks before anything is sent or replaced; says what came of it. */
export async function exportLog(
  log: vscode.Uri,
  { choices, files, preview }: ExportWishes,
  parts: DatasetParts,
): Promise<void> {
  const { analyses, output, extension } = parts;
  const out = files.folderOf(log);
  const named = 'Exporting a data set';
  try {
    const agreed = await agreedFolder(out, sourcesOf(analyses.requestOf(log)));
    if (!agreed) return;
    const model = await agreedModel(choices, preview, parts);
    if (model === undefined) return;
    const request = {
      ...requestOf(log, choices, files, parts),
      ...{ out, ...agreed, version: String(extension.packageJSON.version) },
      stores: await storesOf(log, parts),
      drafting: model?.drafting ?? null,
    };
    const title = vscode.l10n.t('Writing the data set {0}', folderName(out));
    const card = await withTask({ title, named }, output, (handle) =>
      analyses.ask(log).exportDataset(request, { ...handle, ...(model && { draft: model.draft }) }),
    );
    if (!card) return;
    const sequences = card.files.reduce((sum, file) => sum + file.sequences, 0);
    const masked = Object.values(card.masking.masked).reduce((sum, count) => sum + count, 0);
    const text = localise({
      pattern: 'The data set is in {0}. Sequences: {1}, secrets masked: {2}.',
      values: [folderName(out), formatNumber(sequences), formatNumber(masked)],
    });
    const drafts = card.drafts === undefined ? [] : draftSentences(card.drafts).map(localise);
    void tellWritten({ text: [text, ...drafts].join(' '), folder: out, card: 'data-card.md' });
  } catch (error) {
    tellTrouble(error, named, output);
  }
}

/** Files that must not be lost. */
function sourcesOf(request: AnalyseRequest | undefined): readonly string[] {
  if (request?.input.kind === 'file') return [request.input.path];
  return request?.input.kind === 'files' ? request.input.files.map(({ path }) => path) : [];
}
