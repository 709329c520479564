/** How long one request may be tried again. */
export interface Patience {
  /** Requests, the first among them. */
  readonly attempts: number;
  readonly firstMs: number;
  readonly mostMs: number;
  /** Of all waiting between them together. */
  readonly inAllMs: number;
}

/** Where a person sits in front of it: one that was unlucky is tried again, no more. */
export const quick: Patience = { attempts: 2, firstMs: 300, mostMs: 2000, inAllMs: 5000 };

/** Where much was fetched already: a server that is started again needs a minute. */
export const patient: Patience = { attempts: 20, firstMs: 500, mostMs: 15_000, inAllMs: 150_000 };

/**
 * Milliseconds before the attempt after `failed` ones: doubled each time, then anything from half of it to the whole, so that
 * clients that failed together do not come back together ("equal jitter", Brooker, AWS Architecture Blog 2015).
 * `chance` gives numbers in [0, 1).
 */
export function backoffMs(failed: number, { firstMs, mostMs }: Patience, chance: () => number): number {
  const whole = Math.min(mostMs, firstMs * 2 ** (failed - 1));
  return Math.round((whole / 2) * (1 + chance()));
}

/** Milliseconds a `Retry-After` header asks for: seconds, or a date (RFC 9110 10.2.3). Null where it says nothing. */
export function retryAfterMs(header: string | undefined, nowMs: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // A date has a name of a day; `Date.parse` alone takes far more for one.
  if (!/^[A-Z][a-z]{2,8},? /.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}
