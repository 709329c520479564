import type { SecretForm, SecretKind } from './secret';

export interface PatternForm extends Pick<SecretForm, 'facts' | 'needles' | 'needs' | 'besides'> {
  readonly kind: SecretKind;
  /**
   * Its group `secret`, where it has one, is what is hidden; else all of the match. No repetition stands within another but where what
   * separates them is distinct, and each is bounded: time is linear in the line.
   */
  readonly pattern: RegExp;
  /** Whether what the pattern found really is one. */
  readonly isOne?: (secret: string, line: string, start: number) => boolean;
}

export function patternForm({ pattern, isOne, ...gates }: PatternForm): SecretForm {
  let made: RegExp | undefined;
  return {
    ...gates,
    find(line, tell) {
      // Made when the first line is looked at: all of them at activation took 8 ms of it.
      made ??= searchOf(pattern);
      const search = made;
      search.lastIndex = 0;
      for (let match = search.exec(line); match; match = search.exec(line)) {
        const [start, end] = match.indices?.groups?.secret ?? [match.index, search.lastIndex];
        const isSecret = end > start && (isOne?.(line.slice(start, end), line, start) ?? true);
        if (isSecret) tell(start, end);
        search.lastIndex = next(match.index, start, end, isSecret);
      }
    },
  };
}

function searchOf(pattern: RegExp): RegExp {
  // With indices: a group's text may occur in its match more than once.
  const flags = pattern.source.includes('(?<secret>') ? 'gd' : 'g';
  return new RegExp(pattern.source, flags + pattern.flags.replace(/[gd]/g, ''));
}

/** Behind what is hidden; else at the value, which may be the name of another (`user=token=…`). */
function next(index: number, start: number, end: number, isSecret: boolean): number {
  const at = isSecret || start === index ? end : start;
  return Math.max(at, index + 1);
}
