// Runs in the page before it: what VS Code puts into a webview's frame.
let kept;
const arrays = { Uint8Array, Uint16Array, Uint32Array, Float32Array, Float64Array };
const write = (_key, value) => {
  if (!ArrayBuffer.isView(value) && !(value instanceof ArrayBuffer)) return value;
  const bytes =
    value instanceof ArrayBuffer
      ? new Uint8Array(value)
      : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return value instanceof ArrayBuffer ? { base64 } : { base64, array: value.constructor.name };
};
const revive = (_key, value) => {
  if (!value || typeof value !== 'object' || typeof value.base64 !== 'string') return value;
  const { buffer } = Uint8Array.from(atob(value.base64), (char) => char.charCodeAt(0));
  return value.array ? new arrays[value.array](buffer) : buffer;
};
window.acquireVsCodeApi = () => ({
  postMessage: (message) => window.toHost(JSON.stringify(message, write)),
  getState: () => kept,
  setState: (state) => {
    kept = state;
  },
});
window.fromHost = (text) => window.postMessage(JSON.parse(text, revive));
