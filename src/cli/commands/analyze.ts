import type { BaselineModel } from '../../engine/baseline/baseline-model';
import type { Contrast } from '../../engine/contrast/contrast';
import { type Finding, type Severity, severities } from '../../engine/model/finding';
import type { TimeBound } from '../../engine/model/time-bound';
import type { AskedWindow } from '../../engine/session-contrasts';
import type { Sensitivity } from '../../engine/triage/sensitivity';
import { analyseLogs, type FinishedAnalysis } from '../../node/analyse-logs';
import { goodPaths } from '../../node/baselines/good-paths';
import { contrastLogs } from '../../node/contrast-logs';
import { openLogFile } from '../../node/files/log-file';
import type { ReadableLog } from '../../node/files/readable-log';
import { windowLogs } from '../../node/files/time-window';
import { highestScores } from '../../node/highest-scores';
import { heedLabels } from '../../node/store/labelled-findings';
import { type Label, taughtLabels } from '../../node/store/labels';
import { counted } from '../../protocol/sentence';
import { encodingOf } from '../encoding-option';
import { focusOf } from '../focus-option';
import { analysisJson } from '../output/analysis-json';
import { analysisReport } from '../output/analysis-report';
import { writeAnalysisText } from '../output/analysis-text';
import { writeReport } from '../output/write-report';
import { fetchRemote } from '../remote/fetch-remote';
import { judgedWindow, parseLogArguments } from '../remote/parse-log-arguments';
import type { RemoteLog } from '../remote/remote-options';
import { type ReportFormat, reportFormatOf, usualCount } from '../report-format';
import { sensitivityOf } from '../sensitivity-option';
import { countOf, oneOf, UsageError } from '../usage-error';
import { segmentsOf, workersOf } from '../workers-option';
import { analyzeUsage, usualTop } from './analyze-usage';
import type { Command, Surroundings } from './command';
import { storedFormats } from './format-rules';
import { filesOf, noteSources, openLogs } from './open-logs';
import { storedBookmarks } from './stored-bookmarks';
import { storedLabels } from './stored-labels';
import { noteRuleProblems, storedRules } from './stored-rules';
import { storedWeights } from './stored-weights';
import { noteOverruled, storedCorrections } from './template-corrections';

const options = {
  format: { type: 'string', default: 'text' },
  top: { type: 'string' },
  'fail-on': { type: 'string' },
  baseline: { type: 'string', multiple: true, default: [] as string[] },
  since: { type: 'string' },
  until: { type: 'string' },
  focus: { type: 'string' },
  against: { type: 'string' },
  encoding: { type: 'string' },
  sensitivity: { type: 'string' },
  session: { type: 'string' },
  strangest: { type: 'boolean', default: false },
  workers: { type: 'string' },
  rotated: { type: 'boolean', default: false },
  'no-store': { type: 'boolean', default: false },
} as const;

/** Each takes about a kilobyte until it is written; docs/cli.md names the figure. */
const maxFindings = 200_000;

interface Wishes {
  /** The remote log by its name among them. */
  readonly files: readonly string[];
  readonly remote: RemoteLog | undefined;
  /** Good logs. */
  readonly baselines: readonly string[];
  readonly learned: BaselineModel | undefined;
  readonly format: ReportFormat;
  readonly top: number | undefined;
  readonly failOn: Severity | undefined;
  readonly from: TimeBound;
  readonly until: TimeBound;
  readonly focus: AskedWindow | undefined;
  readonly against: AskedWindow | undefined;
  readonly encoding: string | undefined;
  readonly sensitivity: Sensitivity | undefined;
  readonly session: string | undefined;
  readonly strangest: boolean;
  readonly workers: number;
  readonly heedsStore: boolean;
}

export const analyze: Command = {
  name: 'analyze',
  summary: { pattern: 'Find what is unusual in log files, and say why', values: [] },
  synopsis: 'oddline analyze FILE... [options]',
  usage: analyzeUsage,
  async run(args, surroundings) {
    const wishes = await wishesOf(args);
    if (wishes.remote) await fetchRemote(wishes.remote, surroundings, process.env);
    const finished = await analyse(wishes, surroundings);
    noteSources(finished.sources, surroundings);
    noteOverruled(finished.analysis.corrections, surroundings);
    noteRuleProblems(finished.analysis, surroundings);
    await show(finished, wishes, surroundings);
    return reaches(finished.analysis.findings, wishes.failOn) ? 1 : 0;
  },
};

