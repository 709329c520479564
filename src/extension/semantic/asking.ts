import * as vscode from 'vscode';
import { isModelError } from '../../node/assistant/model-failure';
import type { EmbeddingRun } from '../../node/semantic/embedded-texts';
import type { SemanticSearch } from '../../node/semantic/semantic-search';
import { ModelCrashedError } from '../../node/semantic/semantic-thread';
import { InputError } from '../../protocol/input-error';
import { localise } from '../shared/localise';
import { messageText } from '../shared/message-text';
import { openSearch } from './open-search';
import type { SemanticParts } from './parts';
import { semanticSettings } from './semantic-settings';

/** What a question makes of the search. */
type Question<Answer> = (search: SemanticSearch, run: EmbeddingRun) => Promise<Answer>;

/**
 * Asks with a progress that can be cancelled, as it can by `ended`. Undefined where nothing is set up, it was cancelled, or it failed;
 * each is told, and what was made until then is kept.
 */
export async function ask<Answer>(
  title: string,
  parts: SemanticParts,
  question: Question<Answer>,
  ended?: AbortSignal,
): Promise<Answer | undefined> {
  const settings = semanticSettings();
  if (settings.source === 'off') {
    // Its promise ends with its message, which may stay for ever.
    void offerSetUp();
    return undefined;
  }
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    const signal = ended ? AbortSignal.any([controller.signal, ended]) : controller.signal;
    let told = 0;
    const onShare = (share: number) => {
      progress.report({ increment: 100 * (share - told) });
      told = share;
    };
    try {
      const { search, keep } = await openSearch(settings, parts);
      return await question(search, { signal, onShare }).finally(keep);
    } catch (error) {
      if (!signal.aborted) tellFailure(error, parts);
      return undefined;
    }
  });
}

async function offerSetUp(): Promise<void> {
  const setUp = vscode.l10n.t('Set Up…');
  const text = vscode.l10n.t('Searching by meaning needs a model, and none is set up.');
  const chosen = await vscode.window.showInformationMessage(text, setUp);
  if (chosen === setUp) await vscode.commands.executeCommand('oddline.setUpSemanticSearch');
}

/** Ends in its cure; what nobody expected is in the output channel, too. */
export function tellFailure(error: unknown, { output }: Pick<SemanticParts, 'output'>): void {
  if (!isExpected(error)) output.error('Semantic search failed.', error);
  void vscode.window.showErrorMessage(failureText(error));
}

function isExpected(error: unknown): error is { readonly sentence: InputError['sentence'] } {
  return error instanceof InputError || isModelError(error);
}

function failureText(error: unknown): string {
  if (isExpected(error)) return messageText(localise(error.sentence));
  if (error instanceof ModelCrashedError)
    return vscode.l10n.t(
      'The model ended unexpectedly: it may need more memory than there is. Ask again, or choose a smaller one.',
    );
  return vscode.l10n.t('The search by meaning failed. Ask again; the output channel of Oddline says more.');
}
