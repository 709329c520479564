import type { ToolCall } from './chat-model';

/** Rounds with tools; more than any question has. */
const most = 100;

/**
 * What a model said to itself before it asked for tools. It is shown nowhere, but DeepSeek's thinking models, and others of its kind,
 * refuse to go on without it (api-docs.deepseek.com, Thinking Mode, Tool Calls). It goes back only to the model that said it.
 */
export class KeptReasoning {
  private readonly byCalls = new Map<string, string>();

  keep(calls: readonly ToolCall[], reasoning: string): void {
    if (calls.length === 0 || reasoning === '') return;
    this.byCalls.set(keyOf(calls), reasoning);
    const [oldest] = this.byCalls.keys();
    if (this.byCalls.size > most && oldest !== undefined) this.byCalls.delete(oldest);
  }

  before(calls: readonly ToolCall[]): string | undefined {
    return this.byCalls.get(keyOf(calls));
  }
}

const keyOf = (calls: readonly ToolCall[]) =>
  JSON.stringify(calls.map(({ id, name, arguments: text }) => [id, name, text]));
