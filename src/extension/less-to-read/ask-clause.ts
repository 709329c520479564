import * as vscode from 'vscode';
import type { FilterTest } from '../../engine/filter/filter';
import type { Severity } from '../../engine/model/finding';
import type { LevelName } from '../../engine/model/level';
import type { ViewLine } from '../../protocol/log-lines';
import { askTimeRange, spanOf } from '../shared/ask-time-range';
import { caretPlace } from '../shared/caret-place';
import { lineTemplate } from '../shared/line-template';
import { localise } from '../shared/localise';
import { quickPickText } from '../shared/quick-pick-text';
import { severitiesWorstFirst } from '../shared/severity';
import { severityWords } from '../shared/severity-words';
import { templateTitle } from '../shared/template-title';
import type { LessToRead } from './needs';

export type ClauseKind = Exclude<FilterTest['kind'], 'search'>;

const levels: readonly LevelName[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'];
/** Of a log somebody has analysed: what its records say of themselves. */
const fieldPattern = /^\s*([^=\s][^=]*?)\s*=\s*(.+?)\s*$/;

/** Asks for what a clause of the kind needs. Undefined where it was given up, or told why there is none. */
export async function askTest(
  kind: ClauseKind,
  uri: vscode.Uri,
  parts: LessToRead,
): Promise<FilterTest | undefined> {
  switch (kind) {
    case 'level':
      return askLevel();
    case 'severity':
      return askSeverity();
    case 'template':
      return askTemplate(uri, parts);
    case 'time':
      return askTime(uri, parts);
    case 'field':
      return askField(uri, parts);
    case 'bookmark':
      return { kind: 'bookmark' };
  }
}

async function askLevel(): Promise<FilterTest | undefined> {
  const title = vscode.l10n.t('Level at least');
  const picks = levels.map((level) => ({ label: level, level }));
  const chosen = await vscode.window.showQuickPick(picks, { title });
  return chosen && { kind: 'level', atLeast: chosen.level };
}

async function askSeverity(): Promise<FilterTest | undefined> {
  const picks = severitiesWorstFirst.map((severity: Severity) => ({
    label: localise(severityWords[severity]),
    severity,
  }));
  const title = vscode.l10n.t('Anomalies at least');
  const chosen = await vscode.window.showQuickPick(picks, { title });
  return chosen && { kind: 'severity', atLeast: chosen.severity };
}

/** The caret's line is the likeliest; the others are for who knows their words. */
async function askTemplate(uri: vscode.Uri, parts: LessToRead): Promise<FilterTest | undefined> {
  const caret = caretPlace(parts.editors);
  const argument = caret && { uri: uri.toString(), line: caret.line };
  const chosen = await lineTemplate(argument, parts.editors, parts.analyses);
  if (!chosen) return undefined;
  const { template } = chosen;
  return { kind: 'template', title: templateTitle(template), pieces: template.pieces };
}

async function askTime(uri: vscode.Uri, { analyses }: LessToRead): Promise<FilterTest | undefined> {
  const log = analyses.get(uri);
  const range = await askTimeRange(log && spanOf(log));
  return range && { kind: 'time', ...range };
}

async function askField(uri: vscode.Uri, parts: LessToRead): Promise<FilterTest | undefined> {
  const known = await fieldsAtCaret(uri, parts);
  const typed = known.length > 0 ? await pickField(known) : await typeField();
  const match = typed === undefined ? null : fieldPattern.exec(typed);
  return match ? { kind: 'field', name: match[1], value: match[2] } : undefined;
}

async function pickField(known: readonly string[]): Promise<string | undefined> {
  const other = vscode.l10n.t('Another field…');
  const picks = [
    ...known.map((field) => ({ label: quickPickText(field), field })),
    { label: other, field: undefined },
  ];
  const title = vscode.l10n.t('Which field?');
  const chosen = await vscode.window.showQuickPick(picks, { title });
  return chosen && (chosen.field ?? (await typeField()));
}

function typeField(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Which field?'),
    prompt: vscode.l10n.t('name = value, as in: service = checkout'),
    validateInput: (value) => (fieldPattern.test(value) ? undefined : vscode.l10n.t('Write name = value.')),
  });
}

/** What the record at the caret says of itself, as `name = value`. */
async function fieldsAtCaret(uri: vscode.Uri, { analyses, editors }: LessToRead): Promise<readonly string[]> {
  const caret = caretPlace(editors);
  if (!caret || !analyses.get(uri)) return [];
  const details = await analyses
    .ask(uri)
    .detailsOfLine((caret.line - 1) as ViewLine)
    .catch(() => null);
  const values = [...(details?.fields ?? []), ...(details?.parameters ?? [])];
  return values.map(({ name, value }) => `${name} = ${value}`);
}
