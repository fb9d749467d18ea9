interface Hashed {
  purpose: 'id-number';
  value: string;
}

/** What the seeder (`cloudfunctions/seed`) writes. Keyed hashes it alone can make. */
export type SeedDocument = {
  hashes?: Record<string, Hashed>;
  value: Record<string, unknown>;
} & ({ idOf: Hashed & { then?: string } } | { id: string });

export interface SeedBatch {
  collection: string;
  documents: SeedDocument[];
}
