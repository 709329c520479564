import type { DashboardHostApi, DashboardViewApi } from '../../src/protocol/dashboard';
import type { Rpc } from '../../src/protocol/rpc';

/** The extension host, as the parts of the page ask it. */
export type Host = Pick<Rpc<DashboardViewApi, DashboardHostApi>, 'call' | 'notify'>;
