import { TransportError, type TransportFailure } from '../transport';

/** Which failure of the transport this is; null where it is another error. One that came from another thread is known by its name. */
export function transportFailure(error: unknown): TransportFailure | null {
  if (error instanceof TransportError) return error.code;
  if (!(error instanceof Error) || error.name !== 'TransportError') return null;
  return (error as Error & { code?: TransportFailure }).code ?? 'other';
}
