import { InputError } from '../../../protocol/input-error';
import { answerOf } from '../processes/answer-of';

/**
 * The standard output of a tool that lists what there is. Rejects with InputError `tool-failed` where it ends otherwise than well (its
 * engine does not run, it may not be used), with those of starting it, and with the signal's reason.
 */
export async function askTool(command: readonly string[], signal: AbortSignal): Promise<string> {
  const { end, text, words } = await answerOf(command, signal);
  if (end === 0) return text;
  throw new InputError({
    code: 'tool-failed',
    sentence: {
      pattern:
        '{0} could not list what there is: {1}. Check that what it asks is running, and that you may use it.',
      values: [command[0], words === '' ? String(end) : words.replace(/\.$/, '')],
    },
  });
}

export function isMissing(error: unknown): boolean {
  return error instanceof InputError && error.code === 'program-missing';
}
