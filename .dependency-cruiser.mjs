/**
 * Who may import whom (the table in ARCHITECTURE.md). Each comment tells the cure.
 * What stands in `forbidden` bites on types too, unless its rule says otherwise.
 */

/** Pure npm packages the engine may use; a new one is an architectural change. */
const engineShortList = '^node_modules/(ml-isolation-forest|ml-matrix|papaparse|@types/papaparse|re2js)/';

const valuesOnly = { dependencyTypesNot: ['type-only'] };
const npm = { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] };

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment:
        'Two files that need each other are one, or a third is hidden in them: move what both need into it. Types count.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'unresolvable',
      severity: 'error',
      comment: 'The import leads nowhere: mend the path, or add the package to package.json.',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
    {
      name: 'no-dev-dependency-in-src',
      severity: 'error',
      comment: 'What is shipped needs a package under `dependencies`; @types packages are the exception.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'vscode-only-in-extension',
      severity: 'error',
      comment: 'Only src/extension knows VS Code: pass what you need as a plain value or a narrow interface.',
      from: { path: '^src/', pathNot: '^src/extension/' },
      to: { path: '^(vscode$|node_modules/@types/vscode/)' },
    },
    {
      name: 'engine-imports-engine-only',
      severity: 'error',
      comment: 'The engine is at the bottom: invert the dependency, let the caller pass the value in.',
      from: { path: '^src/engine/' },
      to: { path: '^src/', pathNot: '^src/engine/' },
    },
    {
      name: 'engine-is-pure',
      severity: 'error',
      comment:
        'The engine opens, waits for and prints nothing: do that in src/node and pass bytes or values in.',
      from: { path: '^src/engine/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engine-npm-short-list',
      severity: 'error',
      comment:
        'The engine uses a short list of pure packages: write it, or argue for the package in ARCHITECTURE.md and add it here.',
      from: { path: '^src/engine/' },
      to: { ...npm, pathNot: engineShortList },
    },
    {
      name: 'protocol-is-interfaces',
      severity: 'error',
      comment: 'src/protocol is seen by every face: it may import itself and engine types, nothing else.',
      from: { path: '^src/protocol/' },
      to: { path: '^src/', pathNot: '^src/(protocol|engine)/' },
    },
    {
      name: 'protocol-engine-types-only',
      severity: 'error',
      comment:
        'src/protocol runs no engine code: write `import type`, and move code into src/node or src/engine.',
      from: { path: '^src/protocol/' },
      to: { path: '^src/engine/', ...valuesOnly },
    },
    {
      name: 'protocol-stands-alone',
      severity: 'error',
      comment:
        'src/protocol runs in workers, hosts and webviews: no Node module and no package exists in all of them.',
      from: { path: '^src/protocol/' },
      to: { dependencyTypes: ['core', ...npm.dependencyTypes] },
    },
    {
      name: 'node-knows-no-face',
      severity: 'error',
      comment: 'src/node serves the extension and the command line alike: pass in what differs between them.',
      from: { path: '^src/node/' },
      to: { path: '^src/', pathNot: '^src/(node|engine|protocol)/' },
    },
    {
      name: 'network-in-sources-and-llm-only',
      severity: 'error',
      comment:
        'Nothing leaves the machine but to the log sources and the model server a person set up: speak through the Transport of src/node/sources, or ask a ChatModel of src/node/llm.',
      from: { path: '^(src|webview)/', pathNot: '^src/node/(sources|llm)/' },
      to: { path: '^(node:)?(https?|http2|net|tls|dgram)$|^node_modules/(ws|openai|https?-proxy-agent)/' },
    },
    {
      name: 'assistant-loaded-later',
      severity: 'error',
      comment:
        'The library that talks to models is larger than all an activation loads: `await import` of src/node/assistant/assistant where it is used, types as ever.',
      from: { path: '^src/(extension|cli)/' },
      to: {
        path: '^src/node/(llm/(endpoint-model|openai-client|openai-library)|assistant/assistant)\\.ts$',
        dynamic: false,
        dependencyTypesNot: ['type-only', 'type-import'],
      },
    },
    {
      name: 'extension-engine-types-only',
      severity: 'error',
      comment:
        'Engine code on the extension-host thread freezes every extension: ask the worker through src/protocol, import types only.',
      from: { path: '^src/extension/' },
      to: { path: '^src/engine/', ...valuesOnly },
    },
    {
      name: 'extension-reaches-no-other-face',
      severity: 'error',
      comment:
        'src/extension may import engine types, protocol, node and itself: what the command line also needs belongs in src/node.',
      from: { path: '^src/extension/' },
      to: { path: '^(src|webview)/', pathNot: '^src/(extension|engine|protocol|node)/' },
    },
    {
      name: 'slices-are-strangers',
      severity: 'error',
      comment:
        'A slice knows itself and src/extension/shared: put what two slices need there, or let extension.ts connect them.',
      from: { path: '^src/extension/([^/]+)/' },
      to: { path: '^src/extension/[^/]+', pathNot: '^src/extension/($1|shared)/' },
    },
    {
      name: 'shared-knows-no-slice',
      severity: 'error',
      comment:
        'src/extension/shared is below the slices: let the slice register itself or pass a function in.',
      from: { path: '^src/extension/shared/' },
      to: { path: '^src/extension/', pathNot: '^src/extension/shared/' },
    },
    {
      name: 'cli-knows-no-editor',
      severity: 'error',
      comment:
        'src/cli runs with no editor: what it shares with the extension belongs in src/node or src/engine.',
      from: { path: '^src/cli/' },
      to: { path: '^(src|webview)/', pathNot: '^src/(cli|engine|protocol|node)/' },
    },
    {
      name: 'webview-knows-protocol-only',
      severity: 'error',
      comment: 'A view shows what it is sent: ask for it through src/protocol.',
      from: { path: '^webview/' },
      to: { path: '^src/', pathNot: '^src/protocol/' },
    },
    {
      name: 'webview-is-dom-only',
      severity: 'error',
      comment: 'There is no Node in a webview: let the extension do it and send the result.',
      from: { path: '^webview/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'views-are-strangers',
      severity: 'error',
      comment: 'A view knows itself and webview/shared: put what two views need there.',
      from: { path: '^webview/([^/]+)/' },
      to: { path: '^webview/', pathNot: '^webview/($1|shared)/' },
    },
    {
      name: 'nothing-shipped-imports-tests-or-scripts',
      severity: 'error',
      comment: 'Tests and scripts stay at home: move what you need into src.',
      from: { path: '^(src|webview)/' },
      to: { path: '^(test|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: '^(node_modules|dist|\\.cache)/' },
    // 'specify' keeps imports that only carry types, and says that they do.
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
