import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Sentence } from '../../engine/model/finding';
import type { GenerateDatasetRequest, GeneratedReport } from '../../protocol/dataset';
import { formatNumber, localise } from '../shared/localise';
import { askFolder } from './choose-files';
import { usualParent } from './chosen-files';
import { folderWithin } from './folder-within';
import { askWishes, type GenerateWishes } from './generate-wishes';
import type { DatasetParts } from './parts';
import { agreedFolder } from './replaced-folder';
import { tellTrouble, withTask } from './with-task';
import { folderName, tellWritten } from './written';

const usualServices = 8;
const usualAnomalies = 0.3;
const named = 'Generating a data set';

/** Asks what and where, makes it in a thread of its own, says where it is. */
export async function generate({ client, extension, output }: DatasetParts): Promise<void> {
  const wishes = await askWishes();
  if (!wishes) return;
  const chosen = await askFolder(vscode.l10n.t('Where to write the data set'), usualParent());
  if (chosen === undefined) return;
  try {
    const out = await folderWithin(chosen, nameOf(wishes));
    const agreed = await agreedFolder(out, []);
    if (!agreed) return;
    const request: GenerateDatasetRequest = {
      ...{ ...wishes, ...agreed, out, services: usualServices, anomalies: usualAnomalies },
      installation: extension.extensionUri.fsPath,
      version: String(extension.packageJSON.version),
    };
    const title = vscode.l10n.t('Generating the data set {0}', folderName(out));
    const report = await withTask({ title, named }, output, (handle) => client.generate(request, handle));
    if (!report) return;
    const text = localise(madeSentence(folderName(out), report));
    void tellWritten({ text, folder: out, ...placesOf(wishes, out) });
  } catch (error) {
    tellTrouble(error, named, output);
  }
}

function madeSentence(folder: string, { sequences, anomalous, leaks }: GeneratedReport): Sentence {
  const values = [folder, formatNumber(sequences), formatNumber(anomalous)];
  if (leaks === null)
    return { pattern: 'The data set is in {0}. Sequences: {1}, of them anomalous: {2}.', values };
  return {
    pattern: 'The data set is in {0}. Sequences: {1}, of them anomalous: {2}, in more than one part: {3}.',
    values: [...values, leaks],
  };
}

function nameOf({ preset, format, language, seed }: GenerateWishes): string {
  return `oddline-${preset ?? format}-${language}-${seed}`;
}

function placesOf({ preset, format }: GenerateWishes, out: string) {
  if (preset === 'study') return { card: join('sequences', 'data-card.md') };
  const card = 'data-card.md';
  if (format !== 'log') return { card };
  return { card, opens: { label: vscode.l10n.t('Open Log'), path: join(out, 'services.log') } };
}
