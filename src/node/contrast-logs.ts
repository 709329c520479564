import type { Contrast } from '../engine/contrast/contrast';
import type { AskedContrast } from '../engine/session-contrasts';
import { openTexts } from './files/source-texts';
import type { ReadLogs } from './merging/merged-text';
import { answerOf } from './worker/time-answers';

const never = new AbortController().signal;

/** What is surely different in a part of logs that were read. Throws InputError, or the signal's reason. */
export async function contrastLogs(
  { session, sources }: ReadLogs,
  asked: AskedContrast,
  signal: AbortSignal = never,
): Promise<Contrast> {
  return answerOf(session.contrasts.contrast(asked, await openTexts(sources)), signal);
}
