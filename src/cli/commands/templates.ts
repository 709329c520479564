import { type MinedLogs, mineLogs } from '../../node/analyse-logs';
import { counted, grouped } from '../../protocol/sentence';
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
    const mined = await mine(positionals[0], surroundings);
    if (format === 'json') await surroundings.out.writeAll(templatesJson(mined));
    else await surroundings.out.writeAll(templatesText(mined, surroundings));
    return 0;
  },
};

async function mine(path: string, { stdin, progress }: Surroundings): Promise<MinedLogs> {
  const logs = await openLogs([path], stdin);
  try {
    return await mineLogs({ logs, onProgress: (snapshot) => progress.show(snapshot) });
  } finally {
    progress.clear();
  }
}

/** The commonest first; of equal ones the earlier. */
function* templatesText({ templates }: MinedLogs, { palette, tell }: Surroundings): Generator<string> {
  const records = templates.reduce((sum, { count }) => sum + count, 0);
  const counts = [
    tell(counted(templates.length, '1 template', '{0} templates')),
    tell(counted(records, '1 record', '{0} records')),
  ];
  yield `${palette.strong(counts.join(', '))}\n`;
  for (const { count, level, pattern } of templates.toSorted((a, b) => b.count - a.count)) {
    yield `${grouped(count).padStart(11)}  ${palette.faint(level.padEnd(5))}  ${pattern}\n`;
  }
}
