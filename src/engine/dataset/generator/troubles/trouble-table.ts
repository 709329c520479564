import { applicationTroubles } from './application-troubles';
import { databaseTroubles } from './database-troubles';
import { networkTroubles } from './network-troubles';
import { securityTroubles } from './security-troubles';
import { systemTroubles } from './system-troubles';
import type { Trouble } from './trouble';

/** Every kind of trouble the generator can plant. */
export const troubleTable: readonly Trouble[] = [
  ...systemTroubles,
  ...networkTroubles,
  ...databaseTroubles,
  ...applicationTroubles,
  ...securityTroubles,
];
