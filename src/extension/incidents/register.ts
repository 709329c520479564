import * as vscode from 'vscode';
import type { Incident } from '../../engine/model/incident';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import type { LineArgument } from '../shared/finding-argument';
import { type IncidentArgument, isIncidentArgument } from '../shared/incident-argument';
import { incidentTimes, incidentTitle } from '../shared/incident-words';
import { localise } from '../shared/localise';
import { registerLogLifetime } from '../shared/log-lifetime';
import { quickPickText } from '../shared/quick-pick-text';
import { severityIcons } from '../shared/severity';
import { saveIncident } from './incident-exports';
import { IncidentPage, incidentText } from './incident-page';
import { inLineOrder, neighbourOfIncident, neighbourOfLine, type Step } from './neighbours';

interface Chosen {
  readonly log: AnalysedLog;
  readonly incident: Incident;
}

/** What people read first: an incident as a page, and the way from one to the next. Gives what the page shows, where it is in front. */
export function registerIncidents(
  context: vscode.ExtensionContext,
  analyses: Analyses,
): () => IncidentArgument | undefined {
  const page = new IncidentPage(analyses);
  registerLogLifetime(context, page);
  const register = vscode.commands.registerCommand;
  const shownOrChosen = async (argument: unknown) =>
    named(analyses, argument) ??
    (page.isActive ? named(analyses, page.argument) : undefined) ??
    (await choose(analyses.current()));
  context.subscriptions.push(
    page,
    register('oddline.openIncident', async (argument: unknown) => {
      const chosen = named(analyses, argument) ?? (await choose(analyses.current()));
      if (chosen) await page.show(chosen.log, chosen.incident, false);
    }),
    register('oddline.copyIncident', async (argument: unknown) => {
      const chosen = named(analyses, argument) ?? named(analyses, page.argument);
      if (chosen) await vscode.env.clipboard.writeText(incidentText(chosen.incident, chosen.log));
    }),
    register('oddline.saveIncident', async (argument: unknown) => {
      const chosen = await shownOrChosen(argument);
      if (chosen) await saveIncident(chosen.incident, chosen.log);
    }),
    register('oddline.askAboutIncident', async (argument: unknown) => {
      const chosen = await shownOrChosen(argument);
      if (chosen) await askAbout(chosen);
    }),
    register('oddline.nextIncident', () => go(analyses, page, 'next')),
    register('oddline.previousIncident', () => go(analyses, page, 'previous')),
  );
  return () => (page.isActive ? page.argument : undefined);
}

/** The assistant opens with the incident attached; nothing is sent. */
async function askAbout({ log, incident }: Chosen): Promise<void> {
  await vscode.commands.executeCommand('oddline.openAssistant', {
    uri: log.uri.toString(),
    incidentId: incident.id,
    question: vscode.l10n.t('What is the root cause of this incident, and what should be checked next?'),
  });
}

function named(analyses: Analyses, argument: unknown): Chosen | undefined {
  if (!isIncidentArgument(argument)) return undefined;
  const log = analyses.get(vscode.Uri.parse(argument.uri, true));
  const incident = log?.incidents.find(({ id }) => id === argument.incidentId);
  return log && incident && { log, incident };
}

async function choose(log: AnalysedLog | undefined): Promise<Chosen | undefined> {
  if (!log) return inform(vscode.l10n.t('Run Detect Anomalies on a log first.'));
  const { incidents } = log;
  if (incidents.length === 0) return inform(vscode.l10n.t('This log has no incidents.'));
  if (incidents.length === 1) return { log, incident: incidents[0] };
  const picks = incidents.map((incident) => ({
    label: `$(${severityIcons[incident.severity]}) ${quickPickText(localise(incidentTitle(incident)))}`,
    description: incidentTimes(incident, log.extent),
    detail: quickPickText(incident.services.join(', ')),
    incident,
  }));
  const title = vscode.l10n.t('Which incident?');
  const pick = await vscode.window.showQuickPick(picks, { title, matchOnDetail: true });
  return pick && { log, incident: pick.incident };
}

/** From the page to the next page; in the log to where the next one begins, and a page beside it follows. */
async function go(analyses: Analyses, page: IncidentPage, step: Step): Promise<void> {
  const shown = page.argument;
  const log = logOf(analyses, page.isActive ? shown : undefined);
  if (!log) return;
  const incident =
    page.isActive && shown
      ? neighbourOfIncident(log.incidents, shown.incidentId, step)
      : neighbourOfLine(presentIncidents(log), analyses.caretLine(log.uri), step);
  if (!incident) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('No incidents to go to'), 3000);
    return;
  }
  if (shown) await page.show(log, originalOf(log, incident), !page.isActive);
  if (page.isActive) return;
  const line: LineArgument = { uri: log.uri.toString(), line: incident.firstLine };
  await vscode.commands.executeCommand('oddline.revealLine', line);
}

function logOf(analyses: Analyses, argument: IncidentArgument | undefined): AnalysedLog | undefined {
  return argument ? analyses.get(vscode.Uri.parse(argument.uri, true)) : analyses.current();
}

/** With their first lines where these are since edits; those whose first line was edited are left out. */
function presentIncidents({ incidents, lineNow }: AnalysedLog): Incident[] {
  return inLineOrder(incidents).flatMap((incident) => {
    const firstLine = lineNow(incident.firstLine);
    return firstLine === undefined ? [] : [{ ...incident, firstLine: firstLine as Incident['firstLine'] }];
  });
}

function originalOf({ incidents }: AnalysedLog, wanted: Incident): Incident {
  return incidents.find(({ id }) => id === wanted.id) ?? wanted;
}

function inform(text: string): undefined {
  void vscode.window.showInformationMessage(text);
  return undefined;
}
