import { join } from 'node:path';
import type { TemplateSummary } from '../../engine/model/analysis';
import type { Sentence } from '../../engine/model/finding';
import { mineLogs } from '../../node/analyse-logs';
import { isBaselineFile } from '../../node/baselines/baseline-file';
import { mostCompared, SemanticSearch } from '../../node/semantic/semantic-search';
import { ModelCrashedError, SemanticThread } from '../../node/semantic/semantic-thread';
import { grouped } from '../../protocol/sentence';
import { embedderOf } from '../assistant/chosen-embedder';
import { toldModelError } from '../assistant/told-model-error';
import { type SimilarAnswer, similarJson, similarText } from '../output/similar-answer';
import { UsageError } from '../usage-error';
import { segmentsOf } from '../workers-option';
import type { Command, Surroundings } from './command';
import { filesOf, openLogs } from './open-logs';
import { similarUsage } from './similar-usage';
import { type SimilarWishes, similarWishes } from './similar-wishes';
import { storedCorrections } from './template-corrections';

export const similar: Command = {
  name: 'similar',
  summary: { pattern: 'Search, group and compare the kinds of lines of a log by what they mean', values: [] },
  synopsis: 'oddline similar FILE --model FOLDER --text TEXT | --clusters | --baseline KNOWN [options]',
  usage: similarUsage,
  async run(args, surroundings) {
    const wishes = similarWishes(args);
    const thread = new SemanticThread(join(surroundings.installation, 'dist', 'semantic-worker.js'));
    try {
      const answer = await answerTo(wishes, thread, surroundings);
      if (wishes.format === 'json') await surroundings.out.write(similarJson(answer));
      else await surroundings.out.writeAll(similarText(answer, surroundings));
    } catch (error) {
      throw error instanceof ModelCrashedError ? new UsageError(crashed) : toldModelError(error);
    } finally {
      surroundings.progress.clear();
      thread.dispose();
    }
    return 0;
  },
};

const crashed: Sentence = {
  pattern:
    'The model ended unexpectedly: it may need more memory than there is. Ask again, or choose a smaller one.',
  values: [],
};

async function answerTo(
  wishes: SimilarWishes,
  thread: SemanticThread,
  surroundings: Surroundings,
): Promise<SimilarAnswer> {
  const { asked, top } = wishes;
  const embedder = await embedderOf(wishes.model, thread, surroundings);
  const search = new SemanticSearch(thread, embedder, new VectorsOfOneRun());
  const templates = await templatesOf(wishes.file, wishes, surroundings);
  const patterns = templates.map(({ pattern }) => pattern);
  if (patterns.length === 0) surroundings.note({ pattern: '{0} has no lines.', values: [wishes.file] });
  const { signal } = new AbortController();
  const run = { signal, onShare: (share: number) => surroundings.progress.showChecked(share) };
  if (asked.kind === 'text')
    return { kind: 'near', templates, near: await search.similar(patterns, asked.text, top, run) };
  if (asked.kind === 'clusters')
    return { kind: 'clusters', templates, clusters: (await search.clusters(patterns, run)).slice(0, top) };
  const known = await knownIn(asked.file, search, wishes, surroundings);
  const novelties = await search.novelty(patterns, known, run);
  return { kind: 'novelty', templates, known, novelties: novelties.slice(0, top) };
}

/** One answer, and the process ends: nothing is kept for another day. */
class VectorsOfOneRun extends Map<string, Float32Array> {
  keep(text: string, vector: Float32Array): void {
    this.set(text, vector);
  }
}

async function knownIn(
  file: string,
  search: SemanticSearch,
  wishes: SimilarWishes,
  surroundings: Surroundings,
): Promise<readonly string[]> {
  if (await isBaselineFile(file)) return search.knownTexts(file);
  return (await templatesOf(file, wishes, surroundings)).map(({ pattern }) => pattern);
}

/** The commonest first. */
async function templatesOf(
  named: string,
  { encoding, heedsStore, rotated, workers }: SimilarWishes,
  surroundings: Surroundings,
): Promise<readonly TemplateSummary[]> {
  const files = await filesOf([named], rotated);
  const { templates } = await mineLogs({
    logs: await openLogs(files, encoding, surroundings),
    segments: segmentsOf(workers, surroundings),
    templateCorrections: heedsStore ? await storedCorrections(files, surroundings) : [],
    onProgress: (snapshot) => surroundings.progress.show(snapshot),
  });
  if (templates.length > mostCompared) {
    surroundings.note({
      pattern: 'Looked at the {0} commonest of {1} templates.',
      values: [grouped(mostCompared), grouped(templates.length)],
    });
  }
  return templates.toSorted((a, b) => b.count - a.count || a.id - b.id).slice(0, mostCompared);
}
