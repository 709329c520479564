import * as vscode from 'vscode';
import { runHiding } from '../../node/assistant/run-hiding';
import { mapTexts } from '../../node/assistant/tool-arguments';
import type { LogToolName, ToolAnswer, ToolRequest } from '../../protocol/assistant-log';
import { abortOf } from './abort-of';
import { analysed, askedLog } from './asked-log';
import type { ModelToolsParts } from './parts';
import type { ToldModels } from './told-models';

type Input = Readonly<Record<string, unknown>>;

/** What one answer may take where the model's own window is not told. */
const usualBudget = 4000;
const notAnalysed = 'The log could not be analysed, or its analysis was cancelled; the editor shows why.';
const ofThen = 'The log has changed since it was analysed; this is of then.';

/** One of the engine's tools for the models of VS Code. It reads logs that are open here or were analysed, and changes nothing. */
export class LogTool implements vscode.LanguageModelTool<Input> {
  constructor(
    private readonly name: LogToolName,
    private readonly parts: ModelToolsParts,
    private readonly told: ToldModels,
  ) {}

  /** The log is asked about by the name it will be read by: a placeholder may stand in it. */
  async prepareInvocation({
    input,
  }: vscode.LanguageModelToolInvocationPrepareOptions<Input>): Promise<vscode.PreparedToolInvocation> {
    const shield = await this.shield();
    const named = mapTexts(input?.log, (text) => shield?.restore(text) ?? text);
    const asked = askedLog(named, this.parts.analyses);
    if ('problem' in asked) return { invocationMessage: vscode.l10n.t('Looking for the log') };
    const name = vscode.workspace.asRelativePath(asked.uri);
    const isKnown = this.parts.analyses.get(asked.uri) !== undefined;
    const invocationMessage = isKnown
      ? vscode.l10n.t('Reading {0}', name)
      : vscode.l10n.t('Analysing {0}', name);
    if (this.told.wasTold(asked.uri)) return { invocationMessage };
    return { invocationMessage, confirmationMessages: this.confirmation(name, isKnown) };
  }

  async invoke(
    { input, tokenizationOptions }: vscode.LanguageModelToolInvocationOptions<Input>,
    token: vscode.CancellationToken,
  ): Promise<vscode.LanguageModelToolResult> {
    const abort = abortOf(token);
    try {
      const budget = Math.min(usualBudget, tokenizationOptions?.tokenBudget ?? usualBudget);
      return resultOf(await this.answer(input ?? {}, budget, abort.signal));
    } finally {
      abort.dispose();
    }
  }

  /** Log text in it is redacted, unless settings and policy let it go as it is. */
  private async answer(input: Input, budget: number, signal: AbortSignal): Promise<string> {
    const { text } = await runHiding(
      input,
      await this.shield(),
      (asked) => this.plainAnswer(asked as Input, budget, signal),
      signal,
    );
    return text;
  }

  private async shield() {
    return this.told.redacts ? this.told.shield() : null;
  }

  private async plainAnswer(
    { log: named, ...given }: Input,
    budget: number,
    signal: AbortSignal,
  ): Promise<Pick<ToolAnswer, 'text' | 'isError'>> {
    const { analyses } = this.parts;
    const asked = askedLog(named, analyses);
    if ('problem' in asked) return { text: asked.problem, isError: true };
    const log = await analysed(asked.uri, analyses);
    if (!log) return { text: notAnalysed, isError: true };
    this.told.tell(asked.uri);
    const request = this.request(given, asked.uri, budget);
    if (typeof request === 'string') return { text: request, isError: true };
    const { text, isError } = await analyses.ask(asked.uri).runTool(request, signal);
    return { text: log.stale === undefined ? text : `${ofThen}\n${text}`, isError };
  }

  /** A good log is named as the editor knows it: the name is looked up here. */
  private request(given: Input, uri: vscode.Uri, budget: number): ToolRequest | string {
    const request = { tool: this.name, arguments: given, budget };
    if (this.name !== 'compare_logs') return request;
    const known = this.parts.good.of(uri);
    const good = known.get(String(given.good));
    if (good) return { ...request, good };
    if (known.size === 0)
      return 'There is no other analysed log to compare with. Ask the user to analyse a good one, or to run the command "Oddline: Compare with a Good Log".';
    return `There is no good log of that name. There are: ${[...known.keys()].join(', ')}`;
  }

  private confirmation(name: string, isKnown: boolean): vscode.LanguageModelToolConfirmationMessages {
    const hides = this.told.redacts
      ? vscode.l10n.t('Secrets and personal data are replaced by placeholders.')
      : vscode.l10n.t('Secrets and personal data are not hidden: your settings say so.');
    const first = isKnown ? '' : `${vscode.l10n.t('Oddline analyses it first.')} `;
    return {
      title: vscode.l10n.t('Let the chat’s model read {0}?', name),
      message: `${first}${vscode.l10n.t('Lines of the log go to the model.')} ${hides}`,
    };
  }
}

function resultOf(text: string): vscode.LanguageModelToolResult {
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
}
