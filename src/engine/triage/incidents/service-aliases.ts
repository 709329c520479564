/** Of a pod: the hashes of its replica set and of itself. */
const podHashes = /-(?=[a-z0-9]*\d)[a-z0-9]{6,10}-[a-z0-9]{5}$/;
/** What a service may be called beside its name. */
const titles = /(?:[-_. ]|\b)(?:micro)?(?:service|svc|server|api|app)$/;
const hump = /(\p{Ll})(\p{Lu})/gu;
const shortestName = 3;

/** One name for all replicas of a service: lower case, without a pod's hashes. */
export function serviceName(component: string): string {
  return component.toLowerCase().replace(podHashes, '');
}

/** What others may call it for short (`payment-service` and `PaymentService`: payment), or undefined. */
export function shortName(component: string): string | undefined {
  const name = component.replace(hump, '$1-$2').toLowerCase().replace(podHashes, '');
  const short = name.replace(titles, '');
  return short !== name && short.length >= shortestName ? short : undefined;
}

/** Words that show that a service is spoken of, not a thing of the same name ("payment 17 failed"). */
const before =
  /(?:\b(?:to|from|by|on|via|at|calling|upstream|downstream|backend|service|peer|host)|:\/)[\s"'`[(/]*$/i;
const after =
  /^["'`\])]*(?::\d|\s+(?:service|api|client|answered|returned|responded|replied|unavailable|unreachable|timed out|refused|gave no|did not|is down|was|not responding))/i;

export function isSpokenOf(text: string, start: number, end: number): boolean {
  return before.test(text.slice(Math.max(0, start - 24), start)) || after.test(text.slice(end, end + 24));
}
