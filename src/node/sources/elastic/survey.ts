import type { Sentence } from '../../../engine/model/finding';
import type { VolumeSeries } from '../../../engine/survey/volume-series';
import { InputError } from '../../../protocol/input-error';
import type { ElasticQuery, ElasticSource } from '../../../protocol/log-source';
import type { SourceSurvey } from '../../../protocol/survey';
import { patient } from '../http/backoff';
import type { SourceSurveyor } from '../source-surveyor';
import { gridOf, gridTimes, type SurveyGrid } from '../survey-grid';
import { ElasticClient, indexPath } from './elastic-client';
import { filtersOf } from './elastic-query';
import { serverOf } from './elastic-server';
import { logFieldsOf, totalOf } from './log-fields';
import { termsIn } from './names';
import { shardFailures } from './shard-failures';
import { type CountedField, type SurveyFields, surveyFields } from './survey-fields';
import { countsIn, histogram } from './survey-grid';
import { type PatternsFound, patternsOf } from './survey-patterns';

/** Values of a field with a series of their own: the most frequent. */
const mostLevels = 12;
const mostValues = 10;
/** Counting billions takes a while. */
const surveyDeadlineMs = 300_000;

interface Volume {
  readonly series: readonly VolumeSeries[];
  readonly entries: number;
  readonly notes: readonly Sentence[];
}

/** Volume by step, level and field, exactly counted; patterns as far as the server can group texts. */
export const elasticSurveyor: SourceSurveyor<ElasticSource, ElasticQuery> = {
  async survey(source, query, wanted, asking): Promise<SourceSurvey> {
    const client = new ElasticClient(source, asking, patient, surveyDeadlineMs);
    const server = await serverOf(client);
    const { time, messages } = await logFieldsOf(client, query);
    const fields = await surveyFields(client, query.index, wanted.by);
    const grid = gridOf(query.span, wanted.steps);
    const volume = await volumeOf(client, query, { time, grid, fields });
    const { entries } = volume;
    const asked = { client, server, query, time, message: messages[0], level: fields.level, entries };
    const levels = volume.series.filter(({ by }) => by === 'level').map(({ labels }) => labels[0][1]);
    const found = await orNote(patternsOf({ ...asked, levels }));
    return {
      ...gridTimes(grid),
      series: volume.series,
      patterns: found.patterns,
      fields: fields.fields,
      notes: [...volume.notes, ...notesOf(fields), ...found.notes],
    };
  },
};

interface VolumeAsked {
  readonly time: string;
  readonly grid: SurveyGrid;
  readonly fields: SurveyFields;
}

async function volumeOf(client: ElasticClient, query: ElasticQuery, asked: VolumeAsked): Promise<Volume> {
  const { time, grid, fields } = asked;
  const steps = histogram(time, grid);
  const byTerms = ({ field }: CountedField, size: number) => ({
    terms: { field, size },
    aggs: { steps },
  });
  const byField = fields.by.map((one, at) => [`by${at}`, byTerms(one, mostValues)]);
  const body = await client.json({
    method: 'POST',
    path: `/${indexPath(query.index)}/_search`,
    body: {
      size: 0,
      track_total_hits: true,
      query: { bool: { filter: filtersOf(query, time) } },
      aggs: {
        steps,
        ...(fields.level ? { level: byTerms(fields.level, mostLevels) } : {}),
        ...Object.fromEntries(byField),
      },
    },
  });
  const all = {
    by: 'all',
    labels: [],
    unit: 'entries',
    counts: countsIn(body.aggregations, 'steps', grid),
  } as const;
  const levels = seriesOf(body.aggregations, 'level', 'level', grid);
  const others = fields.by.flatMap(({ name }, at) => seriesOf(body.aggregations, `by${at}`, name, grid));
  const failures = shardFailures(body);
  const series = [all, ...levels, ...others];
  return { series, entries: totalOf(body.hits), notes: failures ? [failures.sentence] : [] };
}

/** `label` is what its series are called by: `level` for those of levels, whatever the field's name. */
function seriesOf(aggregations: unknown, name: string, label: string, grid: SurveyGrid): VolumeSeries[] {
  return termsIn(aggregations, name).map((term) => ({
    by: name === 'level' ? 'level' : 'label',
    labels: [[label, term.name]],
    unit: 'entries',
    counts: countsIn(term.bucket, 'steps', grid),
  }));
}

function notesOf({ level, uncounted }: SurveyFields): Sentence[] {
  const notes: Sentence[] = uncounted.map((name) => ({
    pattern: 'The server cannot count by {0}: it is indexed as text only, or not at all.',
    values: [name.slice(0, 100)],
  }));
  if (level) return notes;
  return [
    ...notes,
    { pattern: 'No field of the index holds levels, so nothing is counted by them.', values: [] },
  ];
}

/** Volume without patterns is worth having. */
async function orNote(patterns: Promise<PatternsFound>): Promise<PatternsFound> {
  try {
    return await patterns;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { patterns: [], notes: [error.sentence] };
  }
}
