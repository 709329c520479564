import type { LabelTargets } from '../../../../src/node/labels/import/resolve-statements';

/** A log of so many lines, each a record but those divisible by ten, with templates `a <n>` and `b`, and a session `blk_1`. */
export function logTargets(lines = 1000): LabelTargets {
  const known = new Set(['a <n>', 'b']);
  return {
    lines,
    recordsOfLines: async (asked) =>
      asked.map((line) =>
        line > lines || line % 10 === 0
          ? null
          : { kind: 'record', id: `r${line}`, formerIds: [], template: 'a <n>' },
      ),
    templatesOf: async (asked) =>
      asked.map((pattern) =>
        known.has(pattern) ? { kind: 'template', pattern, pieces: pattern.split(/(?= )/) } : null,
      ),
    sessionsNamed: async (asked) =>
      asked.map((name) => (name === 'blk_1' ? { kind: 'session', shape: '0123456789abcdef' } : null)),
  };
}
