import * as vscode from 'vscode';
import type { CaseFile, CaseLog, CaseSource } from '../../node/cases/case-file';
import { contentKeyOfFile, type LocatedSource, locateSource } from '../../node/cases/locate-source';
import { readCase } from '../../node/cases/read-case';
import { failureText } from '../shared/failure-text';
import { logName } from '../shared/log-name';
import { isGathered, mergeUri, setUri } from '../shared/log-uri';
import { sourcePlaceOf } from '../shared/source-lines';
import type { CaseParts } from './case-logs';
import { tellChanges, type WhatBecame } from './changes';
import { together } from './pins';
import { restoredReading } from './restored-reading';
import { caseEnding } from './save-case';

type Asked = 'yes' | 'given up';

/** Resolves with the logs opened; empty when given up or failed, which is told. */
export async function openCase(argument: unknown, parts: CaseParts): Promise<readonly vscode.Uri[]> {
  const file = argument instanceof vscode.Uri ? argument : await chooseCase();
  if (!file) return [];
  try {
    return await opened(file, await readCase(file.fsPath), parts);
  } catch (error) {
    void vscode.window.showErrorMessage(failureText(error));
    return [];
  }
}

async function chooseCase(): Promise<vscode.Uri | undefined> {
  const filters = { [vscode.l10n.t('Oddline case')]: [caseEnding.slice(1)] };
  return (await vscode.window.showOpenDialog({ title: vscode.l10n.t('Open a case'), filters }))?.[0];
}

async function opened(
  file: vscode.Uri,
  { logs, savedAt }: CaseFile,
  parts: CaseParts,
): Promise<vscode.Uri[]> {
  const uris: vscode.Uri[] = [];
  const became: WhatBecame[] = [];
  for (const log of logs) {
    const located = await locateAll(file, log);
    const uri = uriOf(log, located);
    if (uri === undefined) {
      became.push({ log, located, found: 0 });
      continue;
    }
    uris.push(uri);
    became.push({ log, located, found: await restore(uri, log, located, parts) });
  }
  await tellChanges(savedAt, became);
  return uris;
}

/** Once for each file that is nowhere to be found. */
async function locateAll(file: vscode.Uri, { sources }: CaseLog): Promise<(LocatedSource | undefined)[]> {
  const located: (LocatedSource | undefined)[] = [];
  for (const source of sources)
    located.push((await locateSource(file.fsPath, source)) ?? (await askFor(source)));
  return located;
}

async function askFor(source: CaseSource): Promise<LocatedSource | undefined> {
  const find = vscode.l10n.t('Find It…');
  const text = vscode.l10n.t(
    '{0} is neither beside the case nor where it was ({1}).',
    logName(source),
    source.path,
  );
  const answer: Asked =
    (await vscode.window.showWarningMessage(text, { modal: true }, find)) === find ? 'yes' : 'given up';
  if (answer === 'given up') return undefined;
  const [chosen] = (await vscode.window.showOpenDialog({ title: logName(source) })) ?? [];
  if (!chosen) return undefined;
  const isSame = (await contentKeyOfFile(chosen.fsPath)) === source.contentKey;
  return { path: chosen.fsPath, change: isSame ? 'moved' : 'rewritten' };
}

function uriOf(
  { kind, name }: CaseLog,
  located: readonly (LocatedSource | undefined)[],
): vscode.Uri | undefined {
  const files = located.flatMap((one) => (one ? [vscode.Uri.file(one.path)] : []));
  const newest = files.at(-1);
  if (newest === undefined) return undefined;
  if (kind === 'set') return setUri(newest);
  return kind === 'merge' ? mergeUri(name, files) : newest;
}

async function show(uri: vscode.Uri): Promise<void> {
  if (isGathered(uri)) await vscode.commands.executeCommand('vscode.openWith', uri, 'oddline.bigLog');
  else await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
}

/**
 * How many of the marks stand on their lines; the others are left out, as a mark on another line would say what is not so. What the
 * reader had marked stays. The tab stays: a preview's next neighbour would take the case's place.
 */
async function restore(
  uri: vscode.Uri,
  { reading }: CaseLog,
  located: readonly (LocatedSource | undefined)[],
  { threads, readings }: CaseParts,
): Promise<number> {
  const lines = await threads.open(uri);
  try {
    const paths = lines.sources().map(({ path }) => path);
    const restored = restoredReading(
      reading,
      located.map((one) => (one ? paths.indexOf(vscode.Uri.file(one.path).fsPath) : -1)),
    );
    await show(uri);
    readings.change(uri, { ...restored, bookmarks: readings.of(uri).bookmarks });
    const { sourceLines } = await lines.client.indexed();
    const found = await lines.client.findPlaces(restored.bookmarks);
    const bookmarks = restored.bookmarks.flatMap((bookmark, i) => {
      const line = found[i];
      return line === null ? [] : [{ ...bookmark, ...sourcePlaceOf(line, sourceLines) }];
    });
    readings.change(uri, { bookmarks: together(bookmarks, readings.of(uri).bookmarks) });
    return bookmarks.length;
  } finally {
    lines.dispose();
  }
}
