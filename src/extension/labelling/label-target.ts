import * as vscode from 'vscode';
import type { LabelChoices } from '../../engine/labels/label-report';
import type { LineNumber, SourceIndex, TemplateId } from '../../engine/model/units';
import type { ReportedFinding } from '../../protocol/analysis';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { linePlace, tellNoLine } from '../shared/caret-place';
import { isFindingArgument, isLineArgument } from '../shared/finding-argument';
import { findingOnLine } from '../shared/finding-on-line';
import { isIncidentArgument } from '../shared/incident-argument';
import { incidentTitle } from '../shared/incident-words';
import { localise } from '../shared/localise';
import type { LogEditors } from '../shared/log-editors';
import { selectedAround, selectedLines } from '../shared/selected-lines';
import { isTemplateArgument } from '../shared/template-argument';
import { templateOf } from '../shared/template-of';
import { ChosenLines } from './chosen-lines';
import {
  incidentOption,
  lineOption,
  recordOfFinding,
  recordsOption,
  type SubjectOption,
  sessionOption,
  templateOption,
  templatesOption,
} from './subjects';

/** What a label can speak of, the narrowest first, unless told otherwise; at least one. */
export interface LabelTarget {
  readonly log: AnalysedLog;
  readonly options: readonly SubjectOption[];
}

/** More lines than anybody selects one by one; a label on their template says the same of all. */
const mostLines = 5000;

/**
 * What a command on a label is about: the incident, finding, template or line of the row, link or menu that was used, else what is
 * selected, else the caret's line. A log that was not analysed is analysed first. Undefined, told where there is a reason.
 */
export async function labelTarget(
  argument: unknown,
  analyses: Analyses,
  editors: LogEditors,
): Promise<LabelTarget | undefined> {
  if (isIncidentArgument(argument)) return ofIncident(analyses, argument.uri, argument.incidentId);
  if (isFindingArgument(argument)) return ofNamedFinding(analyses, argument.uri, argument.findingId);
  if (isTemplateArgument(argument)) return ofTemplate(analyses, argument.uri, argument.templateId);
  const selected = isLineArgument(argument)
    ? await selectedAround(argument, editors)
    : await selectedLines(editors);
  const lines = selected && new ChosenLines(selected);
  if (lines && lines.count > 1) return ofSelection(analyses, selected.uri, lines);
  const place = linePlace(argument, editors);
  if (!place) return tellNoLine();
  const log = await analysed(analyses, place.uri);
  return log && ofLine(analyses, log, place.line);
}

/** Menus of VS Code's pass the uri of their editor: that says nothing of what is meant. */
export function namesTarget(argument: unknown): boolean {
  return [isIncidentArgument, isFindingArgument, isTemplateArgument, isLineArgument].some((is) =>
    is(argument),
  );
}

async function analysed(analyses: Analyses, uri: vscode.Uri): Promise<AnalysedLog | undefined> {
  const known = analyses.get(uri);
  if (known) return known;
  return vscode.commands.executeCommand<AnalysedLog | undefined>('oddline.detectAnomalies', uri);
}

function named(analyses: Analyses, uri: string): AnalysedLog | undefined {
  return analyses.get(vscode.Uri.parse(uri, true));
}

function ofIncident(analyses: Analyses, uri: string, id: string): LabelTarget | undefined {
  const log = named(analyses, uri);
  const incident = log?.incidents.find((one) => one.id === id);
  const option = log && incident && incidentOption(incident, log, localise(incidentTitle(incident)));
  return log && option ? { log, options: [option] } : tellGone();
}

async function ofNamedFinding(analyses: Analyses, uri: string, id: string): Promise<LabelTarget | undefined> {
  const log = named(analyses, uri);
  const finding = log?.findings.find((one) => one.id === id);
  return log && finding ? ofFinding(analyses, log, finding) : tellGone();
}

