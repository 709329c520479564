import type { DatasetPageHostApi, DatasetPageViewApi } from '../../src/protocol/dataset';
import type { Rpc } from '../../src/protocol/rpc';

/** The extension host, as the parts of the page ask it. */
export type Host = Pick<Rpc<DatasetPageViewApi, DatasetPageHostApi>, 'call' | 'notify'>;
