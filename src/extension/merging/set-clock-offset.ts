import * as vscode from 'vscode';
import { sourceNames } from '../../node/merging/source-names';
import { clockOffsetText, parseClockOffset } from '../../protocol/clock-offset';
import { activeUri } from '../shared/active-uri';
import type { LogFiles } from '../shared/log-files';
import { isMerge } from '../shared/log-uri';
import type { Readings } from '../shared/readings';

interface SourceItem extends vscode.QuickPickItem {
  readonly source: number;
}

/** Asks whose clock was wrong, and by how much; the merge in front is put into its new order at once. */
export async function setClockOffset(files: LogFiles, readings: Readings): Promise<void> {
  const uri = activeUri();
  if (!uri || !isMerge(uri)) return;
  const paths = (await files.of(uri)).map(({ path }) => path);
  const { clockOffsets } = readings.of(uri);
  const sources = await chooseSources(paths, clockOffsets);
  if (!sources || sources.length === 0) return;
  const offset = await askOffset(clockOffsets[sources[0]] ?? 0);
  if (offset === undefined) return;
  const changed = paths.map((_, source) => (sources.includes(source) ? offset : (clockOffsets[source] ?? 0)));
  readings.change(uri, { clockOffsets: changed });
}

/** Several clocks can be wrong by the same: files of one machine. */
async function chooseSources(
  paths: readonly string[],
  clockOffsets: readonly number[],
): Promise<readonly number[] | undefined> {
  const items = sourceNames(paths).map((label, source): SourceItem => {
    const offset = clockOffsets[source] ?? 0;
    return {
      label,
      source,
      detail: paths[source],
      ...(offset !== 0 && { description: clockOffsetText(offset) }),
    };
  });
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Set Clock Offset'),
    placeHolder: vscode.l10n.t('The logs whose clock was wrong'),
    canPickMany: true,
    matchOnDetail: true,
  });
  return chosen?.map(({ source }) => source);
}

async function askOffset(current: number): Promise<number | undefined> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Set Clock Offset'),
    prompt: vscode.l10n.t(
      'What to add to its times: {0}. {1} takes it back.',
      '+2.5s, -3h, -1h30m, 250ms',
      '0',
    ),
    value: clockOffsetText(current),
    validateInput: (value) =>
      parseClockOffset(value) === undefined
        ? vscode.l10n.t('Write a time to add or take away, with its unit: {0}', '+2.5s, -3h, 250ms')
        : undefined,
  });
  return text === undefined ? undefined : parseClockOffset(text);
}
