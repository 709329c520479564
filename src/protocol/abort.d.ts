/**
 * The little of the platform's cancellation that the protocol uses. Every host has it, none of the type
 * libraries this layer may see declares it; the layers above see their own platform's declaration.
 */
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

declare class AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}
