import { ModelError } from '../llm/chat-model';

/** By its name: models may come from another bundle than this, and their errors from another class of the same name. */
export function isModelError(error: unknown): error is ModelError {
  if (error instanceof ModelError) return true;
  return error instanceof Error && error.name === 'ModelError' && 'code' in error && 'sentence' in error;
}

/** Failures that meet every question alike: asking on is of no use. */
const fatal: ReadonlySet<string> = new Set([
  'unauthorised',
  'unknown-model',
  'unreachable',
  'not-a-model-server',
  'not-allowed',
]);

export function isFatalFailure({ code }: Pick<ModelError, 'code'>): boolean {
  return fatal.has(code);
}
