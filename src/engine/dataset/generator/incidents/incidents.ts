import type { Incident } from './incident';
import { mailerMemory } from './mailer-memory';
import { ordersPool } from './orders-pool';
import { paymentsCertificate } from './payments-certificate';

/** In order of time; none begins before the one before it is over. */
export const incidents: readonly Incident[] = [ordersPool, paymentsCertificate, mailerMemory];
