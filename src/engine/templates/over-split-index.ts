import type { TemplateId } from '../model/units';
import { SiblingTable } from './sibling-table';
import type { Template } from './template';
import { constantWords } from './template';

/** Distinct values at one position, all else equal, that make it a variable. */
const enough = {
  identifiers: 2,
  /** Behind a naming word (`user alice`), or within quotes or brackets. */
  named: 3,
  /** Behind a key; few and plain ones are states more often than names. */
  values: 4,
  /** Behind a preposition (`session for alice`). */
  objects: 4,
  words: 6,
  /** A word in a long sentence that is the same otherwise. */
  amongMany: 4,
  /** A word among hardly any others that are constant. */
  aloneAmongFew: 9,
} as const;
const fewWords = 2;
const manyWords = 4;

/** Entries at most, 24 bytes each; what appears after that is grouped by the tree alone. */
const maxEntries = 1 << 20;
/** Positions looked at in one template: the words that decide stand early. */
const maxPositions = 48;

const naming =
  /^(?:user|username|account|host|hostname|server|node|service|process|program|daemon|device|interface|file|filename|directory|database|table|queue|topic|module|plugin|package|driver|class|method|function|component|container|image|volume|key|name|named|domain|client|session|thread|job|task|用户|主机|服务|文件|进程|模块)[:=]?$/i;
const preposition = /^(?:for|by|from|to|as|of|on|at|with|via|into|using|called|named|由|从|到|为)$/i;
const enclosed = /^[([{<"'`].*[)\]}>"'`][.,;:]?$/;

/**
 * Finds templates that differ in one position only, whichever it is: each is filed once a position under a
 * hash of all its other tokens. Merging them is then a lookup, not a comparison of all pairs.
 */
export class OverSplitIndex {
  private readonly table = new SiblingTable();

  /** Files `template`; yields for each position the ids of those filed with it, itself included. */
  *file(template: Template): Generator<{ readonly position: number; readonly ids: readonly TemplateId[] }> {
    const tokenHashes = template.texts.map(hashOfToken);
    const whole = sumOf(template, tokenHashes);
    const positions = Math.min(template.texts.length, maxPositions);
    for (let position = 0; position < positions && this.table.size < maxEntries; position++) {
      const kind = template.kinds[position];
      if (kind === 'variable' || kind === 'decisive') continue;
      const { a, b } = without(whole, tokenHashes[position], position);
      const ids = this.table.add(a, b, template.id);
      if (ids !== undefined) yield { position, ids };
    }
  }
}

/** Whether the values that `templates` hold at `position` are enough to call it a variable. */
export function isOverSplit(templates: readonly Template[], position: number): boolean {
  const words = constantWords(templates[0], position);
  if (words === 0) return false;
  if (templates.every(({ kinds }) => kinds[position] === 'identifier'))
    return templates.length >= enough.identifiers;
  const text = templates[0].texts[position];
  if (text.endsWith('=') || text.endsWith(':')) return templates.length >= enough.aloneAmongFew;
  const before = position > 0 ? templates[0].texts[position - 1] : '';
  const isValue = (before.endsWith('=') || before.endsWith(':')) && templates[0].glue[position] === '1';
  if (isValue) return templates.length >= enough.values;
  if (naming.test(before) || enclosed.test(text)) return templates.length >= enough.named;
  if (preposition.test(before) && words >= fewWords) return templates.length >= enough.objects;
  if (words >= manyWords) return templates.length >= enough.amongMany;
  return templates.length >= (words < fewWords ? enough.aloneAmongFew : enough.words);
}

interface HashPair {
  readonly a: number;
  readonly b: number;
}

function hashOfToken(text: string): HashPair {
  let a = 0x811c9dc5;
  let b = 0x2f0b4f1d;
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x5bd1e995) ^ (b >>> 15);
  }
  return { a, b };
}

/** A sum over positions, so that one token is taken out again without going through the others. */
function sumOf(template: Template, hashes: readonly HashPair[]): HashPair {
  const glue = hashOfToken(template.glue);
  let { a, b } = glue;
  for (let i = 0; i < hashes.length; i++) {
    const term = atPosition(hashes[i], i);
    a = (a + term.a) | 0;
    b = (b + term.b) | 0;
  }
  return { a, b };
}

/** Two of a million entries meet once in ten million logs, and are compared before they merge. */
function without(sum: HashPair, hash: HashPair, position: number): HashPair {
  const term = atPosition(hash, position);
  const a = Math.imul((sum.a - term.a) ^ (position + 1), 0x9e3779b1);
  const b = Math.imul(sum.b - term.b, 0x85ebca6b);
  return { a: a ^ (a >>> 16), b: b ^ (b >>> 15) };
}

function atPosition(hash: HashPair, position: number): HashPair {
  const a = Math.imul(hash.a ^ Math.imul(position + 1, 0x85ebca6b), 0xc2b2ae35);
  const b = Math.imul(hash.b ^ Math.imul(position + 1, 0x27d4eb2f), 0x165667b1);
  return { a: a ^ (a >>> 15), b: b ^ (b >>> 13) };
}
