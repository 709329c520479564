import { afterAll } from 'vitest';
import { investigate } from '../../../src/node/assistant/investigate';
import type {
  AssistantLog,
  Inquiry,
  InvestigationEvent,
  InvestigationParts,
} from '../../../src/node/assistant/investigation';
import { endpointModel } from '../../../src/node/llm/endpoint-model';
import { sentenceText } from '../../../src/protocol/sentence';
import type { Behaviour } from '../../model-server/behaviours';
import { type ModelServer, startModelServer } from '../../model-server/model-server';

export type EventOf<Kind extends InvestigationEvent['kind']> = Extract<InvestigationEvent, { kind: Kind }>;

const started: ModelServer[] = [];
afterAll(() => Promise.all(started.map((server) => server.stop())));

/** A question to a model behind a real server that follows a script. */
export async function askedModel(
  script: Behaviour | readonly Behaviour[],
  log: AssistantLog,
  contextTokens = 32_000,
) {
  const server = await startModelServer(script);
  started.push(server);
  const endpoint = { url: server.url, model: 'test-model', key: async () => null, contextTokens };
  const parts: InvestigationParts = {
    model: endpointModel(endpoint),
    ...{ log, documents: [], shield: null, tell: sentenceText },
    tools: noHostTools,
    limits: { temperature: 0.1, maxAnswerTokens: 800, contextTokens: 32_000, maxRounds: 4, toolTokens: 800 },
    now: () => performance.now() / 1000,
  };
  return { server, parts };
}

export const noHostTools: InvestigationParts['tools'] = {
  goodLogs: () => new Map(),
  sources: () => [],
  querySource: () => Promise.reject(new Error('there is no source')),
};

export const inquiry: Inquiry = {
  question: 'Why do payments fail?',
  ...{ command: null, language: 'en', logName: 'shop.log', files: [], earlier: [], context: [] },
  evidence: { focus: null },
  resume: undefined,
};

export async function eventsOf(
  asked: Inquiry,
  parts: InvestigationParts,
  signal: AbortSignal = new AbortController().signal,
): Promise<InvestigationEvent[]> {
  const events: InvestigationEvent[] = [];
  for await (const event of investigate(asked, parts, signal)) events.push(event);
  return events;
}

export function only<Kind extends InvestigationEvent['kind']>(
  events: readonly InvestigationEvent[],
  kind: Kind,
): EventOf<Kind>[] {
  return events.filter((event): event is EventOf<Kind> => event.kind === kind);
}

/** What the reader has before their eyes at the end, as `text` and `aside` told it. */
export function shownText(events: readonly InvestigationEvent[]): string {
  return events.reduce((shown, event) => {
    if (event.kind === 'text') return shown + event.text;
    return event.kind === 'aside' ? shown.slice(0, event.keeps) : shown;
  }, '');
}

export function notices(events: readonly InvestigationEvent[]): string[] {
  return only(events, 'notice').map(({ sentence }) => sentenceText(sentence));
}
