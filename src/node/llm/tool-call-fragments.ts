import type { ToolCallFragment } from './answer-chunk';
import type { ToolCall } from './chat-model';

interface Growing {
  readonly id: string;
  name: string;
  arguments: string;
}

/** More in one answer is no work, and none is asked for more: what comes behind is left out. */
const mostCalls = 64;
/** Of all arguments together. */
const mostCharacters = 400_000;
const longestName = 200;

/**
 * Tool calls put together from the fragments of a stream. OpenAI numbers calls by `index` and names them once; older Ollama sends each
 * whole, all of index 0; others leave the index or the id out. So a new call begins with a new index, with another id, or with a name
 * where the call of this index is complete already.
 */
export class ToolCallFragments {
  private readonly growing: Growing[] = [];
  private readonly byIndex = new Map<number, Growing>();
  private characters = 0;

  add(fragment: ToolCallFragment): void {
    if (this.growing.length > mostCalls || this.characters > mostCharacters) return;
    const call = this.callOf(fragment);
    const { name, arguments: piece } = fragment;
    if (call.name === '') call.name = name.slice(0, longestName);
    const isObject = typeof piece === 'object' && piece !== null;
    const text = isObject ? JSON.stringify(piece) : (piece ?? '');
    this.characters += text.length;
    call.arguments = isObject ? text : call.arguments + text;
  }

  /** In the order they began, each with an id of its own. */
  calls(ownId: () => string): ToolCall[] {
    const taken = new Set<string>();
    return this.growing.map(({ id, name, arguments: text }) => {
      const own = id === '' || taken.has(id) ? ownId() : id;
      taken.add(own);
      return { id: own, name, arguments: text };
    });
  }

  private callOf(fragment: ToolCallFragment): Growing {
    const index = fragment.index ?? Math.max(0, this.growing.length - 1);
    const current = this.byIndex.get(index);
    if (current && !beginsAnother(fragment, current)) return current;
    const call: Growing = { id: idOf(fragment), name: '', arguments: '' };
    this.growing.push(call);
    this.byIndex.set(fragment.index ?? this.growing.length - 1, call);
    return call;
  }
}

/** One that is too long is none: a server gets back what it gave. */
function idOf({ id }: ToolCallFragment): string {
  return id.length <= longestName ? id : '';
}

function beginsAnother(fragment: ToolCallFragment, current: Growing): boolean {
  const id = idOf(fragment);
  if (id && current.id !== '') return id !== current.id;
  return fragment.name !== '' && current.name !== '' && isJson(current.arguments);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
