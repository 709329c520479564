import type { ChatPart, ToolCall } from './chat-model';
import { HiddenReasoning } from './hidden-reasoning';
import { type ToolCallFragment, ToolCallFragments } from './tool-call-fragments';

/** A chunk of `chat/completions` as servers really send it: any member may be missing or null. */
export interface AnswerChunk {
  readonly choices?:
    | readonly {
        readonly delta?: {
          readonly content?: string | null;
          readonly refusal?: string | null;
          readonly reasoning_content?: string | null;
          readonly tool_calls?: readonly ToolCallFragment[] | null;
        } | null;
        readonly finish_reason?: string | null;
      }[]
    | null;
  readonly usage?: { readonly prompt_tokens?: number; readonly completion_tokens?: number } | null;
}

type End = Extract<ChatPart, { kind: 'end' }>['reason'];

const reasons: Readonly<Record<string, End>> = {
  length: 'length',
  max_tokens: 'length',
  tool_calls: 'tools',
  function_call: 'tools',
  content_filter: 'filtered',
};

/** DeepSeek's word for having stopped in the middle. */
const broken = 'insufficient_system_resource';

/** One answer, chunk by chunk. What stands in members for reasoning (`reasoning_content`, `reasoning`) is no part of it. */
export class AnswerReader {
  private readonly fragments = new ToolCallFragments();
  private readonly hidden = new HiddenReasoning();
  /** Of `reasoning_content`. */
  reasoning = '';
  private usage: AnswerChunk['usage'];
  private finish: string | null = null;
  private hasText = false;

  /** Something of it was told. */
  get hasBegun(): boolean {
    return this.hasText;
  }

  /** Text that can be told now; '' where there is none. */
  take(chunk: AnswerChunk): string {
    if (chunk.usage) this.usage = chunk.usage;
    const choice = chunk.choices?.[0];
    if (choice?.finish_reason) this.finish = choice.finish_reason;
    for (const fragment of choice?.delta?.tool_calls ?? []) {
      this.fragments.add(fragment);
    }
    this.reasoning += choice?.delta?.reasoning_content ?? '';
    return this.told(this.hidden.push(choice?.delta?.content ?? '') + (choice?.delta?.refusal ?? ''));
  }

  /** Whether the server said that this was all; `isDone`: by `[DONE]`. */
  isWhole(isDone: boolean): boolean {
    return this.finish === null ? isDone : this.finish !== broken;
  }

  /** What was held back; '' mostly. */
  rest(): string {
    return this.told(this.hidden.end());
  }

  /** Each with an id; `ownId` gives one where the server did not. */
  calls(ownId: () => string): ToolCall[] {
    return this.fragments.calls(ownId);
  }

  /** What is told behind all text of an answer that is whole. */
  *close(calls: readonly ToolCall[]): Generator<ChatPart> {
    for (const call of calls) yield { kind: 'toolCall', call };
    const { prompt_tokens: promptTokens, completion_tokens: answerTokens } = this.usage ?? {};
    if (promptTokens !== undefined && answerTokens !== undefined)
      yield { kind: 'usage', promptTokens, answerTokens };
    const reason = reasons[this.finish ?? ''] ?? 'stop';
    // Some servers say `stop` of an answer that asks for tools.
    yield { kind: 'end', reason: reason === 'stop' && calls.length > 0 ? 'tools' : reason };
  }

  private told(text: string): string {
    if (text !== '') this.hasText = true;
    return text;
  }
}
