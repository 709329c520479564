/**
 * What faces need of the assistant, in one bundle of its own, as activation needs none of it (`openai` is another bundle behind it, for the first question). Faces take its values by
 * `await import('…/node/assistant/assistant')` alone, which the build makes a `require` of `dist/assistant.js` on first use
 * (`scripts/build/loaded-later.mjs`); its types as ever. A class in it is another one than the same in the face's own bundle: errors
 * that cross are told apart by `name` and `code`.
 */
export { checkEndpoint } from '../llm/check-endpoint';
export { costOf } from '../llm/cost';
export { destinationOf } from '../llm/destination';
export { endpointModel } from '../llm/endpoint-model';
export { findLocalServers } from '../llm/find-local-servers';
export { listModels } from '../llm/list-models';
export { presets } from '../llm/presets';
export { answerText } from '../rule-based-answer/answer-text';
export { isRuleBased, ruleBasedAnswer } from '../rule-based-answer/rule-based-answer';
export { conversationMarkdown, turnMarkdown } from './conversation-markdown';
export { ConversationStore } from './conversation-store';
export { earlierTurn } from './earlier-turn';
export { hiddenConversation } from './hidden-conversation';
export { inertMarkdown } from './inert-markdown';
export { investigate } from './investigate';
export { payloadOf } from './payload';
export { reportMarkdown } from './report-markdown';
export { suggestions } from './suggestions';
