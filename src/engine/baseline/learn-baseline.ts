import type { LogSessions } from '../features/sessions/log-sessions';
import type { TemplateStatistics } from '../features/template-statistics';
import type { ValueSource } from '../features/values/value-source';
import type { SourceRow } from '../model/record-table';
import type { SignatureId } from '../model/units';
import type { BaselineModel, KnownMessage } from './baseline-model';
import { shareScale } from './baseline-prior';
import { foldModels } from './fold-model';
import { type CountedLog, countLog } from './learn-messages';
import { type LearnedRows, learnRows } from './learn-rows';
import { learnSessions } from './learn-sequences';
import { learnValues } from './learn-values';
import { stretchShares } from './stretch-shares';
import { variationOf } from './variation';

/** What a baseline is learned from: a session whose sources are read. */
export interface BaselineLearning {
  /** Gathered. */
  readonly templates: TemplateStatistics;
  readonly values: ValueSource;
  readonly sessions: LogSessions;
  readonly componentName: (component: number) => string;
  /** `signatureText` of a signature. */
  readonly textOf: (signature: SignatureId) => string;
  readonly seed: number;
}

/** Learns every log of the session, its baselines left out; yields now and then. */
export function* learnBaseline(learning: BaselineLearning): Generator<void, BaselineModel> {
  const models: BaselineModel[] = [];
  for (const source of learning.templates.records.sources)
    if (source.role === 'log') models.push(yield* learnLog(source, learning));
  return foldModels(models);
}

function* learnLog(
  source: SourceRow,
  { templates, values, sessions, seed, ...names }: BaselineLearning,
): Generator<void, BaselineModel> {
  const counted = yield* countLog(source, templates);
  const rows = yield* learnRows(source, templates, seed);
  const columns = yield* learnValues(yield* values.table(), source);
  const sequences = learnSessions(yield* sessions.found(), source, templates);
  const { templateOfSignature, templateLimit, records } = templates;
  const shares = yield* stretchShares(
    source,
    records,
    (signature) => templateOfSignature[signature],
    templateLimit,
  );
  const { unknown, excess } = variationOf(shares, templateLimit);
  return {
    logs: 1,
    records: source.records,
    variation: { unknown: Math.round(unknown * shareScale), excess: Math.round(excess * shareScale) },
    messages: messagesOf(counted, rows, names.textOf),
    components: componentsOf(counted, names.componentName),
    transitions: counted.transitions,
    sample: rows.sample,
    columns,
    sequences,
  };
}

/** By signature, as all that names messages does: those of other sources that found a template here come with no records. */
function messagesOf(
  { messages }: CountedLog,
  { strangest }: LearnedRows,
  textOf: BaselineLearning['textOf'],
): KnownMessage[] {
  return messages.map((counts, signature) => ({
    ...counts,
    text: textOf(signature as SignatureId),
    strangest: strangest.get(signature) ?? null,
  }));
}

function componentsOf(
  { components }: CountedLog,
  nameOf: BaselineLearning['componentName'],
): [string, number][] {
  const known: [string, number][] = [];
  components.forEach((count, component) => {
    if (count > 0) known.push([nameOf(component), count]);
  });
  return known;
}
