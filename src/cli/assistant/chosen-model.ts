import type { ChatModel } from '../../node/llm/chat-model';
import { environmentAgents } from '../../node/sources/environment-agents';
import type { Environment } from '../remote/secrets';
import { UsageError } from '../usage-error';

export interface ModelWish {
  readonly endpoint: string;
  /** Undefined where the server is to offer one alone. */
  readonly model: string | undefined;
  /** Names the variable of the environment that holds the key: a command line is seen by everybody on the machine. */
  readonly keyFrom: string | undefined;
}

/** The model somebody named. Rejects with UsageError, ModelError or the signal's reason. */
export async function chosenModel(
  wish: ModelWish,
  env: Environment,
  signal: AbortSignal,
): Promise<ChatModel> {
  // `openai` takes longer to load than most commands to run.
  const { checkEndpoint, endpointModel } = await import('../../node/assistant/assistant');
  const key = keyOf(wish.keyFrom, env);
  const checked = checkEndpoint(wish.endpoint, { hasKey: key !== null });
  if (!checked.isUsable) throw new UsageError(checked.problem);
  const { url } = checked;
  const model = wish.model ?? (await onlyModel(url, key, signal));
  return endpointModel(
    { url, model, key: async () => key, contextTokens: null },
    { agentFor: environmentAgents() },
  );
}

/** Of the variable that is named; null where none is. @throws UsageError */
export function keyOf(name: string | undefined, env: Environment): string | null {
  if (name === undefined) return null;
  const key = env[name];
  if (key !== undefined && key !== '') return key;
  throw new UsageError({
    pattern: 'The environment has no variable {0}. Put the key into it, and name the variable with {1}.',
    values: [name, '--key-from'],
  });
}

const mostNamed = 10;

async function onlyModel(url: string, key: string | null, signal: AbortSignal): Promise<string> {
  const { listModels } = await import('../../node/assistant/assistant');
  const names = (await listModels({ url, key }, { agentFor: environmentAgents() }, signal)).map(
    ({ name }) => name,
  );
  if (names.length === 1) return names[0];
  throw new UsageError(
    names.length === 0
      ? { pattern: 'The server offers no model. Name one with {0}.', values: ['--model'] }
      : {
          pattern: 'The server offers {0} models. Name one with {1}: {2}',
          values: [names.length, '--model', names.slice(0, mostNamed).join(', ')],
        },
  );
}
