import { claimTable } from '../../properties/claims/claim-table';
import { anyLog } from '../../properties/random-log';
import { archives } from './archives';
import { keptCorrections } from './kept-corrections';
import { tables } from './tables';
import type { FuzzTarget } from './target';
import { wrappers } from './wrappers';

export const targetTable: readonly FuzzTarget[] = [
  ...claimTable.map(({ name, holds }) => ({ name, input: anyLog, holds })),
  wrappers,
  tables,
  archives,
  keptCorrections,
];
