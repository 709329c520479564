import { analyseLogs, type FinishedAnalysis } from '../../node/analyse-logs';
import { grouped } from '../../protocol/overview';
import { templatesJson } from '../output/templates-json';
import { oneOf, parseArguments, UsageError } from '../usage-error';
import type { Command, Surroundings } from './command';
import { openLogs } from './open-logs';

const options = { format: { type: 'string', default: 'text' } } as const;

export const templates: Command = {
  name: 'templates',
  summary: 'List the kinds of lines a log is made of',
  usage: `oddline templates FILE [options]

  FILE                  a log, packed with gzip or not; - is standard input
  --format text|json    text for people (default), json for programs (docs/cli.md)
`,
  async run(args, surroundings) {
    const { values, positionals } = parseArguments('templates', args, options);
    if (positionals.length !== 1)
      throw new UsageError('templates takes one log. Name a file, or - for standard input.');
    const format = oneOf('--format', values.format, ['text', 'json']);
    const finished = await analyse(positionals[0], surroundings);
    if (format === 'json') await surroundings.out.writeAll(templatesJson(finished));
    else await surroundings.out.writeAll(templatesText(finished, surroundings));
    return 0;
  },
};

async function analyse(path: string, { stdin, progress }: Surroundings): Promise<FinishedAnalysis> {
  const logs = await openLogs([path], stdin);
  try {
    return await analyseLogs({ logs, onProgress: (snapshot) => progress.show(snapshot) });
  } finally {
    progress.clear();
  }
}

/** The commonest first; of equal ones the earlier. */
function* templatesText({ analysis }: FinishedAnalysis, { palette, tell }: Surroundings): Generator<string> {
  const counts = [grouped(analysis.overview.templates), grouped(analysis.overview.records)];
  yield `${palette.strong(tell({ pattern: '{0} templates in {1} records', values: counts }))}\n`;
  for (const { count, level, pattern } of analysis.templates.toSorted((a, b) => b.count - a.count)) {
    yield `${grouped(count).padStart(11)}  ${palette.faint(level.padEnd(5))}  ${pattern}\n`;
  }
}
