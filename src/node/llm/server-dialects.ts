import type { ServerError } from './refused-request';

/** What a server may find wrong with a request that another request would mend; each in its own words. */
export type RefusedFor = 'context' | 'tools' | 'schema' | 'model' | 'credit';

export interface Refusal {
  readonly why: RefusedFor;
  /** Of `context`: the limit, where it is named. */
  readonly contextTokens: number | null;
}

interface Dialect {
  readonly why: RefusedFor;
  readonly code?: RegExp;
  /** Its first group is the limit. Asked of one short line: none of these goes back and forth over it. */
  readonly words?: RegExp;
}

/** What was asked with the request that was refused. */
export interface AskedWith {
  readonly tools: boolean;
  readonly schema: boolean;
}

/** The first that fits. Sources: the servers' own code and documentation, and messages their users quote in issues. */
const dialects: readonly Dialect[] = [
  // OpenAI; vLLM and DeepSeek in its words.
  { why: 'context', words: /maximum context length (?:is|of) ([\d,]+)/i },
  // llama.cpp, with `n_ctx` beside it.
  {
    why: 'context',
    code: /^exceed_context_size_error$/,
    words: /available context size \(([\d,]+) tokens\)/i,
  },
  { why: 'context', words: /exceeds the available context size/i },
  // Anthropic.
  { why: 'context', words: /prompt is too long: [\d,]+ tokens > ([\d,]+)/i },
  { why: 'context', words: /exceeds? (?:the )?context limit: [\d,]+ \+ [\d,]+ > ([\d,]+)/i },
  // LM Studio.
  { why: 'context', words: /context length of (?:only )?([\d,]+) tokens/i },
  { why: 'context', words: /greater than the context length/i },
  // Qwen on DashScope.
  { why: 'context', words: /range of input length should be \[\d+, ([\d,]+)\]/i },
  // Ollama.
  { why: 'context', words: /(?:input|prompt)(?: length)? exceeds (?:the )?(?:maximum )?context length/i },
  { why: 'context', words: /prompt too long/i },
  // vLLM before it had OpenAI's words, and what is made of it.
  {
    why: 'context',
    words: /longer than the (?:maximum )?model(?:'s)? (?:length|context length)(?: of)? \(?([\d,]+)/i,
  },
  // llama-cpp-python.
  { why: 'context', words: /exceed context window of ([\d,]+)/i },
  // OpenAI without a number, and gateways.
  { why: 'context', code: /^context_length_exceeded$/ },
  { why: 'context', words: /exceeds? the (?:model's )?(?:context window|token limit)/i },
  { why: 'context', words: /input is too long for requested model/i },

  // OpenAI: a 429 that waiting does not mend.
  { why: 'credit', code: /^(?:insufficient_quota|billing_hard_limit_reached|billing_error)$/ },
  { why: 'credit', words: /insufficient (?:balance|credit|quota)|credit balance is too low/i },

  // Ollama, DeepSeek, OpenRouter, vLLM, llama.cpp.
  { why: 'tools', words: /(?:does not|doesn't|do not) (?:currently )?support (?:tool|function)/i },
  { why: 'tools', words: /support tool use/i },
  { why: 'tools', words: /--enable-auto-tool-choice|--tool-call-parser/ },
  { why: 'tools', words: /--jinja/ },
  {
    why: 'tools',
    words:
      /(?:tools?|tool[ _](?:use|calls?|calling|choice)|functions?|function calling) (?:is|are) (?:not supported|unsupported|not available)/i,
  },

  // DeepSeek, LM Studio, vLLM, OpenAI's older models.
  { why: 'schema', words: /response_format|json_schema|structured outputs?|guided (?:json|decoding)/i },

  // OpenAI, vLLM, Ollama, DeepSeek, Anthropic, LM Studio.
  { why: 'model', code: /^(?:model_not_found|model_not_exist|invalid_model)$/ },
  {
    why: 'model',
    words: /model\b.{0,120}\b(?:not found|does not exist|not exist|is not available|no longer available)/i,
  },
  { why: 'model', words: /(?:unknown|invalid|no such|unsupported) model|no models? loaded|^model: / },
];

/** A limit below is none: some servers count what the answer needs against it. */
const leastCredible = 256;

/** Null where it is none of these. */
export function refusalFor(said: ServerError, asked: AskedWith): Refusal | null {
  for (const { why, code, words } of dialects) {
    if ((why === 'tools' && !asked.tools) || (why === 'schema' && !asked.schema)) continue;
    const found = words?.exec(said.message);
    const isCode = code !== undefined && (code.test(said.code) || code.test(said.type));
    if (!found && !isCode) continue;
    return { why, contextTokens: why === 'context' ? (limitOf(found?.[1]) ?? said.contextTokens) : null };
  }
  return said.param === 'response_format' && asked.schema ? { why: 'schema', contextTokens: null } : null;
}

function limitOf(digits: string | undefined): number | null {
  const limit = Number(digits?.replaceAll(',', ''));
  return limit >= leastCredible ? limit : null;
}
