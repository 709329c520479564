import { isBlank, trimmedEnd } from './header';
import { compileFields } from './layout/layout-fields';
import { layoutFormat } from './layout/layout-format';
import type { Step } from './layout/step';
import { quotedRest } from './layout/text-elements';

const quote = 0x22;

/**
 * Where only quoted strings follow (who sent it, which program asked): what was asked for and how it ended are the event, these
 * are values of it. Kept in the message, every browser would make a template of its own.
 */
const onlyQuoted: Step = (bytes, pos, end, header, context) => {
  for (let at = pos; at < end; ) {
    if (bytes[at] !== quote) return -1;
    at = quotedRest(bytes, at + 1, end, header, context);
    if (at < 0) return -1;
    while (at < end && isBlank(bytes[at])) at++;
  }
  header.messageEnd = trimmedEnd(bytes, header.messageStart, pos);
  return pos;
};

const request =
  '{messageFromHere}"{quotedRest=request} {status=status}{? {word} {onlyQuoted}"{quotedRest=referrer}{? "{quotedRest=agent}}} ';

const behindStatus = compileFields(
  '"{quotedRest} {number} {word=bytes}{? "{quotedRest=referrer}{? "{quotedRest=agent}}}',
);

/**
 * Access logs of Apache, nginx and their kin, common and combined, with or without a virtual host in front; Envoy's and
 * Squid's. The message begins at the request; level and salt come from the status class.
 */
export const accessLog = layoutFormat(
  'access-log',
  [
    `{word=client} - {text=user} [{time}] ${request}`,
    `{word=site} {word=client} - {text=user} [{time}] ${request}`,
    `{word=client} {word} {text=user} [{time}] ${request}`,
    `[{time}] ${request}`,
    '{time:epoch}~{number=elapsed} {word=client} {word=result}/{status=status} {number=bytes} {messageFromHere}{word=method} {word=url} ',
  ],
  [
    {
      line: '10.1.2.3 - - [12/Jun/2026:09:41:07 +0000] "GET /notes/7 HTTP/1.1" 200 512',
      time: '1781257267000000000',
      level: 'info',
      component: '',
      message: '"GET /notes/7 HTTP/1.1" 200 512',
      fields: { client: '10.1.2.3', request: 'GET /notes/7 HTTP/1.1', status: '200', bytes: '512' },
    },
    {
      line: '::1 - ann lee [12/Jun/2026:11:41:07 +0200] "PUT /a\\"b HTTP/2" 503 - "https://x.example/" "curl/8.1"',
      time: '1781257267000000000',
      level: 'error',
      component: '',
      message: '"PUT /a\\"b HTTP/2" 503 -',
      fields: { user: 'ann lee', referrer: 'https://x.example/', agent: 'curl/8.1' },
    },
    {
      line: 'shop.example:443 10.1.2.3 - - [12/Jun/2026:09:41:07 +0000] "HEAD / HTTP/1.1" 404 0',
      time: '1781257267000000000',
      level: 'warn',
      component: '',
      message: '"HEAD / HTTP/1.1" 404 0',
      fields: { site: 'shop.example:443', client: '10.1.2.3' },
    },
    {
      line: '[2026-06-12T09:41:07.250Z] "GET /carts HTTP/2" 503 UF 0 91 24 - "-" "curl/8.1" "c7" "shop" "10.1.2.4:80"',
      time: '1781257267250000000',
      level: 'error',
      component: '',
      message: '"GET /carts HTTP/2" 503 UF 0 91 24 - "-" "curl/8.1" "c7" "shop" "10.1.2.4:80"',
    },
    {
      line: '1781257267.250     31 10.1.2.3 TCP_MISS/200 512 GET http://x.example/ - DIRECT/10.9.9.9 text/html',
      time: '1781257267250000000',
      level: 'info',
      component: '',
      message: 'GET http://x.example/ - DIRECT/10.9.9.9 text/html',
      fields: { result: 'TCP_MISS', elapsed: '31', method: 'GET', url: 'http://x.example/' },
    },
  ],
  { elements: { onlyQuoted }, messageFields: behindStatus },
);
