import { type Reply, repliesWith } from './behaviours';

/** An error as a known server words and wraps it; numbers are made up. */
export interface Dialect {
  readonly server: string;
  readonly reply: Reply;
}

const openai = (message: string, more: object = {}) => ({
  error: { message, type: 'invalid_request_error', param: null, code: null, ...more },
});

/** `limit`: what the server says of its context. */
export const contextTooLong: readonly (Dialect & { readonly limit?: number })[] = [
  {
    server: 'OpenAI',
    limit: 9_000,
    reply: repliesWith(
      400,
      openai(
        "This model's maximum context length is 9000 tokens. However, your messages resulted in 9100 tokens.",
        {
          code: 'context_length_exceeded',
        },
      ),
    ),
  },
  {
    server: 'OpenAI without a number',
    reply: repliesWith(
      400,
      openai('Your input exceeds the context window of this model.', { code: 'context_length_exceeded' }),
    ),
  },
  {
    server: 'vLLM, older',
    limit: 4_100,
    reply: repliesWith(400, {
      object: 'error',
      message: "This model's maximum context length is 4100 tokens. However, you requested 5000 tokens.",
      type: 'BadRequestError',
      code: 400,
    }),
  },
  {
    server: 'vLLM, counting the answer against it',
    reply: repliesWith(
      400,
      openai("This model's maximum context length is 3 tokens. However, your request has 8 input tokens.", {
        code: 400,
      }),
    ),
  },
  {
    server: 'llama.cpp',
    limit: 8_448,
    reply: repliesWith(400, {
      error: {
        code: 400,
        message: 'request (9001 tokens) exceeds the available context size (8448 tokens), try increasing it',
        type: 'exceed_context_size_error',
        n_prompt_tokens: 9001,
        n_ctx: 8448,
      },
    }),
  },
  {
    server: 'llama.cpp, with a status of 500',
    limit: 512,
    reply: repliesWith(500, {
      error: {
        code: 500,
        message: 'the request exceeds the available context size.',
        type: 'exceed_context_size_error',
        n_ctx: 512,
      },
    }),
  },
  {
    server: 'Ollama',
    reply: repliesWith(400, openai('the input length exceeds the context length', { type: 'api_error' })),
  },
  {
    server: 'LM Studio',
    limit: 4_200,
    reply: repliesWith(400, {
      error:
        'Trying to keep the first 6000 tokens. However, the model is loaded with context length of only 4200 tokens, which is not enough.',
    }),
  },
  {
    server: 'LM Studio, newer',
    reply: repliesWith(400, {
      error: 'The number of tokens to keep from the initial prompt is greater than the context length.',
    }),
  },
  {
    server: 'Anthropic',
    limit: 200_000,
    reply: repliesWith(400, openai('prompt is too long: 203456 tokens > 200000 maximum')),
  },
  {
    server: 'DeepSeek',
    limit: 131_072,
    reply: repliesWith(
      400,
      openai(
        "This model's maximum context length is 131072 tokens. However, you requested 140000 tokens (138000 in the messages, 2000 in the completion).",
      ),
    ),
  },
  {
    server: 'Qwen',
    limit: 30_720,
    reply: repliesWith(
      400,
      openai('<400> InternalError.Algo.InvalidParameter: Range of input length should be [1, 30720]', {
        code: 'invalid_parameter_error',
      }),
    ),
  },
  { server: 'a gateway', reply: repliesWith(413, '') },
];

export const noTools: readonly Dialect[] = [
  {
    server: 'Ollama',
    reply: repliesWith(
      400,
      openai('registry.ollama.ai/library/small:1b does not support tools', { type: 'api_error' }),
    ),
  },
  {
    server: 'vLLM',
    reply: repliesWith(400, {
      object: 'error',
      message: '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set',
      code: 400,
    }),
  },
  {
    server: 'llama.cpp',
    reply: repliesWith(500, {
      error: { code: 500, message: 'tools param requires --jinja flag', type: 'server_error' },
    }),
  },
  {
    server: 'DeepSeek',
    reply: repliesWith(400, openai('deepseek-reasoner does not support Function Calling')),
  },
  {
    server: 'OpenRouter',
    reply: repliesWith(404, { error: { message: 'No endpoints found that support tool use.', code: 404 } }),
  },
];

export const noSchema: readonly Dialect[] = [
  { server: 'DeepSeek', reply: repliesWith(400, openai('This response_format type is unavailable now')) },
  {
    server: 'LM Studio',
    reply: repliesWith(400, { error: "'response_format.type' must be 'text'" }),
  },
  {
    server: 'OpenAI of an older model',
    reply: repliesWith(
      400,
      openai('Invalid parameter: not supported with this model.', { param: 'response_format' }),
    ),
  },
];

export const unknownModel: readonly Dialect[] = [
  {
    server: 'OpenAI',
    reply: repliesWith(
      404,
      openai('The model `test-model` does not exist or you do not have access to it.', {
        code: 'model_not_found',
      }),
    ),
  },
  {
    server: 'Ollama',
    reply: repliesWith(
      404,
      openai('model "test-model" not found, try pulling it first', { type: 'api_error' }),
    ),
  },
  {
    server: 'vLLM',
    reply: repliesWith(404, {
      object: 'error',
      message: 'The model `test-model` does not exist.',
      code: 404,
    }),
  },
  { server: 'DeepSeek', reply: repliesWith(400, openai('Model Not Exist')) },
  { server: 'Anthropic', reply: repliesWith(404, openai('model: test-model', { type: 'not_found_error' })) },
  {
    server: 'LM Studio',
    reply: repliesWith(
      404,
      openai('No models loaded. Please load a model first.', { code: 'model_not_found' }),
    ),
  },
];
