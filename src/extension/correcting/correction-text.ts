import type { Sentence } from '../../engine/model/finding';
import type {
  PinToken,
  TemplateCorrection,
  TemplatePattern,
} from '../../engine/templates/corrections/correction';

/** What a correction says, for messages and lists. */
export function correctionSentence(correction: TemplateCorrection): Sentence {
  switch (correction.kind) {
    case 'name':
      return { pattern: 'Template named “{0}”', values: [correction.name] };
    case 'merge':
      return { pattern: '{0} templates merged', values: [correction.patterns.length] };
    case 'split':
      return { pattern: 'Template split at “{0}”', values: [tokenOf(correction)] };
    case 'pin':
      return pinSentence(correction);
  }
}

function pinSentence({ token, as, where }: PinToken): Sentence {
  const values = [token];
  if (as === 'word') {
    return where
      ? { pattern: '“{0}” treated as a word here', values }
      : { pattern: '“{0}” treated as a word everywhere', values };
  }
  return where
    ? { pattern: '“{0}” treated as a variable here', values }
    : { pattern: '“{0}” treated as a variable everywhere', values };
}

/** The patterns it speaks of; none for a token pinned everywhere. */
export function correctedPatterns(correction: TemplateCorrection): string[] {
  switch (correction.kind) {
    case 'name':
    case 'split':
      return [correction.pattern.join('')];
    case 'merge':
      return correction.patterns.map((pattern) => pattern.join(''));
    case 'pin':
      return correction.where ? [correction.where.pattern.join('')] : [];
  }
}

/** The newest, and of equally new ones the one kept last; times are ISO 8601 in UTC. */
export function saidLast<Kept extends { readonly at: string }>(kept: readonly Kept[]): Kept | undefined {
  return kept.reduce<Kept | undefined>(
    (last, one) => (last === undefined || one.at >= last.at ? one : last),
    undefined,
  );
}

function tokenOf({ pattern, position }: { pattern: TemplatePattern; position: number }): string {
  return (pattern[position] ?? '').trim();
}
