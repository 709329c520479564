import { orderOpening } from '../flows';
import { type Step, step } from '../step';
import { abnormal, type Incident, notice, request, worst } from './incident';

const arrival: readonly Step[] = [step(0, 'gateway', 'INFO', 'POST /orders from {client}'), ...orderOpening];

const handshake = step(
  48,
  'payments',
  'ERROR',
  'TLS handshake with acquirer.example.com failed: certificate has expired',
);

const handshakeWithTrace: Step = {
  ...handshake,
  continuation: [
    'javax.net.ssl.SSLHandshakeException: PKIX path validation failed',
    '\tat java.base/sun.security.ssl.Alert.createSSLException(Alert.java:130)',
    '\tat java.base/sun.security.ssl.SSLSocketImpl.startHandshake(SSLSocketImpl.java:455)',
    '\tat com.example.shop.payments.AcquirerClient.connect(AcquirerClient.java:96)',
    '\tat com.example.shop.payments.AcquirerClient.authorise(AcquirerClient.java:61)',
    '\tat com.example.shop.payments.PaymentService.pay(PaymentService.java:140)',
    '\tat java.base/java.lang.Thread.run(Thread.java:1583)',
    'Caused by: java.security.cert.CertificateExpiredException: NotAfter: Sat Mar 14 09:20:00 UTC 2026',
    '\tat java.base/sun.security.x509.CertificateValidity.valid(CertificateValidity.java:277)',
    '\t... 5 more',
  ],
};

const callersFail: readonly Step[] = [
  step(3, 'payments', 'ERROR', 'Payment for order {order} declined upstream: acquirer unreachable'),
  step(6, 'orders', 'WARN', 'Order {order} stays unpaid, reservation released'),
  step(3, 'gateway', 'ERROR', 'Upstream payments answered 502 for POST /orders after {elapsed} ms'),
];

export const paymentsCertificate: Incident = {
  name: 'payments-acquirer-certificate',
  category: 'expired-certificate',
  minute: 21,
  lastsSeconds: 70,
  affects: ['payments'],
  scenes: [
    request(0, arrival, worst(handshakeWithTrace), abnormal(...callersFail)),
    request(9, arrival, abnormal(handshake, ...callersFail)),
    request(21, arrival, abnormal(handshake, ...callersFail)),
    notice(
      24,
      abnormal(step(0, 'payments', 'WARN', 'acquirer.example.com marked down after 3 failed handshakes')),
    ),
    notice(55, [
      step(0, 'payments', 'INFO', 'acquirer.example.com presents a new certificate, valid until 2027-03-14'),
    ]),
    notice(57, [step(0, 'payments', 'INFO', 'acquirer.example.com marked up again')]),
  ],
};
