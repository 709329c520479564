import { dirname, isAbsolute, relative, sep } from 'node:path';
import { Redactor } from '../../engine/redact/redactor';
import type { SecretForm } from '../../engine/redact/secret';
import type { Reading } from '../../protocol/reading';
import { replaceFile } from '../store/replace-file';
import { type CaseFile, type CaseLog, type CaseSource, caseVersion } from './case-file';

export interface CaseToSave {
  /** Without what only the case's place tells. */
  readonly logs: readonly (Omit<CaseLog, 'sources'> & {
    readonly sources: readonly Omit<CaseSource, 'relative'>[];
  })[];
  readonly savedAt: Date;
  /** The reader's own patterns of what is hidden. */
  readonly own?: readonly SecretForm[];
}

/** Replaces the file in one step. Secrets in marked lines and in why they are anomalies are hidden, the same behind the same placeholder. Throws what the file system does. */
export async function writeCase(path: string, { logs, savedAt, own }: CaseToSave): Promise<void> {
  const redactor = new Redactor(own);
  const file: CaseFile = {
    oddline: 'case',
    version: caseVersion,
    savedAt: savedAt.toISOString(),
    logs: logs.map(({ sources, reading, texts, ...log }) => ({
      ...log,
      reading: redacted(reading, redactor),
      sources: sources.map((source) => ({ ...source, relative: relativePath(path, source.path) })),
      texts: texts?.map((text) => redactor.redact(text)) ?? null,
    })),
  };
  await replaceFile(path, `${JSON.stringify(file, undefined, 2)}\n`);
}

/** Why a line is an anomaly may quote it. */
function redacted(reading: Reading, redactor: Redactor): Reading {
  const bookmarks = reading.bookmarks.map((one) =>
    one.finding ? { ...one, finding: { ...one.finding, title: redactor.redact(one.finding.title) } } : one,
  );
  return { ...reading, bookmarks };
}

function relativePath(from: string, to: string): string | null {
  const path = relative(dirname(from), to);
  return isAbsolute(path) ? null : path.split(sep).join('/');
}
