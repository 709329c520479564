import { afterDigits, dash, dot } from '../time/ascii';
import { layoutFormat } from './layout/layout-format';
import type { Step } from './layout/step';

/** `0.001`, `12`, `-1` where the target did not answer. */
const seconds: Step = (bytes, pos, end) => {
  const from = pos < end && bytes[pos] === dash ? pos + 1 : pos;
  const whole = afterDigits(bytes, from, end);
  if (whole === from) return -1;
  return whole < end && bytes[whole] === dot ? afterDigits(bytes, whole + 1, end) : whole;
};

const counts =
  '{seconds=request-time} {seconds=target-time} {seconds=response-time} {status=status} {word=target-status} {number=received} {number=sent} {messageFromHere}"{quotedRest=request}';

/** Access logs of AWS: load balancers (application and classic) and S3. Level and salt come from the status class. */
export const cloudAccess = layoutFormat(
  'cloud-access',
  [
    `{word=type} {time:iso} {component:word=balancer} {word=client} {word=target} ${counts}`,
    `{time:iso} {component:word=balancer} {word=client} {word=target} ${counts}`,
    '{word=owner} {word=bucket} [{time:day-month-year}] {word=client} {word=requester} {word=id} {component:word=operation} {word=key} {messageFromHere}"{quotedRest=request} {status=status} ',
  ],
  [
    {
      line: 'https 2026-06-12T09:41:07.250123Z app/shop/50dc 10.1.2.3:3317 10.0.0.1:80 0.001 0.012 0.000 200 200 34 366 "GET https://shop.example:443/carts HTTP/2.0" "curl/8.1" - -',
      time: '1781257267250123000',
      level: 'info',
      component: 'app/shop/50dc',
      message: '"GET https://shop.example:443/carts HTTP/2.0" "curl/8.1" - -',
      fields: {
        client: '10.1.2.3:3317',
        status: '200',
        request: 'GET https://shop.example:443/carts HTTP/2.0',
      },
    },
    {
      line: '2026-06-12T09:41:07.250123Z shop 10.1.2.3:3317 - -1 -1 -1 504 0 0 0 "GET http://shop.example:80/ HTTP/1.1" "-" - -',
      time: '1781257267250123000',
      level: 'error',
      component: 'shop',
      message: '"GET http://shop.example:80/ HTTP/1.1" "-" - -',
    },
    {
      line: '79a5 photos [12/Jun/2026:09:41:07 +0000] 10.1.2.3 - 3E57 REST.GET.OBJECT cat.jpg "GET /photos/cat.jpg HTTP/1.1" 404 NoSuchKey 297 - 9 - "-" "curl/8.1" -',
      time: '1781257267000000000',
      level: 'warn',
      component: 'REST.GET.OBJECT',
      message: '"GET /photos/cat.jpg HTTP/1.1" 404 NoSuchKey 297 - 9 - "-" "curl/8.1" -',
      fields: { bucket: 'photos', key: 'cat.jpg' },
    },
  ],
  { elements: { seconds } },
);
