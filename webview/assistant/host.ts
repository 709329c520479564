import type { AssistantHostApi, AssistantViewApi } from '../../src/protocol/assistant';
import type { Rpc } from '../../src/protocol/rpc';

/** The extension host, as the parts of the page ask it. */
export type Host = Pick<Rpc<AssistantViewApi, AssistantHostApi>, 'call' | 'notify'>;
