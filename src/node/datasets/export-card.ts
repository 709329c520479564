import type { CardSessions, CardSource, DataCard } from '../../engine/dataset/card/data-card';
import type { ExportPlan } from '../../engine/dataset/export/plan-export';
import { nameWithin } from './command-names';
import type { Written } from './export-tally';
import type { ExportTask } from './export-task';
import { verdictSettings } from './verdict-words';

export interface Hashed {
  readonly sources: readonly CardSource[];
  readonly labelSources: readonly CardSource[];
}

export function exportCard(task: ExportTask, plan: ExportPlan, written: Written, hashed: Hashed): DataCard {
  const { settings, format, redacts, version } = task;
  const command = namedCommand(task.command, hashed, written);
  const isMasked = command.some((word, i) => word !== task.command[i]);
  return {
    kind: 'oddline-data-card',
    version: 1,
    oddline: version,
    command,
    format: format.name,
    seed: settings.seed,
    settings: { ...settingsOf(task), ...task.circumstances },
    sources: named(hashed.sources, written),
    labelSources: named(hashed.labelSources, written),
    files: written.files,
    labels: written.tally.labels(),
    leftOut: [
      { reason: 'unlabelled', sequences: plan.chosen.unlabelled },
      { reason: 'near-duplicate', sequences: plan.chosen.nearDuplicates },
      { reason: 'balance', sequences: plan.chosen.balanced },
      { reason: 'split', sequences: plan.crossing },
      { reason: 'too-long', sequences: plan.cuts.tooLong + written.tooLong },
      ...(plan.cuts.cutOff > 0 ? [{ reason: 'cut-off' as const, sequences: plan.cuts.cutOff }] : []),
    ],
    ...sessionsOf(plan),
    leaks: plan.leaks,
    masking: {
      redacted: redacts,
      masked: Object.fromEntries(written.masked),
      ...(isMasked ? { inCommand: true as const } : {}),
    },
    ...(written.drafts === undefined ? {} : { drafts: written.drafts }),
  };
}

/** Nothing where all records were looked at. */
export function sessionsOf({ sessions, given }: ExportPlan): { readonly sessions?: CardSessions } {
  const [lookedAt, records] = [sessions.lookedAt.records.length, given.marks.length];
  return lookedAt === records ? {} : { sessions: { lookedAt, records } };
}

function named(sources: readonly CardSource[], { nameOf }: Pick<Written, 'nameOf'>): CardSource[] {
  return sources.map((source) => ({ ...source, name: nameOf(source.name) }));
}

/** What is hidden of a file's name in the sequences stands nowhere beside them. */
function namedCommand(
  command: ExportTask['command'],
  { sources, labelSources }: Hashed,
  { nameOf }: Pick<Written, 'nameOf'>,
): string[] {
  const names = new Set([...sources, ...labelSources].map(({ name }) => name));
  return command.map((word) => {
    const name = nameWithin(word);
    return names.has(name) ? word.slice(0, -name.length) + nameOf(name) : word;
  });
}

function settingsOf(task: ExportTask): DataCard['settings'] {
  const { settings, takesFindings, maxTokens } = task;
  const { unit, shares, splitBy, balances, labelledOnly } = settings;
  return {
    sequences: unit.kind,
    ...(unit.kind === 'windows' ? { fewestRecords: unit.least, mostRecords: unit.most } : {}),
    train: shares.train,
    validation: shares.validation,
    test: shares.test,
    splitBy,
    labelledOnly,
    balanced: balances,
    fromFindings: takesFindings,
    maxTokens,
    ...verdictSettings(task),
  };
}
