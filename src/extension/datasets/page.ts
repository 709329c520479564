import * as vscode from 'vscode';
import type {
  DatasetChoices,
  DatasetPageCommand,
  DatasetPageHostApi,
  DatasetPageState,
  DatasetPageViewApi,
  DatasetPreview,
  PreviewAnswer,
} from '../../protocol/dataset';
import { InputError } from '../../protocol/input-error';
import { Rpc } from '../../protocol/rpc';
import type { LogPage } from '../shared/log-panels';
import { showPage } from '../shared/show-page';
import { webviewPort } from '../shared/webview-port';
import { checkedChoices, checkedCommand } from './checks';
import { chooseFolder, chooseInstructions, chooseLabels, editInstructions } from './choose-files';
import type { ChosenFiles } from './chosen-files';
import { exportLog, requestOf } from './export-log';
import { pageState } from './page-state';
import type { DatasetParts } from './parts';
import { problemText } from './problem-text';

/** One page of an export and what it is told and answered, as long as its webview lives. */
export class DatasetPage implements LogPage {
  private readonly rpc: Rpc<DatasetPageHostApi, DatasetPageViewApi>;
  private readonly subscription: vscode.Disposable;
  private isReady = false;
  private isExporting = false;
  /** Of what previews are made of. */
  private version = 1;
  private seen: object | undefined;
  /** As the page told it last; what is written to be edited is in its language. */
  private choices: DatasetChoices | undefined;
  private preview: DatasetPreview | undefined;

  constructor(
    private readonly panel: Pick<vscode.WebviewPanel, 'webview' | 'reveal'>,
    private readonly uri: () => vscode.Uri,
    private readonly files: ChosenFiles,
    private readonly parts: DatasetParts,
  ) {
    this.rpc = new Rpc<DatasetPageHostApi, DatasetPageViewApi>(webviewPort(panel.webview), {
      ready: () => this.ready(),
      preview: (choices, signal) => this.previewed(checkedChoices(choices), signal),
      exportDataset: (choices) => this.exported(checkedChoices(choices)),
      command: (name) => this.run(checkedCommand(name)),
    });
    this.subscription = this.listen();
  }

  load(title: string): void {
    this.isReady = false;
    const { extensionUri } = this.parts.extension;
    showPage(this.panel.webview, { extensionUri, name: 'dataset-export', title });
  }

  /** What was asked for is asked again when it comes back; an export goes on. */
  hidden(): void {
    this.isReady = false;
    this.rpc.left();
  }

  renamed(): void {
    this.tell();
  }

  dispose(): void {
    this.subscription.dispose();
    this.rpc.close();
  }

  private listen(): vscode.Disposable {
    const isIts = (uri: vscode.Uri) => uri.toString() === this.uri().toString();
    return vscode.Disposable.from(
      this.parts.analyses.onDidChange(() => this.tell()),
      this.files.onDidChange((log) => isIts(log) && this.changed()),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.saved(uri)),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('oddline.privacy')) this.changed();
        else if (change.affectsConfiguration('oddline.assistant')) this.tell();
      }),
    );
  }

  private saved({ fsPath }: vscode.Uri): void {
    const { labels, instructions } = this.files.of(this.uri());
    if (fsPath === labels || fsPath === instructions) this.changed();
  }

  private changed(): void {
    this.version++;
    this.tell();
  }

  private ready(): DatasetPageState {
    this.isReady = true;
    return this.state(vscode.l10n.bundle ?? {});
  }

  private tell(): void {
    if (this.isReady) this.rpc.notify('state', this.state({}));
  }

  private state(texts: DatasetPageState['texts']): DatasetPageState {
    const { report } = this.parts.analyses.get(this.uri()) ?? {};
    if (report !== this.seen) this.version++;
    this.seen = report;
    const { version, isExporting } = this;
    return pageState(this.uri(), this.files, this.parts, { version, isExporting, texts });
  }

  private async previewed(choices: DatasetChoices, signal: AbortSignal): Promise<PreviewAnswer> {
    this.choices = choices;
    const log = this.uri();
    try {
      const request = requestOf(log, choices, this.files, this.parts);
      const preview = await this.parts.analyses.ask(log).previewDataset(request, signal);
      this.preview = preview;
      return { kind: 'preview', preview, problem: preview.problem && problemText(preview.problem) };
    } catch (error) {
      if (signal.aborted) throw error;
      if (error instanceof InputError) return { kind: 'problem', problem: problemText(error) };
      this.parts.output.error('Previewing a data set', error);
      const problem = vscode.l10n.t('The preview ended unexpectedly. Analyse the log again.');
      return { kind: 'problem', problem };
    }
  }

  private async exported(choices: DatasetChoices): Promise<void> {
    if (this.isExporting) return;
    this.isExporting = true;
    this.tell();
    try {
      await exportLog(this.uri(), { choices, files: this.files, preview: this.preview }, this.parts);
    } finally {
      this.isExporting = false;
      this.tell();
    }
  }

  private async run(name: DatasetPageCommand): Promise<void> {
    const log = this.uri();
    const { files } = this;
    const does: Readonly<Record<DatasetPageCommand, () => unknown>> = {
      analyse: () => this.analyse(log),
      chooseFolder: () => chooseFolder(log, files),
      chooseLabels: () => chooseLabels(log, files),
      forgetLabels: () => files.set(log, { labels: null }),
      chooseInstructions: () => chooseInstructions(log, files),
      editInstructions: () => editInstructions(log, files, this.choices?.language ?? 'en'),
      forgetInstructions: () => files.set(log, { instructions: null }),
      chooseModel: () => vscode.commands.executeCommand('oddline.chooseModel'),
      labelMore: () => vscode.commands.executeCommand('oddline.nextToLabel', log),
      privacySettings: () =>
        vscode.commands.executeCommand('workbench.action.openSettings', 'oddline.privacy.patterns'),
    };
    await does[name]();
  }

  /** The log comes to the front for it; the page is where the reader was. */
  private async analyse(log: vscode.Uri): Promise<void> {
    const command = this.parts.analyses.get(log) ? 'oddline.runAgain' : 'oddline.detectAnomalies';
    await vscode.commands.executeCommand(command, log);
    this.panel.reveal();
  }
}
