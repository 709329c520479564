import * as vscode from 'vscode';
import type { ElasticQuery, HttpLogSource, LokiQuery } from '../../protocol/log-source';
import type { PlannedSpan, SurveyAnswer } from '../../protocol/survey';
import { dateAndTimeIn } from '../../protocol/time-text';
import { failureText } from '../shared/failure-text';
import { formatNumber, localise } from '../shared/localise';
import { messageText } from '../shared/message-text';
import { quickPickText } from '../shared/quick-pick-text';
import type { AskingParts } from './parts';
import { sparkline } from './sparkline';

/** Steps of the picture: about as many as a line of text holds. */
const steps = 240;
const sparklineWidth = 60;
/** Entries fetched of what is strange and of its surroundings. */
const budget = 200_000;

interface WindowItem extends vscode.QuickPickItem {
  readonly parts: readonly PlannedSpan[];
}

/**
 * The server counts, the windows that are strange are shown with their reasons, and only what is chosen of them is fetched. Undefined where
 * it was given up.
 */
export async function surveyFirst(
  source: HttpLogSource,
  query: LokiQuery | ElasticQuery,
  parts: AskingParts,
): Promise<vscode.Uri | undefined> {
  const answer = await counted(source, query, parts);
  if (!answer) return undefined;
  const chosen = await chooseWindows(source.name, answer);
  if (!chosen) return undefined;
  const title = vscode.l10n.t('{0}: {1} windows', source.name, chosen.windows);
  return parts.opening.open({ source, query, live: false, title, parts: chosen.parts });
}

async function counted(
  source: HttpLogSource,
  query: LokiQuery | ElasticQuery,
  { questions }: AskingParts,
): Promise<SurveyAnswer | undefined> {
  const title = messageText(vscode.l10n.t('{0} is counting', source.name));
  const location = vscode.ProgressLocation.Notification;
  try {
    return await vscode.window.withProgress({ location, title, cancellable: true }, (_, cancellation) => {
      const abort = new AbortController();
      cancellation.onCancellationRequested(() => abort.abort(new vscode.CancellationError()));
      return questions.survey({ source, query, steps, by: [], budget }, abort.signal);
    });
  } catch (error) {
    if (!(error instanceof vscode.CancellationError)) void vscode.window.showErrorMessage(failureText(error));
    return undefined;
  }
}

async function chooseWindows(
  name: string,
  answer: SurveyAnswer,
): Promise<{ readonly windows: number; readonly parts: readonly PlannedSpan[] } | undefined> {
  const items = windowItems(answer);
  if (items.every((item) => item.parts.length === 0)) {
    const text = vscode.l10n.t(
      '{0}: nothing in the volume is strange. Fetch the newest entries instead.',
      name,
    );
    return void vscode.window.showInformationMessage(
      messageText([text, ...answer.survey.notes.map(localise)].join(' ')),
    );
  }
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('What is strange in {0}', name),
    placeHolder: vscode.l10n.t(
      'What is chosen is fetched: about {0} entries in all',
      formatNumber(answer.plan.entries),
    ),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  if (!chosen || chosen.length === 0) return undefined;
  const wanted = new Set(chosen.flatMap(({ parts }) => parts));
  return { windows: chosen.length, parts: answer.plan.parts.filter((part) => wanted.has(part)) };
}

function windowItems({ survey, strange, plan }: SurveyAnswer): readonly WindowItem[] {
  const [all] = survey.series;
  const picture: WindowItem = {
    label: all ? sparkline(all.counts, sparklineWidth) : '',
    kind: vscode.QuickPickItemKind.Separator,
    parts: [],
  };
  const time = (step: number) => BigInt(survey.from) + BigInt(step) * BigInt(survey.stepNs);
  const windows = strange.map(({ from, to, reason, series }): WindowItem => {
    const parts = plan.parts.filter(
      ({ why, span }) => why === 'strange' && overlaps(span, time(from), time(to)),
    );
    const { labels } = survey.series[series];
    return {
      label: `${dateAndTimeIn(String(time(from)), 'UTC')} – ${dateAndTimeIn(String(time(to)), 'UTC')} UTC`,
      description: quickPickText(labels.map(([label, value]) => `${label}=${value}`).join(', ')),
      detail: quickPickText(localise(reason)),
      picked: parts.length > 0,
      parts,
    };
  });
  const around = plan.parts.filter(({ why }) => why === 'around');
  const usual: WindowItem = {
    label: vscode.l10n.t('What is usual around them'),
    description: vscode.l10n.t('{0} entries to compare with', formatNumber(sumOf(around))),
    picked: true,
    parts: around,
  };
  const fetched = windows.filter(({ parts }) => parts.length > 0);
  return [picture, ...fetched, ...(around.length > 0 ? [usual] : [])];
}

function overlaps(span: PlannedSpan['span'], from: bigint, until: bigint): boolean {
  return BigInt(span.from) < until && BigInt(span.until) > from;
}

function sumOf(parts: readonly PlannedSpan[]): number {
  return parts.reduce((sum, { entries }) => sum + entries, 0);
}
