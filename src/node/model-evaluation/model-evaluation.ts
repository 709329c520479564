/**
 * What the editor needs to evaluate a model, in one bundle of its own: activation needs none of it. It is taken by
 * `await import('…/node/model-evaluation/model-evaluation')` alone (`scripts/build/loaded-later.mjs`). A class in it is another one than
 * the same in the extension's bundle: errors that cross are told apart by `name`.
 */
export { loadClassifier } from '../semantic/classifier';
export { chatAnswerer } from './chat-answerer';
export { classifierAnswerer } from './classifier-answerer';
export { evaluateModel, evaluationFiles } from './evaluate-model';
export { evaluationMarkdown } from './evaluation-markdown';
export { evaluationPage } from './evaluation-page';
export { readExamples, usualCategories } from './read-examples';
