import type { BigLogHostApi, BigLogViewApi } from '../../src/protocol/big-log';
import type { Rpc } from '../../src/protocol/rpc';

/** The extension host, as the parts of the view ask it. */
export type Host = Pick<Rpc<BigLogViewApi, BigLogHostApi>, 'call' | 'notify'>;
