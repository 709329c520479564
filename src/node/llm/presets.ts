/** An endpoint many people have; its address can be changed. */
export interface EndpointPreset {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly needsKey: boolean;
  /** Where its maker says so. */
  readonly documentation: string;
}

/** Local ones first: with them nothing leaves the machine. */
export const presets: readonly EndpointPreset[] = [
  {
    id: 'ollama',
    name: 'Ollama',
    url: 'http://127.0.0.1:11434/v1',
    needsKey: false,
    documentation: 'https://docs.ollama.com/openai',
  },
  {
    id: 'lm-studio',
    name: 'LM Studio',
    url: 'http://127.0.0.1:1234/v1',
    needsKey: false,
    documentation: 'https://lmstudio.ai/docs/app/api/endpoints/openai',
  },
  {
    id: 'vllm',
    name: 'vLLM',
    url: 'http://127.0.0.1:8000/v1',
    needsKey: false,
    documentation: 'https://docs.vllm.ai/en/latest/serving/openai_compatible_server.html',
  },
  {
    id: 'llama-cpp',
    name: 'llama.cpp',
    url: 'http://127.0.0.1:8080/v1',
    needsKey: false,
    documentation: 'https://github.com/ggml-org/llama.cpp/tree/master/tools/server',
  },
  {
    id: 'openai',
    name: 'OpenAI',
    url: 'https://api.openai.com/v1',
    needsKey: true,
    documentation: 'https://platform.openai.com/docs/api-reference',
  },
  {
    id: 'anthropic',
    name: 'Anthropic',
    url: 'https://api.anthropic.com/v1',
    needsKey: true,
    documentation: 'https://platform.claude.com/docs/en/api/openai-sdk',
  },
  {
    id: 'deepseek',
    name: 'DeepSeek',
    url: 'https://api.deepseek.com/v1',
    needsKey: true,
    documentation: 'https://api-docs.deepseek.com/',
  },
  {
    id: 'qwen',
    name: 'Qwen (DashScope)',
    url: 'https://dashscope.aliyuncs.com/compatible-mode/v1',
    needsKey: true,
    documentation:
      'https://www.alibabacloud.com/help/en/model-studio/developer-reference/compatibility-of-openai-with-dashscope',
  },
  {
    id: 'qwen-international',
    name: 'Qwen (DashScope, Singapore)',
    url: 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1',
    needsKey: true,
    documentation:
      'https://www.alibabacloud.com/help/en/model-studio/developer-reference/compatibility-of-openai-with-dashscope',
  },
];
