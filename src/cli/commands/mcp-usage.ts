import type { UsageRow } from './command';

export const mcpUsage: readonly UsageRow[] = [
  {
    term: 'FILE, FOLDER',
    meaning: [
      {
        pattern: 'what may be read, links that lead elsewhere left out; without any, the folders',
        values: [],
      },
      { pattern: 'the client names as its roots, or the current folder', values: [] },
    ],
  },
  {
    term: '--no-redact',
    meaning: [
      { pattern: 'hide no secrets and personal data; a policy of the machine decides over it', values: [] },
    ],
  },
];
