import { labelBefore } from '../features/values/value-labels';
import type { Parameter } from '../model/analysis';

export interface NamedParameters {
  readonly tokens: readonly string[];
  readonly parameters: readonly Parameter[];
}

/** What each parameter of a template is called by the words around it (`user` of `user=<word>`); '' where none says. */
export function parameterNames({ tokens, parameters }: NamedParameters): string[] {
  return parameters.map(({ position }, i) => {
    const first = parameters.findIndex((other) => other.position === position);
    return labelBefore(tokens, position, i - first);
  });
}
