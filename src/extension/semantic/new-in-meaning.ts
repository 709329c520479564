import * as vscode from 'vscode';
import type { TemplateSummary } from '../../engine/model/analysis';
import type { SemanticSearch } from '../../node/semantic/semantic-search';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { knownLog } from '../shared/known-log';
import { logName } from '../shared/log-name';
import { ask } from './asking';
import { tellNoLog } from './find-similar';
import type { SemanticParts } from './parts';
import { chooseLine, templateItem, templatesOf } from './template-picks';

const mostShown = 200;

/** What is known already, and which of the log's templates are held against it. */
interface Held {
  readonly templates: readonly TemplateSummary[];
  readonly known: (search: SemanticSearch) => Promise<readonly string[]>;
}

interface HeldItem extends vscode.QuickPickItem {
  readonly held: () => Promise<Held | undefined>;
}

/** Find Lines New in Meaning: the templates furthest from all that a baseline knows, each with the nearest it knows. */
export async function newInMeaning(argument: unknown, parts: SemanticParts): Promise<void> {
  const { analyses } = parts;
  const log = knownLog(analyses, argument);
  if (log === undefined) return tellNoLog();
  const title = vscode.l10n.t('What is known already?');
  const held = await (await vscode.window.showQuickPick(choicesOf(log, analyses), { title }))?.held();
  if (held === undefined) return;
  const patterns = held.templates.map(({ pattern }) => pattern);
  const answer = await ask(
    vscode.l10n.t('Looking for what is new in meaning'),
    parts,
    async (search, run) => {
      const known = await held.known(search);
      return { known, novelties: await search.novelty(patterns, known, run) };
    },
  );
  if (answer === undefined) return;
  const items = answer.novelties.slice(0, mostShown).map(({ index, distance, nearest }) => {
    const known = answer.known[nearest];
    const detail = known === undefined ? undefined : vscode.l10n.t('nearest: {0}', known);
    return templateItem(held.templates[index], distance.toFixed(2), detail);
  });
  const shown = vscode.l10n.t('Furthest in meaning from what is known first (0 is the same)');
  await chooseLine(log, analyses, items, shown);
}

function choicesOf(log: AnalysedLog, analyses: Analyses): readonly HeldItem[] {
  const others = analyses.all().filter(({ uri }) => uri.toString() !== log.uri.toString());
  return [
    ...(log.report.sources.some(({ role }) => role === 'baseline') ? [ownBaselines(log)] : []),
    ...others.map((other) => otherLog(log, other)),
    baselineFile(log),
  ];
}

/** Its templates first seen in a baseline are not the log's own; those it shares with one are known. */
function ownBaselines(log: AnalysedLog): HeldItem {
  const { sources, templates } = log.report;
  const isKnown = ({ source, lastSource }: TemplateSummary) =>
    [source, lastSource].some((one) => sources[one]?.role === 'baseline');
  const known = templates.filter(isKnown).map(({ pattern }) => pattern);
  return {
    label: vscode.l10n.t('The baselines it was analysed with'),
    held: async () => ({
      templates: templatesOf(log).filter((template) => !isKnown(template)),
      known: async () => known,
    }),
  };
}

function otherLog(log: AnalysedLog, other: AnalysedLog): HeldItem {
  const known = templatesOf(other).map(({ pattern }) => pattern);
  const held = { templates: templatesOf(log), known: async () => known };
  return { label: logName(other.uri), held: async () => held };
}

function baselineFile(log: AnalysedLog): HeldItem {
  return {
    label: vscode.l10n.t('A Baseline File…'),
    held: async () => {
      const filters = { [vscode.l10n.t('Baselines')]: ['oddline'] };
      const [file] = (await vscode.window.showOpenDialog({ filters })) ?? [];
      if (file === undefined) return undefined;
      return { templates: templatesOf(log), known: (search) => search.knownTexts(file.fsPath) };
    },
  };
}
