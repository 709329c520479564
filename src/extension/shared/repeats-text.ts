import type { Finding } from '../../engine/model/finding';
import { repeatsSentence } from '../../protocol/repeats';
import { localise } from './localise';
import { type LogExtent, timeWithin } from './log-time';

/** `×312 until 14:05:09`; '' where nothing repeats the finding. */
export function repeatsText({ repeats }: Finding, extent: LogExtent): string {
  const until = repeats.time && timeWithin(extent, repeats.time);
  const sentence = repeatsSentence(repeats, until);
  return sentence ? localise(sentence) : '';
}
