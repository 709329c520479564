import * as vscode from 'vscode';
import type { SourceKind } from '../../protocol/log-source';
import type { LogSources } from '../shared/log-sources';
import { quickPickText } from '../shared/quick-pick-text';
import type { SourceOf } from './parts';

/** The only one of its kind is taken unasked unless another is named; where there is none one is added. Undefined where it was given up. */
export async function chooseSource<Kind extends SourceKind>(
  kind: Kind,
  sources: LogSources,
  named: unknown,
  /** Where none is set up. */
  otherwise?: SourceOf<Kind>,
): Promise<SourceOf<Kind> | undefined> {
  const all = sources.all().filter((source): source is SourceOf<Kind> => source.kind === kind);
  const wanted = all.find(({ name }) => name === named);
  if (wanted) return wanted;
  if (all.length === 0) return otherwise ?? added(kind);
  if (all.length === 1 && typeof named !== 'string') return all[0];
  const items = all.map((source) => ({ label: quickPickText(source.name), source }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which log source?') }))?.source;
}

async function added<Kind extends SourceKind>(kind: Kind): Promise<SourceOf<Kind> | undefined> {
  const source = await vscode.commands.executeCommand<SourceOf<SourceKind> | undefined>('oddline.addSource');
  return source?.kind === kind ? (source as SourceOf<Kind>) : undefined;
}
