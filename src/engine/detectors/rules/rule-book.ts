import { isDealtWith } from '../failure-search';
import { messageWords } from '../message-words';
import { type KeywordHit, KeywordSearch } from './keyword-search';
import { PatternSearch } from './pattern-search';
import type { Rule } from './rule';

/** A rule that a masked message fits. */
export interface RuleMatch extends KeywordHit {
  readonly rule: Rule;
  /** The message tells that it is being seen to ("retrying"). */
  readonly isDealtWith: boolean;
}

/** What rules are asked about. */
export interface MaskedMessage {
  readonly tokens: readonly string[];
  readonly eventClass: string;
  /** As templates are shown. */
  readonly text: () => string;
}

const noMatches: readonly RuleMatch[] = [];

/** Rules made ready to be looked for, each where its words or pattern say. */
export class RuleBook {
  private readonly keywords = new KeywordSearch<Rule>();
  /** Undefined where no rule has one: then nothing of it is loaded. */
  private readonly patterns: PatternSearch<Rule> | undefined;
  private readonly rank = new Map<Rule, number>();

  /** Every pattern must be one (`problemOfPattern`). */
  constructor(readonly rules: readonly Rule[]) {
    this.patterns = rules.some(({ pattern }) => pattern !== null) ? new PatternSearch() : undefined;
    for (const rule of rules) {
      this.rank.set(rule, this.rank.size);
      for (const keyword of rule.keywords) this.keywords.add(rule, keyword);
      if (rule.pattern !== null) this.patterns?.add(rule, rule.pattern);
    }
  }

  /** Rules about a named parameter, whatever the message. */
  get nameless(): Rule[] {
    return this.rules.filter(({ keywords, pattern }) => keywords.length === 0 && pattern === null);
  }

  /** The rules the message fits, in their order. */
  matches(message: MaskedMessage): readonly RuleMatch[] {
    const hits = this.hitsIn(message);
    if (hits === undefined || hits.size === 0) return noMatches;
    const text = message.tokens.join(' ');
    const seenTo = isDealtWith(messageWords(text), text);
    return [...hits]
      .map(([rule, hit]) => ({ rule, ...hit, isDealtWith: seenTo }))
      .sort((a, b) => this.rankOf(a) - this.rankOf(b));
  }

  private hitsIn(message: MaskedMessage): Map<Rule, KeywordHit> | undefined {
    const hits = this.keywords.find(message.tokens, message.eventClass);
    const matched = this.patterns?.find(message.text());
    if (matched === undefined || matched.size === 0) return hits;
    const all = hits ?? new Map<Rule, KeywordHit>();
    for (const [rule, words] of matched) if (!all.has(rule)) all.set(rule, { words, placeholder: undefined });
    return all;
  }

  private rankOf({ rule }: RuleMatch): number {
    return this.rank.get(rule) ?? 0;
  }
}
