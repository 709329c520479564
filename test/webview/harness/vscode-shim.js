// Runs in the page before it: what VS Code puts into a webview's frame.
let kept;
window.acquireVsCodeApi = () => ({
  postMessage: (message) => window.toHost(JSON.stringify(message)),
  getState: () => kept,
  setState: (state) => {
    kept = state;
  },
});
window.fromHost = (text) => {
  const revive = (_key, value) =>
    value && typeof value === 'object' && typeof value.base64 === 'string'
      ? Uint8Array.from(atob(value.base64), (char) => char.charCodeAt(0)).buffer
      : value;
  window.postMessage(JSON.parse(text, revive));
};
