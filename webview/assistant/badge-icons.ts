import type { Badge } from '../../src/protocol/assistant';

/** The codicon of where a text goes, or of who answered. */
export const badgeIcons: Readonly<Record<Badge['kind'], string>> = {
  local: 'vm',
  sent: 'cloud-upload',
  rules: 'checklist',
};
