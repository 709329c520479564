import * as vscode from 'vscode';
import type { LogSource } from '../../protocol/log-source';
import { failureText } from '../shared/failure-text';
import { localise } from '../shared/localise';
import { messageText } from '../shared/message-text';
import { quickPickText } from '../shared/quick-pick-text';
import type { AddedSource } from './add-source';
import { lookAgain } from './look-again';
import type { SourcesParts } from './parts';
import { descriptionOf, type SourceRow, SourcesTree } from './tree';

/** Its steps are many, and few sources are set up: loaded when one is. */
const adding = () => import('./add-source');

/** Where logs come from when they are no file: set up once on this machine. */
export function registerSources(context: vscode.ExtensionContext, parts: SourcesParts): void {
  const tree = new SourcesTree(parts.sources);
  const tellHasSources = () =>
    void vscode.commands.executeCommand('setContext', 'oddline.hasSources', parts.sources.all().length > 0);
  tellHasSources();
  const command = (name: string, run: (argument: unknown) => unknown) =>
    vscode.commands.registerCommand(name, run);
  context.subscriptions.push(
    parts.sources.onDidChange(tellHasSources),
    parts.onFetched((fetched) => lookAgain(fetched, tree, (name) => parts.sources.get(name), parts.test)),
    vscode.window.createTreeView('oddline.sources', { treeDataProvider: tree }),
    command('oddline.addSource', async () => kept((await adding()).addSource(parts), tree)),
    command('oddline.changeSource', (row) =>
      withSource(row, parts, async (source) => kept((await adding()).changeSource(source, parts), tree)),
    ),
    command('oddline.removeSource', (row) => withSource(row, parts, (source) => remove(source, parts))),
    command('oddline.testSource', (row) => withSource(row, parts, (source) => test(source, parts, tree))),
  );
}

/** What it answered while it was set up stands in the tree: nobody is asked, and no server, a second time. */
async function kept(
  setUp: Promise<AddedSource | undefined>,
  tree: SourcesTree,
): Promise<LogSource | undefined> {
  const added = await setUp;
  if (added?.verdict) tree.answered(added.source.name, added.verdict);
  return added?.source;
}

async function withSource<Result>(
  argument: unknown,
  { sources }: SourcesParts,
  run: (source: LogSource) => Promise<Result>,
): Promise<Result | undefined> {
  const { name } = (argument ?? {}) as Partial<SourceRow>;
  const source = (typeof name === 'string' ? sources.get(name) : undefined) ?? (await choose(sources.all()));
  return source && run(source);
}

async function choose(sources: readonly LogSource[]): Promise<LogSource | undefined> {
  if (sources.length === 0) {
    const addOne = vscode.l10n.t('Add Log Source…');
    const text = vscode.l10n.t('There is no log source yet.');
    if ((await vscode.window.showInformationMessage(text, addOne)) !== addOne) return undefined;
    return vscode.commands.executeCommand<LogSource | undefined>('oddline.addSource');
  }
  const items = sources.map((source) => ({
    label: quickPickText(source.name),
    description: quickPickText(descriptionOf(source)),
    source,
  }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which log source?') }))?.source;
}

async function test(
  source: LogSource,
  { test: ask, consent }: SourcesParts,
  tree: SourcesTree,
): Promise<void> {
  if (!(await consent.mayTest(source))) return;
  const location = { viewId: 'oddline.sources' };
  const asked = vscode.window.withProgress({ location }, () => ask(source, new AbortController().signal));
  const verdict = await Promise.resolve(asked).catch(tell);
  if (!verdict) return;
  tree.answered(source.name, verdict);
  const text = messageText(localise(verdict.sentence));
  void (verdict.ok ? vscode.window.showInformationMessage(text) : vscode.window.showErrorMessage(text));
}

function tell(error: unknown): undefined {
  void vscode.window.showErrorMessage(failureText(error));
}

async function remove(source: LogSource, { sources }: SourcesParts): Promise<void> {
  const yes = vscode.l10n.t('Remove');
  const title = vscode.l10n.t('Remove the log source {0}?', source.name);
  const detail = vscode.l10n.t('Its secret is removed too. The logs themselves stay where they are.');
  if ((await vscode.window.showWarningMessage(title, { modal: true, detail }, yes)) === yes)
    await sources.remove(source.name);
}
