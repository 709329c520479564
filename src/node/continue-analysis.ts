import type { Sentence } from '../engine/model/finding';
import { type AnalysisTask, type FinishedAnalysis, runSteps, stepBytes } from './analyse-logs';
import { changeOf, type FileChange } from './files/file-change';
import { openLogFile } from './files/log-file';
import type { ReadableLog } from './files/readable-log';
import { openTexts } from './files/source-texts';
import { pause } from './pause';
import { ProgressMeter } from './progress-meter';

const reasons: Readonly<Record<Exclude<FileChange, 'same' | 'grown'>, Sentence>> = {
  rotated: { pattern: 'Read from the start: another file has its name now.', values: [] },
  truncated: { pattern: 'Read from the start: the file became shorter.', values: [] },
  rewritten: { pattern: 'Read from the start: what was read before has changed.', values: [] },
};
const cannotReadOn: Sentence = {
  pattern: 'Read from the start: the log is packed, or was judged together with others.',
  values: [],
};
const cutCharacter: Sentence = {
  pattern: 'Read from the start: it had ended in the middle of a character.',
  values: [],
};

/**
 * Reads what was appended to the one log of a finished analysis and judges all of it anew; what was there is not read
 * again. Answers why, and leaves everything as it is, where only reading from the start gives the right result. Throws InputError, or the
 * signal's reason; the former session is then in the middle of it and can only answer questions.
 */
export async function continueAnalysis(
  former: FinishedAnalysis,
  task: Pick<AnalysisTask, 'signal' | 'onProgress'>,
): Promise<FinishedAnalysis | Sentence> {
  const began = performance.now();
  const [log] = former.sources;
  if (former.sources.length !== 1 || former.ends === undefined) return cannotReadOn;
  const now = await openLogFile(log.path, { encoding: log.encoding });
  try {
    const why = await whyAnew(former, now);
    const goesOn = why === undefined && former.session.continueSource(now.referenceSeconds);
    if (!goesOn) {
      await now.close();
      return why ?? cutCharacter;
    }
    return await readOn(former, now, task, began);
  } catch (error) {
    await now.close();
    throw error;
  }
}

async function whyAnew({ sources, ends }: FinishedAnalysis, now: ReadableLog): Promise<Sentence | undefined> {
  const before = sources[0].state;
  const endsNow = before === null ? undefined : await now.endsAt?.(before.size);
  if (before === null || now.state === null || ends === undefined || endsNow === undefined)
    return cannotReadOn;
  const change = changeOf(before, now.state, ends, endsNow);
  return change === 'grown' || change === 'same' ? undefined : reasons[change];
}

async function readOn(
  { session, sources: [log] }: FinishedAnalysis,
  now: ReadableLog,
  { signal, onProgress }: Pick<AnalysisTask, 'signal' | 'onProgress'>,
  began: number,
): Promise<FinishedAnalysis> {
  const meter = new ProgressMeter([now], session, onProgress);
  for await (const chunk of now.chunks((bytes) => meter.read(now, bytes), log.size)) {
    for (let at = 0; at < chunk.length; at += stepBytes) {
      session.push(chunk.subarray(at, at + stepBytes));
      await pause(signal);
    }
  }
  session.closeSource(now.notes);
  const ends = await now.endsAt?.(now.size);
  const analysis = await runSteps(session.analyse(await openTexts([now])), meter, signal);
  return { analysis, session, sources: [now], ends, seconds: (performance.now() - began) / 1000 };
}
