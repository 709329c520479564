import { type LogQuery, selectorOf } from '../../../engine/logql/log-query';
import type { Sentence } from '../../../engine/model/finding';
import type { VolumeSeries } from '../../../engine/survey/volume-series';
import { InputError } from '../../../protocol/input-error';
import type { LokiQuery, LokiSource } from '../../../protocol/log-source';
import { jsonObject } from '../http/answers';
import type { SourceSurveyor } from '../source-surveyor';
import { gridOf, gridTimes, type SurveyGrid } from '../survey-grid';
import type { Conversation } from './ascending';
import { conversation, logQueryOf } from './fetch';
import { labelNames } from './names';
import { fieldsOf, patternsOf } from './survey-messages';
import { type SurveyVolume, volumeByLabel, volumeByLevel } from './survey-volume';

/** A server reads all of it to count by level; a cluster does so at some GB a second. Above, the index must do. */
const mostCountedBytes = 100 * 2 ** 30;
/** What people look at logs by, most telling first: who wrote it, and where. One of each is counted by. */
const usualLabels = [
  ['service_name', 'app', 'container', 'job'],
  ['pod', 'host', 'instance', 'namespace', 'filename'],
];

export const lokiSurveyor: SourceSurveyor<LokiSource, LokiQuery> = {
  async survey(source, query, wanted, asking) {
    const talk = conversation(source, asking);
    const logQuery = logQueryOf(query);
    const grid = gridOf(query.span, wanted.steps);
    asking.tell({ phase: 'asking' });
    const labels = wanted.by.length > 0 ? wanted.by : await chosenLabels(source, query, logQuery, talk);
    const volume = await volumeOf(talk, query, logQuery, labels, grid);
    const { patterns, note } = await patternsOf(talk.client, logQuery, query, grid);
    const fields = await fieldsOf(talk.client, query);
    const notes = note ? [...volume.notes, note] : volume.notes;
    return { ...gridTimes(grid), series: volume.series, patterns, fields, notes };
  },
};

async function chosenLabels(
  source: LokiSource,
  { span }: LokiQuery,
  query: LogQuery,
  { asking }: Conversation,
): Promise<readonly string[]> {
  const names = await labelNames(source, { source, span, within: selectorOf(query) }, asking);
  return usualLabels.flatMap((group) => group.filter((name) => names.includes(name)).slice(0, 1));
}

async function volumeOf(
  talk: Conversation,
  query: LokiQuery,
  logQuery: LogQuery,
  labels: readonly string[],
  grid: SurveyGrid,
): Promise<SurveyVolume> {
  const notes: Sentence[] = [];
  const bytes = await indexedBytes(talk, query, logQuery);
  const counted = bytes <= mostCountedBytes ? await volumeByLevel(talk, logQuery, grid) : null;
  const byLabel: VolumeSeries[] = [];
  for (const label of labels) {
    const found = await volumeByLabel(talk, logQuery, label, grid);
    if (found) byLabel.push(...found);
    else
      notes.push({
        pattern: 'The server keeps no volume by {0}: it is switched off there, or older than 2.9.',
        values: [label],
      });
  }
  if (counted) return { series: [...counted, ...byLabel], notes };
  notes.push({
    pattern:
      'There is too much to be counted by level: volumes are bytes, by the index of the server, before the filters of the query.',
    values: [],
  });
  const first = byLabel.filter(({ labels: [label] }) => label[0] === labels[0]);
  if (first.length === 0) throw nothingToCountBy();
  return { series: [summed(first, grid), ...byLabel], notes };
}

/** 0 where the index does not tell, as of the newest. */
async function indexedBytes({ client }: Conversation, { span }: LokiQuery, query: LogQuery): Promise<number> {
  const parameters = { query: selectorOf(query), start: span.from, end: span.until };
  const answer = await client.quickly('/index/stats', parameters);
  return answer.status === 200 ? Number(jsonObject(answer, client.source).bytes) || 0 : 0;
}

function summed(series: readonly VolumeSeries[], { steps }: SurveyGrid): VolumeSeries {
  const counts = new Array<number>(steps).fill(0);
  for (const one of series) for (let step = 0; step < steps; step++) counts[step] += one.counts[step];
  return { by: 'all', labels: [], unit: 'bytes', counts };
}

function nothingToCountBy(): InputError {
  return new InputError({
    code: 'loki-no-volume',
    sentence: {
      pattern:
        'The server counts nothing for this query. Ask for a shorter time range, or fetch the newest entries.',
      values: [],
    },
  });
}
