import { type AnswerChunk, answerChunk } from './answer-chunk';
import type { ChatPart, ToolCall } from './chat-model';
import { HiddenReasoning } from './hidden-reasoning';
import { ToolCallFragments } from './tool-call-fragments';

type End = Extract<ChatPart, { kind: 'end' }>['reason'];

const reasons: ReadonlyMap<string | null, End> = new Map([
  ['length', 'length'],
  ['max_tokens', 'length'],
  ['tool_calls', 'tools'],
  ['function_call', 'tools'],
  ['content_filter', 'filtered'],
]);

/** DeepSeek's word for having stopped in the middle. */
const broken = 'insufficient_system_resource';

/** One answer, chunk by chunk. What stands in members for reasoning (`reasoning_content`, `reasoning`) is no part of it. */
export class AnswerReader {
  private readonly fragments = new ToolCallFragments();
  private readonly hidden = new HiddenReasoning();
  /** Of `reasoning_content`. */
  reasoning = '';
  private usage: AnswerChunk['usage'] = null;
  private finish: string | null = null;
  private hasText = false;

  /** Something of it was told. */
  get hasBegun(): boolean {
    return this.hasText;
  }

  /** Text of an event that can be told now; '' where there is none. */
  take(event: unknown): string {
    const { text, reasoning, calls, finish, usage } = answerChunk(event);
    this.usage = usage ?? this.usage;
    this.finish = finish ?? this.finish;
    for (const fragment of calls) this.fragments.add(fragment);
    this.reasoning += reasoning;
    return this.told(this.hidden.push(text));
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
    if (this.usage !== null) yield { kind: 'usage', ...this.usage };
    const reason = reasons.get(this.finish) ?? 'stop';
    // Some servers say `stop` of an answer that asks for tools.
    yield { kind: 'end', reason: reason === 'stop' && calls.length > 0 ? 'tools' : reason };
  }

  private told(text: string): string {
    if (text !== '') this.hasText = true;
    return text;
  }
}
