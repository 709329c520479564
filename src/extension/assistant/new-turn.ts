import type { StoredTurn } from '../../node/assistant/conversation';
import type { Badge } from '../../protocol/assistant';

/** A question nothing came of yet. */
export function newTurn(id: string, question: string, badge: Badge): StoredTurn {
  return {
    id,
    question,
    context: [],
    status: 'waiting',
    steps: [],
    answer: { checked: '', rest: '', citations: [], struck: 0 },
    report: null,
    badge,
    usage: '',
    notices: [],
    said: '',
    hidden: [],
  };
}
