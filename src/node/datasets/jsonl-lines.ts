import { openLogFile } from '../files/log-file';
import { datasetError } from './dataset-problems';

export interface JsonLine {
  /** 1-based, blank lines counted. */
  readonly line: number;
  readonly value: unknown;
}

/** The JSON values of a file of one a line, packed or not; blank lines are none. Throws InputError. */
export async function* jsonLines(path: string): AsyncGenerator<JsonLine> {
  let line = 0;
  for await (const text of linesOf(path)) {
    line++;
    if (text.trim() !== '') yield { line, value: parsedLine(text, path, line) };
  }
}

/** Throws InputError. */
export function parsedLine(text: string, path: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw datasetError('no-json', path, line, error instanceof Error ? error.message : String(error));
  }
}

/** What a line may have in UTF-16 units: a session of thousands of records has less. */
const longestLine = 1 << 26;

/** Of a text file, packed or not, the first one too where it is empty. Throws InputError. */
export async function* linesOf(path: string, longest = longestLine): AsyncGenerator<string> {
  const file = await openLogFile(path);
  try {
    const decoder = new TextDecoder();
    // Its pieces are put together once: a line of many chunks would be copied with each.
    let [open, units, line] = [[] as string[], 0, 1];
    for await (const chunk of file.chunks(() => undefined)) {
      const [first, ...others] = decoder.decode(chunk, { stream: true }).split('\n');
      open.push(first);
      units += first.length;
      if (units > longest) throw datasetError('long-line', path, line);
      const last = others.pop();
      if (last === undefined) continue;
      yield open.join('');
      yield* others;
      [open, units, line] = [[last], last.length, line + others.length + 1];
    }
    yield open.join('') + decoder.decode();
  } finally {
    await file.close();
  }
}
