/** A call of a tool, or a part of one; any member may be missing. */
export interface ToolCallFragment {
  readonly index: number | null;
  /** '' where it has none. */
  readonly id: string;
  readonly name: string;
  /** A text, or the object itself; null where there is nothing of them. */
  readonly arguments: string | object | null;
}

/** What of an event of `chat/completions` is of the kind it should be. */
export interface AnswerChunk {
  readonly text: string;
  /** Of `reasoning_content`. */
  readonly reasoning: string;
  readonly calls: readonly ToolCallFragment[];
  readonly finish: string | null;
  readonly usage: { readonly promptTokens: number; readonly answerTokens: number } | null;
}

type Plain = Readonly<Record<string, unknown>>;

/** Servers leave members out, send `null` for them, or something of another kind: that is left out, and the rest of the answer is taken. */
export function answerChunk(given: unknown): AnswerChunk {
  const { choices, usage } = membersOf(given);
  const choice = membersOf(listOf(choices)[0]);
  const delta = membersOf(choice.delta);
  return {
    text: textOf(delta.content) + textOf(delta.refusal),
    reasoning: textOf(delta.reasoning_content),
    calls: listOf(delta.tool_calls).map(fragmentOf),
    finish: textOf(choice.finish_reason) || null,
    usage: usageOf(membersOf(usage)),
  };
}

function fragmentOf(given: unknown): ToolCallFragment {
  const { index, id, function: called } = membersOf(given);
  const { name, arguments: piece } = membersOf(called);
  return {
    index: typeof index === 'number' ? index : null,
    id: typeof id === 'string' ? id : '',
    name: typeof name === 'string' ? name : '',
    arguments: typeof piece === 'string' || typeof piece === 'object' ? piece : null,
  };
}

/** Mistral's thinking models write lists of parts, some of which are text. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return listOf(content)
    .map((part) => membersOf(part).text)
    .filter((text) => typeof text === 'string')
    .join('');
}

function usageOf({ prompt_tokens, completion_tokens }: Plain): AnswerChunk['usage'] {
  if (!isCount(prompt_tokens) || !isCount(completion_tokens)) return null;
  return { promptTokens: prompt_tokens, answerTokens: completion_tokens };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function membersOf(value: unknown): Plain {
  return typeof value === 'object' && value !== null ? (value as Plain) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
