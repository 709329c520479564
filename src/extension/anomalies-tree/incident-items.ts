import * as vscode from 'vscode';
import type { TimelineRole } from '../../engine/model/incident';
import { categoryWords } from '../../protocol/incident-words';
import type { AnalysedLog } from '../shared/analyses';
import type { LineArgument } from '../shared/finding-argument';
import { entryMarks, incidentTimes, incidentTitle } from '../shared/incident-words';
import { formatNumber, localise, localiseMarkdown } from '../shared/localise';
import { timeWithin } from '../shared/log-time';
import { codeSpan, escapeMarkdown, onOneLine } from '../shared/markdown';
import { patternLabel } from '../shared/pattern-text';
import { severityWords } from '../shared/severity-words';
import { collapsible, command, severityIcon } from './item-parts';
import type { IncidentRow, MomentRow } from './rows';

/** More names do not fit in a side bar; the page has them all. */
const mostServices = 3;

/** The worst line takes the incident's own icon. */
const roleIcons: Readonly<Record<Exclude<TimelineRole, 'worst'>, string>> = {
  first: 'debug-start',
  symptom: 'circle-small',
  end: 'pass',
};

export function incidentsItem({ log }: { readonly log: AnalysedLog }): vscode.TreeItem {
  const label = vscode.l10n.t('Incidents');
  const item = new vscode.TreeItem(label, collapsible(true));
  const count = formatNumber(log.incidents.length);
  item.id = `${log.uri} incidents`;
  item.description = count;
  item.iconPath = new vscode.ThemeIcon('flame');
  item.accessibilityInformation = { label: `${label}: ${count}` };
  return item;
}

export function incidentItem(row: IncidentRow): vscode.TreeItem {
  const { incident, log } = row;
  const label = localise(incidentTitle(incident));
  const item = new vscode.TreeItem(label, collapsible(false));
  item.id = `${row.uri} incident ${incident.id}`;
  item.description = factsOf(row).join(' · ');
  item.tooltip = incidentTooltip(row);
  item.iconPath = severityIcon(incident.severity);
  item.contextValue = 'oddline.incident';
  item.command = command('oddline.openIncident', { uri: row.uri, incidentId: row.incidentId });
  const severity = localise(severityWords[incident.severity]);
  item.accessibilityInformation = { label: [severity, label, ...factsOf({ incident, log })].join(', ') };
  return item;
}

export function momentItem({ log, incident, entry, index }: MomentRow): vscode.TreeItem {
  const item = new vscode.TreeItem(onOneLine(patternLabel(entry.text)) || vscode.l10n.t('(empty line)'));
  const now = log.lineNow(entry.line);
  const line = localise({ pattern: 'line {0}', values: [now ?? entry.line] });
  const time = entry.time === null ? [] : [timeWithin(log.extent, entry.time)];
  const place = [...entryMarks(entry, localise), ...time, line].join(' · ');
  item.id = `${log.uri} incident ${incident.id} ${index}`;
  item.description = place;
  item.tooltip = new vscode.MarkdownString(`${escapeMarkdown(place)}\n\n${codeSpan(entry.text)}`);
  item.iconPath = momentIcon({ incident, entry });
  // An edited line is nowhere to go to.
  if (now !== undefined) {
    const argument: LineArgument = { uri: log.uri.toString(), line: now };
    item.command = command('oddline.revealLine', argument);
  }
  item.accessibilityInformation = { label: `${item.label}, ${place}` };
  return item;
}

function momentIcon({ incident, entry: { role } }: Pick<MomentRow, 'incident' | 'entry'>): vscode.ThemeIcon {
  if (role === 'worst') return severityIcon(incident.severity);
  return new vscode.ThemeIcon(roleIcons[role], new vscode.ThemeColor('descriptionForeground'));
}

function factsOf({ incident, log }: Pick<IncidentRow, 'incident' | 'log'>): string[] {
  const times = incidentTimes(incident, log.extent);
  const services = incident.services.slice(0, mostServices).map(onOneLine).join(', ');
  return [times, services].filter((fact) => fact !== '');
}

/** Untrusted Markdown, and all log text escaped besides. */
function incidentTooltip({ incident, log }: IncidentRow): vscode.MarkdownString {
  const { severity, category, hint } = incident;
  const facts = [localise(categoryWords[category]), ...factsOf({ incident, log })].map(escapeMarkdown);
  const head = `**${escapeMarkdown(localise(severityWords[severity]))}** · ${facts.join(' · ')}`;
  const where = hint === null ? '' : `**${vscode.l10n.t('Where to look')}:** ${localiseMarkdown(hint)}`;
  return new vscode.MarkdownString([localiseMarkdown(incidentTitle(incident)), head, where].join('\n\n'));
}
