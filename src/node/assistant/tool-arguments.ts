import type { ToolCall } from '../llm/chat-model';

/** More than any tool takes. */
const mostCharacters = 20_000;

/** Arguments as a model wrote them; undefined where they are no JSON, or endless. None at all are an empty object. */
export function parsedArguments(written: string): { readonly given: unknown } | undefined {
  if (written.length > mostCharacters) return undefined;
  if (written.trim() === '') return { given: {} };
  try {
    return { given: JSON.parse(written) as unknown };
  } catch {
    return undefined;
  }
}

/** A call as it is shown to the model again: servers refuse a conversation with arguments that are no JSON. */
export function sendable(call: ToolCall): ToolCall {
  return parsedArguments(call.arguments) === undefined ? { ...call, arguments: '{}' } : call;
}

/** Deeper than any tool's arguments are. */
const deepest = 8;

/** The same, with each text in it turned into another; what is nested too deep is left out. */
export function mapTexts(value: unknown, map: (text: string) => string, depth = 0): unknown {
  if (typeof value === 'string') return map(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) return null;
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, map, depth + 1));
  const members = Object.entries(value).map(([name, one]) => [name, mapTexts(one, map, depth + 1)]);
  return Object.fromEntries(members) as unknown;
}