async function wishesOf(args: string[]): Promise<Wishes> {
  const { values, positionals, named, remote } = parseLogArguments('analyze', args, options);
  if (named.length === 0) {
    throw new UsageError({
      pattern: 'No log named. Name a file, or {0} for standard input.',
      values: ['-'],
    });
  }
  const good = await goodPaths(values.baseline);
  return {
    files: [...(await filesOf(positionals, values.rotated)), ...(remote ? [remote.name] : [])],
    remote,
    baselines: good.logs,
    learned: good.baseline,
    format: reportFormatOf(values.format),
    top: values.top === undefined ? undefined : countOf('--top', values.top),
    failOn: values['fail-on'] === undefined ? undefined : oneOf('--fail-on', values['fail-on'], severities),
    ...judgedWindow(values, remote, positionals.length === 0),
    ...focusOf(values),
    encoding: values.encoding === undefined ? undefined : encodingOf('--encoding', values.encoding),
    sensitivity:
      values.sensitivity === undefined ? undefined : sensitivityOf('--sensitivity', values.sensitivity),
    session: values.session,
    strangest: values.strangest,
    workers: workersOf(values.workers),
    heedsStore: !values['no-store'],
  };
}

async function analyse(wishes: Wishes, surroundings: Surroundings): Promise<FinishedAnalysis> {
  const { encoding, sensitivity, session } = wishes;
  const logs = await openLogs(wishes.files, encoding, surroundings);
  const baselines = await openBaselines(wishes, surroundings);
  const templateCorrections = wishes.heedsStore ? await storedCorrections(wishes.files, surroundings) : [];
  const rules = wishes.heedsStore ? await storedRules(wishes.files) : [];
  const labels = wishes.heedsStore ? await storedLabels(wishes.files, surroundings) : [];
  const weights = wishes.heedsStore ? await storedWeights(wishes.files, surroundings) : null;
  const paths = wishes.heedsStore ? [...wishes.files, ...wishes.baselines] : [];
  const formatCorrections = await storedFormats(paths, surroundings);
  try {
    const finished = await analyseLogs({
      ...windowLogs(logs, wishes, { formatCorrections }),
      templateCorrections,
      rules,
      labels: taughtLabels(labels),
      weights,
      formatCorrections,
      baselines,
      learned: wishes.learned,
      maxFindings,
      sensitivity,
      sessionField: session,
      segments: segmentsOf(wishes.workers, surroundings),
      onProgress: (snapshot) => surroundings.progress.show(snapshot),
    });
    return heeding(finished, labels, surroundings);
  } finally {
    surroundings.progress.clear();
  }
}

/** Findings called normal are not shown, and it is said how many those are. */
function heeding(
  finished: FinishedAnalysis,
  labels: readonly Label[],
  { note }: Pick<Surroundings, 'note'>,
): FinishedAnalysis {
  const { analysis, labelled } = heedLabels(finished.analysis, labels);
  if (labelled > 0) {
    const one = '1 finding is called normal in the store and not shown; --no-store shows it.';
    const many = '{0} findings are called normal in the store and not shown; --no-store shows them.';
    note(counted(labelled, one, many));
  }
  return { ...finished, analysis };
}

function openBaselines(
  { baselines, encoding }: Wishes,
  { opened }: Pick<Surroundings, 'opened'>,
): Promise<ReadableLog[]> {
  return Promise.all(baselines.map((path) => opened.keep(openLogFile(path, { encoding, converts: true }))));
}

async function show(finished: FinishedAnalysis, wishes: Wishes, surroundings: Surroundings): Promise<void> {
  const { analysis } = finished;
  const { format } = wishes;
  const findings = highestScores(analysis.findings, wishes.top ?? usualCount(format, usualTop));
  const contrast = await contrastWith(finished, wishes);
  const strangest = wishes.strangest ? analysis.strangest.slice(0, wishes.top) : undefined;
  if (format === 'text') return writeAnalysisText({ finished, findings, strangest, contrast }, surroundings);
  const paths = [...wishes.files, ...wishes.baselines];
  if (format === 'json')
    return surroundings.out.writeAll(analysisJson({ finished, paths, findings, strangest, contrast }));
  const bookmarked = wishes.heedsStore ? await storedBookmarks(wishes.files, finished.sources) : [];
  const report = await analysisReport({ finished, paths, findings, bookmarked, contrast }, surroundings.tell);
  return writeReport(report, format, surroundings);
}

/** More is no longer the most telling. */
const mostContrasts = 20;

async function contrastWith(
  finished: FinishedAnalysis,
  { focus, against }: Wishes,
): Promise<Contrast | undefined> {
  if (focus === undefined) return undefined;
  return contrastLogs(finished, { focus, against: against ?? null, values: 'exact', limit: mostContrasts });
}

function reaches(findings: readonly Finding[], threshold: Severity | undefined): boolean {
  if (threshold === undefined) return false;
  const enough = severities.slice(severities.indexOf(threshold));
  return findings.some((finding) => enough.includes(finding.severity));
}
