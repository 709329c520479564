import type { BigLogMark } from '../../src/protocol/big-log';
import { tell } from './tell';

export function severityWord(severity: BigLogMark['severity']): string {
  switch (severity) {
    case 'critical':
      return tell('Critical');
    case 'high':
      return tell('High');
    case 'medium':
      return tell('Medium');
    case 'low':
      return tell('Low');
  }
}
