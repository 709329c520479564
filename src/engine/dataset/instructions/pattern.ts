export const placeholders = ['log', 'count', 'verdict', 'category', 'reasons', 'source', 'session'] as const;
export type Placeholder = (typeof placeholders)[number];
export type PlaceholderValues = Readonly<Record<Placeholder, string>>;

/** Words between, what is to be put in, and what is left out where one of its own has nothing to say. */
type Part = string | { readonly name: Placeholder } | { readonly optional: readonly Part[] };
export type Pattern = readonly Part[];

export type PatternProblem =
  | { readonly kind: 'unknown-placeholder'; readonly at: string }
  | { readonly kind: 'unpaired'; readonly at: string };

const marks = /\{\{|\}\}|\[\[|\]\]|\{([^{}]*)\}|[{}]/g;

/** A text of an instruction set, ready to be filled in. */
export function parsePattern(text: string): Pattern | PatternProblem {
  const outer: Part[] = [];
  let parts = outer;
  let from = 0;
  for (const { 0: mark, 1: name, index } of text.matchAll(marks)) {
    parts.push(text.slice(from, index));
    from = index + mark.length;
    if (name !== undefined && !isPlaceholder(name)) return { kind: 'unknown-placeholder', at: mark };
    if (name !== undefined) parts.push({ name: name as Placeholder });
    else if (mark === '{{' || mark === '}}') parts.push(mark[0]);
    else if (mark === '[[' && parts === outer) parts = [];
    else if (mark === ']]' && parts !== outer) {
      outer.push({ optional: parts });
      parts = outer;
    } else return { kind: 'unpaired', at: mark };
  }
  if (parts !== outer) return { kind: 'unpaired', at: '[[' };
  return [...outer, text.slice(from)].filter((part) => part !== '');
}

/** One pass: what log text holds is never taken for a placeholder. */
export function filled(pattern: Pattern, values: PlaceholderValues): string {
  let text = '';
  for (const part of pattern) text += typeof part === 'string' ? part : filledPart(part, values);
  return text;
}

export function names(pattern: Pattern): readonly Placeholder[] {
  return pattern.flatMap((part) => {
    if (typeof part === 'string') return [];
    return 'name' in part ? [part.name] : names(part.optional);
  });
}

function filledPart(part: Exclude<Part, string>, values: PlaceholderValues): string {
  if ('name' in part) return values[part.name];
  return names(part.optional).some((name) => values[name] === '') ? '' : filled(part.optional, values);
}

function isPlaceholder(name: string): name is Placeholder {
  return (placeholders as readonly string[]).includes(name);
}
