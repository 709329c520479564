import { type Finding, type Severity, severities } from '../../engine/model/finding';
import { analyseLogs, type FinishedAnalysis } from '../../node/analyse-logs';
import { openLogFile } from '../../node/files/log-file';
import { highestScores } from '../../node/highest-scores';
import { analysisJson } from '../output/analysis-json';
import { writeAnalysisText } from '../output/analysis-text';
import { timeOf } from '../time-option';
import { countOf, oneOf, parseArguments, UsageError } from '../usage-error';
import type { Command, Surroundings } from './command';
import { openLogs } from './open-logs';

const options = {
  format: { type: 'string', default: 'text' },
  top: { type: 'string' },
  'fail-on': { type: 'string' },
  baseline: { type: 'string', multiple: true, default: [] as string[] },
  since: { type: 'string' },
  until: { type: 'string' },
  strangest: { type: 'boolean', default: false },
} as const;

/** More than this scrolls the worst off a screen. */
const usualTop = 20;
/** Each takes about a kilobyte until it is written; docs/cli.md names the figure. */
const maxFindings = 200_000;

interface Wishes {
  readonly files: readonly string[];
  readonly baselines: readonly string[];
  readonly format: 'text' | 'json';
  readonly top: number | undefined;
  readonly failOn: Severity | undefined;
  readonly from: bigint | null;
  readonly until: bigint | null;
  readonly strangest: boolean;
}

export const analyze: Command = {
  name: 'analyze',
  summary: 'Find what is unusual in log files, and say why',
  usage: `oddline analyze FILE... [options]

  FILE                  a log, packed with gzip or not; - is standard input.
                        Several files are judged together.
  --format text|json    text for people (default), json for programs (docs/cli.md)
  --top N               show the N highest scores only (text: ${usualTop} unless told)
  --fail-on SEVERITY    exit 1 when something of critical, high, medium or low, or worse, was found
  --baseline FILE       a good log: what it holds is normal (may be repeated)
  --since T, --until T  judge only records within; UTC unless the time names a zone
  --strangest           show the 20 strangest lines, whatever the threshold
`,
  async run(args, surroundings) {
    const wishes = wishesOf(args);
    const finished = await analyse(wishes, surroundings);
    await show(finished, wishes, surroundings);
    return reaches(finished.analysis.findings, wishes.failOn) ? 1 : 0;
  },
};

function wishesOf(args: string[]): Wishes {
  const { values, positionals } = parseArguments('analyze', args, options);
  if (positionals.length === 0) throw new UsageError('No log named. Name a file, or - for standard input.');
  return {
    files: positionals,
    baselines: values.baseline,
    format: oneOf('--format', values.format, ['text', 'json']),
    top: values.top === undefined ? undefined : countOf('--top', values.top),
    failOn: values['fail-on'] === undefined ? undefined : oneOf('--fail-on', values['fail-on'], severities),
    from: values.since === undefined ? null : timeOf('--since', values.since),
    until: values.until === undefined ? null : timeOf('--until', values.until),
    strangest: values.strangest,
  };
}

async function analyse(wishes: Wishes, { stdin, progress }: Surroundings): Promise<FinishedAnalysis> {
  const logs = await openLogs(wishes.files, stdin);
  const baselines = await Promise.all(wishes.baselines.map((path) => openLogFile(path)));
  const { from, until } = wishes;
  try {
    return await analyseLogs({
      logs,
      baselines,
      from,
      until,
      maxFindings,
      onProgress: (snapshot) => progress.show(snapshot),
    });
  } finally {
    progress.clear();
  }
}

async function show(finished: FinishedAnalysis, wishes: Wishes, surroundings: Surroundings): Promise<void> {
  const { analysis } = finished;
  if (wishes.format === 'json') {
    const findings = highestScores(analysis.findings, wishes.top ?? Number.POSITIVE_INFINITY);
    const strangest = wishes.strangest ? analysis.strangest : undefined;
    await surroundings.out.writeAll(analysisJson({ finished, findings, strangest }));
    return;
  }
  const shown = wishes.strangest
    ? analysis.strangest
    : highestScores(analysis.findings, wishes.top ?? usualTop);
  await writeAnalysisText(finished, shown, surroundings);
}

function reaches(findings: readonly Finding[], threshold: Severity | undefined): boolean {
  if (threshold === undefined) return false;
  const enough = severities.slice(severities.indexOf(threshold));
  return findings.some((finding) => enough.includes(finding.severity));
}
