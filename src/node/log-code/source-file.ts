import { readFile, stat } from 'node:fs/promises';
import { languageOf } from '../../engine/log-code/languages';
import { hole } from '../../engine/log-code/literal-text';
import { type LoggingStatement, loggingStatements } from '../../engine/log-code/logging-statements';
import type { CodeStatement } from '../../protocol/log-code';

/** What a program wrote rather than a person; reading it takes longer than it helps. */
const mostBytes = 1_000_000;

/** A statement with what it is matched by. */
export interface FoundStatement extends LoggingStatement {
  readonly place: CodeStatement;
}

export interface SourceFile {
  readonly size: number;
  readonly modifiedMs: number;
  readonly statements: readonly FoundStatement[];
}

/** `former` where the file is still the same; undefined where there is none to read. */
export async function readSource(
  path: string,
  former: SourceFile | undefined,
): Promise<SourceFile | undefined> {
  try {
    const { size, mtimeMs, isFile } = await statOf(path);
    if (!isFile) return undefined;
    if (former?.size === size && former.modifiedMs === mtimeMs) return former;
    const statements = size > mostBytes ? [] : statementsIn(path, await readFile(path, 'utf8'));
    return { size, modifiedMs: mtimeMs, statements };
  } catch {
    return undefined;
  }
}

export function statementsIn(path: string, text: string): readonly FoundStatement[] {
  const language = languageOf(path);
  if (!language || text.length > mostBytes || text.includes('\u0000')) return [];
  const begins = lineBegins(text);
  return loggingStatements(text, language).map((statement) => {
    const message = statement.message.replaceAll(hole, '…').replace(/\s+/g, ' ').trim();
    const line = lineAt(begins, statement.start);
    const lastLine = lineAt(begins, statement.end);
    const column = statement.start - begins[line - 1];
    return { ...statement, place: { path, line, lastLine, column, message } };
  });
}

async function statOf(path: string) {
  const found = await stat(path);
  return { size: found.size, mtimeMs: found.mtimeMs, isFile: found.isFile() };
}

function lineBegins(text: string): readonly number[] {
  const begins = [0];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) begins.push(end.index + end[0].length);
  return begins;
}

/** 1-based. */
function lineAt(begins: readonly number[], at: number): number {
  let low = 0;
  let high = begins.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (begins[middle] <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
