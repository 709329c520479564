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
    if (text.trim() !== '') yield { line, value: parsed(text, path, line) };
  }
}

function parsed(text: string, path: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw datasetError('no-json', path, line, error instanceof Error ? error.message : String(error));
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const file = await openLogFile(path);
  try {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of file.chunks(() => undefined)) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    yield rest + decoder.decode();
  } finally {
    await file.close();
  }
}
