import type * as vscode from 'vscode';
import { contentKeyOfFile } from '../../node/cases/locate-source';
import type { CaseToSave } from '../../node/cases/write-case';
import type { Analyses } from '../shared/analyses';
import type { LineThreads, LogLines } from '../shared/line-threads';
import { logName } from '../shared/log-name';
import { mergeScheme, setScheme } from '../shared/log-uri';
import type { Readings } from '../shared/readings';
import { markedLines } from './marked-lines';

export interface CaseParts {
  readonly threads: LineThreads;
  readonly readings: Readings;
  readonly analyses: Analyses;
}

type LogToSave = CaseToSave['logs'][number];
type SourceToSave = LogToSave['sources'][number];

/** How a log is read now. Rejects with InputError. */
export async function caseLogOf(uri: vscode.Uri, withTexts: boolean, parts: CaseParts): Promise<LogToSave> {
  const log = await parts.threads.open(uri);
  try {
    const reading = parts.readings.of(uri);
    const texts = withTexts
      ? (await markedLines(log, reading.bookmarks, parts.analyses)).map(({ text }) => text)
      : null;
    return { kind: kindOf(uri), name: logName(uri), sources: await sourcesOf(log), reading, texts };
  } finally {
    log.dispose();
  }
}

function kindOf({ scheme }: vscode.Uri): LogToSave['kind'] {
  if (scheme === setScheme) return 'set';
  return scheme === mergeScheme ? 'merge' : 'file';
}

/** What no file begins with: one that cannot be read any more is found by its name, and the others keep their places. */
const unread = '0'.repeat(16);

async function sourcesOf({ client, sources: files }: LogLines): Promise<SourceToSave[]> {
  const { sourceLines } = await client.indexed();
  const sources: SourceToSave[] = [];
  for (const [i, { path, file }] of files().entries()) {
    const contentKey = (await contentKeyOfFile(path)) ?? unread;
    sources.push({ path, contentKey, size: file?.size ?? 0, lines: sourceLines[i] ?? 0 });
  }
  return sources;
}
