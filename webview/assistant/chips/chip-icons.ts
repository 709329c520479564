import type { ContextChip } from '../../../src/protocol/assistant';

/** The codicon of what goes along. */
export const chipIcons: Readonly<Record<ContextChip['kind'], string>> = {
  evidence: 'checklist',
  incident: 'flame',
  selection: 'list-selection',
  comparison: 'git-compare',
  metrics: 'graph-line',
  source: 'database',
};
