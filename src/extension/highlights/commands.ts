import * as vscode from 'vscode';
import { activeUri } from '../shared/active-uri';
import type { Analyses } from '../shared/analyses';
import { lineTemplate } from '../shared/line-template';
import { localise } from '../shared/localise';
import type { LogEditors } from '../shared/log-editors';
import type { Readings } from '../shared/readings';
import { templateTitle } from '../shared/template-title';
import { logOf } from '../shared/understood-uri';
import { type NewHighlight, toggled } from './colours';

/** A word in a log, as our own editor's menus name it. */
export interface WordArgument {
  /** `uri.toString()` of the log. */
  readonly uri: string;
  readonly text: string;
}

export interface HighlightNeeds {
  readonly readings: Readings;
  readonly analyses: Analyses;
  readonly editors: LogEditors;
}

/** What is selected may be a whole file. */
const longestWord = 200;

export function highlightCommands(needs: HighlightNeeds): vscode.Disposable[] {
  const commands = {
    'oddline.highlightWord': (argument: unknown) => highlightWord(argument, needs),
    'oddline.highlightLinesLikeThis': (argument: unknown) => highlightLines(argument, needs),
    'oddline.clearHighlights': (argument: unknown) => {
      const uri = argument instanceof vscode.Uri ? argument : activeUri();
      if (uri) needs.readings.change(uri, { highlights: [] });
    },
  };
  return Object.entries(commands).map(([name, command]) => vscode.commands.registerCommand(name, command));
}

async function highlightWord(argument: unknown, needs: HighlightNeeds): Promise<void> {
  const wanted = isWordArgument(argument) ? argument : wordAtCaret();
  const word = wanted?.text.split(/[\r\n]/)[0].slice(0, longestWord) ?? '';
  if (wanted && word.trim() !== '') {
    return toggle(vscode.Uri.parse(wanted.uri, true), { kind: 'word', text: word }, needs);
  }
  const asked = await askWord();
  const uri = activeUri();
  if (uri && asked) toggle(uri, { kind: 'word', text: asked }, needs);
}

async function highlightLines(argument: unknown, needs: HighlightNeeds): Promise<void> {
  const chosen = await lineTemplate(argument, needs.editors, needs.analyses);
  if (!chosen) return;
  const { uri, template } = chosen;
  toggle(uri, { kind: 'template', title: templateTitle(template), pieces: template.pieces }, needs);
}

function toggle(uri: vscode.Uri, highlight: NewHighlight, { readings }: HighlightNeeds): void {
  const before = readings.of(uri).highlights;
  const highlights = toggled(before, highlight);
  readings.change(uri, { highlights });
  const name = highlight.kind === 'word' ? highlight.text : highlight.title;
  const shown = name.slice(0, 80);
  const told =
    highlights.length > before.length
      ? { pattern: 'Highlighted: {0}', values: [shown] }
      : { pattern: 'No longer highlighted: {0}', values: [shown] };
  vscode.window.setStatusBarMessage(localise(told), 5000);
}

function wordAtCaret(): WordArgument | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection } = editor;
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
  return range && { uri: logOf(document.uri).toString(), text: document.getText(range) };
}

function askWord(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Highlight which word?'),
    prompt: vscode.l10n.t('As it is written in the log, capitals too.'),
  });
}

function isWordArgument(value: unknown): value is WordArgument {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, text } = value as Partial<Record<keyof WordArgument, unknown>>;
  return typeof uri === 'string' && typeof text === 'string';
}
