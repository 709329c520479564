import * as vscode from 'vscode';
import { beginAnalysis } from '../shared/begin-analysis';
import { knownLog } from '../shared/known-log';
import type { LogEditors } from '../shared/log-editors';
import { registerLogLifetime } from '../shared/log-lifetime';
import { logName } from '../shared/log-name';
import { LogPanels } from '../shared/log-panels';
import { targetLog } from '../shared/log-target';
import { type AssistantArgument, isAssistantArgument } from './assistant-argument';
import { changeKey } from './choose-endpoint';
import { chooseDoor } from './doors';
import { LogAssistants } from './log-assistants';
import { AssistantPage } from './page';
import type { AssistantParts } from './parts';
import type { Piece } from './pieces';
import { selectedPiece } from './selected-piece';

/** Of its tabs, which VS Code opens again by it. */
const assistantType = 'oddline.assistant';

/** A chat beside a log that proves what it says with lines. Nothing is loaded, and nothing leaves, before somebody asks. */
export function registerAssistant(
  context: vscode.ExtensionContext,
  parts: AssistantParts,
  editors: LogEditors,
): void {
  const assistants = new LogAssistants(parts);
  const panels = new LogPanels({
    type: assistantType,
    icon: vscode.Uri.joinPath(context.extensionUri, 'media', 'oddline.svg'),
    title: (uri) => vscode.l10n.t('Assistant: {0}', logName(uri)),
    page: ({ webview }, uri) => new AssistantPage(webview, uri, assistants, parts),
  });
  const open = async (uri: vscode.Uri, piece?: Piece, draft = '') => {
    await beginAnalysis(uri, parts.analyses);
    const assistant = await assistants.of(uri);
    if (piece) assistant.attach(piece);
    assistant.draft = draft;
    await panels.open(uri).focus();
  };
  const commands: Readonly<Record<string, (argument: unknown) => unknown>> = {
    'oddline.openAssistant': async (argument) => {
      if (isAssistantArgument(argument)) return openNamed(argument, open);
      const uri = await targetLog(argument);
      return uri && open(uri);
    },
    'oddline.askAboutSelection': async (argument) => {
      const selected = await selectedPiece(argument, editors);
      return selected && open(selected.uri, selected.piece);
    },
    'oddline.askAboutComparison': (argument) => {
      const log = knownLog(parts.analyses, argument);
      return log && open(log.uri, { kind: 'comparison' });
    },
    'oddline.chooseModel': () => chooseDoor(parts),
    'oddline.changeModelKey': () => changeKey(parts),
  };
  registerLogLifetime(context, assistants);
  registerLogLifetime(context, panels);
  context.subscriptions.push(
    assistants,
    panels,
    vscode.window.registerWebviewPanelSerializer(assistantType, panels),
    ...Object.entries(commands).map(([name, command]) => vscode.commands.registerCommand(name, command)),
  );
}

function openNamed(
  { uri, incidentId, question }: AssistantArgument,
  open: (uri: vscode.Uri, piece?: Piece, draft?: string) => Promise<void>,
): Promise<void> {
  const piece: Piece | undefined = incidentId === undefined ? undefined : { kind: 'incident', incidentId };
  return open(vscode.Uri.parse(uri, true), piece, question);
}
