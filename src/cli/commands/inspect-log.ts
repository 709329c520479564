import { basename, join } from 'node:path';
import type { LineNumber, SourceIndex } from '../../engine/model/units';
import type { SourceTexts } from '../../engine/records/source-texts';
import type { Session } from '../../engine/session';
import { readThrough } from '../../node/analyse-logs';
import { openTexts } from '../../node/files/source-texts';
import { filesLike } from '../../node/store/file-pattern';
import { FormatStore } from '../../node/store/formats';
import { nearestStore } from '../../node/store/store-lookup';
import type { FormatCorrection, SourceUnderstanding } from '../../protocol/understanding';
import { UsageError } from '../usage-error';
import type { Surroundings } from './command';
import { storedFormats } from './format-rules';
import { gestureIn, type ShownStretch } from './inspect-gesture';
import { noteSources, openLogs } from './open-logs';

export interface InspectWishes {
  readonly path: string;
  readonly encoding: string | undefined;
  /** Whether what is stored holds, and what is shown is stored. */
  readonly heedsStore: boolean;
  readonly stretches: readonly ShownStretch[];
}

/** Standard input, and what is fetched, have none. @throws UsageError */
export function refuseToKeep(name: string): never {
  throw new UsageError({
    pattern: 'What is shown is kept by the name of the file. Name a file, not "{0}".',
    values: [name],
  });
}

/** Reads the log, learns what is shown, keeps it, and reads again. @throws UsageError, InputError */
export async function understandLog(
  wishes: InspectWishes,
  surroundings: Surroundings,
): Promise<SourceUnderstanding> {
  const { path, heedsStore, stretches } = wishes;
  let corrections = heedsStore ? (await storedFormats([path], surroundings))(path) : [];
  for (const stretch of stretches) {
    const learned = await readAnd((log) => learn(stretch, log), wishes, corrections, surroundings);
    if (heedsStore) await keep(path, learned, surroundings);
    corrections = [...corrections, learned];
  }
  return readAnd(({ session, texts }) => session.understand(texts)[0], wishes, corrections, surroundings);
}

interface InspectedLog {
  readonly session: Session;
  readonly texts: SourceTexts;
}

async function readAnd<Answer>(
  ask: (log: InspectedLog) => Answer,
  { path, encoding }: InspectWishes,
  corrections: readonly FormatCorrection[],
  surroundings: Surroundings,
): Promise<Answer> {
  const { progress } = surroundings;
  const logs = await openLogs([path], encoding, surroundings);
  try {
    const { session, sources } = await readThrough({
      logs,
      formatCorrections: () => corrections,
      onProgress: (snapshot) => progress.show(snapshot),
    });
    progress.clear();
    noteSources(sources, surroundings);
    return ask({ session, texts: await openTexts(sources) });
  } finally {
    progress.clear();
    for (const log of logs) await log.close();
  }
}

function learn(stretch: ShownStretch, { session, texts }: InspectedLog): FormatCorrection {
  const source = 0 as SourceIndex;
  const gesture = gestureIn(lineText(session, texts, stretch.line), stretch);
  const answer = session.learnFormat(source, gesture, texts);
  if ('pattern' in answer) throw new UsageError(answer);
  return answer;
}

/** A line as an editor shows it. */
function lineText(session: Session, texts: SourceTexts, line: number): string {
  if (line > session.lineCount) {
    const values = [session.lineCount, line];
    throw new UsageError({ pattern: 'The log ends with line {0}, so it has no line {1}.', values });
  }
  const { start, end } = session.spanOf(0 as SourceIndex, line as LineNumber);
  return new TextDecoder('utf-8', { ignoreBOM: true })
    .decode(texts.read(0 as SourceIndex, start, end))
    .replace(/[\r\n]+$/, '');
}

async function keep(
  path: string,
  correction: FormatCorrection,
  { note }: Pick<Surroundings, 'note'>,
): Promise<void> {
  const { wouldBe } = await nearestStore(path);
  const file = join(wouldBe, 'formats.jsonl');
  const files = filesLike(basename(path));
  await new FormatStore(file).add({ files, correction, at: new Date().toISOString() });
  note({
    pattern: 'Kept in {0} for files named {1}. To undo it, delete its line there.',
    values: [file, files],
  });
}
