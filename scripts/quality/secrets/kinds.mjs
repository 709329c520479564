import { credentialKinds } from './credential-kinds.mjs';
import { networkKinds } from './network-kinds.mjs';
import { peopleKinds } from './people-kinds.mjs';
import { tokenKinds } from './token-kinds.mjs';

/**
 * What is planted: how it is drawn, and where it stands. `{@}` is the secret, other names in braces are drawn (`fillers.mjs`).
 * `says` are messages that any line may carry, `lines` are lines of their own. A place may bring its own draw.
 *
 * @typedef {import('./draws.mjs').Random} Random
 * @typedef {(random: Random) => string} Draw
 * @typedef {string | readonly [pattern: string, draw: Draw]} Place
 * @typedef {{ name: string, draw: Draw, says: readonly Place[], lines: readonly Place[] }} Kind
 */

/** @type {readonly Kind[]} */
export const kinds = [...networkKinds, ...tokenKinds, ...credentialKinds, ...peopleKinds];
