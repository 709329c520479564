/** The bundle that talks to models: nothing of it is loaded before somebody opens the assistant. */
export function loadAssistant(): Promise<typeof import('../../node/assistant/assistant')> {
  return import('../../node/assistant/assistant');
}
