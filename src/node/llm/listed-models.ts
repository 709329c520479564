/** A model a server offers. */
export interface ListedModel {
  /** What it is asked by. */
  readonly name: string;
  /** Tokens its server gives it, where that is said; not what it was trained for. */
  readonly contextTokens: number | null;
}

type Plain = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Plain => typeof value === 'object' && value !== null;

/** Kinds of models that hold no conversation, by the words makers name them with; only where the server does not say. */
const noChat =
  /(?:^|[-_/.:])(?:embed\w*|bge|whisper|tts|dall-e|moderation|transcribe|realtime|rerank\w*|sora|image)(?=$|[-_/.:\d])/i;

/**
 * The models in an answer of `GET /models`: OpenAI's `{data: [{id}]}`, Ollama's `{models: [{name}]}`, or the bare list. By name, each
 * once; without those that cannot chat unless there is no other. Null where it is none of these shapes.
 */
export function listedModels(answer: unknown): ListedModel[] | null {
  const list = listIn(answer);
  if (list === null) return null;
  const models = new Map(list.flatMap((entry) => modelOf(entry) ?? []).map((model) => [model.name, model]));
  const all = [...models.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const chatting = all.filter(({ name }) => !noChat.test(name));
  return chatting.length > 0 ? chatting : all;
}

function listIn(answer: unknown): readonly unknown[] | null {
  if (Array.isArray(answer)) return answer;
  if (!isObject(answer)) return null;
  const { data, models, object } = answer;
  if (Array.isArray(data)) return data;
  if (Array.isArray(models)) return models;
  // Ollama without a model.
  return object === 'list' && data === null ? [] : null;
}

function modelOf(entry: unknown): ListedModel | undefined {
  if (!isObject(entry) || /embed/i.test(String(entry.type ?? ''))) return undefined;
  const name = [entry.id, entry.name, entry.model].find((value) => typeof value === 'string' && value !== '');
  return name === undefined ? undefined : { name: String(name), contextTokens: contextOf(entry) };
}

/** vLLM, LM Studio, OpenRouter and Together, Groq, llama.cpp. */
function contextOf({ max_model_len, loaded_context_length, context_length, context_window, meta }: Plain) {
  const ofMeta = isObject(meta) ? meta.n_ctx : undefined;
  const said = [max_model_len, loaded_context_length, context_length, context_window, ofMeta];
  const tokens = said.find((value) => typeof value === 'number' && Number.isInteger(value) && value > 0);
  return typeof tokens === 'number' ? tokens : null;
}
