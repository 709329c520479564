import { tell } from '../shared/tell';
import type { DetectorId, LevelName, Severity } from './terms';

export function severityWord(severity: Severity): string {
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

export function levelWord(level: LevelName): string {
  switch (level) {
    case 'fatal':
      return tell('Fatal');
    case 'error':
      return tell('Error');
    case 'warn':
      return tell('Warning');
    case 'info':
      return tell('Information');
    case 'debug':
      return tell('Debug');
    case 'trace':
      return tell('Trace');
    case 'none':
      return tell('No level');
  }
}

export function detectorWord(detector: DetectorId): string {
  switch (detector) {
    case 'rarity':
      return tell('template rarity');
    case 'level':
      return tell('level and failure words');
    case 'isolation-forest':
      return tell('Isolation Forest');
    case 'volume':
      return tell('volume');
    case 'sequence':
      return tell('sequence');
    case 'parameter':
      return tell('parameter');
    case 'rules':
      return tell('rule');
  }
}
