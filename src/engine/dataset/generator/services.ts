interface ServiceRow {
  readonly name: string;
  readonly version: string;
  readonly port: number;
  readonly database: string | null;
}

/** The shop's processes; each writes into the one log. */
export const services = [
  { name: 'gateway', version: '5.2.0', port: 8080, database: null },
  { name: 'auth', version: '3.9.4', port: 8081, database: 'auth-db' },
  { name: 'catalog', version: '4.7.2', port: 8082, database: 'catalog-db' },
  { name: 'cart', version: '2.14.1', port: 8083, database: 'cart-db' },
  { name: 'orders', version: '6.0.3', port: 8084, database: 'orders-db' },
  { name: 'payments', version: '3.3.8', port: 8085, database: 'payments-db' },
  { name: 'inventory', version: '1.22.0', port: 8086, database: 'stock-db' },
  { name: 'shipping', version: '2.5.6', port: 8087, database: null },
  { name: 'mailer', version: '1.8.1', port: 8088, database: null },
  { name: 'supervisor', version: '1.1.0', port: 8089, database: null },
] as const satisfies readonly ServiceRow[];

export type ServiceName = (typeof services)[number]['name'];

/** @throws RangeError where the service has none. */
export function databaseOf(name: ServiceName): string {
  const { database } = rowOf(name);
  if (database === null) throw new RangeError(`${name} has no database`);
  return database;
}

export function portOf(name: ServiceName): number {
  return rowOf(name).port;
}

function rowOf(name: ServiceName): (typeof services)[number] {
  return services.find((row) => row.name === name)!;
}
