import { isModelError } from '../../node/assistant/model-failure';
import { UsageError } from '../usage-error';

/** What a server of models refuses is told in its sentence, which ends in the cure; any other error stays what it is. */
export function toldModelError(error: unknown): unknown {
  return isModelError(error) ? new UsageError(error.sentence) : error;
}
