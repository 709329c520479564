import type { ComparedFinding } from '../../engine/model/comparison';
import { type Severity, severities } from '../../engine/model/finding';
import type { TimeBound } from '../../engine/model/time-bound';
import { compareLogs, type FinishedComparison } from '../../node/analyse-logs';
import { refuseBaselineFiles } from '../../node/baselines/good-paths';
import { windowLogs } from '../../node/files/time-window';
import { encodingOf } from '../encoding-option';
import { comparisonJson } from '../output/comparison-json';
import { comparisonReport } from '../output/comparison-report';
import { patternsOf } from '../output/comparison-shown';
import { writeComparisonText } from '../output/comparison-text';
import { writeReport } from '../output/write-report';
import { fetchRemote } from '../remote/fetch-remote';
import { judgedWindow, parseLogArguments } from '../remote/parse-log-arguments';
import type { RemoteLog } from '../remote/remote-options';
import { type ReportFormat, reportFormatOf, usualCount } from '../report-format';
import { countOf, oneOf, UsageError } from '../usage-error';
import { segmentsOf, workersOf } from '../workers-option';
import type { Command, Surroundings } from './command';
import { compareUsage, usualTop } from './compare-usage';
import { storedFormats } from './format-rules';
import { noteSources, openLogs } from './open-logs';
import { storedCorrections } from './template-corrections';

const options = {
  format: { type: 'string', default: 'text' },
  top: { type: 'string' },
  'fail-on': { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
  encoding: { type: 'string' },
  workers: { type: 'string' },
  'no-store': { type: 'boolean', default: false },
} as const;

interface Wishes {
  readonly bad: string;
  /** The bad one, where it is no file. */
  readonly remote: RemoteLog | undefined;
  readonly goods: readonly string[];
  readonly format: ReportFormat;
  readonly top: number | undefined;
  readonly failOn: Severity | undefined;
  readonly from: TimeBound;
  readonly until: TimeBound;
  readonly encoding: string | undefined;
  readonly workers: number;
  readonly heedsStore: boolean;
}

export const compare: Command = {
  name: 'compare',
  summary: { pattern: 'Say what a bad log has that good ones have not', values: [] },
  synopsis: 'oddline compare GOOD... BAD [options]',
  usage: compareUsage,
  async run(args, surroundings) {
    const wishes = wishesOf(args);
    if (wishes.remote) await fetchRemote(wishes.remote, surroundings, process.env);
    const finished = await compared(wishes, surroundings);
    noteSources(finished.sources, surroundings);
    await show(finished, wishes, surroundings);
    return reaches(finished.comparison.findings, wishes.failOn) ? 1 : 0;
  },
};

function wishesOf(args: string[]): Wishes {
  const { values, named, remote } = parseLogArguments('compare', args, options);
  const goods = named.slice(0, -1);
  if (goods.length === 0) {
    throw new UsageError({
      pattern: '{0} takes a good log and a bad one. Name the bad one last; {1} is standard input.',
      values: ['compare', '-'],
    });
  }
  return {
    bad: named[goods.length],
    remote,
    goods,
    format: reportFormatOf(values.format),
    top: values.top === undefined ? undefined : countOf('--top', values.top),
    failOn: values['fail-on'] === undefined ? undefined : oneOf('--fail-on', values['fail-on'], severities),
    ...judgedWindow(values, remote, true),
    encoding: values.encoding === undefined ? undefined : encodingOf('--encoding', values.encoding),
    workers: workersOf(values.workers),
    heedsStore: !values['no-store'],
  };
}

async function compared(wishes: Wishes, surroundings: Surroundings): Promise<FinishedComparison> {
  const { bad, goods, encoding, heedsStore } = wishes;
  const files = [bad, ...goods];
  await refuseBaselineFiles(files);
  const [log, ...baselines] = await openLogs(files, encoding, surroundings);
  const templateCorrections = heedsStore ? await storedCorrections([bad], surroundings) : [];
  const formatCorrections = await storedFormats(heedsStore ? files : [], surroundings);
  try {
    return await compareLogs({
      ...windowLogs([log], wishes, { formatCorrections }),
      baselines,
      templateCorrections,
      formatCorrections,
      segments: segmentsOf(wishes.workers, surroundings),
      onProgress: (snapshot) => surroundings.progress.show(snapshot),
    });
  } finally {
    surroundings.progress.clear();
  }
}

async function show(finished: FinishedComparison, wishes: Wishes, surroundings: Surroundings): Promise<void> {
  const { comparison } = finished;
  const { format, top } = wishes;
  const findings = strongest(comparison.findings, top ?? usualCount(format, usualTop));
  const paths = [wishes.bad, ...wishes.goods];
  const shown = { finished, paths, findings, patternOf: patternsOf(comparison) };
  if (format === 'text') return writeComparisonText(shown, surroundings);
  if (format === 'json') return surroundings.out.writeAll(comparisonJson({ comparison, paths, findings }));
  return writeReport(await comparisonReport(shown, surroundings.tell), format, surroundings);
}

/** The highest scores, the earlier of equal ones, still in order of line. */
function strongest(findings: readonly ComparedFinding[], limit: number): readonly ComparedFinding[] {
  if (findings.length <= limit) return findings;
  const kept = new Set(findings.toSorted((a, b) => b.score - a.score).slice(0, limit));
  return findings.filter((finding) => kept.has(finding));
}

function reaches(findings: readonly ComparedFinding[], threshold: Severity | undefined): boolean {
  if (threshold === undefined) return false;
  const enough = severities.slice(severities.indexOf(threshold));
  return findings.some(({ severity }) => enough.includes(severity));
}
