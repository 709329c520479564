import * as vscode from 'vscode';
import { isRuleBased } from '../../node/rule-based-answer/rule-based-answer';
import type { AssistantState, ContextChip, ModelState, SlashCommandHelp } from '../../protocol/assistant';
import { logName } from '../shared/log-name';
import { isChosen, modelSettings } from '../shared/model-settings';
import { attachable } from './attachable';
import { badgeOf, localhostOf } from './badges';
import { doors } from './doors';
import type { LogAssistant } from './log-assistant';
import type { AssistantParts } from './parts';
import { idOf } from './pieces';
import { privacyOf } from './privacy';
import { whenChanged } from './when-changed';

/** A complete snapshot. */
export function assistantState(
  uri: vscode.Uri,
  assistant: LogAssistant,
  parts: AssistantParts,
  texts: AssistantState['texts'],
): AssistantState {
  const { conversations, inquiries, pieces } = assistant;
  const attached = new Set(pieces.map(idOf));
  return {
    uri: uri.toString(),
    name: logName(uri),
    texts,
    model: modelState(),
    conversations: conversations.all.map(({ id, title, changed }) => ({
      id,
      title,
      when: whenChanged(changed),
    })),
    conversation: conversations.id,
    turns: assistant.shown.turns,
    chips: pieces.map((piece) => inquiries.chip(piece)),
    addable: attachable(uri, parts)
      .filter((piece) => !attached.has(idOf(piece)))
      .map((piece): ContextChip => inquiries.chip(piece)),
    suggestions: inquiries.suggestions(),
    commands: commands(),
    problem: problemOf(uri, parts),
    draft: assistant.draft,
  };
}

function modelState(): ModelState {
  const settings = modelSettings();
  if (!isChosen(settings)) return { kind: 'none', doors: doors() };
  return {
    kind: 'chosen',
    name: settings.model,
    badge: badgeOf(settings),
    localhost: localhostOf(settings),
    privacy: privacyOf(settings),
  };
}

function problemOf(uri: vscode.Uri, { analyses }: AssistantParts): string | null {
  if (analyses.get(uri)) return null;
  const progress = analyses.progressOf(uri);
  if (analyses.isRunning(uri))
    return vscode.l10n.t(
      'The log is being analysed: {0} %. Questions can be asked when that is done.',
      Math.floor(progress?.percent ?? 0),
    );
  return vscode.l10n.t('The log is not analysed. Run Detect Anomalies on it, then ask.');
}

function commands(): readonly SlashCommandHelp[] {
  const helps: readonly Omit<SlashCommandHelp, 'needsModel'>[] = [
    { name: 'summary', help: vscode.l10n.t('What is in this log, in a few sentences') },
    {
      name: 'rootcause',
      help: vscode.l10n.t('A root-cause report: findings, ranked causes, evidence, next checks'),
    },
    { name: 'timeline', help: vscode.l10n.t('What happened when') },
    { name: 'security', help: vscode.l10n.t('What concerns security') },
    { name: 'compare', help: vscode.l10n.t('What is different from the good log it was compared with') },
    { name: 'next', help: vscode.l10n.t('What to check next') },
  ];
  return helps.map((command) => ({ ...command, needsModel: !isRuleBased(command.name) }));
}
