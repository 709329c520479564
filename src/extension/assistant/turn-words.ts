import { localise } from '../shared/localise';
import type { ModelSettings } from '../shared/model-settings';
import { costText } from './cost-text';
import type { TurnWords } from './turn-progress';

export function turnWords(settings: () => ModelSettings): TurnWords {
  return {
    tell: localise,
    usage: (promptTokens, answerTokens, isEstimate) => {
      const values = [promptTokens, answerTokens];
      const tokens = isEstimate
        ? localise({ pattern: 'about {0} + {1} tokens', values })
        : localise({ pattern: '{0} + {1} tokens', values });
      const cost = costText({ promptTokens, answerTokens }, settings());
      return cost === '' ? tokens : `${tokens} · ${cost}`;
    },
  };
}
