import { TextDecoder } from 'node:util';
import { DatasetCheck } from '../../engine/dataset/check/dataset-check';
import type { DatasetReport } from '../../engine/dataset/check/dataset-report';
import type { FileCheck } from '../../engine/dataset/check/file-check';
import { TextLines } from '../../engine/dataset/check/text-lines';
import type { Sentence } from '../../engine/model/finding';
import { openLogFile } from '../files/log-file';
import type { ReadableLog } from '../files/readable-log';
import { datasetError } from './dataset-problems';
import { verdictWordsBeside } from './verdict-words';

export interface DatasetCheckParts {
  /** In the order of the splits: what stands in two files is told of the later. */
  readonly paths: readonly string[];
  readonly maxTokens: number | undefined;
  /** Opens one of them; as a regular file unless told. */
  readonly open?: (path: string) => Promise<ReadableLog>;
  /** Words of a file's own for the labels; those of the data card beside it unless told. */
  readonly verdictsOf?: typeof verdictWordsBeside;
  /** After every piece of a file: share of all bytes, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** What a line may have in UTF-16 units: V8 ends strings at twice that. */
const longestLine = 1 << 28;

/** Reads files of training data, packed or not, each once and in pieces. Throws InputError for what cannot be read, and the signal's reason. */
export async function checkDatasets({
  paths,
  maxTokens,
  onProgress,
  signal,
  open = openLogFile,
  verdictsOf = verdictWordsBeside,
}: DatasetCheckParts): Promise<DatasetReport> {
  const check = new DatasetCheck(maxTokens);
  const share = 1 / paths.length;
  for (const [index, path] of paths.entries()) {
    const verdicts = await verdictsOf(path);
    const file = await open(path);
    try {
      const onRead = (bytes: number) => {
        signal?.throwIfAborted();
        onProgress((index + bytes / Math.max(1, file.size)) * share);
      };
      await checkFile(file, check.begin(file.path, verdicts), onRead);
    } finally {
      await file.close();
    }
    const [note] = file.notes;
    if (note) throw datasetError('damaged', file.path);
  }
  return check.report();
}

async function checkFile(
  file: ReadableLog,
  check: FileCheck,
  onRead: (bytes: number) => void,
): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const lines = new TextLines((line) => check.push(line));
  for await (const chunk of file.chunks(onRead)) {
    const text = decoded(decoder, chunk);
    if (text === undefined) {
      check.noDataset(noUtf8(check.lineCount + 1 + linesBeforeDamage(chunk)));
      return;
    }
    lines.push(text);
    if (lines.open > longestLine) throw datasetError('long-line', file.path, check.lineCount + 1);
  }
  if (decoded(decoder) === undefined) {
    check.noDataset(noUtf8(check.lineCount + 1));
    return;
  }
  lines.end();
  check.end();
}

/** Undefined for what is not UTF-8; without bytes, for an end in the middle of a character. */
function decoded(decoder: TextDecoder, chunk?: Uint8Array): string | undefined {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    return undefined;
  }
}

/** A character the file has lost before counts as damage, too: it stands near. */
function linesBeforeDamage(chunk: Uint8Array): number {
  const text = new TextDecoder().decode(chunk);
  return text.slice(0, text.indexOf('\ufffd')).split('\n').length - 1;
}

function noUtf8(line: number): Sentence {
  return {
    pattern: 'It is not UTF-8 (from about line {0}). Convert it: iconv -f GBK -t UTF-8 FILE',
    values: [line],
  };
}
