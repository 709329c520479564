import { mapTexts } from './tool-arguments';

interface Hiding {
  redact(text: string, signal?: AbortSignal): Promise<string>;
  redactTold(text: string, signal?: AbortSignal): Promise<string>;
  restore(text: string): string;
}

export interface HidingAnswer<Answer> {
  readonly answer: Answer;
  /** As it goes out. */
  readonly text: string;
}

/**
 * Runs a tool with what stands behind the placeholders in its arguments, and hides its answer: a model may search for what is hidden from
 * it, and is not to learn it from an answer that repeats the arguments. An error that repeats them may cut or quote them, where nobody
 * finds them again: it is told of the arguments as the model gave them.
 */
export async function runHiding<Answer extends { readonly text: string; readonly isError: boolean }>(
  given: unknown,
  shield: Hiding | null | undefined,
  run: (given: unknown) => Promise<Answer>,
  signal: AbortSignal,
): Promise<HidingAnswer<Answer>> {
  if (!shield) {
    const answer = await run(given);
    return { answer, text: answer.text };
  }
  const restored = mapTexts(given, (text) => shield.restore(text));
  const isSame = JSON.stringify(restored) === JSON.stringify(mapTexts(given, (text) => text));
  const answer = await run(restored);
  if (isSame) return { answer, text: await shield.redact(answer.text, signal) };
  const told = answer.isError ? await run(given) : answer;
  return { answer, text: await shield.redactTold(told.text, signal) };
}
