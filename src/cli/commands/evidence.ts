import type { EvidencePack } from '../../engine/model/evidence-pack';
import type { TimeBound } from '../../engine/model/time-bound';
import { packLog } from '../../node/analyse-logs';
import { refuseBaselineFiles } from '../../node/baselines/good-paths';
import { windowLogs } from '../../node/files/time-window';
import { taughtLabels } from '../../node/store/labels';
import { encodingOf } from '../encoding-option';
import { evidenceJson } from '../output/evidence-json';
import { evidenceReport } from '../output/evidence-report';
import { writeReport } from '../output/write-report';
import { fetchRemote } from '../remote/fetch-remote';
import { judgedWindow, parseLogArguments } from '../remote/parse-log-arguments';
import type { RemoteLog } from '../remote/remote-options';
import { type ReportFormat, reportFormatOf } from '../report-format';
import { countOf, UsageError } from '../usage-error';
import { segmentsOf, workersOf } from '../workers-option';
import type { Command, Surroundings } from './command';
import { evidenceUsage, usualBudget } from './evidence-usage';
import { storedFormats } from './format-rules';
import { noteSources, openLogs } from './open-logs';
import { storedLabels } from './stored-labels';
import { storedWeights } from './stored-weights';
import { storedCorrections } from './template-corrections';

const options = {
  budget: { type: 'string', default: String(usualBudget) },
  format: { type: 'string', default: 'text' },
  baseline: { type: 'string', multiple: true, default: [] as string[] },
  since: { type: 'string' },
  until: { type: 'string' },
  encoding: { type: 'string' },
  'no-store': { type: 'boolean', default: false },
  workers: { type: 'string' },
} as const;

interface Wishes {
  readonly remote: RemoteLog | undefined;
  readonly path: string;
  readonly baselines: readonly string[];
  readonly budget: number;
  readonly format: ReportFormat;
  readonly from: TimeBound;
  readonly until: TimeBound;
  readonly encoding: string | undefined;
  readonly heedsStore: boolean;
  readonly workers: number;
}

export const evidence: Command = {
  name: 'evidence',
  summary: { pattern: 'Pack the lines that name the cause into a budget of tokens', values: [] },
  synopsis: 'oddline evidence FILE [options]',
  usage: evidenceUsage,
  async run(args, surroundings) {
    const wishes = wishesOf(args);
    if (wishes.remote) await fetchRemote(wishes.remote, surroundings, process.env);
    const pack = await packed(wishes, surroundings);
    await show(pack, wishes, surroundings);
    return 0;
  },
};

function wishesOf(args: string[]): Wishes {
  const { values, named, remote } = parseLogArguments('evidence', args, options);
  if (named.length !== 1) {
    throw new UsageError({
      pattern: '{0} takes one log. Name a file, or {1} for standard input.',
      values: ['evidence', '-'],
    });
  }
  return {
    path: named[0],
    remote,
    baselines: values.baseline,
    budget: countOf('--budget', values.budget),
    format: reportFormatOf(values.format),
    ...judgedWindow(values, remote, true),
    encoding: values.encoding === undefined ? undefined : encodingOf('--encoding', values.encoding),
    heedsStore: !values['no-store'],
    workers: workersOf(values.workers),
  };
}

async function show(pack: EvidencePack, { path, format }: Wishes, surroundings: Surroundings): Promise<void> {
  const { out, tell } = surroundings;
  if (format === 'text') return out.write(pack.text);
  if (format === 'json') return out.write(evidenceJson(pack));
  return writeReport(evidenceReport(pack, path, tell), format, surroundings);
}

async function packed(wishes: Wishes, surroundings: Surroundings): Promise<EvidencePack> {
  const { path, baselines, budget, encoding, heedsStore } = wishes;
  const files = [path, ...baselines];
  await refuseBaselineFiles(files);
  const [log, ...goodLogs] = await openLogs(files, encoding, surroundings);
  const templateCorrections = heedsStore ? await storedCorrections([path], surroundings) : [];
  const labels = heedsStore ? await storedLabels([path], surroundings) : [];
  const formatCorrections = await storedFormats(heedsStore ? files : [], surroundings);
  const { logs, from, until } = windowLogs([log], wishes, { formatCorrections });
  try {
    return await packLog(
      {
        logs,
        baselines: goodLogs,
        templateCorrections,
        labels: taughtLabels(labels),
        weights: heedsStore ? await storedWeights([path], surroundings) : null,
        formatCorrections,
        segments: segmentsOf(wishes.workers, surroundings),
        onProgress: (snapshot) => surroundings.progress.show(snapshot),
      },
      { budget, ...((from !== null || until !== null) && { focus: { from, until } }) },
    );
  } finally {
    surroundings.progress.clear();
    noteSources(logs, surroundings);
  }
}
