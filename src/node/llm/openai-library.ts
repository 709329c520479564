/** A bundle of its own (`scripts/build/loaded-later.mjs`), so that it is read and evaluated with the first question only. */
export { OpenAI } from 'openai';
