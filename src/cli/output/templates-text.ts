import type { ParametersOf } from '../../engine/records/parameter-summaries';
import { plainText } from '../../engine/text/plain-text';
import type { MinedLogs } from '../../node/analyse-logs';
import { Excerpts } from '../../node/excerpts';
import { readBackBytes } from '../../node/files/readable-log';
import { counted, grouped } from '../../protocol/sentence';
import type { Surroundings } from '../commands/command';
import { noteEncoding } from './encoding-note';
import { joined } from './joined';
import { parameterText } from './parameter-text';

const nameLength = 200;
/** Enough to tell any two apart; JSON has all of it. */
const patternLength = 500;

/** What `oddline templates` says to people: the commonest first; of equal ones the earlier. */
export async function writeTemplatesText(
  mined: MinedLogs,
  parametersOf: ParametersOf | undefined,
  surroundings: Surroundings,
): Promise<void> {
  await surroundings.out.writeAll(lines(mined, parametersOf, surroundings));
  const excerpts = new Excerpts(mined);
  const undecoded = mined.templates.find(({ pattern }) => pattern.includes('\uFFFD'));
  if (undecoded) await excerpts.of(undecoded.source, undecoded.firstLine, readBackBytes);
  await noteEncoding(excerpts, surroundings);
}

function* lines(
  { templates }: MinedLogs,
  parametersOf: ParametersOf | undefined,
  { palette, tell }: Surroundings,
): Generator<string> {
  const records = templates.reduce((sum, { count }) => sum + count, 0);
  const counts = [
    tell(counted(templates.length, '1 template', '{0} templates')),
    tell(counted(records, '1 record', '{0} records')),
  ];
  yield `${palette.strong(joined(counts, tell))}\n`;
  for (const { id, count, level, name, pattern } of templates.toSorted((a, b) => b.count - a.count)) {
    const called = name === undefined ? '' : `${palette.strong(shownName(name))}  `;
    yield `${grouped(count).padStart(11)}  ${palette.faint(level.padEnd(5))}  ${called}${shownPattern(pattern)}\n`;
    for (const parameter of parametersOf?.(id).parameters ?? []) {
      yield `${' '.repeat(20)}${palette.faint(parameterText(parameter, tell))}\n`;
    }
  }
}

/** Cut between code points. */
function shownPattern(pattern: string): string {
  if (pattern.length <= patternLength) return pattern;
  return `${pattern.slice(0, patternLength).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A name stands in a file that a repository brings along, so it may hold anything. */
function shownName(name: string): string {
  const bytes = new TextEncoder().encode(name.slice(0, nameLength));
  return plainText(bytes, 0, bytes.length, nameLength);
}
