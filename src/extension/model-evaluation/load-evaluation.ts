/** The bundle that evaluates models: nothing of it is loaded before somebody does. */
export function loadEvaluation(): Promise<typeof import('../../node/model-evaluation/model-evaluation')> {
  return import('../../node/model-evaluation/model-evaluation');
}
