import { detectorWord as wordOf } from '../../src/protocol/detector-words';
import { tell, tellSentence } from '../shared/tell';
import type { DetectorId, LevelName } from './terms';

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
  return wordOf(detector, tellSentence);
}
