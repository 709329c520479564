import * as vscode from 'vscode';
import type { Sentence } from '../../engine/model/finding';
import { findingsTotal, quietText, unusualText } from '../../protocol/overview';
import { counted } from '../../protocol/sentence';
import type { AnalysedLog } from '../shared/analyses';
import { formatNumber, localise, localiseMarkdown } from '../shared/localise';
import { clockTime } from '../shared/log-time';
import { codeSpan, escapeMarkdown } from '../shared/markdown';
import { repeatsText } from '../shared/repeats-text';
import { scopeSentences } from '../shared/scope';
import { severityWords } from '../shared/severity-words';
import { incidentItem, incidentsItem, momentItem } from './incident-items';
import { collapsible, command, severityIcon } from './item-parts';
import type { AnomalyRow, FindingRow, Notice, Offer } from './rows';
import { messageOfFinding, summarise } from './summary';

type Row<Kind extends AnomalyRow['kind']> = Extract<AnomalyRow, { kind: Kind }>;

export const showMoreCommand = 'oddline.showMoreAnomalies';

const offers: Readonly<Record<Offer, { sentence: Sentence; icon: string; command: string }>> = {
  strangest: {
    sentence: { pattern: 'Show the Strangest Lines Anyway', values: [] },
    icon: 'telescope',
    command: 'oddline.showStrangest',
  },
  'time-range': {
    sentence: { pattern: 'Choose a Time Range…', values: [] },
    icon: 'calendar',
    command: 'oddline.analyseTimeRange',
  },
  baseline: {
    sentence: { pattern: 'Use a Good Log as Baseline…', values: [] },
    icon: 'git-compare',
    command: 'oddline.useBaseline',
  },
};

const notices: Readonly<
  Record<Notice, { icon: string; command?: string; text(row: Row<'notice'>): string }>
> = {
  stale: {
    icon: 'refresh',
    command: 'oddline.runAgain',
    text: ({ log: { stale } }) =>
      stale === 'corrected'
        ? vscode.l10n.t('Run Again: what was shown of its format changed')
        : vscode.l10n.t('Run Again: the log has changed'),
  },
  scope: { icon: 'filter', text: ({ log }) => scopeSentences(log).map(localise).join(' · ') },
  drift: {
    icon: 'git-compare',
    command: 'oddline.learnBaseline',
    text: () => vscode.l10n.t('Relearn: the log no longer fits its baseline'),
  },
  strangest: {
    icon: 'arrow-left',
    command: 'oddline.showFindings',
    text: () => vscode.l10n.t('Show Anomalies Only'),
  },
  cut: {
    icon: 'info',
    text: ({ log: { report } }) =>
      localise({
        pattern: 'The {0} of {1} anomalies with the highest scores',
        values: [report.findings.length, findingsTotal(report)],
      }),
  },
  hidden: {
    icon: 'eye-closed',
    command: 'oddline.labels.focus',
    text: ({ log }) => localise(counted(log.hidden, '1 line marked as normal', '{0} lines marked as normal')),
  },
};

/** A row as VS Code shows it. */
export function itemOf(row: AnomalyRow): vscode.TreeItem {
  switch (row.kind) {
    case 'incidents':
      return incidentsItem(row);
    case 'incident':
      return incidentItem(row);
    case 'moment':
      return momentItem(row);
    case 'summary':
      return summaryItem(row);
    case 'standing':
      return standingItem(row);
    case 'fact':
      return factItem(row);
    case 'note':
      return noteItem(row);
    case 'notice':
      return noticeItem(row);
    case 'offer':
      return offerItem(row);
    case 'severity':
      return severityItem(row);
    case 'finding':
      return findingItem(row);
    case 'more':
      return moreItem(row);
  }
}

/** What the summary row does not say itself. */
export function factsOf({ log, worst }: Row<'summary'>): AnomalyRow[] {
  return summarise(log, worst, localise).facts.map((text) => ({ kind: 'fact', log, text }));
}

/** The answer to a log whose marks say nothing: too long for a row, which would be cut. */
export function verdictText({ report, showsStrangest }: AnalysedLog): string {
  if (showsStrangest || report.verdict === 'findings') return '';
  const text = report.verdict === 'quiet' ? quietText : unusualText;
  return text(report.overview, localise);
}

function severityItem({ log, severity, count }: Row<'severity'>): vscode.TreeItem {
  const name = localise(severityWords[severity]);
  const open = severity === 'critical' || severity === 'high';
  const item = new vscode.TreeItem(name, collapsible(open && log.painted));
  item.id = `${log.uri} ${severity}`;
  item.description = formatNumber(count);
  item.iconPath = severityIcon(severity);
  item.accessibilityInformation = {
    label: localise({ pattern: 'Severity {0}: {1} anomalies', values: [name, count] }),
  };
  return item;
}