function ofTemplate(analyses: Analyses, uri: string, id: number): LabelTarget | undefined {
  const log = named(analyses, uri);
  const template = log && templateOf(log.report, id as TemplateId);
  return log && template ? { log, options: [templateOption(template, template.count)] } : tellGone();
}

/** Without the worker too, which may have ended: only what sessions are like is its own to tell. */
async function ofFinding(
  analyses: Analyses,
  log: AnalysedLog,
  finding: ReportedFinding,
): Promise<LabelTarget> {
  const { report, incidents } = log;
  const template = templateOf(report, finding.templateId);
  // The finding follows its line when the text is edited; the worker knows the text as it was analysed.
  const reported = [...report.findings, ...report.strangest].find(({ id }) => id === finding.id) ?? finding;
  const choices = await choicesAt(analyses, log, reported.source, reported.line);
  const incident = incidents.find(({ findings }) => findings.includes(finding.id));
  const ofIts = incident && incidentOption(incident, log, localise(incidentTitle(incident)));
  return {
    log,
    options: [
      lineOption(recordOfFinding(finding, log), finding.excerpt),
      ...(template ? [templateOption(template, template.count)] : []),
      ...(choices?.session ? [sessionOption(choices.session)] : []),
      ...(ofIts ? [ofIts] : []),
    ],
  };
}

async function ofLine(analyses: Analyses, log: AnalysedLog, line: number): Promise<LabelTarget | undefined> {
  const finding = findingOnLine(log, line - 1);
  if (finding) return ofFinding(analyses, log, finding);
  if (log.lineNow(line) !== line) return tellMoved();
  const source = log.report.sources.findIndex(({ role }) => role === 'log') as SourceIndex;
  const choices = await choicesAt(analyses, log, source, line as LineNumber);
  return choices ? { log, options: optionsOf(choices) } : tellNoRecord();
}

function optionsOf({ record, template, session }: LabelChoices): SubjectOption[] {
  return [
    lineOption(record, record.template),
    templateOption(template.subject, template.records),
    ...(session ? [sessionOption(session)] : []),
  ];
}

async function ofSelection(
  analyses: Analyses,
  uri: vscode.Uri,
  lines: ChosenLines,
): Promise<LabelTarget | undefined> {
  if (lines.count > mostLines) return tellTooMany();
  const log = await analysed(analyses, uri);
  if (!log) return undefined;
  if (lines.ends.some((line) => log.lineNow(line) !== line)) return tellMoved();
  const found = await analyses
    .ask(uri)
    .recordSubjects({ lines: lines.all })
    .catch(() => []);
  const records = [...new Map(found.flatMap((one) => (one ? [[one.id, one] as const] : []))).values()];
  if (records.length === 0) return tellNoRecord();
  const templates = templatesOption(records, log);
  return { log, options: [recordsOption(records), ...(templates ? [templates] : [])] };
}

function choicesAt(
  analyses: Analyses,
  { uri }: AnalysedLog,
  source: SourceIndex,
  line: LineNumber,
): Promise<LabelChoices | null> {
  return analyses
    .ask(uri)
    .labelChoices({ source, line })
    .catch(() => null);
}

function tellGone(): undefined {
  return inform(vscode.l10n.t('This is no longer there. Choose it anew in the Anomalies view.'));
}

function tellMoved(): undefined {
  return inform(
    vscode.l10n.t('The text was edited since it was analysed. Run Detect Anomalies again first.'),
  );
}

function tellNoRecord(): undefined {
  const text = vscode.l10n.t(
    'This line is of no record that was analysed. Run Detect Anomalies again, or choose another line.',
  );
  return inform(text);
}

function tellTooMany(): undefined {
  const text = localise({
    pattern: 'Select at most {0} lines. One label on their template says the same of all lines like them.',
    values: [mostLines],
  });
  return inform(text);
}

function inform(text: string): undefined {
  void vscode.window.showInformationMessage(text);
  return undefined;
}