function findingItem(row: FindingRow): vscode.TreeItem {
  const { finding, log } = row;
  const label = messageOfFinding(log, finding) || vscode.l10n.t('(empty line)');
  const item = new vscode.TreeItem(label);
  item.id = `${row.uri} ${log.showsStrangest ? 'strangest' : 'finding'} ${finding.id}`;
  item.description = placeOf(row);
  item.tooltip = findingTooltip(row);
  item.iconPath = severityIcon(finding.severity);
  item.contextValue = 'oddline.finding';
  item.command = command('oddline.revealFinding', { uri: row.uri, findingId: row.findingId });
  item.accessibilityInformation = {
    label: [localise(severityWords[finding.severity]), item.description, label].join(', '),
  };
  return item;
}

function summaryItem({ log, worst }: Row<'summary'>): vscode.TreeItem {
  const summary = summarise(log, worst, localise);
  // Of a quiet log there is nothing else to see.
  const item = new vscode.TreeItem(summary.label, collapsible(log.report.verdict === 'quiet'));
  item.id = `${log.uri} summary`;
  item.description = summary.description;
  const details = [summary.label, summary.description, ...summary.facts].filter((text) => text !== '');
  item.tooltip = details.join('\n');
  item.iconPath = new vscode.ThemeIcon('graph-line');
  item.contextValue = 'oddline.summary';
  item.accessibilityInformation = { label: details.join('. ') };
  if (worst) {
    item.command = command('oddline.revealFinding', {
      uri: log.uri.toString(),
      findingId: worst.id,
      hover: true,
    });
  }
  return item;
}

function factItem({ log, text }: Row<'fact'>): vscode.TreeItem {
  const item = new vscode.TreeItem(text);
  item.id = `${log.uri} fact ${text}`;
  item.tooltip = text;
  return item;
}

function standingItem({ log, standing }: Row<'standing'>): vscode.TreeItem {
  const label = standing.map(localise).join(' · ');
  const item = new vscode.TreeItem(label);
  item.id = `${log.uri} standing`;
  item.tooltip = label;
  item.iconPath = new vscode.ThemeIcon('tag');
  item.contextValue = 'oddline.standing';
  item.command = command('oddline.labels.focus');
  return item;
}

/** Before all else: the results are those of a part of the log only, or of text made from it. */
function noteItem({ log, note }: Row<'note'>): vscode.TreeItem {
  const item = new vscode.TreeItem(localise(note));
  item.id = `${log.uri} note ${note.pattern} ${note.values.join(' ')}`;
  item.tooltip = localise(note);
  item.iconPath = new vscode.ThemeIcon('warning');
  return item;
}

function noticeItem(row: Row<'notice'>): vscode.TreeItem {
  const { icon, command: id, text } = notices[row.notice];
  const label = text(row);
  const item = new vscode.TreeItem(label);
  item.id = `${row.log.uri} ${row.notice}`;
  item.tooltip = label;
  item.iconPath = new vscode.ThemeIcon(icon);
  item.contextValue = `oddline.notice.${row.notice}`;
  if (id) item.command = command(id, row.log.uri);
  return item;
}

function offerItem({ log, offer }: Row<'offer'>): vscode.TreeItem {
  const { sentence, icon, command: id } = offers[offer];
  const item = new vscode.TreeItem(localise(sentence));
  item.id = `${log.uri} offer ${offer}`;
  item.iconPath = new vscode.ThemeIcon(icon);
  item.command = command(id, log.uri);
  return item;
}

function moreItem(row: Row<'more'>): vscode.TreeItem {
  const item = new vscode.TreeItem(localise({ pattern: 'Show More ({0} left)', values: [row.rest] }));
  item.id = `${row.log.uri} more ${row.severity}`;
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = command(showMoreCommand, row);
  return item;
}

function placeOf({ finding, log }: FindingRow): string {
  const parts = [localise({ pattern: 'line {0}', values: [finding.line] })];
  if (finding.time) parts.push(clockTime(finding.time, log.extent.zone));
  const repeats = repeatsText(finding, log.extent);
  if (repeats !== '') parts.push(repeats);
  if (log.showsStrangest) parts.unshift(finding.score.toFixed(2));
  return parts.join(' · ');
}

/** Untrusted Markdown, and all log text escaped besides. */
function findingTooltip(row: FindingRow): vscode.MarkdownString {
  const { finding } = row;
  const reasons = finding.reasons.map(({ message }) => `- ${localiseMarkdown(message)}`);
  const severity = escapeMarkdown(localise(severityWords[finding.severity]));
  // A narrow side bar shows no descriptions.
  const title = `**${severity}** · ${escapeMarkdown(placeOf(row))}`;
  return new vscode.MarkdownString([title, '', ...reasons, '', codeSpan(finding.excerpt)].join('\n'));
}
